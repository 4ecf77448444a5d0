"""Judgement: from signals to the probability that a sentence shows a competence.

A small logistic regression, one for fiches with spoken examples and one for the others; its weights lie
in `ressources/modeles/jugement.json`, written by `workbench.training.judgement`. Beside the signals it
looks at the neighbouring sentences, at the sibling competences, and at who did what.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec
import numpy as np
from msgspec import Struct

from workbench.domain.analysis import Actor, Reality, WhoDidWhat
from workbench.matching.signals import NAMES, SENTENCE_NAMES
from workbench.matching.vectors import Floats
from workbench.paths import RESSOURCES

MODELS: Final = RESSOURCES / "modeles" / "jugement.json"
NEIGHBOURLY: Final = ("geste", "classifier", "nearest", "encoder", "bridge")
COMPARED: Final = ("classifier", "nearest", "geste", "main", "title", "encoder", "bridge", "kindred")
STORIED: Final = ("classifier", "encoder")
BESTS: Final = ("classifier", "nearest", "encoder")
STORY_BEST: Final = 3
UNREAL: Final = frozenset({Reality.DENIED, Reality.WISHED, Reality.SUPPOSED})


def feature_names() -> tuple[str, ...]:
    """Return what each column of `features` holds, in order."""
    return (
        *NAMES,
        *(f"{name}.neighbours" for name in NEIGHBOURLY),
        *(f"{name}.story" for name in STORIED),
        *(f"{name}.{kind}" for name in COMPARED for kind in ("margin", "rank")),
        *SENTENCE_NAMES,
        *(f"{name}.best" for name in BESTS),
        *(f"evidence*{name}" for name in BESTS),
        *(f"telling*{name}" for name in BESTS),
    )


class Judge(Struct, forbid_unknown_fields=True, frozen=True):
    """The weights of one regime: each feature is centred and scaled first."""

    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    proposed_from: float
    candidate_from: float

    def probabilities(self, table: Floats, leanings: Floats | float = 0.0) -> Floats:
        """Return the probability of each (sentence, place); `table` has the features last, `leanings` are log-odds."""
        centred = (table - np.array(self.mean, np.float32)) / np.array(self.scale, np.float32)
        logits = centred @ np.array(self.weights, np.float32) + self.bias + leanings
        return (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).astype(np.float32)


class Judges(Struct, forbid_unknown_fields=True, frozen=True):
    """One judge for fiches with spoken examples, one for the others."""

    prepared: Judge
    unprepared: Judge


@lru_cache(maxsize=1)
def load_judges() -> Judges:
    """Return the shipped judges."""
    return msgspec.json.decode(MODELS.read_bytes(), type=Judges)


def sentence_features(who: WhoDidWhat, telling: float, words: int) -> list[float]:
    """Return what is known of a sentence whatever the competence, in the order of SENTENCE_NAMES."""
    return [
        float(who.is_evidence),
        float(who.actor is Actor.SELF),
        float(who.actor is Actor.GROUP),
        float(who.actor is Actor.OTHER),
        float(who.reality is Reality.DONE),
        float(who.reality is Reality.OTHER),
        float(who.reality in UNREAL),
        telling,
        float(np.log1p(words)),
    ]


def features(signals: Floats, sentences: Sequence[Sequence[float]]) -> Floats:
    """Return the features of a story; signals have shape (sentences, places, signals), see `feature_names`."""
    column = {name: signals[:, :, index] for index, name in enumerate(NAMES)}
    about = np.array(sentences, dtype=np.float32)[:, None, :]
    spread = np.broadcast_to(about, (*signals.shape[:2], about.shape[2]))
    evidence = spread[:, :, 0]
    singles = [
        *(_neighbours(column[name]) for name in NEIGHBOURLY),
        *(_story_best(column[name]) for name in STORIED),
        *(values for name in COMPARED for values in (_margin(column[name]), _rank(column[name]))),
    ]
    bests = [np.broadcast_to(column[n].max(axis=1, keepdims=True), evidence.shape) for n in BESTS]
    told = 1 / (1 + np.exp(-spread[:, :, SENTENCE_NAMES.index("telling")]))
    crossed = [*(evidence * column[name] for name in BESTS), *(told * column[name] for name in BESTS)]
    stacked = [np.stack(group, axis=2) for group in (singles, [*bests, *crossed])]
    return np.concatenate([signals, stacked[0], spread, stacked[1]], axis=2).astype(np.float32)


def _neighbours(values: Floats) -> Floats:
    """Return the mean of the sentence before and the one after."""
    around = np.zeros_like(values)
    around[1:] += values[:-1] / 2
    around[:-1] += values[1:] / 2
    return around


def _story_best(values: Floats) -> Floats:
    """Return, for each place, the mean of its best sentences."""
    best = np.sort(values, axis=0)[-STORY_BEST:].mean(axis=0, keepdims=True)
    return np.broadcast_to(best, values.shape)


def _margin(values: Floats) -> Floats:
    """Return how far each place is above the best of the others."""
    if values.shape[1] < 2:
        return values
    ordered = np.sort(values, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    return values - np.where(values >= best, second, best)


def _rank(values: Floats) -> Floats:
    """Return 1 for the best place, 1/2 for the next, 1/3…"""
    ranks = (-values).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    result: Floats = (1 / (1 + ranks)).astype(np.float32)
    return result
