"""The engine: a story and some fiches in, sentences with ranked suggestions and their reasons out.

Pure: no clock, no database, no window. What was read of a sentence or of a fiche is kept, so that one
more sentence costs one sentence.
"""

import gc
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from workbench.domain.analysis import Basis, Reason, SentenceAnalysis, StoryAnalysis, Suggestion, WhoDidWhat
from workbench.domain.positions import Span
from workbench.domain.referential import Fiche
from workbench.matching.correction import read_sentence
from workbench.matching.judgement import features, load_judges, sentence_features
from workbench.matching.knowledge import Knowledge, load_knowledge
from workbench.matching.lessons import Lesson
from workbench.matching.pipeline import load_model
from workbench.matching.reasons import reasons
from workbench.matching.said import by_sentence
from workbench.matching.sentences import split
from workbench.matching.signals import FicheIndex, Said
from workbench.matching.spelling import as_written_slowly
from workbench.matching.vectors import Floats
from workbench.matching.words import content_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KEPT_SENTENCES: Final = 20_000
KEPT_FICHES: Final = 64
KEPT_TAUGHT: Final = 4
MOST_PROPOSED: Final = 3
"""Competences that one sentence may be proposed for."""
SURE: Final = 3.0
"""What telling a deed is worth (a logit) where a person said so; the contrary where she said the contrary."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says, whatever the fiche."""

    said: Said
    who: WhoDidWhat
    telling: float

    def told(self, who: WhoDidWhat) -> "Reading":
        """Return the reading where somebody said who did what."""
        return replace(self, who=who, telling=SURE if who.is_evidence else -SURE)

    @property
    def may_be_proposed(self) -> bool:
        """Say whether nobody said that the sentence proves nothing."""
        return self.who.basis is Basis.READ or self.who.is_evidence


