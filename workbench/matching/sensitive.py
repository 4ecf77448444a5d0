"""What deserves to be read again before it leaves: sensitive mentions, numbers that identify, names of other people.

Nothing is forbidden and nothing is understood: words are pointed at, with why, and a person decides.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct, field

from workbench.domain.pointing import Category, Mark
from workbench.domain.positions import Span
from workbench.matching.people import is_person
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

LEXICON: Final = RESSOURCES / "lexique" / "sensibles.toml"


class _Words(Struct, forbid_unknown_fields=True):
    words: tuple[str, ...] = field(name="mots")


_MENTIONS: Final = tuple(Category)[:6]
_PATTERNS: Final = (
    (Category.EMAIL, re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        Category.NIR,
        re.compile(
            r"(?<!\d)[1-478][ .\u00a0]?\d{2}[ .\u00a0]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .\u00a0]?(?:\d{2}|2[AB])"
            r"[ .\u00a0]?\d{3}[ .\u00a0]?\d{3}(?:[ .\u00a0]?\d{2})?(?!\d)"
        ),
    ),
    (Category.BANK, re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z\d]{4}){3,7}(?:[ \u00a0]?[A-Z\d]{1,3})?\b")),
    (Category.BANK, re.compile(r"(?<!\d)\d{4}(?:[ \u00a0-]?\d{4}){3}(?!\d)")),
    (
        Category.PHONE,
        re.compile(r"(?<![\d+])(?:(?:\+|00)\d{2,3}[ .\u00a0-]?(?:\(0\)[ .]?)?|0)[1-9](?:[ .\u00a0-]?\d{2}){4}(?!\d)"),
    ),
    (
        Category.ADDRESS,
        re.compile(
            r"(?<!\d)\d{1,4}(?: ?(?:bis|ter))?,? "
            r"(?:rue|avenue|boulevard|bd|place|allée|impasse|chemin|quai|route|cours)"
            r"(?: (?:de|du|des|la|le|les|d'|d’|l'|l’)| (?:d|l)['’])*(?: ?[A-ZÀ-Ý][\w'’-]*)+",
        ),
    ),
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_ELISION: Final = re.compile(r"^(?:[ldjmtsncLDJMTSNC]|qu|Qu)['’]")
_TITLES: Final = frozenset({"m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "docteur", "dr", "maître"})
_BEFORE_PLACES: Final = frozenset(
    "à au aux en sur vers de du des le la les un une chez dans rue avenue boulevard place ville école lycée collège "
    "hôpital clinique société entreprise association mairie magasin".split()
)
_SENTENCE_ENDS: Final = re.compile(r"(?:^|[.!?…:;«»\n(–—-])[\s\"“]*$")


def marks(text: str, own: Collection[str] = (), also: Collection[str] = ()) -> tuple[Mark, ...]:
    """Return what is to be read again in a text, in order, none within another.

    `own` are the names of the person and of the counsellor: they are nobody else's; `also` are words that a reader
    adds, whatever their capitals.
    """
    found = [*_chosen(text, also), *_numbers(text), *_mentions(text), *_names(text, {name.casefold() for name in own})]
    kept: list[Mark] = []
    for mark in found:
        if not any(mark.span.overlaps(other.span) for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: mark.span.start))


def _chosen(text: str, also: Collection[str]) -> Iterator[Mark]:
    words = sorted({word.strip() for word in also} - {""}, key=len, reverse=True)
    if words:
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"
        for found in re.finditer(pattern, text, re.IGNORECASE):
            yield Mark(Span(*found.span()), Category.CHOSEN)


def _numbers(text: str) -> Iterator[Mark]:
    for category, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield Mark(Span(*found.span()), category)


def _mentions(text: str) -> Iterator[Mark]:
    plain = text.replace("’", "'")
    for category in _MENTIONS:
        for found in _finder(category).finditer(plain):
            yield Mark(Span(*found.span()), category)


def _names(text: str, own: Collection[str]) -> Iterator[Mark]:
    """Yield the words that name somebody else, each run of them as one."""
    run: Span | None = None
    before = ""
    for found in _WORD.finditer(text):
        elided = _ELISION.match(found[0])
        start = found.start() + (elided.end() if elided else 0)
        word = text[start : found.end()].rstrip(".")
        end = start + len(word)
        follows = run is not None and text[run.end : start].strip(" .\u00a0-") == ""
        if word[:1].isupper() and word.casefold() not in own and _names_somebody(text, start, word, before, follows):
            run = Span(run.start, end) if run is not None and follows else Span(start, end)
        else:
            if run is not None:
                yield Mark(run, Category.NAME)
            run = None
        before = word.casefold()
    if run is not None:
        yield Mark(run, Category.NAME)


def _names_somebody(text: str, start: int, word: str, before: str, follows: bool) -> bool:  # noqa: FBT001
    """Say whether a capitalised word names a person; `follows` says that the word before does."""
    if follows:
        return True
    if len(word) == 1 or word.casefold() in _TITLES or is_person(word.casefold()):
        return False
    begins = _SENTENCE_ENDS.search(text[:start]) is not None
    if before in _TITLES or (is_person(before) and not begins):
        return True
    if word.casefold() in _first_names():
        return True
    is_acronym = len(word) > 1 and word.isupper()
    return not begins and not is_acronym and before not in _BEFORE_PLACES


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, _Words]:
    return read_toml(LEXICON, dict[str, _Words])


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    return frozenset(_lexicon()["prenoms"].words)


@lru_cache(maxsize=len(_MENTIONS))
def _finder(category: Category) -> re.Pattern[str]:
    """Return what finds the words of a category in a text with straight apostrophes; the longest come first."""
    words = sorted(_lexicon()[category].words, key=len, reverse=True)
    parts = [re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
