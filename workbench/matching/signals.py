"""Signals: everything that may link a sentence to each competence of a fiche, as numbers side by side."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Final

import numpy as np

from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.matching.classifier import ExampleClassifier
from workbench.matching.encoder import encoder_name, load_encoder
from workbench.matching.kernel import TextIndex
from workbench.matching.knowledge import Knowledge
from workbench.matching.lessons import GAIN_WEIGHT, HeardLesson, Lesson, Pupil, place_lessons
from workbench.matching.lexical import Bm25
from workbench.matching.resemblance import Resemblance
from workbench.matching.thesaurus import Heard
from workbench.matching.vectors import Bag, Floats
from workbench.matching.wording import read_wording
from workbench.matching.words import Word, content_words, fold

NAMES: Final = ("main", "tail", "bloc", "title", "geste", "classifier", "nearest", "encoder", "bridge", "kindred")
"""What each column of the signals holds, in order."""

KEPT_COMPARISONS: Final = 500
"""Sentences whose likeness with the wordings and the examples of a fiche is kept: a few kilobytes each."""

SENTENCE_NAMES: Final = ("evidence", "self", "group", "other", "done", "state", "unreal", "telling", "length")
"""What is known of a sentence whatever the competence, in order."""

_NUMBERS: Final = count()


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A sentence as the signals read it; it is itself and no other, so that what it is compared with can be kept."""

    text: str
    words: tuple[Word, ...]
    bag: Bag
    heard: tuple[Heard, ...]