class Kept(OrderedDict[Key, Value]):
    """The latest values that were made, up to a number."""

    def __init__(self, most: int) -> None:
        """Keep `most` values."""
        super().__init__()
        self._most = most

    def get_or_make(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made once and kept while it is used."""
        if key not in self:
            self[key] = make()
            while len(self) > self._most:
                self.popitem(last=False)
        self.move_to_end(key)
        return self[key]


class Engine:
    """Reads stories; holds the language model, our knowledge, and what it has already read."""

    def __init__(self, model: "Language", knowledge: Knowledge) -> None:
        """Use a spaCy model that tags and parses French."""
        self._model = model
        self._knowledge = knowledge
        self._judges = load_judges()
        self._readings: Kept[str, Reading] = Kept(KEPT_SENTENCES)
        self._signals: Kept[tuple[int, str, str], Floats] = Kept(KEPT_SENTENCES)
        self._reasons: Kept[tuple[int, int, str, str], tuple[Reason, ...]] = Kept(KEPT_SENTENCES)
        self._indexes: Kept[tuple[Fiche, frozenset[str]], FicheIndex] = Kept(KEPT_FICHES)
        self._taught: Kept[tuple[FicheIndex, tuple[Lesson, ...]], FicheIndex] = Kept(KEPT_TAUGHT)

    @property
    def knowledge(self) -> Knowledge:
        """Return what the engine knows beyond the language."""
        return self._knowledge

    @classmethod
    def load(cls) -> "Engine":
        """Return an engine with what is shipped; takes seconds the first time."""
        model = load_model()
        engine = cls(model, load_knowledge(model.vocab))
        engine.read(["J'ai tout lu."])  # decodes what the model only reads when it is needed
        gc.freeze()  # what was loaded stays: the collector would look through it for 0.2 s each time
        return engine

    def analyse(  # noqa: PLR0913  (the story, and what is known beside it)
        self,
        text: str,
        fiches: Sequence[Fiche],
        *,
        candidates: int = 0,
        likely_only: bool = False,
        with_examples: bool = True,
        local: tuple[Lesson, ...] = (),
        recit: str = "",
        said: Iterable[tuple[Span, WhoDidWhat]] = (),
    ) -> StoryAnalysis:
        """Return what a story shows of some fiches; positions are characters of `text`.

        `candidates` is how many suggestions a sentence has beside those that are proposed; the unlikely ones, below
        the judge's second threshold, are left out where that is asked.
        Without examples, what was written or learnt for these fiches is set aside, in whatever form.
        `local` is what was learnt at the desk; what sentences of `recit` taught is not told back to them.
        `said` is who did what in some passages, in place of what would be read there.
        """
        aside = frozenset() if with_examples else frozenset(f.code for f in fiches)
        spans = split(text)
        readings = self.read([text[s.start : s.end] for s in spans])
        for place, who in by_sentence(spans, said).items():
            readings[place] = readings[place].told(who)
        found: list[list[Suggestion]] = [[] for _ in spans]
        for fiche in fiches:
            if readings and fiche.competences():
                index = self.taught(self.index(fiche, aside), local)
                self._suggest(index, readings, candidates, found, recit, likely_only=likely_only)
        return StoryAnalysis(
            tuple(
                SentenceAnalysis(span, reading.who, _ranked(suggestions, candidates))
                for span, reading, suggestions in zip(spans, readings, found, strict=True)
            )
        )

    def read(self, sentences: Sequence[str]) -> list[Reading]:
        """Return the readings of sentences; those read before cost nothing."""
        unknown = [s for s in dict.fromkeys(sentences) if s not in self._readings]
        made = dict(zip(unknown, self._model.pipe([as_written_slowly(s) for s in unknown]), strict=True))
        return [self._readings.get_or_make(s, lambda s=s: self._reading(s, made[s])) for s in sentences]  # type: ignore[misc]

    def index(self, fiche: Fiche, aside: frozenset[str] = frozenset()) -> FicheIndex:
        """Return a fiche's index, built once; `aside` are the fiches whose examples do not count."""
        return self._indexes.get_or_make((fiche, aside), lambda: FicheIndex(fiche, self._knowledge, aside))

    def taught(self, index: FicheIndex, lessons: tuple[Lesson, ...]) -> FicheIndex:
        """Return an index once it has heard lessons."""
        return self._taught.get_or_make((index, lessons), lambda: index.taught(lessons)) if lessons else index

    def signals(self, index: FicheIndex, readings: Sequence[Reading], recit: str = "") -> Floats:
        """Return the signals of a story; shape (sentences, places, signals)."""
        return np.stack([self._signals_of(index, r.said, recit) for r in readings])

    def _signals_of(self, index: FicheIndex, said: Said, recit: str) -> Floats:
        base = index.base
        table = self._signals.get_or_make((base.number, "", said.text), lambda: base.signals(said))
        if index is base:
            return table
        near = base.compared(said)[1]
        key = (index.number, recit, said.text)
        return self._signals.get_or_make(key, lambda: index.with_lessons(table, said, near, recit))

    def _reading(self, text: str, doc: "Doc") -> Reading:
        words = content_words(text)
        bag = self._knowledge.lexicon.bag(text, words)
        said = Said(text, words, bag, self._knowledge.thesaurus.hear(bag.stems))
        read = read_sentence(doc)
        return Reading(said, read.who, read.telling)

    def _suggest(
        self,
        index: FicheIndex,
        readings: Sequence[Reading],
        candidates: int,
        found: list[list[Suggestion]],
        recit: str,
        *,
        likely_only: bool,
    ) -> None:
        judge = self._judges.prepared if index.is_prepared else self._judges.unprepared
        least = judge.candidate_from if likely_only else 0.0
        about = [sentence_features(r.who, r.telling, len(r.said.words)) for r in readings]
        table = features(self.signals(index, readings, recit), about)
        leanings = np.stack([index.leaning(r.said, recit) for r in readings])
        for reading, probabilities, box in zip(readings, judge.probabilities(table, leanings), found, strict=True):
            if reading.who.basis is Basis.TURN:
                continue
            best = np.argsort(-probabilities, kind="stable")[: max(candidates, MOST_PROPOSED)]
            for rank, place in enumerate(best):
                score = float(probabilities[place])
                proposed = rank < MOST_PROPOSED and score >= judge.proposed_from and reading.may_be_proposed
                if proposed or (rank < candidates and score >= least):
                    box.extend(self._suggestions(index, reading.said, int(place), score, recit, proposed=proposed))

    def _suggestions(
        self, index: FicheIndex, said: Said, place: int, score: float, recit: str, *, proposed: bool
    ) -> list[Suggestion]:
        """Return the suggestions of one place: as many as the fiche repeats its competence."""
        key = (index.number, place, recit, said.text)
        why = self._reasons.get_or_make(key, lambda: reasons(index, place, said, recit))
        return [
            Suggestion(index.fiche.code, bloc.code, competence.code, round(score, 4), proposed, why)
            for bloc, competence in index.places[place]
        ]


def _ranked(suggestions: Sequence[Suggestion], candidates: int) -> tuple[Suggestion, ...]:
    ranked = sorted(suggestions, key=lambda s: -s.score)
    proposed = sum(s.proposed for s in ranked)
    kept, others = [], max(0, candidates - proposed)
    for suggestion in ranked:
        if suggestion.proposed:
            kept.append(suggestion)
        elif others:
            others -= 1
            kept.append(suggestion)
    return tuple(kept)
