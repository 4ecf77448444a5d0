"""Turns in a story that was noted as a conversation: a line each, with a mark that says who speaks.

« C : » opens the counsellor's words and « P : » the person's. A dash opens a turn too, but does not say whose: people
also quote others so, and nothing is decided by it.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from workbench.domain.positions import Span

_MARK: Final = re.compile(
    r"[ \t\u00a0]*(?:(?P<counsellor>C|Conseill(?:er|ère))|(?P<person>P|Personne))[ \t\u00a0\u202f]?:[ \t\u00a0]*"
)
_DASH: Final = re.compile(r"[ \t\u00a0]*[–—][ \t\u00a0]+")
_TURN_LINE: Final = re.compile(rf"^(?P<mark>{_MARK.pattern})(?P<words>.*)$", re.MULTILINE)


class Speaker(StrEnum):
    """Who speaks in a turn."""

    COUNSELLOR = "conseiller"
    PERSON = "personne"
    SOMEBODY = "quelqu’un"


def speaker_of(line: str) -> Speaker | None:
    """Return who speaks in a line, or None where it opens with no mark."""
    match = _MARK.match(line)
    if match is None:
        return Speaker.SOMEBODY if _DASH.match(line) else None
    return Speaker.COUNSELLOR if match["counsellor"] else Speaker.PERSON


def words_start(text: str, line_start: int) -> int:
    """Return where the words of a line begin, past the mark that says who speaks."""
    match = _MARK.match(text, line_start)
    return match.end() if match else line_start


def counsellor_turns(text: str) -> Iterator[tuple[Span, str]]:
    """Give the counsellor's turns of a text, each with the mark that says so."""
    for match in _TURN_LINE.finditer(text):
        if match["counsellor"] and match["words"].strip():
            yield Span(match.start("words"), match.end()), match["mark"].strip()
