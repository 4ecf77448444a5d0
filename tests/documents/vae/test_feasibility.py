from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from tests.documents.portfolio.test_whole import blocks_of
from tests.documents.samples import FICHE, ON, SENTENCES, full_dossier
from tests.documents.vae.samples import COMMENT, LONG_TEXT, SIXTY_WORDS, VAE_DOCUMENTS, filled_dossier, hostile_dossier
from workbench.documents.blocks import BulletList, Heading, KeyValues, Notice, Paragraph, Table
from workbench.documents.docx.writer import render_docx
from workbench.documents.vae import feasibility_document
from workbench.domain.dossier import Dossier
from workbench.domain.handover import Choice, Treatment
from workbench.domain.pieces import Topic, key_of
from workbench.domain.reduction import reduced
from workbench.domain.vae_form import FIELDS


def document(dossier, on=ON):
    return feasibility_document(dossier, dossier.fiches["EX-1"], on, "Limoges")


def said(made):
    return ["".join(run.text for run in p.runs) for p in blocks_of(made, Paragraph)]


def pairs(made):
    return {key: value for block in blocks_of(made, KeyValues) for key, value in block.pairs}


def test_every_field_that_is_asked_for_is_in_the_document():
    asked = {field.label for field in FIELDS.values() if not field.optional}
    assert asked <= set(pairs(document(full_dossier())))


def test_what_is_missing_comes_first_and_part_by_part():
    made = document(full_dossier())
    assert next(h.text for h in blocks_of(made, Heading)) == "Ce qui reste à compléter"
    parts = dict(blocks_of(made, KeyValues)[0].pairs)
    assert "Nationalité" in parts["Candidat, candidate"]
    assert parts["Compétences"].startswith(
        "« Veiller » : 2 compétences sans réponse ; « Veiller » : commentaire à relire"
    )


def test_a_filled_dossier_lacks_nothing():
    made = document(filled_dossier())
    assert any(text.startswith("Rien ne manque") for text in said(made))
    assert not [value for value in pairs(made).values() if value == "À compléter"]
    assert pairs(made)["Accompagnement individuel"] == "12 h"
    assert pairs(made)["Ce qui est demandé"] == "1 bloc sur 2"
    assert BulletList(("B2 · Entretenir",), "Blocs qui ne sont pas demandés") in made.blocks


def test_competences_say_what_is_held_and_what_supports_it():
    table = blocks_of(document(filled_dossier()), Table)[0]
    assert table.rows[0] == ("Repérer une urgence", "OUI", "2 passages ; au mieux : attesté par un tiers")
    assert blocks_of(document(full_dossier()), Table)[1].rows == (
        ("Laver le linge", "À compléter", "Pas encore raconté"),
    )


def test_a_draft_quotes_the_person_and_says_that_it_is_one():
    made = document(full_dossier())
    draft = said(made).index("Brouillon tiré des passages acceptés, à relire.")
    assert any(SENTENCES[0] in text for text in said(made)[draft:])
    assert Notice("À relire.", "Un texte de ce document est un brouillon, à modifier ou à confirmer avec la personne "
                  "avant tout envoi.") in made.blocks  # fmt: skip


def test_a_comment_that_was_confirmed_is_a_draft_no_more():
    made = document(filled_dossier())
    assert not [text for text in said(made) if "Brouillon" in text]
    assert set(COMMENT.split("\n\n")) <= set(said(made))


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 3, 1), "Réponse attendue au plus tard le 2 avril 2026"),
        (date(2026, 4, 3), "Sans réponse au 2 avril 2026 : le silence vaut recevabilité."),
    ],
)
def test_the_steps_say_until_when_the_certifier_may_answer(today, words):
    steps = blocks_of(document(filled_dossier(), today), Table)[-1]
    assert steps.rows[1][:2] == ("Dossier de faisabilité", "2 février 2026")
    assert steps.rows[2][2].startswith(words)


def test_a_decision_is_told_once_it_is_known():
    dossier = filled_dossier()
    assert "Décision" not in pairs(document(dossier))
    decided = replace(dossier, vae=dossier.vae.answered("EX-1", "decision", "RECEVABLE"))
    assert pairs(document(decided))["Décision"] == "Recevable"


def test_an_empty_dossier_reads_well():
    made = document(Dossier("d", fiches={"EX-1": FICHE}))
    assert made.title == "Dossier de faisabilité VAE – Personne non nommée"
    assert any(text.startswith("J’atteste sur l’honneur") for text in said(made))
    assert any(text.startswith("Aucune expérience") for text in said(made))


@pytest.mark.parametrize("name", VAE_DOCUMENTS)
def test_every_document_is_a_real_one_in_word(name):
    made = VAE_DOCUMENTS[name]()
    read = docx.Document(BytesIO(render_docx(made)))
    headings = [p for p in read.paragraphs if p.style.name.startswith("Heading")]
    assert len(headings) == len(blocks_of(made, Heading))


def test_long_texts_are_whole():
    made = document(hostile_dossier())
    assert {LONG_TEXT.strip(), "X" * 5000} <= set(said(made))
    assert blocks_of(made, Table)[0].rows[5][0] == SIXTY_WORDS


def test_a_comment_that_the_person_withdraws_gives_no_draft_back():
    dossier = filled_dossier()
    key = key_of(Topic.VAE, "bloc", "EX-1", "B1")
    made = document(reduced(dossier, {key: Choice(Treatment.WITHDRAW)}))
    assert "La personne a choisi de ne rien dire ici." in said(made)
    assert not [text for text in said(made) if "Brouillon" in text or text in COMMENT]
