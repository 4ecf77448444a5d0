"""The thesaurus of gestures: what people say, use and live through ↔ what referentials call it.

A gesture is found in a sentence by its expressions (all their words are there), its tools, places and
situations; it speaks for the competences whose wording is near its institutional terms.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct

from workbench.matching.kernel import TextIndex, Texts
from workbench.matching.vectors import Floats, Lexicon
from workbench.matching.words import content_stems, content_words
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

GESTES: Final = RESSOURCES / "lexique" / "gestes"
SITUATION_SHARE: Final = 0.6
"""The share of a situation's words that has to be there: it is a scrap of speech, never heard twice."""
STRONGEST: Final = 8
"""Gestures kept for a sentence."""


class Geste(Struct, forbid_unknown_fields=True, frozen=True):
    """One gesture of a sector."""

    concept: str
    institution: tuple[str, ...]
    parle: tuple[str, ...]
    outils: tuple[str, ...] = ()
    lieux: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()


class Sector(Struct, forbid_unknown_fields=True, frozen=True):
    """The gestures of a sector."""

    secteur: str
    geste: tuple[Geste, ...]


def geste_files(folder: Path = GESTES) -> list[Path]:
    """Return the files that hold gestures, in order of name."""
    return sorted(folder.glob("*.toml"))


def read_gestes(folder: Path = GESTES) -> tuple[Geste, ...]:
    """Return every gesture, in order of file and place.

    Raises:
        UnreadableFileError: a file is not what it should be; the sentence names it.
    """
    return tuple(g for path in geste_files(folder) for g in read_toml(path, Sector).geste)


class Expression(NamedTuple):
    """The stems of an expression, what they weigh together, and how many of them have to be met."""

    geste: int
    words: str
    stems: frozenset[str]
    weight: float
    least: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A gesture heard in a sentence: which expression, and how strongly."""

    geste: int
    expression: str
    stems: frozenset[str]
    strength: float


class Thesaurus:
    """The gestures, ready to be heard in sentences and compared with competences."""

    def __init__(self, gestes: Sequence[Geste], lexicon: Lexicon) -> None:
        """Index the expressions by their rarest stem."""
        self.gestes = tuple(gestes)
        self._lexicon = lexicon
        self._expressions: list[Expression] = []
        self._whole: dict[str, list[int]] = {}
        self._partly: dict[str, list[int]] = {}
        for number, geste in enumerate(self.gestes):
            for words, factor, share in _expressions(geste):
                self._add(number, words, factor, share)

    def _add(self, number: int, words: str, factor: float, share: float) -> None:
        stems = frozenset(content_stems(words))
        if not stems:
            return
        weight = factor * sum(self._lexicon.rarity(s) for s in stems)
        index, keys = (self._partly, stems) if share < 1 else (self._whole, [max(stems, key=self._lexicon.rarity)])
        for stem in keys:
            index.setdefault(stem, []).append(len(self._expressions))
        self._expressions.append(Expression(number, words, stems, weight, share * len(stems)))

    def hear(self, stems: Sequence[str]) -> tuple[Heard, ...]:
        """Return the gestures that a sentence tells of, the strongest first, each by its best expression."""
        said = frozenset(stems)
        best: dict[int, Heard] = {}
        for expression in self._met(said):
            met = expression.stems & said
            strength = expression.weight * len(met) / len(expression.stems)
            known = best.get(expression.geste)
            if known is None or strength > known.strength:
                best[expression.geste] = Heard(expression.geste, expression.words, met, strength)
        return tuple(sorted(best.values(), key=lambda h: (-h.strength, h.geste))[:STRONGEST])

    def _met(self, said: frozenset[str]) -> Iterator[Expression]:
        """Yield the expressions of which enough is said, in the order in which they are written."""
        whole = [n for stem in said for n in self._whole.get(stem, ()) if self._expressions[n].stems <= said]
        shared = Counter(n for stem in said for n in self._partly.get(stem, ()))
        partly = [n for n, met in shared.items() if met > 1 and met >= self._expressions[n].least]
        yield from (self._expressions[n] for n in sorted(whole + partly))

    @cached_property
    def _institutions(self) -> Texts:
        """The words by which referentials name each gesture."""
        texts = [" ".join((geste.concept, *geste.institution)) for geste in self.gestes]
        return Texts([self._lexicon.bag(text, content_words(text)) for text in texts])

    def nearness_to(self, titles: TextIndex) -> Floats:
        """Return how near each gesture is to each wording; shape (gestures, wordings)."""
        return titles.likenesses(self._institutions)


def _expressions(geste: Geste) -> list[tuple[str, float, float]]:
    """Return what a gesture is heard by: words, how much that kind says, the share that has to be met."""
    return [
        *((words, 1.0, 1.0) for words in geste.parle),
        *((words, 0.7, 1.0) for words in geste.outils),
        *((words, 0.3, 1.0) for words in geste.lieux),
        *((words, 1.0, SITUATION_SHARE) for words in geste.situations),
    ]
