from dataclasses import replace

import pytest

from tests.documents.pdf.reading import elements, opened
from tests.documents.portfolio.test_whole import blocks_of, captioned
from tests.documents.samples import FICHE, ON, STORY, full_dossier
from tests.documents.test_layout import picture
from workbench.documents.blocks import BulletList, Heading, KeyValues, Quote, Signatures, Table, TimeLine
from workbench.documents.layout import Layout, dressed
from workbench.documents.pdf import render_pdf
from workbench.documents.portfolio import DEPTHS, Reader, portfolio
from workbench.domain.dossier import Evidence, Experience, Person
from workbench.domain.mastery import Mastery, Ratings
from workbench.domain.positions import Span
from workbench.domain.referential import Bloc, Competence, Fiche


def private_dossier():
    """Return the full dossier with what an employer has no need of, and six passages for one competence."""
    dossier = full_dossier()
    told = Experience("x1", "Chez monsieur Roux", tasks="Veiller", notes="Un deuil", team="Sa fille Anne", start="2016")
    more = {f"m{n}": Evidence(f"m{n}", "r1", Span(n, n + 5), "EX-1", "B1-C01") for n in range(4)}
    return replace(
        dossier,
        person=Person("Zoë", "Łukasz", contact="06 00 00 00 00"),
        experiences={"x1": told},
        evidence={**dossier.evidence, **more},
        ratings={("EX-1", "B1-C01"): Ratings(Mastery.ALONE, Mastery.BEGUN)},
    )


def written_for(reader):
    return portfolio(private_dossier(), ON, reader=reader)


def test_an_employer_reads_what_is_known_and_nothing_that_stays_private():
    document = written_for(Reader.EMPLOYER)
    said = repr(document)
    for private in ("Un deuil", "Anne", "Commence", "Pas encore", "Initié", "Laver le linge", "bloc par bloc"):
        assert private not in said
    assert [q.source for q in blocks_of(document, Quote)] == ["Chez monsieur Roux"] * 2
    assert ("Contact", "06 00 00 00 00") in document.blocks[0].facts


def test_an_employer_hears_nothing_of_a_referential_that_nothing_shows():
    dossier = replace(private_dossier(), evidence={})
    titles = [h.text for h in blocks_of(portfolio(dossier, ON, reader=Reader.EMPLOYER), Heading)]
    assert FICHE.title not in titles


def test_a_jury_reads_the_strongest_passages_and_how_many_more_there_are():
    document = written_for(Reader.JURY)
    quotes = blocks_of(document, Quote)
    assert len(quotes) == DEPTHS[Reader.JURY].quotes + 1
    assert quotes[0].strength == "Attesté par un tiers"
    assert any("2 autres passages" in repr(block) for block in document.blocks)
    assert "06 00 00 00 00" not in repr(document)


def test_the_person_reads_every_passage():
    quotes = blocks_of(written_for(Reader.PERSON), Quote)
    assert len(quotes) == len(private_dossier().evidence)


def test_every_reader_gets_a_summary_the_experiences_and_the_place_to_sign():
    for reader in Reader:
        document = written_for(reader)
        assert captioned(document, "les mieux prouvées")
        assert captioned(document, "Fiche de preuve", KeyValues)
        assert blocks_of(document, Signatures)


def test_a_card_tells_the_five_headings_in_their_order():
    experience = Experience(
        "x1", "Cantine", tasks="Servir", means="Chariot", team="Deux collègues", public="Enfants", notes="Été"
    )
    dossier = replace(full_dossier(), experiences={"x1": experience})
    (card,) = captioned(portfolio(dossier, ON), "Fiche de preuve", KeyValues)
    assert card.pairs[:5] == (
        ("Tâches et conditions", "Servir"),
        ("Moyens", "Chariot"),
        ("Avec qui, pour qui", "Avec : Deux collègues\nPour : Enfants"),
        ("Cadre", "Emploi"),
        ("Compléments", "Été"),
    )


def test_an_experience_names_what_its_stories_show():
    (shown,) = [b for b in blocks_of(portfolio(full_dossier(), ON), BulletList) if "montre" in b.title]
    assert shown.items == tuple(c.title for c in FICHE.blocs[0].competences)


def test_the_life_line_is_a_figure_and_the_same_in_a_table():
    dossier = full_dossier()
    beside = {"x2": Experience("x2", "Mairie", start="2018", end="2019"), "x3": Experience("x3", "Foot")}
    document = portfolio(replace(dossier, experiences={**dossier.experiences, **beside}), ON)
    (line,) = blocks_of(document, TimeLine)
    assert [span.label for span in line.spans] == ["Chez monsieur Roux", "Mairie"]
    assert "Mairie, 2018 – 2019" in line.alternative
    (table,) = captioned(document, "en mots")
    assert table.rows[1] == ("Mairie", "Emploi", "2018 – 2019", "Chez monsieur Roux")
    assert ("Foot",) in [b.items for b in blocks_of(document, BulletList)]


def test_there_is_no_life_line_without_a_date():
    dossier = replace(full_dossier(), experiences={"x1": Experience("x1", "Un jour")})
    assert not blocks_of(portfolio(dossier, ON), TimeLine)


def test_a_quote_says_when_it_was_told():
    dossier = full_dossier()
    recit = replace(dossier.recits["r1"], begun_at="2026-02-03T12:00:00+00:00")
    quotes = blocks_of(portfolio(replace(dossier, recits={**dossier.recits, "r1": recit}), ON), Quote)
    assert "raconté le 3 février 2026" in quotes[0].source
    assert "raconté" not in quotes[2].source


def test_the_summary_names_the_strongest_first_and_is_cut_to_a_page():
    (table,) = [b for b in blocks_of(portfolio(full_dossier(), ON), Table) if "mieux" in b.caption]
    assert [row[1:] for row in table.rows] == [("2", "Attesté par un tiers"), ("1", "Explicité")]
    assert all(len(row[0]) <= 90 for row in table.rows)
    assert STORY not in repr(table)


@pytest.mark.parametrize(("fiches", "pages"), [(1, [0, 1]), (6, [1, 2])])
def test_the_summary_is_one_page_however_long_the_words_are(fiches, pages):
    long = "Mener une action longue à dire " * 12
    competences = tuple(Competence(f"C{n}", long) for n in range(6))
    known = {f"F{n}": Fiche(f"F{n}", long, (Bloc("B", long, competences),)) for n in range(fiches)}
    proofs = [Evidence(f"{f}{n}", "r1", Span(n, n + 9), f, f"C{n}") for f in known for n in range(6)]
    dossier = replace(full_dossier(), fiches=known, evidence={proof.id: proof for proof in proofs})
    document = dressed(portfolio(dossier, ON, "Limoges"), Layout(logo=picture()))
    with opened(render_pdf(document)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        titles = [numbers[e.K[0].Pg.objgen] for e in elements(pdf) if e.S == "/H2"]
    assert titles[:2] == pages
