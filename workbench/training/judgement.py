"""Fit the judges: how the signals combine into a probability, and from which one a competence is proposed.

The thresholds are chosen on predictions for fiches that were left out of the fit, one at a time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from workbench.matching.correction import SentenceRead
from workbench.matching.engine import MOST_PROPOSED, Engine
from workbench.matching.judgement import MODELS, Judge, Judges, feature_names, features, sentence_features
from workbench.training.corpus import LabelledStory, folds
from workbench.training.regression import Logistic, Matrix, fit_logistic

CANDIDATE_RECALL: Final = 0.95
"""The share of due competences that the candidates' threshold has to keep."""


@dataclass(frozen=True, slots=True)
class StoryTable:
    """A labelled story as the judge sees it."""

    fiche: str
    table: Matrix
    due: Matrix
    accepted: Matrix

    @property
    def counts(self) -> Matrix:
        """Return 1 for what is sure, 0 for what one annotator only chose."""
        result: Matrix = ((self.due > 0) | (self.accepted == 0)).astype(float)
        return result


def tabulate(
    engine: Engine, stories: Sequence[LabelledStory], read: Mapping[str, SentenceRead], *, with_examples: bool
) -> list[StoryTable]:
    """Return the features and labels of stories; tables have shape (sentences, places, features).

    `read` says how each text is read by a correction fitted without its fiche: the shipped one saw the labels.
    """
    tables = []
    for story in stories:
        aside = frozenset() if with_examples else frozenset({story.fiche.code})
        index = engine.index(story.fiche, aside)
        readings = engine.read([line.text for line in story.lines])
        heard = [read[r.said.text] for r in readings]
        about = [sentence_features(h.who, h.telling, len(r.said.words)) for h, r in zip(heard, readings, strict=True)]
        table = features(engine.signals(index, readings), about).astype(float)
        codes = [{competence.code for _, competence in twins} for twins in index.places]
        due = np.array([[len(c & line.due) for c in codes] for line in story.lines], dtype=float)
        accepted = np.array([[bool(c & line.accepted) for c in codes] for line in story.lines], dtype=float)
        tables.append(StoryTable(story.fiche.code, table, due, accepted))
    return tables


def fit_judge(tables: Sequence[StoryTable], stories: Sequence[LabelledStory]) -> Judge:
    """Fit on all tables; choose the thresholds on fiches left out in turn."""
    left_out: list[tuple[StoryTable, Matrix]] = []
    for fiche in folds(stories):
        fitted = _fit([t for t in tables if t.fiche != fiche])
        left_out += [(t, fitted.probabilities(t.table)) for t in tables if t.fiche == fiche]
    whole = _fit(tables)
    mean, scale, weights = (
        tuple(round(float(x), 5) for x in array) for array in (whole.mean, whole.scale, whole.weights)
    )
    return Judge(
        features=feature_names(),
        mean=mean,
        scale=scale,
        weights=weights,
        bias=round(whole.bias, 5),
        proposed_from=round(best_threshold(left_out), 4),
        candidate_from=round(_recall_threshold(left_out), 4),
    )


def write(judges: Judges, path: Path = MODELS) -> None:
    """Write judges where the engine reads them."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(judges), indent=1))


def _fit(tables: Sequence[StoryTable]) -> Logistic:
    width = tables[0].table.shape[2]
    table = np.concatenate([t.table.reshape(-1, width) for t in tables])
    due = np.concatenate([(t.due > 0).astype(float).ravel() for t in tables])
    counts = np.concatenate([t.counts.ravel() for t in tables])
    return fit_logistic(table, due, counts)


def ranked_pairs(predicted: Sequence[tuple[StoryTable, Matrix]]) -> list[tuple[float, float, float]]:
    """Return (probability, due, wrong) of what could be proposed, the likeliest first."""
    pairs = []
    for table, probabilities in predicted:
        for sentence, row in enumerate(probabilities):
            for place in np.argsort(-row)[:MOST_PROPOSED]:
                due, accepted = table.due[sentence, place], table.accepted[sentence, place]
                pairs.append((float(row[place]), float(due), float(not accepted)))
    return sorted(pairs, reverse=True)


def best_threshold(predicted: Sequence[tuple[StoryTable, Matrix]]) -> float:
    """Return the probability from which proposing gives the best F1."""
    total = sum(float(t.due.sum()) for t, _ in predicted)
    best, threshold, hits, wrong = 0.0, 1.0, 0.0, 0.0
    for probability, due, is_wrong in ranked_pairs(predicted):
        hits, wrong = hits + due, wrong + is_wrong
        score = 2 * hits / max(hits + wrong + total, 1)
        if score > best:
            best, threshold = score, probability
    return threshold


def _recall_threshold(predicted: Sequence[tuple[StoryTable, Matrix]]) -> float:
    due = np.concatenate([p[t.due > 0] for t, p in predicted])
    return float(np.quantile(due, 1 - CANDIDATE_RECALL))
