"""Fit the correction of who-did-what on labelled sentences: our own corpus, and labelled stories where given."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from msgspec import Struct

from workbench.matching.correction import MODEL, Choice, Correction, features
from workbench.matching.spelling import as_written_slowly
from workbench.matching.who_did_what import most_telling, read_clauses
from workbench.paths import RESSOURCES
from workbench.resources import read_toml
from workbench.training.corpus import LabelledStory
from workbench.training.regression import fit_multinomial

if TYPE_CHECKING:
    from spacy.language import Language

CORPUS: Final = RESSOURCES / "lexique" / "qui-a-fait-quoi.toml"
LEAST_COUNT: Final = 2
LEAST_WEIGHT: Final = 0.02


class LabelledSentence(Struct, forbid_unknown_fields=True, frozen=True):
    """A sentence of our corpus; a label in doubt is empty."""

    texte: str
    acteur: str
    realite: str


class Corpus(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `qui-a-fait-quoi.toml`."""

    phrase: tuple[LabelledSentence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a sentence shows, and its labels."""

    features: dict[str, float]
    actor: str
    reality: str


def read_corpus() -> list[LabelledSentence]:
    """Return our labelled sentences."""
    return list(read_toml(CORPUS, Corpus).phrase)


def sentences_of(stories: Iterable[LabelledStory]) -> list[LabelledSentence]:
    """Return the lines of labelled stories."""
    return [LabelledSentence(x.text, x.actor or "", x.reality or "") for story in stories for x in story.lines]


def read_rows(model: "Language", sentences: Sequence[LabelledSentence]) -> list[Row]:
    """Parse labelled sentences."""
    rows = []
    for doc, sentence in zip(model.pipe([as_written_slowly(s.texte) for s in sentences]), sentences, strict=True):
        clauses = read_clauses(doc)
        rows.append(Row(features(doc, clauses, most_telling(doc, clauses)), sentence.acteur, sentence.realite))
    return rows


def fit(rows: Sequence[Row]) -> Correction:
    """Fit both choices."""
    return Correction(_choice(rows, [r.actor for r in rows]), _choice(rows, [r.reality for r in rows]))


def write(correction: Correction, path: Path = MODEL) -> None:
    """Write a correction where the engine reads it."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(correction), indent=0))


def _choice(rows: Sequence[Row], labels: Sequence[str]) -> Choice:
    known = [(row, label) for row, label in zip(rows, labels, strict=True) if label]
    counts = Counter(name for row, _ in known for name in row.features)
    places = {name: n for n, name in enumerate(sorted(n for n, c in counts.items() if c >= LEAST_COUNT))}
    classes = sorted({label for _, label in known})
    table = np.zeros((len(known), len(places) + 1))
    table[:, -1] = 1
    targets = np.zeros((len(known), len(classes)))
    for number, (row, label) in enumerate(known):
        targets[number, classes.index(label)] = 1
        for name, value in row.features.items():
            if name in places:
                table[number, places[name]] = value
    weights = fit_multinomial(table, targets)
    kept = {n: tuple(round(float(w), 3) for w in weights[p]) for n, p in places.items()}
    return Choice(
        tuple(classes),
        tuple(round(float(w), 3) for w in weights[-1]),
        {n: w for n, w in kept.items() if max(map(abs, w)) >= LEAST_WEIGHT},
    )
