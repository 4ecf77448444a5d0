"""A small sentence encoder, trained on our own sentences: spoken words and official wordings meet in it.

A text becomes the sum of its words' vectors, seen through one matrix, and of one learnt vector per stem;
the result has length 1. Its arrays lie in `ressources/modeles/encodeur.npz`, written by
`workbench.training.encoder`. Several encoders are trained, each without a quarter of the fiches, and one
without any: what a fiche that nobody prepared would get can always be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np

from workbench.matching.vectors import WIDTH, Bag, Floats, unit
from workbench.paths import RESSOURCES

MODEL: Final = RESSOURCES / "modeles" / "encodeur.npz"
FOLDS: Final = 4
WHOLE: Final = "entier"
"""The encoder that was trained with every fiche."""
NONE: Final = "sans-fiche"
"""The encoder that was trained with the thesaurus alone."""
NEAREST: Final = 30
SPOKEN_SHARPNESS: Final = 20.0
WORDING_SHARPNESS: Final = 10.0


def fold_of(fiche: str) -> str:
    """Return the name of the encoder that never saw a fiche."""
    return f"sans-quart-{crc32(fiche.encode()) % FOLDS}"


def encoder_name(aside: frozenset[str]) -> str:
    """Return the name of the encoder that never saw any of some fiches."""
    names = {fold_of(fiche) for fiche in aside}
    if not names:
        return WHOLE
    return names.pop() if len(names) == 1 else NONE


@dataclass(frozen=True, slots=True)
class Encoder:
    """The arrays of one encoder, and where it puts what it was trained on.

    `through` has shape (300, width), `stems` (known stems, width), `spoken` and `worded` (entries, width):
    the middle of each entry's sentences and its official wording.
    """

    places: Mapping[str, int]
    through: Floats
    stems: Floats
    spoken: Floats
    worded: Floats

    @property
    def width(self) -> int:
        """Return the length of a vector."""
        return int(self.through.shape[1])

    def vector(self, bag: Bag) -> Floats:
        """Return where a text lies: a vector of length 1, or 0 if no word of it is known; shape (width,)."""
        dense, sparse = inputs(bag)
        hidden = dense @ self.through
        for stem, weight in zip(bag.stems, sparse, strict=True):
            place = self.places.get(stem)
            if place is not None:
                hidden = hidden + weight * self.stems[place]
        return unit(hidden)

    def bridge(self, said: Floats, kinship: Floats) -> Floats:
        """Return how much the known sentences nearest to one speak for each wording; shape (wordings,).

        `kinship` comes from `kinship_of`: known wordings beside those of a fiche.
        """
        if not len(self.spoken):
            return np.zeros(len(kinship), np.float32)
        near = self.spoken @ said
        best = np.argpartition(-near, min(NEAREST, len(near) - 1))[:NEAREST]
        shares = np.exp((near[best] - near[best].max()) * SPOKEN_SHARPNESS)
        result: Floats = (kinship[:, best] @ (shares / shares.sum())).astype(np.float32)
        return result

    def kinship_of(self, wordings: Floats) -> Floats:
        """Return how alike some wordings and the known ones are; shape (wordings, entries)."""
        result: Floats = np.exp((wordings @ self.worded.T - 1) * WORDING_SHARPNESS).astype(np.float32)
        return result


def inputs(bag: Bag) -> tuple[Floats, Floats]:
    """Return what an encoder sees of a text: the direction of its words, shape (300,), and each stem's share."""
    if not bag.stems:
        return np.zeros(WIDTH, np.float32), np.zeros(0, np.float32)
    return unit(bag.weights @ bag.vectors), bag.weights / np.linalg.norm(bag.weights)


@lru_cache(maxsize=FOLDS + 2)
def load_encoder(name: str, path: Path = MODEL) -> Encoder:
    """Return a shipped encoder by its name."""
    with np.load(path) as arrays:
        words = bytes(arrays["mots"]).decode().split("\n")
        matrices = [arrays[f"{name}.{part}"].astype(np.float32) for part in ("matrice", "mots", "dits", "libelles")]
    return Encoder({word: place for place, word in enumerate(words)}, *matrices)
