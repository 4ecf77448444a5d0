from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given

from tests.domain.journals import STORY, acts, event, journal, steered
from workbench.domain import changes as c
from workbench.domain.change_names import Area, Names
from workbench.domain.change_words import TELLERS, about
from workbench.domain.dossier import Strength
from workbench.domain.fold import FOLDED
from workbench.domain.history import read_history
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.domain.telling import tell_history

FICHE = Fiche("F", "Aide à domicile", (Bloc("B", "Soins", (Competence("C", "Aider à la toilette"),)),))
ACCEPTED = c.EvidenceAccepted("p", "r", Span(0, 2), "F", "C", Strength.TOLD, suggested=True)


def written(text, removed=0):
    return c.TextEdited("r", (Edit(0, removed, text),))


def lines(*changes):
    return tell_history(read_history(journal(*STORY, *changes)))


def test_each_change_is_told_with_the_names_of_that_moment():
    told = lines(c.FicheAdded(FICHE), ACCEPTED, c.RecitRenamed("r", "Mardi"), c.RecitRemoved("r"))
    assert [line.what for line in told] == [
        "Récit retiré : « Mardi »",
        "Récit « Lundi » renommé « Mardi »",
        "Suggestion acceptée : « Aider à la toilette », dans « Lundi »",
        "Référentiel ajouté : « Aide à domicile »",
        "Récit commencé : « Lundi »",
        "Expérience ajoutée : « Aide »",
        "Dossier ouvert pour Awa Diallo",
    ]


def test_typing_that_goes_on_is_one_line_that_leads_to_its_last_event():
    line, *_ = lines(written("ab"), written("c"), written("", 2))
    assert (line.event_id, line.events) == ("e6", 3)
    assert line.what == "Récit « Lundi » : 3 caractères écrits, 2 caractères effacés"
    assert line.began < line.at


def test_typing_after_a_pause_or_by_somebody_else_is_another_line():
    first, second = event(4, written("a")), event(5, written("b"))
    late = replace(second, at="2026-01-01T00:09:00+00:00")
    for later in (late, replace(second, author="Léa")):
        told = tell_history(read_history([*journal(*STORY), first, later]))
        assert [line.what for line in told[:2]] == ["Récit « Lundi » : 1 caractère écrit"] * 2


def test_undoing_redoing_and_returning_are_told_by_what_they_touch():
    told = lines(written("ab"), c.Retracted("e4"), c.Retracted("e5"), c.ReturnedTo("e3"))
    assert [line.what for line in told[:3]] == [
        "Retour à : Récit commencé : « Lundi »",
        "Rétabli : Récit « Lundi » : 2 caractères écrits",
        "Annulé : Récit « Lundi » : 2 caractères écrits",
    ]
    assert [line.counts for line in told[:4]] == [True, True, True, False]


@given(acts)
def test_every_event_is_told_once_and_in_words(happened):
    history = read_history(journal(*STORY))
    for act in happened:
        change = steered(history, act)
        if change is not None:
            history.add(event(len(history.events) + 1, change))
    told = tell_history(history)
    assert sum(line.events for line in told) == len(history.events)
    assert all(line.what for line in told)


@pytest.mark.parametrize("kind", get_args(c.Change))
def test_every_kind_of_change_is_told_folded_and_has_a_place(kind):
    """Typing is told by what was typed; undoing and returning are done by the history, not by the fold."""
    assert (kind in TELLERS) is not (kind is c.TextEdited)
    assert (kind in FOLDED) is not (kind in {c.Retracted, c.ReturnedTo})
    if kind in FOLDED:
        bare = object.__new__(kind)
        assert about(Names(), bare)[0] in Area


def test_a_line_says_which_screen_and_story_it_is_about():
    told = lines(c.FicheAdded(FICHE), ACCEPTED, c.EvidenceRemoved("p"), c.Retracted("e6"))
    assert [(line.area, line.recit) for line in told[:4]] == [
        (Area.RECOGNITION, "r"),
        (Area.RECOGNITION, "r"),
        (Area.RECOGNITION, "r"),
        (Area.REFERENTIALS, ""),
    ]


def test_only_some_events_are_told_with_the_names_of_their_moment():
    history = read_history(journal(*STORY, written("ab"), c.RecitRenamed("r", "Mardi"), written("c")))
    assert [line.what for line in tell_history(history, {"e4", "e6"})] == [
        "Récit « Mardi » : 1 caractère écrit",
        "Récit « Lundi » : 2 caractères écrits",
    ]
