"""What can happen to the questions that a person is asked: prepared for her, or proposed about a passage."""

from dataclasses import dataclass

from workbench.domain.dossier import Outcome
from workbench.domain.positions import Span
from workbench.domain.solidity import Standing


@dataclass(frozen=True, slots=True)
class QuestionPrepared:
    """The counsellor wrote a question to ask the person later, or wrote it anew if its identifier is known."""

    question_id: str
    question: str


@dataclass(frozen=True, slots=True)
class PreparedQuestionMarked:
    """A prepared question was asked, or is still to be."""

    question_id: str
    asked: bool


@dataclass(frozen=True, slots=True)
class PreparedQuestionRemoved:
    """A prepared question was taken out."""

    question_id: str


@dataclass(frozen=True, slots=True)
class RelanceHandled:
    """A question that was proposed about a passage was asked, or set aside; `before` is how solid the passage was."""

    relance_id: str
    recit_id: str
    span: Span
    code: str
    question: str
    outcome: Outcome
    before: Standing


@dataclass(frozen=True, slots=True)
class RelanceAnswered:
    """The person answered a question; `after` is how solid the passage is then."""

    relance_id: str
    after: Standing


@dataclass(frozen=True, slots=True)
class RelanceForgotten:
    """What was noted of a question was taken back: it may be proposed again."""

    relance_id: str


QuestionChange = (
    QuestionPrepared
    | PreparedQuestionMarked
    | PreparedQuestionRemoved
    | RelanceHandled
    | RelanceAnswered
    | RelanceForgotten
)
