"""Which words of a story are worth checking: a person's own, outside quotes, neither names nor figures."""

import re
from collections.abc import Iterator
from typing import Final

from workbench.domain.positions import Span

_TOKEN: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:['’][^\W_]+(?:-[^\W_]+)*)*['’]?")
_QUOTED: Final = re.compile(r"«[^«»\n]*»|“[^“”\n]*”|\"[^\"\n]*\"")
_ELIDED: Final = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|entr)['’]", re.IGNORECASE)
_WHOLE: Final = frozenset({"aujourd'hui", "prud'homme", "prud'hommes", "d'accord"})
_OPENS: Final = re.compile(r"(?:^|[.!?…:\n][\s»”\")]*|[–—•-] ?|(?:^|\n)[^\W\d_]+\s?: ?)$")
_TURN: Final = re.compile(r"^[ \t]*(?:C|P|Conseill(?:er|ère)|Personne)\s?:", re.MULTILINE)
LEAST: Final = 2
"""Letters under which a word is left alone."""


def words_to_check(text: str) -> Iterator[tuple[Span, str]]:
    """Give the words of a text that may be misspelt, with their places; elisions are taken off."""
    aside = [m.span() for pattern in (_QUOTED, _TURN) for m in pattern.finditer(text)]
    for match in _TOKEN.finditer(text):
        if any(start <= match.start() < end for start, end in aside):
            continue
        if match.group().lower().replace("’", "'") in _WHOLE:
            continue
        start, word = match.start(), match.group()
        while (elided := _ELIDED.match(word)) is not None:
            start, word = start + elided.end(), word[elided.end() :]
        word = word.rstrip("'’")
        if _is_checked(word, text, match.start()):
            yield Span(start, start + len(word)), word


def _is_checked(word: str, text: str, start: int) -> bool:
    if len(word) < LEAST or any(letter.isdigit() for letter in word) or "'" in word or "’" in word:
        return False
    if word == word.lower():
        return True
    is_name = word != word.capitalize() or not _OPENS.search(text[max(0, start - 12) : start])
    return not is_name
