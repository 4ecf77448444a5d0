"""What each change of the questions does to a dossier."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from workbench.domain import question_changes as c
from workbench.domain.dossier import AskedRelance, Dossier, Outcome, PreparedQuestion


def _prepared(dossier: Dossier, change: c.QuestionPrepared) -> Dossier:
    known = dossier.preparation.get(change.question_id)
    question = PreparedQuestion(change.question_id, change.question, bool(known and known.asked))
    return replace(dossier, preparation=MappingProxyType({**dossier.preparation, question.id: question}))


def _marked(dossier: Dossier, change: c.PreparedQuestionMarked) -> Dossier:
    known = dossier.preparation.get(change.question_id)
    if known is None:
        return dossier
    return replace(
        dossier, preparation=MappingProxyType({**dossier.preparation, known.id: replace(known, asked=change.asked)})
    )


def _prepared_removed(dossier: Dossier, change: c.PreparedQuestionRemoved) -> Dossier:
    kept = {key: question for key, question in dossier.preparation.items() if key != change.question_id}
    return replace(dossier, preparation=MappingProxyType(kept))


def _relance(dossier: Dossier, change: c.RelanceHandled) -> Dossier:
    handled = AskedRelance(
        change.relance_id,
        change.recit_id,
        change.span,
        change.code,
        change.question,
        change.outcome,
        change.before,
    )
    return replace(dossier, relances=dossier.relances.with_item(handled))


def _relance_answered(dossier: Dossier, change: c.RelanceAnswered) -> Dossier:
    amended = dossier.relances.amended(change.relance_id, outcome=Outcome.ANSWERED, after=change.after)
    return replace(dossier, relances=amended)


def _relance_forgotten(dossier: Dossier, change: c.RelanceForgotten) -> Dossier:
    return replace(dossier, relances=dossier.relances.without([change.relance_id]))


QUESTION_FOLDED: Final[Mapping[type, Callable[[Dossier, Any], Dossier]]] = {
    c.QuestionPrepared: _prepared,
    c.PreparedQuestionMarked: _marked,
    c.PreparedQuestionRemoved: _prepared_removed,
    c.RelanceHandled: _relance,
    c.RelanceAnswered: _relance_answered,
    c.RelanceForgotten: _relance_forgotten,
}
