"""What a counsellor prepares for an interview: questions, which the person may read, and never a note about her."""

from typing import Final

from workbench.errors import EtabliError

LONGEST: Final = 160
"""Characters of a question."""


class NotAQuestionError(EtabliError):
    """What was prepared is not a question to ask somebody."""


def as_question(words: str) -> str:
    """Return a question on one line, spaced as French is.

    Raises:
        NotAQuestionError: it does not end with a question mark, or says more than a question does.
    """
    question = " ".join(words.split())
    if not question.endswith("?") or not question.rstrip("? "):
        raise NotAQuestionError("Une préparation est une liste de questions : terminez celle-ci par « ? ».")
    if len(question) > LONGEST:
        raise NotAQuestionError(f"Une question tient en {LONGEST} signes : raccourcissez celle-ci ou faites-en deux.")
    return question.rstrip("? ") + " ?"
