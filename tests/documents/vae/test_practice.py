from dataclasses import replace

from tests.documents.portfolio.test_whole import blocks_of
from tests.documents.samples import FICHE, ON, SENTENCES, full_dossier
from tests.documents.vae.samples import filled_dossier
from tests.documents.vae.test_feasibility import said
from workbench.documents.blocks import BulletList, Heading, Notice
from workbench.documents.vae import practice_document
from workbench.domain.dossier import Dossier
from workbench.domain.vae import Part, Practice


def document(dossier):
    return practice_document(dossier, FICHE, ON)


def headings(made, level):
    return [h.text for h in blocks_of(made, Heading) if h.level == level]


def test_each_activity_has_its_examples_under_five_headings():
    made = document(full_dossier())
    assert headings(made, 1)[1:3] == ["Activité 1 – Veiller", "Activité 2 – Entretenir"]
    assert headings(made, 2) == ["Exemple 1 – Chez monsieur Roux"]
    assert [h[:2] for h in headings(made, 3)] == ["1.", "2.", "3.", "4.", "5."]
    assert {f"« {SENTENCES[0]} »", "Chez monsieur Roux ; Limoges ; 2016 – 2024"} <= set(said(made))


def test_an_activity_without_example_says_what_one_could_show():
    made = document(full_dossier())
    assert BulletList(("Laver le linge",), "Ce qu’un exemple pourrait montrer") in made.blocks


def test_what_was_written_is_a_draft_no_more():
    dossier = full_dossier()
    drafts = blocks_of(document(dossier), Notice)[0].text
    vae = dossier.vae.told(Practice("EX-1", "B1", "x1", Part.TASKS), "La veille de nuit.")
    made = document(replace(dossier, vae=vae))
    assert drafts.startswith("2 textes sont des brouillons")
    assert blocks_of(made, Notice)[0].text.startswith("Un texte de ce document est un brouillon")
    assert "La veille de nuit." in said(made)
    assert f"« {SENTENCES[0]} »" not in said(made)


def test_only_the_blocs_that_are_asked_for_are_activities():
    assert headings(document(filled_dossier()), 1)[1:2] == ["Activité 1 – Veiller"]
    assert "Activité 2 – Entretenir" not in headings(document(filled_dossier()), 1)


def test_a_fiche_without_bloc_says_so():
    made = practice_document(Dossier("d"), replace(FICHE, blocs=()), ON)
    assert any("n’a pas de bloc" in text for text in said(made))
