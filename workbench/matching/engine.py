"""The engine: a story and some fiches in, sentences with ranked suggestions and their reasons out.

Pure: no clock, no database, no window. What was read of a sentence or of a fiche is kept, so that one
more sentence costs one sentence.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.domain.analysis import Relance, SentenceAnalysis, StoryAnalysis, Suggestion, WhoDidWhat
from workbench.domain.positions import Span
from workbench.domain.referential import Fiche
from workbench.matching.candidates import FicheIndex
from workbench.matching.pipeline import load_model
from workbench.matching.relances import relances
from workbench.matching.sentences import split
from workbench.matching.who_did_what import who_did_what
from workbench.matching.words import Word, content_words

if TYPE_CHECKING:
    from spacy.language import Language

KEPT_SENTENCES: Final = 20_000
KEPT_FICHES: Final = 64


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says, whatever the fiche."""

    text: str
    words: tuple[Word, ...]
    who: WhoDidWhat
    relances: tuple[Relance, ...]


class Engine:
    """Reads stories; holds the language model and what it has already read."""

    def __init__(self, model: "Language") -> None:
        """Use a spaCy model that tags and parses French."""
        self._model = model
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._indexes: OrderedDict[tuple[Fiche, bool], FicheIndex] = OrderedDict()

    @classmethod
    def load(cls) -> "Engine":
        """Return an engine with the shipped model; takes seconds the first time."""
        return cls(load_model())

    def analyse(
        self, text: str, fiches: Sequence[Fiche], *, candidates: int = 0, with_examples: bool = True
    ) -> StoryAnalysis:
        """Return what a story shows of some fiches; positions are characters of `text`."""
        spans = split(text)
        readings = self._read([text[s.start : s.end] for s in spans])
        indexes = [self._index(fiche, with_examples=with_examples) for fiche in fiches]
        return StoryAnalysis(
            tuple(_sentence(span, reading, indexes, candidates) for span, reading in zip(spans, readings, strict=True))
        )

    def _read(self, sentences: Sequence[str]) -> list[Reading]:
        unknown = [s for s in dict.fromkeys(sentences) if s not in self._readings]
        for doc in self._model.pipe(unknown):
            who = who_did_what(doc)
            self._readings[doc.text] = Reading(doc.text, content_words(doc.text), who, relances(doc, who))
        readings = [self._readings[s] for s in sentences]
        while len(self._readings) > KEPT_SENTENCES:
            self._readings.popitem(last=False)
        return readings

    def _index(self, fiche: Fiche, *, with_examples: bool) -> FicheIndex:
        key = (fiche, with_examples)
        if key not in self._indexes:
            self._indexes[key] = FicheIndex(fiche)
            while len(self._indexes) > KEPT_FICHES:
                self._indexes.popitem(last=False)
        return self._indexes[key]


def _sentence(span: Span, reading: Reading, indexes: Sequence[FicheIndex], candidates: int) -> SentenceAnalysis:
    found = [s for index in indexes for s in index.suggest(reading.text, reading.words, reading.who)]
    found.sort(key=lambda s: -s.score)
    proposed = [s for s in found if s.proposed]
    others = [s for s in found if not s.proposed][: max(0, candidates - len(proposed))]
    kept: tuple[Suggestion, ...] = tuple(sorted((*proposed, *others), key=lambda s: -s.score))
    return SentenceAnalysis(span, reading.who, kept, reading.relances)
