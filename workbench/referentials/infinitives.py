"""Recognising an infinitive from its letters: enough to see where an item of a list begins, and fast."""

import re
import unicodedata
from functools import cache
from typing import Final

from workbench.paths import RESSOURCES

_LEXICON: Final = RESSOURCES / "lexique" / "infinitifs.txt"
_START: Final = re.compile(
    r"(?:ne pas |n['’‘])?(?:se |s['’‘] ?)?(?:y |en )?([^\W\d_](?:\w|-\w)*re?)\b(?!['’‘])", re.IGNORECASE
)


def begins_with_infinitive(text: str, position: int = 0) -> bool:
    """Say whether the words at `position` are an infinitive, pronominal or denied included."""
    found = _START.match(text, position)
    return found is not None and is_infinitive(found[1])


def is_infinitive(word: str) -> bool:
    """Say whether a word is an infinitive, whatever its case and accents (« Evaluer », « co-piloter »)."""
    plain = _plain(word)
    return plain in _infinitives() or plain.rpartition("-")[2] in _infinitives()


def with_accents(word: str) -> str:
    """Return an infinitive with the accent that its capital lost (« Evaluer » gives « Évaluer »)."""
    accented = _infinitives().get(_plain(word), "")
    if accented and accented[1:] == word[1:]:
        return accented[0].upper() + word[1:]
    return word


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower().replace("œ", "oe"))
    return "".join(c for c in letters if not unicodedata.combining(c))


@cache
def _infinitives() -> dict[str, str]:
    """Return the infinitives of the lexicon by their spelling without accents."""
    lines = _LEXICON.read_text("utf-8").splitlines()
    return {_plain(line): line for line in lines if not line.startswith("#")}
