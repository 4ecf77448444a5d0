"""Retrieval: which fiches of a whole catalogue a story may cover, before the engine reads the best of them.

Each fiche has a row for each of its blocs and one for its title and its jobs. A sentence is compared with all of
them at once: by the words that it shares, by the institutional terms of the gestures that it tells of, and by an
encoder that never saw the fiche's own pack of examples, so that no fiche is found because it was prepared.
What counts is how much nearer a fiche is to this story than to what people usually say: a fiche that is long, or
worded in everyone's words, is near to everything. A certification is heard twice, in its own words and in those of the
métiers that it names, where the catalogue has them: two wordings of the same work err in different places.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from workbench.domain.catalogue import Kind, is_job
from workbench.domain.referential import Fiche
from workbench.matching.encoder import FOLDS, fold_of, load_encoder
from workbench.matching.knowledge import Knowledge
from workbench.matching.signals import Said
from workbench.matching.vectors import Floats
from workbench.matching.words import content_stems, content_words

Indexes = npt.NDArray[np.int32]

VERSION: Final = 2
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
UNHEARD_JOBS: Final = 0.5
"""What the métiers of a certification are taken to say, beside its own words, where the catalogue has none of them."""
FOLD_NAMES: Final = tuple(f"sans-quart-{n}" for n in range(FOLDS))
_ARRAYS: Final = ("starts", "folds", "bounds", "rows", "weights", "vectors", "usual", "levels", "owners", "jobs")
_ROME: Final = re.compile(r"[A-Z]\d{4}(?= |$)")


@dataclass(frozen=True, slots=True)
class FicheTable:
    """What is kept of a catalogue; rows are in order of fiche.

    `starts` (fiches,) says where the rows of each fiche begin, `folds` (rows,) which encoder never saw it;
    `bounds` (stems + 1,), `rows` and `weights` are the postings of each stem, its rarity included;
    `usual` (2, fiches) has the mean and the spread of what each fiche scores for what people usually say;
    `levels` (fiches,) is 0 where there is none; `owners` and `jobs` (links,) are the places of the certifications and
    of the métiers that they name.
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
    levels: npt.NDArray[np.int8]
    owners: Indexes
    jobs: Indexes


class Retrieval:
    """A catalogue, ready to be compared with stories."""

    def __init__(self, table: FicheTable, knowledge: Knowledge) -> None:
        """Use what was kept of a catalogue."""
        self._table = table
        self._knowledge = knowledge
        self._places = {stem: place for place, stem in enumerate(table.stems)}
        self._of_fold = [np.flatnonzero(table.folds == n) for n in range(FOLDS)]
        self._vectors = [table.vectors[rows].astype(np.float32) for rows in self._of_fold]
        self._is_job = np.array([is_job(code) for code in table.codes], bool)

    def __len__(self) -> int:
        """Return how many fiches there are."""
        return len(self._table.codes)

    @property
    def levels(self) -> dict[str, int]:
        """Return the level of each fiche that has one, by code."""
        return {
            code: level for code, level in zip(self._table.codes, self._table.levels.tolist(), strict=True) if level
        }

    @cached_property
    def without_blocs(self) -> frozenset[str]:
        """Return the codes of the fiches that have a title and jobs alone."""
        rows = np.diff(np.append(self._table.starts, len(self._table.folds)))
        return frozenset(code for code, count in zip(self._table.codes, rows.tolist(), strict=True) if count == 1)

    def scores(self, sentences: Sequence[Said], weights: Sequence[float]) -> dict[str, float]:
        """Return how near each fiche is to a story, by code, 0 to 1; `weights` say how much each sentence tells."""
        if not sentences or not self._table.codes:
            return {}
        mean, spread = self._table.usual
        near = np.average(self.nearness(sentences), axis=0, weights=np.array(weights) + LEAST_WEIGHT)
        scores = 1 / (1 + np.exp(-self._with_jobs((near - mean) / spread)))
        return dict(zip(self._table.codes, scores.tolist(), strict=True))

    def _with_jobs(self, near: Floats) -> Floats:
        """Add to what each certification says what its métiers say."""
        owners, count = self._table.owners, len(near)
        linked = np.bincount(owners, minlength=count)
        of_jobs = np.bincount(owners, weights=near[self._table.jobs], minlength=count) / np.maximum(linked, 1)
        unheard = np.where(self._is_job, 0.0, UNHEARD_JOBS * near)
        result: Floats = near + np.where(linked > 0, of_jobs, unheard)
        return result

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


class TableBuilder:
    """Reads the wordings of fiches, one after the other, cut into competences or not; half a millisecond a bloc."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Begin with nothing."""
        self._knowledge = knowledge
        self._fiches: list[tuple[str, int, list[str]]] = []
        self._starts: list[int] = []
        self._folds: list[int] = []
        self._vectors: list[npt.NDArray[np.float16]] = []
        self._texts: list[list[str]] = []

    def __len__(self) -> int:
        """Return how many fiches were read."""
        return len(self._fiches)

    def add(self, fiche: Fiche) -> None:
        """Read a fiche."""
        fold = FOLD_NAMES.index(fold_of(fiche.code))
        encoder = load_encoder(FOLD_NAMES[fold])
        self._fiches.append((fiche.code, fiche.level or 0, _jobs_named(fiche)))
        self._starts.append(len(self._texts))
        for text in _texts(fiche):
            words = content_words(text)
            self._texts.append([word.stem for word in words])
            self._folds.append(fold)
            self._vectors.append(encoder.vector(self._knowledge.lexicon.bag(text, words)).astype(np.float16))

    def table(self) -> FicheTable:
        """Return what is kept of all the fiches that were read."""
        codes = tuple(code for code, _, _ in self._fiches)
        places = {code: place for place, code in enumerate(codes)}
        links = [
            (owner, places[job])
            for owner, (_, _, jobs) in enumerate(self._fiches)
            for job in dict.fromkeys(jobs)
            if job in places
        ]
        width = load_encoder(FOLD_NAMES[0]).width
        table = FicheTable(
            codes,
            *_postings(self._texts),
            starts=np.array(self._starts, np.int32),
            folds=np.array(self._folds, np.int32),
            vectors=np.array(self._vectors, np.float16).reshape(-1, width),
            usual=np.stack([np.zeros(len(codes), np.float32), np.ones(len(codes), np.float32)]),
            levels=np.array([level for _, level, _ in self._fiches], np.int8),
            owners=np.array([owner for owner, _ in links], np.int32),
            jobs=np.array([job for _, job in links], np.int32),
        )
        return replace(table, usual=_usual(table, self._knowledge)) if codes else table


def build_table(fiches: Iterable[Fiche], knowledge: Knowledge) -> FicheTable:
    """Return what is kept of some fiches."""
    builder = TableBuilder(knowledge)
    for fiche in fiches:
        builder.add(fiche)
    return builder.table()


def _jobs_named(fiche: Fiche) -> list[str]:
    """Return the codes of the métiers that a certification names."""
    if is_job(fiche.code):
        return []
    return [f"{Kind.ROME}-{found[0]}" for job in fiche.jobs if (found := _ROME.match(job))]


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
