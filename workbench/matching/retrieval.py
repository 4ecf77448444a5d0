"""Retrieval: which fiches of a whole catalogue a story may cover, before the engine reads the best of them.

Each fiche has a row for each of its blocs and one for its title and its jobs. A sentence is compared with all of
them at once: by the words that it shares, by the institutional terms of the gestures that it tells of, and by an
encoder that never saw the fiche's own pack of examples, so that no fiche is found because it was prepared.
What counts is how much nearer a fiche is to this story than to what people usually say: a fiche that is long, or
worded in everyone's words, is near to everything.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from workbench.domain.referential import Fiche
from workbench.matching.encoder import FOLDS, fold_of, load_encoder
from workbench.matching.knowledge import Knowledge
from workbench.matching.signals import Said
from workbench.matching.vectors import Floats
from workbench.matching.words import content_stems, content_words

Indexes = npt.NDArray[np.int32]

VERSION: Final = 1
K1: Final = 1.2
B: Final = 0.6
GESTE_WEIGHT: Final = 0.5
"""What the institutional terms of the strongest gesture of a sentence weigh beside its own words."""
SHARED_WEIGHT: Final = 0.3
ENCODER_WEIGHT: Final = 3.0
USUAL_OF_PACK: Final = 6
"""Sentences of each pack that stand for what people usually say."""
LEAST_SPREAD: Final = 0.05
LEAST_WEIGHT: Final = 1e-6
FOLD_NAMES: Final = tuple(f"sans-quart-{n}" for n in range(FOLDS))
_ARRAYS: Final = ("starts", "folds", "bounds", "rows", "weights", "vectors", "usual")


@dataclass(frozen=True, slots=True)
class FicheTable:
    """What is kept of a catalogue; rows are in order of fiche.

    `starts` (fiches,) says where the rows of each fiche begin, `folds` (rows,) which encoder never saw it;
    `bounds` (stems + 1,), `rows` and `weights` are the postings of each stem, its rarity included;
    `usual` (2, fiches) has the mean and the spread of what each fiche scores for what people usually say.
    """

    codes: tuple[str, ...]
    stems: tuple[str, ...]
    bounds: Indexes
    rows: Indexes
    weights: Floats
    starts: Indexes
    folds: Indexes
    vectors: npt.NDArray[np.float16]
    usual: Floats


class Retrieval:
    """A catalogue, ready to be compared with stories."""

    def __init__(self, table: FicheTable, knowledge: Knowledge) -> None:
        """Use what was kept of a catalogue."""
        self._table = table
        self._knowledge = knowledge
        self._places = {stem: place for place, stem in enumerate(table.stems)}
        self._of_fold = [np.flatnonzero(table.folds == n) for n in range(FOLDS)]
        self._vectors = [table.vectors[rows].astype(np.float32) for rows in self._of_fold]

    def scores(self, sentences: Sequence[Said], weights: Sequence[float]) -> dict[str, float]:
        """Return how near each fiche is to a story, by code, 0 to 1; `weights` say how much each sentence tells."""
        if not sentences or not self._table.codes:
            return {}
        mean, spread = self._table.usual
        near = np.average(self.nearness(sentences), axis=0, weights=np.array(weights) + LEAST_WEIGHT)
        scores = 1 / (1 + np.exp(-(near - mean) / spread))
        return dict(zip(self._table.codes, scores.tolist(), strict=True))

    def nearness(self, sentences: Sequence[Said]) -> Floats:
        """Return how near each sentence is to each fiche's best row; shape (sentences, fiches)."""
        return np.stack([np.maximum.reduceat(self._sentence(said), self._table.starts) for said in sentences])

    def _sentence(self, said: Said) -> Floats:
        shared = self._shared(dict.fromkeys(said.bag.stems, 1.0)) + GESTE_WEIGHT * self._shared(self._terms(said))
        return SHARED_WEIGHT * np.log1p(shared) + ENCODER_WEIGHT * self._alike(said)

    def _shared(self, stems: dict[str, float]) -> Floats:
        """Return the BM25 of each row for weighted stems."""
        table = self._table
        result = np.zeros(len(table.folds), np.float32)
        for stem, weight in stems.items():
            place = self._places.get(stem)
            if place is not None:
                found = slice(table.bounds[place], table.bounds[place + 1])
                result[table.rows[found]] += weight * table.weights[found]
        return result

    def _terms(self, said: Said) -> dict[str, float]:
        """Return the stems by which referentials name the gestures of a sentence, and how strongly each is meant."""
        terms: dict[str, float] = {}
        strongest = max((heard.strength for heard in said.heard), default=0.0)
        for heard in said.heard:
            geste = self._knowledge.thesaurus.gestes[heard.geste]
            stems = set(content_stems(" ".join((geste.concept, *geste.institution))))
            for stem in stems:
                share = heard.strength / strongest / len(stems) ** 0.5
                terms[stem] = max(terms.get(stem, 0.0), share)
        return terms

    def _alike(self, said: Said) -> Floats:
        """Return the likeness of each row's meaning, by the encoder that never saw its fiche."""
        result = np.zeros(len(self._table.folds), np.float32)
        for name, rows, vectors in zip(FOLD_NAMES, self._of_fold, self._vectors, strict=True):
            result[rows] = vectors @ load_encoder(name).vector(said.bag)
        return result


