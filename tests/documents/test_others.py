"""Attestation, synthesis, liaison, easy and anonymous versions: what each says, and what each keeps to itself."""

from dataclasses import replace

import pytest

from tests.documents.pdf.reading import opened, words
from tests.documents.samples import ON, SENTENCES, full_dossier
from workbench.documents.anonymous import anonymous_portfolio, missing_for_anonymous
from workbench.documents.attestation import attestation, missing_for_attestation
from workbench.documents.blocks import BulletList, Heading, KeyValues, Paragraph, Quote, Signatures, Table
from workbench.documents.easy import LONGEST, MOST_QUOTED, easy_portfolio, in_whole_words, missing_for_easy
from workbench.documents.liaison import liaison, missing_for_liaison
from workbench.documents.pdf import render_pdf
from workbench.documents.registry import KINDS, Wish
from workbench.documents.synthesis import missing_for_synthesis, synthesis
from workbench.domain.dossier import Dossier, Person, Visit
from workbench.domain.trame import Step, Trame, TrameField


def of(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def said(document):
    return " ".join(r.text for b in of(document, Paragraph) for r in b.runs)


def test_the_attestation_names_what_is_proved_and_nothing_else():
    (table,) = [t for t in of(attestation(full_dossier(), ON), Table) if t.header[0] == "Compétence"]
    assert [row[0].split()[0] for row in table.rows] == ["Repérer", "accompagner"]
    assert table.rows[0][1:] == ("Chez monsieur Roux", "Attesté par un tiers")
    assert "Laver le linge" not in str(attestation(full_dossier(), ON))


def test_the_attestation_says_that_passages_were_confirmed_only_when_they_all_were():
    dossier = full_dossier()
    assert "confirmé" not in said(attestation(dossier, ON))
    assert any("relecture" in sentence for sentence in missing_for_attestation(dossier))
    agreed = {k: replace(e, agreed=dossier.passage(e)) for k, e in dossier.evidence.items()}
    confirmed = replace(dossier, evidence=agreed)
    assert "et confirmé chaque passage retenu" in said(attestation(confirmed, ON))
    assert missing_for_attestation(confirmed) == ()


def test_the_liaison_names_its_recipient_and_quotes_no_story():
    document = liaison(full_dossier(), "Mission locale", ON)
    assert not of(document, Quote)
    assert all(sentence not in str(document) for sentence in SENTENCES)
    assert "remise à : Mission locale" in said(document)
    assert "Le destinataire : une personne ou un service, nommé." in missing_for_liaison(full_dossier(), " ")


OWN = "J’ai vu que ça n’allait pas."
FIELD, NEEDED = TrameField("accord", "Accord"), TrameField("suite", "Et après ?", required=True)
TRAME = Trame("t", "Trame", "But", "cep", (Step("a", "Accueillir", "But", 5, "personne", fields=(FIELD, NEEDED)),))


def test_the_synthesis_tells_the_answers_of_the_guide_and_the_meetings():
    visits = (Visit("i1", "a", "2026-02-28T09:00:00+00:00", 1800), Visit("i2", "a", "2026-03-01T09:00:00+00:00", 2700))
    dossier = replace(full_dossier(), answers={"a.accord": "Oui"}, visits=visits)
    document = synthesis(dossier, TRAME, ON)
    assert KeyValues("Accueillir", (("Accord", "Oui"),)) in document.blocks
    assert (
        dict(document.blocks[0].facts)["Rencontres"] == "2 entretiens (28 février 2026 ; 1er mars 2026), 1 h 15 en tout"
    )
    assert missing_for_synthesis(dossier, TRAME) == ("« Et après ? », à l’étape « Accueillir ».",)


def test_the_easy_version_is_large_and_short():
    document = easy_portfolio(full_dossier(), ON)
    assert document.large
    sentences = [r.text for b in of(document, Paragraph) for r in b.runs] + list(of(document, BulletList)[0].items)
    assert all(len(sentence.split()) <= LONGEST for sentence in sentences)
    assert "Je sais repérer une urgence." in [h.text for h in of(document, Heading)]
    assert any("personne concernée" in sentence for sentence in missing_for_easy(full_dossier()))
    assert max(len(quote.text) for quote in of(document, Quote)) <= MOST_QUOTED


def test_the_easy_version_prefers_the_words_that_the_person_chose():
    dossier = full_dossier()
    told, attested = dossier.evidence["e1"], dossier.evidence["e2"]
    reworded = {"e1": replace(told, wording=OWN, agreed=dossier.passage(told)), "e2": attested}
    quotes = of(easy_portfolio(replace(dossier, evidence=reworded), ON), Quote)
    assert [q.text for q in quotes] == [OWN]


@pytest.mark.parametrize(
    ("short", "whole"),
    [("Mettre ses EPI, etc.", "Mettre ses équipements de protection, et d’autres choses"), ("CVE", "CVE")],
)
def test_no_known_abbreviation_is_left(short, whole):
    assert in_whole_words(short) == whole


def test_the_anonymous_version_holds_no_name_and_no_signature():
    dossier = replace(full_dossier(), person=Person("Zoë", "Łukasz", contact="zoe@exemple.fr"))
    document = anonymous_portfolio(dossier, ON)
    for name in ("Zoë", "Łukasz", "Roux", "Limoges", "Nœud", "zoe@exemple.fr"):
        assert name not in str(document)
    assert not of(document, Signatures)
    assert "n’est pas garanti" in str(document)
    assert "Votre relecture" in missing_for_anonymous(dossier)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_of_an_empty_dossier_says_what_it_is(kind):
    document = KINDS[kind].build(Dossier("d"), Wish(ON))
    assert document.blocks[0].mention
    assert len(of(document, Heading)) >= 3


def test_nothing_of_an_anonymous_pdf_names_the_person(qapp):
    content = render_pdf(anonymous_portfolio(full_dossier(), ON))
    with opened(content) as pdf, pdf.open_metadata() as metadata, pdf.open_outline() as outline:
        told = " ".join((words(content), str(pdf.docinfo), str(metadata), str(outline.root)))
    assert "Personne 1" in told
    assert not [name for name in ("Zoë", "Łukasz", "Roux", "Limoges", "Nœud") if name in told]
