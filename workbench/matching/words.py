"""Words as they are compared: content words, folded and stemmed, with their place in the text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import snowballstemmer

_STEMMER: Final = snowballstemmer.stemmer("french")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ELISION: Final = re.compile(r"^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quelqu)$")

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
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("‘", "'")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what a word's inflections share; accents do not count."""
    return fold(_STEMMER.stemWord(word.lower()))


def content_words(text: str) -> tuple[Word, ...]:
    """Return the content words of a text in order; elided articles and empty words are left out."""
    found = []
    for match in _WORD.finditer(text):
        plain = fold(match.group())
        if len(plain) > 1 and plain not in EMPTY_WORDS and not _ELISION.match(plain):
            found.append(Word(stem(match.group()), match.start(), match.end()))
    return tuple(found)
