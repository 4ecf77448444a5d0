"""Lessons: what was decided of sentences at a desk, and the scores of a fiche once it has heard them.

A sentence that was accepted is an example like those that are written; one that was refused for a
competence says « not this one » and nothing of the others. What a sentence taught is not told back to
it: it is left out where that same sentence of the same récit is judged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from workbench.domain.referential import Competence, Fiche
from workbench.matching.classifier import RIDGE, ExampleClassifier, Indexes
from workbench.matching.encoder import Encoder
from workbench.matching.packs import SAME_ELSEWHERE, PackEntry, find_competences, fingerprint, likeness
from workbench.matching.resemblance import Resemblance
from workbench.matching.vectors import Bag, Floats

NEAR_WEIGHT = 2.0
SEEN_WEIGHT = 0.6
"""Log-odds for a sentence that the encoder finds next to one that was accepted, and for each e-fold of acceptances.

Chosen on the second stories of the labelled fiches; figures between 1 and 3, and 0.3 and 1, do as well.
"""
GAIN_WEIGHT = 2.0
"""Log-odds for what the classifier's score gains by the lessons, where no pack was prepared."""
PREPARED_BY = 2
"""Sentences accepted for each of half of the competences, from which a fiche counts as prepared."""
MOST_SEEN = 5
"""Acceptances of a competence past which one more says nothing of how usual it is."""

Dropped = tuple[int, ...]
"""Lessons, by number, that do not count."""


MOST_LESSONS: Final = 400
"""Lessons heard for one fiche: each one more costs as many comparisons as there are, and the oldest say least."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence that shows a competence, or does not; `recit` is where it was said, empty if that is not known.

    The competence is named by the code of its fiche, its own, and the print of its wording.
    """

    text: str
    fiche: str
    competence: str
    empreinte: str
    shows: bool
    recit: str = ""


@dataclass(frozen=True, slots=True)
class PlacedLesson:
    """What was decided of a sentence, by places (indexes of competences) of a fiche."""

    text: str
    recit: str
    shown: frozenset[int]
    refused: frozenset[int]

    def is_of(self, sentence: str, recit: str) -> bool:
        """Say whether it was learnt from that sentence of that récit, whole or in part."""
        own = " ".join(sentence.split())
        return bool(recit) and recit == self.recit and (self.text in own or own in self.text)


def place_lessons(
    lessons: Iterable[Lesson], fiche: Fiche, competences: Sequence[Competence], aside: frozenset[str]
) -> list[PlacedLesson]:
    """Return what the latest lessons say of some competences; those learnt for the fiches set `aside` do not count."""
    known = [lesson for lesson in lessons if lesson.fiche not in aside]
    places = _places_of(known, fiche, competences)
    placed: dict[tuple[str, str], PlacedLesson] = {}
    for lesson in known:
        found = places[lesson.fiche, lesson.competence, lesson.empreinte]
        text = " ".join(lesson.text.split())
        if found and text:
            before = placed.get((lesson.recit, text), PlacedLesson(text, lesson.recit, frozenset(), frozenset()))
            shown = before.shown | found if lesson.shows else before.shown
            refused = before.refused if lesson.shows else before.refused | found
            placed[lesson.recit, text] = replace(before, shown=shown, refused=refused)
    return list(placed.values())[-MOST_LESSONS:]


def _places_of(
    lessons: Iterable[Lesson], fiche: Fiche, competences: Sequence[Competence]
) -> dict[tuple[str, str, str], frozenset[int]]:
    """Return the places of each competence that lessons name, found by its print."""
    named = {(lesson.fiche, lesson.competence, lesson.empreinte) for lesson in lessons}
    own = sorted(key for key in named if key[0] == fiche.code)
    found: dict[tuple[str, str, str], set[int]] = {key: set() for key in named}
    entries = [PackEntry(code, (), empreinte=empreinte) for _, code, empreinte in own]
    places = {c.code: place for place, c in enumerate(competences)}
    for code, numbers in find_competences(entries, competences).items():
        for number in numbers:
            found[own[number]].add(places[code])
    prints = [fingerprint(c.title) for c in competences]
    for key in named:
        if key[0] != fiche.code:
            other = frozenset(key[2].split())
            found[key] = {
                place for place, own_print in enumerate(prints) if likeness(own_print, other) >= SAME_ELSEWHERE
            }
    return {key: frozenset(value) for key, value in found.items()}


@dataclass(frozen=True, slots=True)
class HeardLesson:
    """A lesson's words, their likeness with each example of a fiche, and their vector in the encoder."""

    bag: Bag
    near: Floats
    vector: Floats


