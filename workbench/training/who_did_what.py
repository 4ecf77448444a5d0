"""Fit the correction of who-did-what on labelled stories."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from workbench.domain.analysis import Actor, Reality, WhoDidWhat
from workbench.matching.correction import MODEL, TELLING, Choice, Correction, Deed, SentenceRead, direction, features
from workbench.matching.spelling import as_written_slowly
from workbench.matching.vectors import Floats
from workbench.matching.who_did_what import most_telling, read_clauses
from workbench.training.corpus import LabelledLine, LabelledStory
from workbench.training.regression import fit_multinomial

if TYPE_CHECKING:
    from spacy.language import Language

LEAST_COUNT: Final = 2
LEAST_WEIGHT: Final = 0.02
MEANING: Final = 3.0
"""How much the direction of a sentence's words counts beside its other features, for whether it tells a deed."""
GROUPS: Final = 11
"""Groups of fiches that are left out in turn."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a sentence shows, and its labels; None where annotators differ."""

    fiche: str
    text: str
    features: dict[str, float]
    direction: Floats
    actor: str | None
    reality: str | None
    telling: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with the names of their features, as a table; `meanings` are their directions, scaled."""

    rows: tuple[Row, ...]
    names: tuple[str, ...]
    table: Floats
    meanings: Floats


@dataclass(frozen=True, slots=True)
class Fitted:
    """What each of the rows `kept` adds to each class."""

    classes: tuple[str, ...]
    kept: list[int]
    weights: Floats


def read_rows(model: "Language", stories: Iterable[LabelledStory]) -> list[Row]:
    """Parse the lines of labelled stories."""
    lines = [(story.fiche.code, line) for story in stories for line in story.lines]
    rows = []
    for doc, (fiche, line) in zip(model.pipe([as_written_slowly(x.text) for _, x in lines]), lines, strict=True):
        clauses = read_clauses(doc)
        seen = features(doc, clauses, most_telling(doc, clauses))
        rows.append(Row(fiche, line.text, seen, direction(doc), line.actor, line.reality, _telling(line)))
    return rows


def _telling(line: LabelledLine) -> str | None:
    if line.due:
        return TELLING
    return None if line.accepted else "non"


def lay_out(rows: Sequence[Row]) -> Sheet:
    """Return rows as a table; what stands in one row only is left out, the last column is always 1."""
    counts = Counter(name for row in rows for name in row.features)
    names = tuple(sorted(n for n, c in counts.items() if c >= LEAST_COUNT))
    places = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1), np.float32)
    table[:, -1] = 1
    for number, row in enumerate(rows):
        for name, value in row.features.items():
            if name in places:
                table[number, places[name]] = value
    return Sheet(tuple(rows), names, table, MEANING * np.stack([row.direction for row in rows]))


def read_left_out(rows: Sequence[Row]) -> dict[str, SentenceRead]:
    """Return how each text is read by a correction that was fitted without its fiche."""
    sheet = lay_out(rows)
    plain: Floats = sheet.table @ sheet.table.T
    full: Floats = plain + sheet.meanings @ sheet.meanings.T
    fiches = {fiche: n % GROUPS for n, fiche in enumerate(sorted({r.fiche for r in rows}))}
    found: dict[str, SentenceRead] = {}
    for group in sorted(set(fiches.values())):
        out = [n for n, r in enumerate(rows) if fiches[r.fiche] == group]
        seen = [n for n, r in enumerate(rows) if fiches[r.fiche] != group]
        actors, realities = (
            _chosen(_fit(labels, plain, seen), plain, out)
            for labels in ([r.actor for r in rows], [r.reality for r in rows])
        )
        deeds = _fit([r.telling for r in rows], full, seen)
        ahead = full[np.ix_(out, deeds.kept)] @ (deeds.weights @ _lead(deeds.classes))
        for place, row in enumerate(out):
            who = WhoDidWhat(Actor(actors[place]), Reality(realities[place]))
            found[rows[row].text] = SentenceRead(who, float(ahead[place]))
    return found


def fit(rows: Sequence[Row]) -> Correction:
    """Fit the two choices, and what tells a deed."""
    sheet = lay_out(rows)
    plain: Floats = sheet.table @ sheet.table.T
    everything = list(range(len(rows)))
    actor = _fit([r.actor for r in rows], plain, everything)
    reality = _fit([r.reality for r in rows], plain, everything)
    deed = _fit([r.telling for r in rows], plain + sheet.meanings @ sheet.meanings.T, everything)
    meaning = MEANING * sheet.meanings[deed.kept].T @ (deed.weights @ _lead(deed.classes))
    return Correction(
        _choice(sheet, actor),
        _choice(sheet, reality),
        Deed(_choice(sheet, deed), tuple(round(float(x), 3) for x in meaning)),
    )


def write(correction: Correction, path: Path = MODEL) -> None:
    """Write a correction where the engine reads it."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(correction), indent=0))


def _fit(labels: Sequence[str | None], likeness: Floats, seen: Sequence[int]) -> Fitted:
    kept = [n for n in seen if labels[n]]
    classes = tuple(sorted({label for n in kept if (label := labels[n])}))
    targets = np.array([[label == labels[n] for label in classes] for n in kept], np.float32)
    return Fitted(classes, kept, fit_multinomial(likeness[np.ix_(kept, kept)], targets).astype(np.float32))


def _chosen(fitted: Fitted, likeness: Floats, out: Sequence[int]) -> list[str]:
    scores = likeness[np.ix_(out, fitted.kept)] @ fitted.weights
    return [fitted.classes[n] for n in scores.argmax(axis=1)]


def _lead(classes: Sequence[str]) -> Floats:
    """Return what turns the scores of two classes into by how much telling a deed is ahead."""
    return np.array([1.0 if name == TELLING else -1.0 for name in classes], np.float32)


def _choice(sheet: Sheet, fitted: Fitted) -> Choice:
    weights = sheet.table[fitted.kept].T @ fitted.weights
    kept = {n: tuple(round(float(w), 3) for w in row) for n, row in zip(sheet.names, weights[:-1], strict=True)}
    return Choice(
        fitted.classes,
        tuple(round(float(w), 3) for w in weights[-1]),
        {n: w for n, w in kept.items() if max(map(abs, w)) >= LEAST_WEIGHT},
    )
