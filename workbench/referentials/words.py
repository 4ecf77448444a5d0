"""The same words on both sides of the search: what is written in the index, what is asked of it."""

import re
import unicodedata
from typing import Final

_LIGATURES: Final = (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("ﬁ", "fi"), ("ﬂ", "fl"))
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"\s*(rncp|rs)?\s*(\d+)\s*", re.IGNORECASE)
_EMPTY: Final = frozenset("l d s n c qu à a au aux de du des la le les et en un une ou pour par sur dans".split())
_ENDINGS: Final = (("eaux", "eau"), ("aux", "al"), ("s", ""), ("x", ""))


def indexed(text: str) -> str:
    """Return a text with its ligatures undone; accents and apostrophes are the tokenizer's business."""
    for ligature, letters in _LIGATURES:
        text = text.replace(ligature, letters)
    return text


def plain(text: str) -> str:
    """Return a text without capitals, accents nor ligatures."""
    letters = unicodedata.normalize("NFKD", indexed(text).lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def number_asked(words: str) -> tuple[str, ...]:
    """Return the codes that a search may name (« 37715 », « RNCP 37715 »), or none if it is no number."""
    found = _NUMBER.fullmatch(words)
    if not found:
        return ()
    prefixes = (found[1].upper(),) if found[1] else ("RNCP", "RS")
    return tuple(prefix + found[2] for prefix in prefixes)


def query(words: str) -> str:
    """Return the FTS5 query for all these words, singular or plural, the last one as far as it is typed.

    An empty string says that there is nothing to look for.
    """
    asked = [indexed(word.lower()) for word in _WORD.findall(unicodedata.normalize("NFKC", words))]
    telling = [word for word in asked if word not in _EMPTY] or asked
    if not telling:
        return ""
    *whole, last = telling
    groups = [" OR ".join(f'"{form}"' for form in _forms(word)) for word in whole]
    groups.append(" OR ".join(f'"{form}"*' for form in _forms(last)))
    return " AND ".join(f"({group})" for group in groups)


def _forms(word: str) -> list[str]:
    """Return a word, its singular and its plurals."""
    if len(word) < 4 or word.isdigit():
        return [word]
    singulars = [word.removesuffix(plural) + single for plural, single in _ENDINGS if word.endswith(plural)]
    if not singulars:
        plural = word.removesuffix("al") + "aux" if word.endswith("al") else word + "s"
        return [word, plural, *([word + "x"] if word.endswith("eau") else [])]
    return [word, *singulars]