def build_table(fiches: Iterable[Fiche], knowledge: Knowledge) -> FicheTable:
    """Read the wordings of fiches, cut into competences or not; about a millisecond a bloc."""
    codes, starts, folds, vectors = [], [], [], []
    texts: list[list[str]] = []
    for fiche in fiches:
        fold = FOLD_NAMES.index(fold_of(fiche.code))
        encoder = load_encoder(FOLD_NAMES[fold])
        codes.append(fiche.code)
        starts.append(len(texts))
        for text in _texts(fiche):
            words = content_words(text)
            texts.append([word.stem for word in words])
            folds.append(fold)
            vectors.append(encoder.vector(knowledge.lexicon.bag(text, words)))
    width = load_encoder(FOLD_NAMES[0]).width
    table = FicheTable(
        tuple(codes),
        *_postings(texts),
        starts=np.array(starts, np.int32),
        folds=np.array(folds, np.int32),
        vectors=np.array(vectors, np.float16).reshape(-1, width),
        usual=np.stack([np.zeros(len(codes), np.float32), np.ones(len(codes), np.float32)]),
    )
    return replace(table, usual=_usual(table, knowledge)) if codes else table


def _usual(table: FicheTable, knowledge: Knowledge) -> Floats:
    """Return the mean and the spread of each fiche's nearness to what people usually say; shape (2, fiches)."""
    said = list(_usually_said(knowledge))
    if not said:
        return table.usual
    near = Retrieval(table, knowledge).nearness(said)
    return np.stack([near.mean(axis=0), np.maximum(near.std(axis=0), LEAST_SPREAD)]).astype(np.float32)


def _usually_said(knowledge: Knowledge) -> Iterator[Said]:
    """Yield a few spoken sentences of every trade that we know."""
    for pack in knowledge.packs:
        for entry in pack.competence[:USUAL_OF_PACK]:
            for text in entry.dit[:1]:
                words = content_words(text)
                bag = knowledge.lexicon.bag(text, words)
                yield Said(text, words, bag, knowledge.thesaurus.hear(bag.stems))


def table_bytes(table: FicheTable, mark: bytes) -> bytes:
    """Return the bytes to keep; `mark` says of which catalogue."""
    content = io.BytesIO()
    np.savez(
        content,
        mark=np.frombuffer(_mark(mark), np.uint8),
        codes=np.frombuffer("\n".join(table.codes).encode(), np.uint8),
        stems=np.frombuffer("\n".join(table.stems).encode(), np.uint8),
        **{name: getattr(table, name) for name in _ARRAYS},
    )
    return content.getvalue()


def read_table(content: bytes, mark: bytes) -> FicheTable | None:
    """Return what was kept, or None if it is of another catalogue or another version, or damaged."""
    try:
        with np.load(io.BytesIO(content)) as arrays:
            if bytes(arrays["mark"]) != _mark(mark):
                return None
            codes, stems = (tuple(bytes(arrays[n]).decode().splitlines()) for n in ("codes", "stems"))
            return FicheTable(codes, stems, **{name: arrays[name] for name in _ARRAYS})
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def _texts(fiche: Fiche) -> Iterator[str]:
    yield "\n".join((fiche.title, *fiche.jobs))
    for bloc in fiche.blocs:
        yield "\n".join((bloc.title, bloc.source_text or "\n".join(c.title for c in bloc.competences)))


def _mark(mark: bytes) -> bytes:
    return bytes([VERSION]) + mark


def _postings(texts: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], Indexes, Indexes, Floats]:
    """Return the stems of some texts and, for each, the texts that hold it and its BM25 there."""
    mean = sum(map(len, texts)) / max(1, len(texts)) or 1.0
    found: dict[str, list[tuple[int, float]]] = {}
    for row, text in enumerate(texts):
        norm = K1 * (1 - B + B * len(text) / mean)
        for stem, times in Counter(text).items():
            found.setdefault(stem, []).append((row, times * (K1 + 1) / (times + norm)))
    bounds = np.cumsum([0, *(len(postings) for postings in found.values())], dtype=np.int32)
    rows = np.array([row for postings in found.values() for row, _ in postings], np.int32)
    weights = np.array([weight for postings in found.values() for _, weight in postings], np.float32)
    held = np.diff(bounds)
    rarity = np.log(1 + (len(texts) - held + 0.5) / (held + 0.5)).astype(np.float32)
    return tuple(found), bounds, rows, weights * np.repeat(rarity, held)
