from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.journals import STORY, journal
from workbench.domain import changes as c
from workbench.domain.fold import fold
from workbench.domain.migration import Correspondence
from workbench.domain.positioning import (
    NOT_STARTED,
    Balance,
    Decision,
    Duration,
    Note,
    Position,
    Positioning,
    Prerequisite,
    medical_words,
    programme_balance,
    proposed_minutes,
    tally,
)
from workbench.domain.positioning_changes import (
    CompetencePositioned,
    ModuleTimed,
    PositioningNoted,
    PrerequisiteRemoved,
    PrerequisiteWritten,
)
from workbench.domain.referential import Bloc, Competence, Fiche

FICHE = Fiche(
    "F",
    "Propreté",
    (
        Bloc("A", "Sols", (Competence("A1", "Balayer"), Competence("A2", "Laver"))),
        Bloc("B", "Vitres", (Competence("B1", "Rincer"),)),
    ),
)
decisions = st.lists(st.none() | st.sampled_from(Decision), min_size=1, max_size=12)
hours = st.integers(0, 400).map(lambda n: n * 15)


def told(*changes):
    return fold("d", journal(*STORY, c.FicheAdded(FICHE), *changes))


def positioned(code, decision):
    return CompetencePositioned("F", code, Position(decision))


@given(hours, decisions)
def test_nothing_is_added_unless_something_is_reinforced(planned, made):
    kept = proposed_minutes(planned, made)
    assert kept >= 0
    if Decision.REINFORCED not in made:
        assert kept <= planned


@given(hours, st.integers(1, 12))
def test_the_two_ends_are_exact(planned, number):
    assert proposed_minutes(planned, [Decision.WAIVED] * number) == 0
    assert proposed_minutes(planned, [Decision.FULL, None] * number) == planned


@given(hours, decisions, st.integers(0, 11))
def test_a_lighter_decision_never_costs_more(planned, made, place):
    lighter = [Decision.WAIVED if n == place else d for n, d in enumerate(made)]
    assert proposed_minutes(planned, lighter) <= proposed_minutes(planned, made)


def test_the_programme_is_the_sum_of_its_modules_and_what_is_written_wins():
    dossier = told(
        ModuleTimed("F", "A", Duration(20 * 60)),
        ModuleTimed("F", "B", Duration(10 * 60, 7 * 60)),
        positioned("A1", Decision.WAIVED),
        positioned("B1", Decision.WAIVED),
    )
    balance = programme_balance(FICHE, dossier.positioning_of("F"))
    assert balance == Balance(30 * 60, 17 * 60)
    assert balance.change == -13 * 60


def test_a_programme_without_hours_or_competences_weighs_nothing():
    empty = Fiche("V", "Vide", (Bloc("V1", "Sans compétence", ()),))
    assert programme_balance(FICHE, NOT_STARTED) == Balance(0, 0)
    timed = Positioning(durations={"V1": Duration(600)})
    assert programme_balance(empty, timed) == Balance(600, 600)


def test_competences_are_counted_by_decision():
    counted = tally(FICHE, told(positioned("A1", Decision.LIGHTENED)).positioning_of("F"))
    assert (counted[Decision.LIGHTENED], counted[None], counted[Decision.FULL]) == (1, 2, 0)


def test_what_is_taken_back_leaves_no_trace():
    written = (
        PositioningNoted("F", Note.METHOD, "Entretien"),
        PrerequisiteWritten("F", Prerequisite("q", "Lire un plan", met=True)),
        positioned("A1", Decision.FULL),
        ModuleTimed("F", "A", Duration(60)),
    )
    assert told(*written).positioning_of("F") != NOT_STARTED
    back = (
        PositioningNoted("F", Note.METHOD, "  "),
        PrerequisiteRemoved("F", "q"),
        positioned("A1", None),
        ModuleTimed("F", "A", Duration()),
    )
    assert told(*written, *back).positionings == {}


def test_a_prerequisite_is_rewritten_at_its_place():
    first, second = Prerequisite("q", "Lire un plan"), Prerequisite("r", "Permis B")
    dossier = told(
        PrerequisiteWritten("F", first),
        PrerequisiteWritten("F", second),
        PrerequisiteWritten("F", replace(first, met=False)),
    )
    assert [(x.id, x.met) for x in dossier.positioning_of("F").prerequisites.values()] == [("q", False), ("r", None)]


def test_a_newer_edition_takes_over_what_corresponds_and_the_archive_keeps_the_rest():
    after = replace(FICHE, code="G", blocs=(Bloc("A", "Sols", (Competence("N", "Entretenir les sols"),)),))
    goes = (Correspondence("A1", ("N",)), Correspondence("A2", ("N",)), Correspondence("B1", ()))
    dossier = told(
        PositioningNoted("F", Note.METHOD, "Entretien"),
        positioned("A1", Decision.FULL),
        positioned("A2", Decision.WAIVED),
        positioned("B1", Decision.LIGHTENED),
        ModuleTimed("F", "A", Duration(60)),
        ModuleTimed("F", "B", Duration(30)),
        c.FicheMigrated("archive", FICHE, after, goes),
    )
    moved, left = dossier.positioning_of("G"), dossier.positioning_of("archive")
    assert "F" not in dossier.positionings
    assert (moved.note(Note.METHOD), moved.position("N").decision) == ("Entretien", Decision.FULL)
    assert (moved.durations, left.durations) == ({"A": Duration(60)}, {"B": Duration(30)})
    assert left.position("B1").decision is Decision.LIGHTENED


@pytest.mark.parametrize("text", ["Besoin lié à sa dyslexie", "suit un traitement médical", "RQTH en cours"])
def test_a_diagnosis_in_the_adjustments_is_pointed_at(text):
    assert medical_words(text)


def test_a_need_said_without_its_cause_is_left_alone():
    assert medical_words("Supports en gros caractères, pauses toutes les heures, place près de la porte") == ()
