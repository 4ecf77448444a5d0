"""Soft likeness of short texts: each word looks for its nearest in the other text.

Equal stems count 1; other words count by the cosine of their vectors above `FLOOR`, at most `NEAR`.
What each side finds is averaged by the rarity of its words; the likeness is the harmonic mean of both
sides, so that a long text is no better than a short one.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from workbench.matching.vectors import WIDTH, Bag, Floats

Places = npt.NDArray[np.intp]

FLOOR: Final = 0.4
NEAR: Final = 0.8


class TextIndex:
    """Many short texts, ready to be compared with one."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        """Stack the words of the texts; the order is kept."""
        self.size = len(bags)
        places: dict[str, int] = {}
        vectors: list[Floats] = []
        words: list[int] = []
        for bag in bags:
            for stem, vector in zip(bag.stems, bag.vectors, strict=True):
                if stem not in places:
                    places[stem] = len(places)
                    vectors.append(vector)
                words.append(places[stem])
        self._places = places
        self._vectors = np.stack(vectors) if vectors else np.zeros((0, WIDTH), np.float32)
        self._words = np.array(words, dtype=np.intp)
        self._weights = np.concatenate([b.weights for b in bags]) if bags else np.zeros(0, np.float32)
        lengths = np.array([len(b.stems) for b in bags], dtype=np.intp)
        self._filled = np.flatnonzero(lengths)
        self._starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp)[self._filled]
        self._totals = np.add.reduceat(self._weights, self._starts) if len(self._filled) else np.zeros(0, np.float32)

    def likeness(self, bag: Bag) -> Floats:
        """Return the likeness of a text with each of the texts, from 0 to 1; shape (size,)."""
        result = np.zeros(self.size, dtype=np.float32)
        if not bag.stems or not len(self._filled):
            return result
        near = self.nearness(bag)[:, self._words]
        theirs = np.add.reduceat(near.max(axis=0) * self._weights, self._starts) / self._totals
        best = np.maximum.reduceat(near, self._starts, axis=1)
        ours = bag.weights @ best / bag.weights.sum()
        total = ours + theirs
        result[self._filled] = np.divide(2 * ours * theirs, total, out=np.zeros_like(total), where=total > 0)
        return result

    def likenesses(self, texts: "Texts") -> Floats:
        """Return the likeness of many texts with each of the texts here, all at once; shape (texts, size)."""
        result = np.zeros((texts.size, self.size), dtype=np.float32)
        if not len(texts.filled) or not len(self._filled):
            return result
        near = _nearness(texts.vectors @ self._vectors.T, texts.stems, self._places)
        theirs = _best_met(near, texts.starts, texts.words, self._starts, self._words, self._weights)
        ours = _best_met(near.T.copy(), self._starts, self._words, texts.starts, texts.words, texts.weights).T
        total = ours + theirs
        both = np.divide(2 * ours * theirs, total, out=np.zeros_like(total), where=total > 0)
        result[np.ix_(texts.filled, self._filled)] = both
        return result

    def nearness(self, bag: Bag) -> Floats:
        """Return how near each word of a text is to each distinct word here; shape (words, distinct words)."""
        return _nearness(bag.vectors @ self._vectors.T, bag.stems, self._places)


def _nearness(cosines: Floats, stems: Sequence[str], places: Mapping[str, int]) -> Floats:
    """Turn cosines into nearness, in place; `stems` are those of the rows, `places` the columns of stems."""
    cosines -= FLOOR
    cosines *= NEAR / (1 - FLOOR)
    np.clip(cosines, 0, NEAR, out=cosines)
    for row, stem in enumerate(stems):
        place = places.get(stem)
        if place is not None:
            cosines[row, place] = 1.0
    return cosines


class Texts:
    """Many short texts, ready to be compared with an index: each different word once, and where each text has it."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        """Number the words of the texts; the order is kept."""
        self.size = len(bags)
        self.filled = np.flatnonzero([len(bag.stems) for bag in bags])
        found: dict[tuple[str, bytes], int] = {}
        vectors: list[Floats] = []
        words: list[int] = []
        for bag in bags:
            for stem, vector in zip(bag.stems, bag.vectors, strict=True):
                place = found.setdefault((stem, vector.tobytes()), len(vectors))
                if place == len(vectors):
                    vectors.append(vector)
                words.append(place)
        self.stems = [stem for stem, _ in found]
        self.vectors = np.stack(vectors) if vectors else np.zeros((0, WIDTH), np.float32)
        self.words = np.array(words, dtype=np.intp)
        self.weights = np.concatenate([bag.weights for bag in bags]) if bags else np.zeros(0, np.float32)
        self.starts = np.cumsum([0, *(len(bags[number].stems) for number in self.filled[:-1])], dtype=np.intp)


def _best_met(
    near: Floats, starts: Places, words: Places, their_starts: Places, theirs: Places, weights: Floats
) -> Floats:
    """Return, for each text and each of the others, how well the other's words are met: their weighted mean.

    `near` has the different words of the texts as rows, those of the others as columns; a text's words are the
    rows `words` from its start on, in the same way as those of the others.
    """
    result = np.empty((len(starts), len(their_starts)), dtype=np.float32)
    for number, rows in enumerate(np.split(words, starts[1:])):
        best = near[rows].max(axis=0)
        result[number] = np.add.reduceat(best[theirs] * weights, their_starts)
    totals: Floats = np.add.reduceat(weights, their_starts)
    return result / totals


def nearest_words(one: Bag, other: Bag) -> list[tuple[str, str, float]]:
    """Return the pairs of stems by which two texts are alike, the weightiest first."""
    if not one.stems or not other.stems:
        return []
    near = _nearness(one.vectors @ other.vectors.T, one.stems, {stem: n for n, stem in enumerate(other.stems)})
    best, strengths = near.argmax(axis=1), near.max(axis=1) * one.weights
    pairs = zip(one.stems, best, strengths.tolist(), strict=True)
    return sorted(((stem, other.stems[n], s) for stem, n, s in pairs if s > 0), key=lambda p: -p[2])
