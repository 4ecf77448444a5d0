from dataclasses import replace

from tests.documents.samples import FICHE, LONG_STORY, LONG_TITLE, ON, SENTENCES, full_document, full_dossier
from workbench.documents.blocks import (
    BarChart,
    BulletList,
    Cover,
    Heading,
    KeyValues,
    Notice,
    Paragraph,
    Quote,
    Signatures,
    Table,
)
from workbench.documents.portfolio import MENTION, portfolio
from workbench.domain.dossier import Archive, Dossier, Person, Strength
from workbench.domain.mastery import Mastery, Ratings
from workbench.domain.positions import Span


def blocks_of(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def captioned(document, words, kind=Table):
    return [block for block in blocks_of(document, kind) if words in block.caption]


def test_every_passage_is_quoted_strongest_first():
    quotes = blocks_of(full_document(), Quote)
    assert [q.text for q in quotes] == [SENTENCES[1], SENTENCES[0], LONG_STORY]
    assert quotes[0].strength == "Attesté par un tiers"
    assert quotes[0].source == "récit « Un lundi », passage 2 sur 2, Chez monsieur Roux (2016 – 2024)"


def test_competences_without_proof_are_listed_under_their_bloc():
    blocks = full_document().blocks
    missing = next(b for b in blocks if isinstance(b, BulletList) and b.title.startswith("Pas encore"))
    assert missing.items == ("Laver le linge",)
    assert [h.text for h in blocks_of(full_document(), Heading) if h.level == 3] == ["Repérer une urgence", LONG_TITLE]


def test_coverage_is_a_table_with_its_chart():
    blocks = full_document().blocks
    table = blocks.index(captioned(full_document(), "bloc par bloc")[0])
    assert blocks[table].rows == (
        ("Veiller", "2 sur 2", "3", "Attesté par un tiers"),
        ("Entretenir", "0 sur 1", "0", "–"),
    )
    chart = blocks[table + 1]
    assert isinstance(chart, BarChart)
    assert [(bar.value, bar.whole) for bar in chart.bars] == [(2, 2), (0, 1)]
    assert "Veiller : 2 sur 2" in chart.alternative


def test_cover_says_who_when_and_what_it_is_not():
    cover = full_document().blocks[0]
    assert isinstance(cover, Cover)
    assert cover.name == "Zoë Łukasz"
    assert dict(cover.facts)["Établi le"] == "1er mars 2026"
    assert dict(cover.facts)["Avec"] == "Claire Nœud"
    assert cover.mention == f"{MENTION}."


def test_what_an_experience_does_not_say_is_left_out():
    (card,) = captioned(full_document(), "Fiche de preuve", KeyValues)
    assert dict(card.pairs) == {
        "Cadre": "Accompagnement d’un proche · 2016 – 2024 · Limoges",
        "Récits": "« Un lundi » ; « Les jours »",
    }


def test_an_illustrative_referential_says_so_beside_its_title_and_at_the_end():
    document = full_document()
    assert Notice("À savoir", FICHE.notice) in document.blocks
    assert ("Avertissement", FICHE.notice) in blocks_of(document, KeyValues)[-1].pairs


def test_an_inactive_fiche_names_its_successor():
    dossier = replace(full_dossier(), fiches={"EX-1": replace(FICHE, active=False, replaced_by=("EX-2",))})
    pairs = blocks_of(portfolio(dossier, ON), KeyValues)[-1].pairs
    assert ("État", "Fiche inactive ; remplacée par EX-2") in pairs


def test_an_empty_dossier_reads_well():
    document = portfolio(Dossier("d"), ON)
    assert [h.text for h in blocks_of(document, Heading)] == [
        "En quelques lignes", "Les expériences", "Comment lire ce document", "Les mots de ce document", "Signatures",
    ]  # fmt: skip
    assert document.blocks[0].name == "Personne non nommée"
    assert not blocks_of(document, Quote)


def test_experiences_without_proof_are_announced():
    dossier = replace(full_dossier(), evidence={})
    lead = portfolio(dossier, ON).blocks[2].runs[0].text
    assert "1 expérience est déjà décrite" in lead


def test_a_passage_that_lost_its_words_and_a_fiche_that_left_prove_nothing():
    dossier = full_dossier()
    emptied = replace(dossier.evidence["e1"], span=Span(4, 4))
    orphan = replace(dossier.evidence["e2"], fiche="GONE", strength=Strength.CERTIFIED)
    document = portfolio(replace(dossier, evidence={"e1": emptied, "e2": orphan}), ON)
    assert not blocks_of(document, Quote)


def test_a_fiche_without_competence_says_so_instead_of_drawing_an_empty_table():
    dossier = replace(full_dossier(), evidence={}, fiches={"V": replace(FICHE, blocs=())})
    document = portfolio(dossier, ON)
    assert not blocks_of(document, BarChart)
    assert any("ne détaille aucune compétence" in p.runs[0].text for p in blocks_of(document, Paragraph))


def test_what_both_say_of_mastery_stands_side_by_side_and_nothing_where_nobody_spoke():
    assert not captioned(full_document(), "maîtrise")
    rated = replace(full_dossier(), ratings={("EX-1", "B1-C01"): Ratings(person=Mastery.ALONE)})
    (both,) = captioned(portfolio(rated, ON), "maîtrise")
    assert both.header == ("Compétence", "Selon la personne", "Selon le conseil")
    assert both.rows == (("Repérer une urgence", "Autonome : le fait sans aide", "Pas encore dit"),)


def test_her_other_words_follow_those_of_her_story():
    dossier = full_dossier()
    read = replace(dossier.evidence["e2"], agreed=SENTENCES[1], wording="J’appelle, puis je reste")
    quotes = blocks_of(portfolio(replace(dossier, evidence={**dossier.evidence, "e2": read}), ON), Quote)
    assert [q.text for q in quotes[:2]] == [SENTENCES[1], "J’appelle, puis je reste"]
    assert quotes[0].strength == "Attesté par un tiers, relu et confirmé par la personne"


def test_both_sign():
    places = blocks_of(full_document(), Signatures)[0].places
    assert [place.name for place in places] == ["Zoë Łukasz", "Claire Nœud"]


def test_the_same_dossier_and_date_give_the_same_document():
    assert full_document() == full_document()
    assert portfolio(Dossier("d", Person("Ana")), ON).title.endswith("– Ana")


def archived_dossier():
    """Return the full dossier once its fiche gave way to another, where one proof has no equivalent."""
    dossier = full_dossier()
    proofs = {**dossier.evidence, "e1": replace(dossier.evidence["e1"], fiche="a1")}
    newer = replace(FICHE, title="Aide à la personne")
    return replace(dossier, evidence=proofs, fiches={"EX-1": newer}, archives={"a1": Archive("a1", FICHE, "EX-1")})


def test_what_has_no_equivalent_in_a_newer_version_is_quoted_apart_and_not_counted():
    document = portfolio(archived_dossier(), ON)
    blocks = document.blocks
    apart = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and "version précédente" in b.text)
    assert [b.text for b in blocks[apart:] if isinstance(b, Quote)] == [SENTENCES[0]]
    assert captioned(document, "bloc par bloc")[0].rows[0] == (
        "Veiller",
        "2 sur 2",
        "2",
        "Attesté par un tiers",
    )
    origins = [b.caption for b in blocks if isinstance(b, KeyValues) and b.caption.startswith("Référentiel")]
    assert origins == ["Référentiel « Aide à la personne »", "Référentiel « Aide à domicile »"]


def test_an_archive_that_keeps_nothing_is_not_in_the_document():
    dossier = archived_dossier()
    kept = {key: proof for key, proof in dossier.evidence.items() if proof.fiche != "a1"}
    texts = [b.text for b in blocks_of(portfolio(replace(dossier, evidence=kept), ON), Heading)]
    assert not [text for text in texts if "version précédente" in text]
