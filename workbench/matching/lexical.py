"""Likeness by shared words: BM25 of a sentence against main clauses, tails and bloc titles."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

K1: Final = 1.2
B: Final = 0.5


class Bm25:
    """BM25 over a small collection of bags of stems."""

    def __init__(self, bags: Sequence[Iterable[str]]) -> None:
        """Index the bags, in their order."""
        counts = [Counter(bag) for bag in bags]
        self._size = len(counts)
        mean = sum(c.total() for c in counts) / max(1, len(counts)) or 1.0
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for index, count in enumerate(counts):
            norm = K1 * (1 - B + B * count.total() / mean)
            for stem, times in count.items():
                self._postings.setdefault(stem, []).append((index, times * (K1 + 1) / (times + norm)))

    def idf(self, stem: str) -> float:
        """Return how rare a stem is; 0 for one that is nowhere."""
        found = len(self._postings.get(stem, ()))
        return math.log(1 + (self._size - found + 0.5) / (found + 0.5)) if found else 0.0

    def scores(self, stems: Iterable[str]) -> dict[int, dict[str, float]]:
        """Return, for each bag that shares a stem, what each stem brings."""
        scores: dict[int, dict[str, float]] = {}
        for stem in set(stems):
            idf = self.idf(stem)
            for index, weight in self._postings.get(stem, ()):
                scores.setdefault(index, {})[stem] = idf * weight
        return scores
