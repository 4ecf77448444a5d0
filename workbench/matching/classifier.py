"""Choosing between sibling competences: kernel ridge regression over their spoken examples.

Solved in closed form each time that examples come or go (milliseconds for a few hundred): what a
counsellor corrects counts at once. Near-misses and what surrounds a deed show nothing and push all scores down.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from workbench.matching.kernel import TextIndex, Texts
from workbench.matching.vectors import Bag, Floats

Indexes = npt.NDArray[np.intp]

RIDGE: Final = 1.0


class ExampleClassifier:
    """Scores of places (competences) for a text, learnt from labelled texts."""

    def __init__(self, bags: Sequence[Bag], shown: Sequence[Sequence[int]], places: int) -> None:
        """Learn; `shown` are the places that each text shows, from 0, none for what shows nothing."""
        self._index = TextIndex(bags)
        self._places = places
        kernel = self._index.likenesses(Texts(bags))
        symmetric = (kernel + kernel.T) / 2
        targets = np.zeros((len(bags), places), dtype=np.float32)
        for row, of_text in enumerate(shown):
            targets[row, list(of_text)] = 1.0
        self.size = len(bags)
        self.targets = targets
        self.inverse: Floats = np.linalg.inv(symmetric + RIDGE * np.eye(len(bags), dtype=np.float32)).astype(np.float32)
        self._weights: Floats = self.inverse @ targets
        self._by_place: list[Indexes] = [np.flatnonzero(column) for column in targets.T]

    def likeness(self, bag: Bag) -> Floats:
        """Return the likeness of a text with each example; shape (examples,)."""
        return self._index.likeness(bag)

    def scores(self, likeness: Floats) -> Floats:
        """Return the score of each place, about 0 to 1; shape (places,)."""
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
