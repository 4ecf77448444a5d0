"""Fit the correction of who-did-what on labelled stories."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from workbench.domain.analysis import Actor, Reality, WhoDidWhat
from workbench.matching.correction import MODEL, TELLING, Choice, Correction, SentenceRead, features
from workbench.matching.spelling import as_written_slowly
from workbench.matching.who_did_what import most_telling, read_clauses
from workbench.training.corpus import LabelledLine, LabelledStory
from workbench.training.regression import fit_multinomial

if TYPE_CHECKING:
    from spacy.language import Language

LEAST_COUNT: Final = 2
LEAST_WEIGHT: Final = 0.02


@dataclass(frozen=True, slots=True)
class Row:
    """What a sentence shows, and its labels; None where annotators differ."""

    fiche: str
    text: str
    features: dict[str, float]
    actor: str | None
    reality: str | None
    telling: str | None


def read_rows(model: "Language", stories: Iterable[LabelledStory]) -> list[Row]:
    """Parse the lines of labelled stories."""
    lines = [(story.fiche.code, line) for story in stories for line in story.lines]
    rows = []
    for doc, (fiche, line) in zip(model.pipe([as_written_slowly(x.text) for _, x in lines]), lines, strict=True):
        clauses = read_clauses(doc)
        seen = features(doc, clauses, most_telling(doc, clauses))
        rows.append(Row(fiche, line.text, seen, line.actor, line.reality, _telling(line)))
    return rows


def _telling(line: LabelledLine) -> str | None:
    if line.due:
        return TELLING
    return None if line.accepted else "non"


def read_left_out(rows: Sequence[Row]) -> dict[str, SentenceRead]:
    """Return how each text is read by a correction that was fitted without its fiche."""
    found: dict[str, SentenceRead] = {}
    for fiche in sorted({r.fiche for r in rows}):
        correction = fit([r for r in rows if r.fiche != fiche])
        found |= {r.text: _read(correction, r) for r in rows if r.fiche == fiche}
    return found


def _read(correction: Correction, row: Row) -> SentenceRead:
    actor = Actor(correction.actor.best(row.features))
    reality = Reality(correction.reality.best(row.features))
    return SentenceRead(WhoDidWhat(actor, reality), correction.telling.lead(row.features, TELLING))


def fit(rows: Sequence[Row]) -> Correction:
    """Fit the three choices."""
    return Correction(
        _choice(rows, [r.actor for r in rows]),
        _choice(rows, [r.reality for r in rows]),
        _choice(rows, [r.telling for r in rows]),
    )


def write(correction: Correction, path: Path = MODEL) -> None:
    """Write a correction where the engine reads it."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(correction), indent=0))


def _choice(rows: Sequence[Row], labels: Sequence[str | None]) -> Choice:
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
