"""Train the sentence encoders: sentences that show the same competence meet, with its wording, apart from its siblings.

Supervised contrastive learning (Khosla et al., 2020) with Adam, in numpy. Run it by
`python -m workbench.training --encodeur` after importing the official fiches: their wordings are read
from the catalogue, and only vectors of them are kept.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from workbench.matching.encoder import FOLDS, MODEL, NONE, WHOLE, Encoder, fold_of, inputs
from workbench.matching.vectors import WIDTH, Bag, Floats, Lexicon, unit
from workbench.matching.words import content_words
from workbench.training.corpus import Entry

DIMENSIONS: Final = 96
EPOCHS: Final = 12
TEMPERATURE: Final = 0.12
RATE: Final = 3e-3
DROPPED: Final = 0.5
LEAST_COUNT: Final = 3
DOMAINS: Final = 10
ENTRIES: Final = 12
SENTENCES: Final = 2
SEED: Final = 20261122


@dataclass
class Adam:
    """The running moments of one array."""

    array: Floats
    first: Floats = field(init=False)
    second: Floats = field(init=False)
    steps: int = 0

    def __post_init__(self) -> None:
        """Start from nothing."""
        self.first, self.second = np.zeros_like(self.array), np.zeros_like(self.array)

    def step(self, gradient: Floats, rate: float) -> None:
        """Move the array against its gradient."""
        self.steps += 1
        self.first += 0.1 * (gradient - self.first)
        self.second += 0.001 * (gradient**2 - self.second)
        mean = self.first / (1 - 0.9**self.steps)
        spread = np.sqrt(self.second / (1 - 0.999**self.steps)) + 1e-8
        self.array -= (rate * mean / spread).astype(np.float32)


@dataclass(frozen=True)
class Material:
    """The texts as an encoder sees them: word directions, stems with their shares, and who belongs together."""

    dense: Floats
    stems: list[tuple[np.ndarray, Floats]]
    spoken: dict[int, list[int]]
    worded: dict[int, int]
    domains: dict[str, list[int]]


@dataclass(frozen=True)
class Batch:
    """Some texts drawn together; `rows`, `columns` and `shares` say which stems each text has, some dropped."""

    dense: Floats
    rows: np.ndarray
    columns: np.ndarray
    shares: Floats
    labels: np.ndarray


def train_all(entries: Sequence[Entry], lexicon: Lexicon, path: Path = MODEL) -> None:
    """Train every encoder and write their arrays."""
    bags = {text: _bag(lexicon, text) for e in entries for text in (e.wording, *e.spoken)}
    counts = Counter(stem for bag in bags.values() for stem in bag.stems)
    places = {stem: n for n, stem in enumerate(sorted(s for s, c in counts.items() if c >= LEAST_COUNT))}
    arrays: dict[str, np.ndarray] = {"mots": np.frombuffer("\n".join(places).encode(), dtype=np.uint8)}
    for name in (WHOLE, NONE, *(f"sans-quart-{n}" for n in range(FOLDS))):
        kept = [e for e in entries if _is_seen(e, name)]
        encoder = _train(kept, bags, places)
        for part, array in zip(("matrice", "mots", "dits", "libelles"), _arrays(encoder), strict=True):
            arrays[f"{name}.{part}"] = array.astype(np.float16)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def _is_seen(entry: Entry, name: str) -> bool:
    if name == WHOLE or not entry.fiche:
        return True
    return name != NONE and fold_of(entry.fiche) != name


def _arrays(encoder: Encoder) -> tuple[Floats, Floats, Floats, Floats]:
    return encoder.through, encoder.stems, encoder.spoken, encoder.worded


def _bag(lexicon: Lexicon, text: str) -> Bag:
    return lexicon.bag(text, content_words(text))


def _train(entries: Sequence[Entry], bags: dict[str, Bag], places: dict[str, int]) -> Encoder:
    chance = np.random.default_rng(SEED)
    material = _prepare(entries, bags, places)
    turned, _ = np.linalg.qr(chance.normal(size=(WIDTH, WIDTH)))
    through = Adam(turned[:, :DIMENSIONS].astype(np.float32))
    stems = Adam(chance.normal(0, 0.02, (len(places), DIMENSIONS)).astype(np.float32))
    steps = EPOCHS * len(material.dense) // (DOMAINS * ENTRIES * (SENTENCES + 1))
    for step in range(1, steps + 1):
        batch = _draw(material, chance)
        rate = RATE * min(1.0, step / 50) * (1 - 0.9 * step / steps)
        _learn(batch, through, stems, rate)
    nowhere = np.zeros((0, DIMENSIONS), np.float32)
    bare = Encoder(places, through.array, stems.array, nowhere, nowhere)
    spoken = np.stack([unit(np.mean([bare.vector(bags[t]) for t in e.spoken], axis=0)) for e in entries])
    worded = np.stack([bare.vector(bags[e.wording]) for e in entries])
    return Encoder(places, through.array, stems.array, spoken, worded)


def _prepare(entries: Sequence[Entry], bags: dict[str, Bag], places: dict[str, int]) -> Material:
    dense: list[Floats] = []
    stems: list[tuple[np.ndarray, Floats]] = []
    spoken: dict[int, list[int]] = defaultdict(list)
    worded: dict[int, int] = {}
    domains: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        domains[entry.domain].append(number)
        worded[number] = len(dense)
        for text in (entry.wording, *entry.spoken):
            if text is not entry.wording:
                spoken[number].append(len(dense))
            bag = bags[text]
            direction, shares = inputs(bag)
            known = [n for n, s in enumerate(bag.stems) if s in places]
            dense.append(direction)
            stems.append((np.array([places[bag.stems[n]] for n in known], np.intp), shares[known]))
    return Material(np.stack(dense), stems, spoken, worded, domains)


def _draw(material: Material, chance: np.random.Generator) -> Batch:
    names = list(material.domains)
    sizes = np.array([len(material.domains[n]) for n in names], dtype=float)
    texts: list[int] = []
    labels: list[int] = []
    for domain in chance.choice(len(names), min(DOMAINS, len(names)), replace=False, p=sizes / sizes.sum()):
        entries = material.domains[names[domain]]
        for entry in chance.choice(entries, min(ENTRIES, len(entries)), replace=False):
            said = material.spoken[int(entry)]
            chosen = chance.choice(said, min(SENTENCES, len(said)), replace=False)
            texts += [*map(int, chosen), material.worded[int(entry)]]
            labels += [int(entry)] * (len(chosen) + 1)
    rows = np.concatenate([np.full(len(material.stems[t][0]), n) for n, t in enumerate(texts)]).astype(np.intp)
    columns = np.concatenate([material.stems[t][0] for t in texts])
    shares = np.concatenate([material.stems[t][1] for t in texts])
    kept = (chance.random(len(shares)) > DROPPED) / (1 - DROPPED) ** 0.5
    return Batch(material.dense[texts], rows, columns, (shares * kept)[:, None].astype(np.float32), np.array(labels))


def _learn(batch: Batch, through: Adam, stems: Adam, rate: float) -> None:
    hidden = batch.dense @ through.array
    np.add.at(hidden, batch.rows, batch.shares * stems.array[batch.columns])
    lengths = np.linalg.norm(hidden, axis=1, keepdims=True) + 1e-9
    units = hidden / lengths
    pull = _contrast(units, batch.labels)
    back = (pull - (pull * units).sum(axis=1, keepdims=True) * units) / lengths
    gradient = np.zeros_like(stems.array)
    np.add.at(gradient, batch.columns, batch.shares * back[batch.rows])
    through.step(batch.dense.T @ back, rate)
    stems.step(gradient, rate)


def _contrast(units: Floats, labels: np.ndarray) -> Floats:
    """Return the gradient of the contrastive loss with regard to the unit vectors."""
    likeness = units @ units.T / TEMPERATURE
    np.fill_diagonal(likeness, -1e9)
    likeness -= likeness.max(axis=1, keepdims=True)
    shares = np.exp(likeness)
    shares /= shares.sum(axis=1, keepdims=True)
    same = (labels[:, None] == labels[None, :]).astype(np.float32)
    np.fill_diagonal(same, 0)
    error = (shares - same / np.maximum(same.sum(axis=1, keepdims=True), 1)) / len(labels)
    result: Floats = ((error + error.T) @ units / TEMPERATURE).astype(np.float32)
    return result
