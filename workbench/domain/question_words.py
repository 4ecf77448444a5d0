"""What each change of the questions is called in words."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from workbench.domain import question_changes as c
from workbench.domain.change_names import Area, Names, quoted
from workbench.domain.dossier import Outcome


def _prepared(names: Names, change: c.QuestionPrepared) -> str:
    verb = "réécrite" if change.question_id in names.questions else "préparée"
    names.questions[change.question_id] = change.question
    return f"Question {verb} : {quoted(change.question)}"


def _marked(names: Names, change: c.PreparedQuestionMarked) -> str:
    verb = "posée" if change.asked else "remise à poser"
    return f"Question préparée {verb} : {quoted(names.questions.get(change.question_id, ''))}"


def _prepared_removed(names: Names, change: c.PreparedQuestionRemoved) -> str:
    return f"Question préparée retirée : {quoted(names.questions.get(change.question_id, ''))}"


def _relance(names: Names, change: c.RelanceHandled) -> str:
    names.questions[change.relance_id] = change.question
    names.places[change.relance_id] = change.recit_id
    verb = "mise de côté" if change.outcome is Outcome.SET_ASIDE else "posée"
    return f"Relance {verb} : {change.question}"


def _relance_answered(names: Names, change: c.RelanceAnswered) -> str:
    return f"Relance répondue, passage {change.after.grade} : {names.questions.get(change.relance_id, '')}"


def _relance_forgotten(names: Names, change: c.RelanceForgotten) -> str:
    return f"Relance à nouveau proposée : {names.questions.get(change.relance_id, '')}"


QUESTION_TELLERS: Final[Mapping[type, Callable[[Names, Any], str]]] = {
    c.QuestionPrepared: _prepared,
    c.PreparedQuestionMarked: _marked,
    c.PreparedQuestionRemoved: _prepared_removed,
    c.RelanceHandled: _relance,
    c.RelanceAnswered: _relance_answered,
    c.RelanceForgotten: _relance_forgotten,
}

QUESTION_AREAS: Final[Mapping[type, Area]] = {
    c.QuestionPrepared: Area.INTERVIEW,
    c.PreparedQuestionMarked: Area.INTERVIEW,
    c.PreparedQuestionRemoved: Area.INTERVIEW,
    c.RelanceHandled: Area.STORIES,
    c.RelanceAnswered: Area.STORIES,
    c.RelanceForgotten: Area.STORIES,
}
