"""How like a sentence and some examples are: word by word, and by where an encoder that never saw them puts them."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from workbench.matching.encoder import Encoder
from workbench.matching.kernel import TextIndex, Texts
from workbench.matching.vectors import Bag, Floats

MEANING: Final = 0.6
"""What the encoder's likeness counts beside that of the words."""


class Resemblance:
    """Some texts, ready to be compared with others."""

    def __init__(self, bags: Sequence[Bag], encoder: Encoder) -> None:
        """Read the texts, in their order."""
        self.bags = bags
        self._encoder = encoder
        self._words = TextIndex(bags)
        self._vectors = _vectors_of(bags, encoder)

    def to(self, bag: Bag) -> Floats:
        """Return the likeness of a text with each of the texts, from 0 to 1; shape (texts,)."""
        return self.compare(bag)[0]

    def compare(self, bag: Bag) -> tuple[Floats, Floats]:
        """Return the likeness of a text with each of the texts, and the part of it that the encoder sees (cosines)."""
        cosines: Floats = self._vectors @ self._encoder.vector(bag)
        return _together(self._words.likeness(bag), cosines), cosines

    def among(self) -> Floats:
        """Return the likeness of the texts with each other, the same both ways; shape (texts, texts)."""
        words = self._words.likenesses(Texts(self.bags))
        return _together((words + words.T) / np.float32(2), self._vectors @ self._vectors.T)


def _vectors_of(bags: Sequence[Bag], encoder: Encoder) -> Floats:
    """Return where an encoder puts some texts; shape (texts, width)."""
    if not bags:
        return np.zeros((0, encoder.width), np.float32)
    return np.stack([encoder.vector(bag) for bag in bags])


def _together(words: Floats, cosines: Floats) -> Floats:
    return ((words + MEANING * np.maximum(cosines, 0)) / (1 + MEANING)).astype(np.float32)