class Pupil:
    """A classifier that has heard lessons; what the examples taught is not worked out again.

    The kernel ridge regression is solved in blocks around the inverse that the classifier keeps. Each
    place has its own rows: a lesson that only refuses counts for the places that it refuses.
    """

    def __init__(
        self, base: ExampleClassifier, lessons: Sequence[PlacedLesson], heard: Sequence[HeardLesson], encoder: Encoder
    ) -> None:
        """Learn; `heard` are the lessons as the fiche reads them, `encoder` is the one that the examples go by."""
        bags, near = [h.bag for h in heard], [h.near for h in heard]
        self.base = base
        self._vectors = np.stack([h.vector for h in heard])
        self.lessons = tuple(lessons)
        self._texts = Resemblance(bags, encoder)
        across = np.stack(near, axis=1)
        self._inverse = _grown(base.inverse, across, self._texts.among())
        self._targets = np.concatenate([base.targets, _targets(lessons, base.targets.shape[1])])
        self._alone = tuple(base.size + n for n, lesson in enumerate(lessons) if not lesson.shown)
        self._weights = self._solve(())

    @property
    def is_prepared(self) -> bool:
        """Say whether the lessons alone are worth a pack written for the fiche."""
        known = [place for place, numbers in self._by_place(()).items() if len(numbers) >= PREPARED_BY]
        return 2 * len(known) >= self.base.targets.shape[1]

    def likeness(self, bag: Bag, to_examples: Floats) -> Floats:
        """Return the likeness of a text with each example, then each lesson, from what it is with the examples."""
        return np.concatenate([to_examples, self._texts.to(bag)])

    def scores(self, likeness: Floats, dropped: Dropped = ()) -> Floats:
        """Return the score of each place, about 0 to 1; shape (places,)."""
        weights = self._solve(dropped) if dropped else self._weights
        result: Floats = likeness @ weights
        return result

    def nearest(self, likeness: Floats, how_many: int, dropped: Dropped = ()) -> Floats:
        """Return the mean likeness of the nearest examples and lessons of each place; shape (places,)."""
        result = self.base.nearest(likeness[: self.base.size], how_many)
        for place, numbers in self._by_place(dropped).items():
            of_place = np.concatenate([self.base.of_place(place), numbers])
            result[place] = np.sort(likeness[of_place])[-how_many:].mean()
        return result

    def leaning(self, vector: Floats, dropped: Dropped = ()) -> Floats:
        """Return what the lessons add to the log-odds of each place, for a sentence's vector; the mean is 0.

        What was accepted here before is likelier to be told again, most of all in words that mean the same.
        """
        cosines = self._vectors @ vector
        places = self.base.targets.shape[1]
        near, seen = np.zeros(places, np.float32), np.zeros(places, np.float32)
        for place, numbers in self._by_place(dropped).items():
            near[place] = max(0.0, float(cosines[numbers - self.base.size].max()))
            seen[place] = np.log1p(min(len(numbers), MOST_SEEN))
        added = NEAR_WEIGHT * near + SEEN_WEIGHT * seen
        centred: Floats = added - added.mean()
        return centred

    def nearest_lesson(self, likeness: Floats, place: int, dropped: Dropped = ()) -> tuple[PlacedLesson, float] | None:
        """Return the nearest lesson that shows a place, and how near it is."""
        numbers = self._by_place(dropped).get(place)
        if numbers is None:
            return None
        best = int(numbers[likeness[numbers].argmax()])
        return self.lessons[best - self.base.size], float(likeness[best])

    def dropped_for(self, sentence: str, recit: str) -> Dropped:
        """Return the lessons learnt from that very sentence."""
        return tuple(n for n, lesson in enumerate(self.lessons) if lesson.is_of(sentence, recit))

    def _by_place(self, dropped: Dropped) -> dict[int, Indexes]:
        found: dict[int, list[int]] = {}
        for number, lesson in enumerate(self.lessons):
            for place in lesson.shown if number not in dropped else ():
                found.setdefault(place, []).append(self.base.size + number)
        return {place: np.array(numbers, dtype=np.intp) for place, numbers in found.items()}

    def _solve(self, dropped: Dropped) -> Floats:
        """Return the weights of each place, without some lessons and without what refuses other places only."""
        gone = {self.base.size + n for n in dropped}
        weights: Floats = self._without(sorted(gone | set(self._alone)), self._targets)
        refused = {place for n in self._alone for place in self.lessons[n - self.base.size].refused}
        for place in refused:
            others = {n for n in self._alone if place not in self.lessons[n - self.base.size].refused}
            column = self._targets[:, [place]]
            weights[:, [place]] = self._without(sorted(gone | others), column)
        return weights

    def _without(self, rows: Sequence[int], targets: Floats) -> Floats:
        """Return the weights for targets as if some rows had never been heard."""
        weights: Floats = self._inverse @ targets
        if rows:
            columns = self._inverse[:, rows]
            weights = weights - columns @ np.linalg.solve(columns[rows], weights[rows])
            weights[rows] = 0
        return weights.astype(np.float32)


def _grown(inverse: Floats, across: Floats, among: Floats) -> Floats:
    """Return the inverse of a regularised kernel that gains rows: `across` to the old ones, `among` themselves."""
    spread = inverse @ across
    corner = np.linalg.inv(among + RIDGE * np.eye(len(among)) - across.T @ spread)
    side = -spread @ corner
    return np.block([[inverse - side @ spread.T, side], [side.T, corner]]).astype(np.float32)


def _targets(lessons: Sequence[PlacedLesson], places: int) -> Floats:
    targets = np.zeros((len(lessons), places), dtype=np.float32)
    for row, lesson in enumerate(lessons):
        targets[row, list(lesson.shown)] = 1.0
    return targets
