"""Choosing between sibling competences: kernel ridge regression over their spoken examples.

Solved in closed form each time that examples come or go (milliseconds for a few hundred): what a
counsellor corrects counts at once. Near-misses are examples of nothing and push all scores down.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from workbench.matching.resemblance import Resemblance
from workbench.matching.vectors import Floats

Indexes = npt.NDArray[np.intp]

RIDGE: Final = 1.25
NOTHING: Final = -1
"""The label of an example that shows none of the competences."""


class ExampleClassifier:
    """Scores of places (competences) for a text, learnt from labelled texts."""

    def __init__(self, texts: Resemblance, labels: Sequence[int], places: int) -> None:
        """Learn; `labels` are places from 0, or NOTHING."""
        self._places = places
        targets = np.zeros((len(texts.bags), places), dtype=np.float32)
        for row, place in enumerate(labels):
            if place != NOTHING:
                targets[row, place] = 1.0
        self.size = len(texts.bags)
        self.targets = targets
        ridge = RIDGE * np.eye(self.size, dtype=np.float32)
        self.inverse: Floats = np.linalg.inv(texts.among() + ridge).astype(np.float32)
        self._weights: Floats = self.inverse @ targets
        self._by_place: list[Indexes] = [np.flatnonzero(column) for column in targets.T]

    def scores(self, likeness: Floats) -> Floats:
        """Return the score of each place, about 0 to 1, from a text's likeness with each example; shape (places,)."""
        return likeness @ self._weights

    def nearest(self, likeness: Floats, how_many: int) -> Floats:
        """Return the mean likeness of the nearest examples of each place; shape (places,)."""
        result = np.zeros(self._places, dtype=np.float32)
        for place, examples in enumerate(self._by_place):
            if len(examples):
                result[place] = np.sort(likeness[examples])[-how_many:].mean()
        return result

    def of_place(self, place: int) -> Indexes:
        """Return the examples of a place."""
        return self._by_place[place]

    def nearest_example(self, likeness: Floats, place: int) -> int | None:
        """Return the index of the nearest example of a place, or None if it has none."""
        examples = self._by_place[place]
        return int(examples[likeness[examples].argmax()]) if len(examples) else None
