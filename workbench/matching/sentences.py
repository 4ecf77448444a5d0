"""Cutting a story into sentences, without a model: one changed sentence must not move the others.

A line break always ends a sentence. Inside a line, a full stop, an exclamation or question mark or
an ellipsis does, when a capital, a digit or a quote follows, unless the stop belongs to an abbreviation.
"""

import re
from collections.abc import Iterator
from typing import Final

from workbench.domain.positions import Span
from workbench.domain.turns import words_start

LONGEST: Final = 600
"""Characters; a longer sentence is cut at a space, so that a text without punctuation stays quick."""

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_END: Final = re.compile(r"(?:[.!?…]+(?:\s?[»”\")\]])*)(?=\s+[«“\"(\[–—-]*\s*[A-ZÀ-ÖØ-ÞŒ0-9])")
_ABBREVIATION: Final = re.compile(r"(?:^|[\s('’«])(?:M|MM|Mme|Mmes|Mlle|Mr|Dr|Pr|St|Ste|etc|ex|cf|env|n°|[A-Z])\.$")


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text, in its characters; blanks at both ends are left out."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        start = words_start(text, line.start())
        for end in (*_ends(text[start : line.end()], start), line.end()):
            yield from _pieces(text, start, end)
            start = end


def _ends(line: str, offset: int) -> Iterator[int]:
    for match in _END.finditer(line):
        if not _ABBREVIATION.search(line[max(0, match.end() - 8) : match.end()]):
            yield offset + match.end()


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)
