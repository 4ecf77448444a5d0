"""The words that name somebody: people, and the organisations that act like people."""

from functools import lru_cache
from typing import Final

from workbench.paths import RESSOURCES

_LEXICON: Final = RESSOURCES / "lexique"


def is_person(word: str) -> bool:
    """Say whether a word in lower case, singular or plural, names a person or people."""
    return _is_in(_words("personnes.txt"), word)


def is_somebody(word: str) -> bool:
    """Say whether a word in lower case names a person, or an organisation that may act."""
    return is_person(word) or _is_in(_words("organisations.txt"), word)


def _is_in(words: frozenset[str], word: str) -> bool:
    return word in words or (word[:-1] in words and word[-1] in "sx")


@lru_cache(maxsize=2)
def _words(name: str) -> frozenset[str]:
    lines = (_LEXICON / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
