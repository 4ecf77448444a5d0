"""Words as they are compared: content words, folded and stemmed, with their place in the text."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import snowballstemmer

_STEMMER: Final = snowballstemmer.stemmer("french")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ELISION: Final = re.compile(r"^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quelqu)$")
_known: Final[dict[str, str]] = {}
"""Stems that were worked out when our knowledge was compiled."""

EMPTY_WORDS: Final = frozenset(
    """
    a ai aie ainsi alors apres as au aucun aussi autre autres aux avait avaient avais avant avec avoir ayant
    beaucoup bien bon c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment d
    dans de deja depuis des dit donc dont du elle elles en encore entre es est et etaient etais etait etant ete
    etes etre eu eux faire fais faisais faisait fait faut il ils j je jamais jusqu l la le les leur leurs lors
    lorsque lui m ma mais me meme memes mes mettre mis moi moins mon n ne ni nos notre nous on ont ou par parce
    pas pendant peu peut plus pour pourquoi pouvait pouvoir prendre pris puis qu quand que quel quelle quelles
    quelque quelques quels qui quoi rien s sa sans se ses si sien son sont sous suis sur t ta tant te tel tes
    toi ton toujours tous tout toute toutes tres trop tu un une va vais vers voir vos votre vous vraiment y afin
    lieu cadre selon ete soit dont etc via
    """.split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A content word: its stem, and its characters in the text it was read from."""

    stem: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return a text in lower case without accents, ligatures or typographic apostrophes; the length may change."""
    text = text.lower()
    if text.isascii():
        return text
    text = text.replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("‘", "'")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def learn_stems(stems: Mapping[str, str]) -> None:
    """Take the stems of words in lower case as known, so that they need not be worked out."""
    _known.update(stems)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what a word's inflections share; accents do not count."""
    low = word.lower()
    return _known.get(low) or fold(_STEMMER.stemWord(low))


@lru_cache(maxsize=4_096)
def content_words(text: str) -> tuple[Word, ...]:
    """Return the content words of a text in order; elided articles and empty words are left out."""
    return tuple(
        Word(stem(match.group()), match.start(), match.end())
        for match in _WORD.finditer(text)
        if _says_something(match.group())
    )


def content_forms(text: str) -> list[str]:
    """Return the content words of a text in order, as they are written."""
    return [word for word in _WORD.findall(text) if _says_something(word)]


def content_stems(text: str) -> list[str]:
    """Return the stems of the content words of a text, in order."""
    return [stem(word) for word in content_forms(text)]


@lru_cache(maxsize=100_000)
def _says_something(word: str) -> bool:
    plain = fold(word)
    return len(plain) > 1 and plain not in EMPTY_WORDS and not _ELISION.match(plain)
