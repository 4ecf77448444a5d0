"""Finding words in a story, whatever their case, accents, apostrophes or spaces."""

import re
import unicodedata
from collections.abc import Iterator

from workbench.domain.positions import Span

_LIGATURES = {"oe": "(?:oe|œ)", "ae": "(?:ae|æ)"}


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Give the places of some words in a text, in its characters."""
    pattern = _pattern(words)
    if pattern:
        yield from (Span(m.start(), m.end()) for m in re.finditer(pattern, folded(text)))


def folded(text: str) -> str:
    """Return a text of the same length, its letters bare and small: a place in one is a place in the other."""
    return text.translate({ord(letter): _bare(letter) for letter in set(text)})


def _bare(letter: str) -> str:
    if letter.isspace():
        return " "
    if letter in "’ʼ":
        return "'"
    found = "".join(c for c in unicodedata.normalize("NFD", letter.lower()) if not unicodedata.combining(c))
    return found if len(found) == 1 else letter


def _pattern(words: str) -> str:
    bare = " ".join(folded(words.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae")).split())
    pattern = re.escape(bare).replace(r"\ ", " +")
    for letters, either in _LIGATURES.items():
        pattern = pattern.replace(letters, either)
    return pattern