class FicheIndex:
    """A fiche, ready to be compared with sentences; competences with the same wording are one place."""

    def __init__(self, fiche: Fiche, knowledge: Knowledge, aside: frozenset[str] = frozenset()) -> None:
        """Read the fiche's wordings and the examples written for them, once.

        Examples written for the fiches set `aside` (codes) do not count, in whatever form.
        """
        self.fiche = fiche
        # What is kept of an index elsewhere is kept under its number, so that it does not outlive its use.
        self.base = self
        self.number = next(_NUMBERS)
        self.pupil: Pupil | None = None
        self._knowledge = knowledge
        self._aside = aside
        self._heard: dict[str, HeardLesson] = {}
        self.places = _places(fiche)
        self.competences = competences = [twins[0][1] for twins in self.places]
        wordings = [read_wording(c.title) for c in competences]
        self.title_bags = [self.bag(c.title) for c in competences]
        self._titles = TextIndex(self.title_bags)
        self._fields = (
            Bm25([[w.stem for w in content_words(x.main)] for x in wordings]),
            Bm25([[w.stem for w in content_words(x.tail)] for x in wordings]),
            Bm25([[w.stem for w in content_words(twins[0][0].title)] for twins in self.places]),
        )
        self.gestes = knowledge.thesaurus.nearness_to(self._titles)
        self.examples = knowledge.examples(fiche, competences, aside)
        self.example_bags = [self.bag(e.text) for e in self.examples]
        self.compared = lru_cache(KEPT_COMPARISONS)(self._compared)
        self._encoder = load_encoder(encoder_name(aside))
        self._encoded = np.stack([self._encoder.vector(b) for b in self.title_bags])
        self._kinship = self._encoder.kinship_of(self._encoded)
        # An encoder knows by heart the sentences that it was trained with: only another one says how near they are.
        self._stranger = load_encoder(encoder_name(aside | {fiche.code}))
        self._shown = Resemblance([*self.example_bags, *self.title_bags], self._stranger)
        labels = [*(e.place for e in self.examples), *range(len(self.places))]
        self.classifier = ExampleClassifier(self._shown, labels, len(self.places))

    @property
    def is_prepared(self) -> bool:
        """Say whether spoken examples were written for this fiche, or enough were learnt or imported."""
        return bool(self.examples) or (self.pupil is not None and self.pupil.is_prepared)

    def taught(self, lessons: Sequence[Lesson]) -> "FicheIndex":
        """Return the index once it has heard lessons; all that they do not change is shared, and this one is itself."""
        placed = place_lessons(lessons, self.fiche, self.competences, self._aside)
        if not placed:
            return self
        self._heard = {p.text: self._heard.get(p.text) or self._hear(p.text) for p in placed}
        heard = copy(self)
        heard.number = next(_NUMBERS)
        heard.pupil = Pupil(self.classifier, placed, [self._heard[p.text] for p in placed], self._stranger)
        return heard

    def _compared(self, said: Said) -> tuple[Floats, Floats, Floats]:
        """Return how like a sentence each wording is, then each example: by words and meaning, and by meaning alone."""
        return self._titles.likeness(said.bag), *self._shown.compare(said.bag)

    def concept(self, geste: int) -> str:
        """Return the name of a gesture of the thesaurus."""
        return self._knowledge.thesaurus.gestes[geste].concept

    def signals(self, said: Said) -> Floats:
        """Return the signals of a sentence; shape (places, len(NAMES))."""
        table = np.zeros((len(self.places), len(NAMES)), dtype=np.float32)
        stems = said.bag.stems
        for column, field in enumerate(self._fields):
            for place, parts in field.scores(stems).items():
                table[place, column] = sum(parts.values())
        table[:, 3], likeness, by_meaning = self.compared(said)
        for heard in said.heard:
            np.maximum(table[:, 4], heard.strength * self.gestes[heard.geste], out=table[:, 4])
        table[:, 5] = self.classifier.scores(likeness)
        table[:, 6] = self.classifier.nearest(likeness, 3)
        vector = self._encoder.vector(said.bag)
        table[:, 7] = self._encoded @ vector
        table[:, 8] = self._encoder.bridge(vector, self._kinship)
        table[:, 9] = self.classifier.nearest(by_meaning, 3)
        return table

    def with_lessons(self, table: Floats, said: Said, to_examples: Floats, recit: str) -> Floats:
        """Return the signals of a sentence, as without lessons in `table`, once lessons were heard.

        `to_examples` is the sentence's likeness with the examples; what it taught itself does not count. Where no
        pack was prepared they stay as they are: its judge never saw such scores, `leaning` speaks for the lessons.
        """
        if self.pupil is None or not self.is_prepared:
            return table
        dropped = self.pupil.dropped_for(said.text, recit)
        likeness = self.pupil.likeness(said.bag, to_examples)
        table = table.copy()
        table[:, 5] = self.pupil.scores(likeness, dropped)
        table[:, 6] = self.pupil.nearest(likeness, 3, dropped)
        return table

    def leaning(self, said: Said, recit: str) -> Floats:
        """Return what lessons add to the log-odds of each place; what the sentence taught itself does not count."""
        if self.pupil is None:
            return np.zeros(len(self.places), np.float32)
        dropped = self.pupil.dropped_for(said.text, recit)
        leaning = self.pupil.leaning(self._encoder.vector(said.bag), dropped)
        if self.is_prepared:
            return leaning
        to_examples = self.compared(said)[1]
        gained = self.pupil.scores(self.pupil.likeness(said.bag, to_examples), dropped)
        result: Floats = leaning + GAIN_WEIGHT * (gained - self.classifier.scores(to_examples))
        return result

    def _hear(self, text: str) -> HeardLesson:
        bag = self.bag(text)
        return HeardLesson(bag, self._shown.to(bag), self._encoder.vector(bag))

    def bag(self, text: str) -> Bag:
        """Return the distinct words of a text."""
        return self._knowledge.lexicon.bag(text, content_words(text))


def _places(fiche: Fiche) -> list[list[tuple[Bloc, Competence]]]:
    twins: dict[str, list[tuple[Bloc, Competence]]] = {}
    for bloc in fiche.blocs:
        for competence in bloc.competences:
            twins.setdefault(fold(competence.title).strip(" ."), []).append((bloc, competence))
    return list(twins.values())
