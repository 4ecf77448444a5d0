"""French spelling: whether a word is known, and which known words it may stand for.

The list is shipped compressed in `ressources/orthographe`; see the licence beside it.
"""

import lzma
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from workbench.paths import RESSOURCES

WORDS: Final = RESSOURCES / "orthographe" / "mots.txt.xz"
MOST_SUGGESTED: Final = 6

_LETTERS: Final = "esaitnrulodcpmévqfbghjàxèyêzâçùôîûœïëkwüñ"
_SIGHTS: Final = (
    ("é", "è"), ("e", "é"), ("e", "è"), ("e", "ê"), ("a", "à"), ("a", "â"), ("i", "î"), ("o", "ô"), ("u", "û"),
    ("u", "ù"), ("c", "ç"), ("i", "ï"), ("oe", "œ"),
)  # fmt: skip
_SOUNDS: Final = (
    ("ph", "f"), ("qu", "k"), ("qu", "c"), ("c", "k"), ("s", "ss"), ("s", "c"), ("ss", "c"), ("ss", "ç"), ("ss", "t"),
    ("g", "j"), ("ge", "j"), ("g", "gu"), ("y", "i"), ("an", "en"), ("am", "em"), ("in", "ain"), ("in", "ein"),
    ("ai", "é"), ("ai", "è"), ("ai", "ei"), ("é", "er"), ("é", "ez"), ("é", "ée"), ("au", "o"), ("eau", "o"),
    ("eau", "au"), ("on", "om"), ("h", ""), ("e", ""), ("s", "z"), ("ill", "y"), ("ll", "y"), ("oi", "oie"),
    ("ance", "ence"), ("x", "cs"), ("sc", "s"), ("th", "t"), ("ch", "c"),
)  # fmt: skip
"""Ways to write the same sound, and letters that are not heard."""
_PARTS: Final = re.compile(r"-")
_ENCLITICS: Final = frozenset(
    "je tu il elle on nous vous ils elles ce t m l y en là ci moi toi lui leur le la les".split()
)


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Return the words of the list, read once."""
    return frozenset(lzma.decompress(WORDS.read_bytes()).decode().split("\n"))


def is_known(word: str, words: Collection[str]) -> bool:
    """Say whether a word is known as it is, in small letters, with a capital, or by the parts of a compound."""
    if word in words or word.lower() in words or word.lower().capitalize() in words:
        return True
    parts = _PARTS.split(word)
    return len(parts) > 1 and all(not part or is_known(part, words) or part.lower() in _ENCLITICS for part in parts)


def misspelt(words: Collection[str]) -> frozenset[str]:
    """Return the words that are not known."""
    known = known_words()
    return frozenset(word for word in words if not is_known(word, known))


def suggestions(word: str) -> tuple[str, ...]:
    """Return the known words that a word may stand for, the likeliest first, with its capital."""
    known, low = known_words(), word.lower()
    found = dict.fromkeys(made for made in _nearby(low) if made in known)
    if not found:
        found = dict.fromkeys(again for made in _by_sound(low) for again in _nearby(made) if again in known)
    kept = tuple(found)[:MOST_SUGGESTED]
    return tuple(made[:1].upper() + made[1:] for made in kept) if word[:1].isupper() else kept


def _nearby(word: str) -> Iterator[str]:
    """Give what a word may stand for: another sign on a letter, a letter doubled or not, a sound, a slip."""
    seen = (*_swapped(word, _SIGHTS), *_doubled(word))
    yield from seen
    for made in seen:
        yield from _doubled(made)
    yield from _by_sound(word)
    yield from _slipped(word)


def _by_sound(word: str) -> Iterator[str]:
    return _swapped(word, _SOUNDS)


def _swapped(word: str, pairs: Collection[tuple[str, str]]) -> Iterator[str]:
    for one, other in pairs:
        for written, meant in ((one, other), (other, one)):
            places = [m.start() for m in re.finditer(re.escape(written), word)] if written else range(len(word) + 1)
            yield from (word[:place] + meant + word[place + len(written) :] for place in places)


def _doubled(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place] + word[place:]
        if word[place : place + 1] == word[place + 1 : place + 2]:
            yield word[:place] + word[place + 1 :]


def _slipped(word: str) -> Iterator[str]:
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
    for place in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:place] + letter + word[place:]
            yield word[:place] + letter + word[place + 1 :]
