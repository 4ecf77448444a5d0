"""Drafts, what is missing, and the dates of a VAE."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.samples import FICHE, LONG_STORY, LONG_TITLE, SENTENCES, full_dossier
from workbench.domain.dossier import Dossier, Person
from workbench.domain.vae import Held, Part, Practice
from workbench.domain.vae_deadlines import State, answer_due, is_tacit, months_later, steps
from workbench.domain.vae_drafts import LONGEST_QUOTE, answer_to, comment_on, practice_text, practised, shortened
from workbench.domain.vae_form import FIELDS
from workbench.domain.vae_missing import aimed_blocs, hours, is_readable, missing

VEILLER, ENTRETENIR = FICHE.blocs


def with_vae(dossier, **answers):
    vae = dossier.vae
    for name, answer in answers.items():
        vae = vae.answered("EX-1", f"dates.{name}", answer)
    return replace(dossier, vae=vae)


def names(dossier):
    return [m.name for m in missing(dossier, FICHE)]


def test_a_draft_ties_the_bloc_to_what_the_person_said():
    draft = comment_on(full_dossier(), "EX-1", VEILLER)
    assert draft.is_draft
    head, first, second = draft.text.split("\n")
    assert head == "Chez monsieur Roux (2016 – 2024) :"
    assert first == f"– Repérer une urgence : « {SENTENCES[1]} » « {SENTENCES[0]} »"
    assert second.startswith(f"– {LONG_TITLE} : « Au passage 0")
    assert second.endswith("[…] »")


def test_a_draft_names_what_is_not_told_yet_and_a_bloc_without_proof_has_none():
    dossier = full_dossier()
    one = replace(dossier, evidence={"e1": dossier.evidence["e1"]})
    assert comment_on(one, "EX-1", VEILLER).text.endswith(f"Pas encore raconté : {LONG_TITLE}.")
    assert comment_on(dossier, "EX-1", ENTRETENIR).text == ""


def test_a_comment_that_was_written_takes_the_place_of_its_draft():
    dossier = full_dossier()
    dossier = replace(dossier, vae=dossier.vae.commented("EX-1", "B1", "Vu."))
    assert (comment_on(dossier, "EX-1", VEILLER).text, comment_on(dossier, "EX-1", VEILLER).is_draft) == ("Vu.", False)


@given(st.text())
def test_a_quote_is_a_beginning_of_the_passage(text):
    quote = shortened(text)
    assert len(quote) <= LONGEST_QUOTE + len(" […]")
    assert " ".join(text.split()).startswith(quote.removesuffix(" […]"))


def test_an_example_of_practice_is_drafted_from_the_experience_and_its_passages():
    dossier = full_dossier()
    (experience,) = practised(dossier, "EX-1", VEILLER)
    assert practised(dossier, "EX-1", ENTRETENIR) == ()
    tasks = practice_text(dossier, Practice("EX-1", "B1", experience.id, Part.TASKS))
    assert tasks.text.split("\n") == [f"« {SENTENCES[0]} »", f"« {SENTENCES[1]} »", f"« {LONG_STORY} »"]
    context = practice_text(dossier, Practice("EX-1", "B1", experience.id, Part.CONTEXT))
    assert context.text == "Chez monsieur Roux ; Limoges ; 2016 – 2024"


def test_answers_are_prefilled_until_they_are_written():
    dossier = replace(full_dossier(), person=Person("Zoë", "Ł", "06 12 34 56 78, z@exemple.fr", "Un titre"))
    assert answer_to(dossier, "", "candidat.email").text == "z@exemple.fr"
    assert answer_to(dossier, "", "candidat.telephone").is_draft
    assert answer_to(dossier, "EX-1", "demande.objectifs").text == "Un titre"
    dossier = replace(dossier, vae=dossier.vae.answered("EX-1", "demande.objectifs", "Autre"))
    assert answer_to(dossier, "EX-1", "demande.objectifs").text == "Autre"


def test_an_empty_dossier_lacks_everything_but_what_is_optional():
    lacking = [m.name for m in missing(Dossier("d"), FICHE)]
    assert {"candidat.prenom", "experiences", "avis", "attestationSurLHonneur", "blocs.commentaire"} <= set(lacking)
    assert {name for name, field in FIELDS.items() if field.optional}.isdisjoint(lacking)
    assert {name for name, field in FIELDS.items() if not field.optional} <= set(lacking)


def test_what_is_said_is_missing_no_more():
    dossier = full_dossier()
    vae = dossier.vae.aiming("EX-1", ("B1",)).commented("EX-1", "B1", "Vu.")
    for competence in VEILLER.competences:
        vae = vae.rated("EX-1", competence.code, Held.PARTLY)
    told = replace(dossier, vae=vae)
    assert [b.code for b in aimed_blocs(told, FICHE)] == ["B1"]
    gone = {"blocs.competences.statut", "blocs.commentaire", "certification.estViseePartiellement"}
    assert gone <= set(names(dossier))
    assert gone.isdisjoint(names(told))


def test_a_date_that_cannot_be_read_is_said():
    lacks = missing(with_vae(full_dossier(), jury="au printemps"), FICHE)
    assert "Jury : « au printemps » ne se lit pas" in [m.words for m in lacks]


@pytest.mark.parametrize(
    ("said", "number"), [("12", 12), ("3,5 h", 3.5), ("2 heures", 2), ("", None), ("²", None), ("12-14", None)]
)
def test_hours_are_read_or_not(said, number):
    assert hours(said) == number


def test_a_choice_accepts_its_values_alone():
    assert is_readable(FIELDS["avis"], "FAVORABLE")
    assert not is_readable(FIELDS["avis"], "peut-être")


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        (date(2026, 3, 15), date(2026, 5, 15)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 12, 30), date(2028, 2, 29)),
        (date(2026, 11, 1), date(2027, 1, 1)),
    ],
)
def test_the_certifier_has_two_months(sent, due):
    assert answer_due(sent) == due
    assert not is_tacit(sent, None, due)
    assert is_tacit(sent, None, date.fromordinal(due.toordinal() + 1))
    assert not is_tacit(sent, due, date(2030, 1, 1))


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 48))
def test_months_are_counted_by_the_calendar(day, months):
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or months_later(later, 0).day < day.day


def states(today, **answers):
    return [s.state for s in steps(with_vae(full_dossier(), **answers), FICHE, today)]


def test_the_steps_follow_what_was_done():
    assert states(date(2026, 4, 1))[:2] == [State.NEXT, State.LATER]
    waiting = states(date(2026, 4, 1), entretien="02/01/2026", faisabilite="15/03/2026")
    assert waiting[:4] == [State.DONE, State.DONE, State.WAITING, State.LATER]
    tacit = states(date(2026, 5, 16), entretien="02/01/2026", faisabilite="15/03/2026")
    assert tacit[2:5] == [State.TACIT, State.NEXT, State.LATER]


def test_a_date_that_comes_too_early_or_too_late_is_pointed_at():
    dossier = with_vae(full_dossier(), faisabilite="15/03/2026", entretien="16/03/2026", jury="02/02/2027")
    told = steps(dossier, replace(FICHE, valid_until="2026-12-31"), date(2026, 4, 1))
    assert "« Entretien »" in told[1].warning
    assert "échu" in told[4].warning
    assert not steps(dossier, FICHE, date(2026, 4, 1))[4].warning
