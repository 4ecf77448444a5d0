"""One story, many certifications: which active fiches it comes closest to, and what it covers of their blocs."""

import time
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from workbench.domain.analysis import SentenceAnalysis, StoryAnalysis
from workbench.domain.catalogue import is_job
from workbench.domain.partial import Wanted
from workbench.domain.positions import Span
from workbench.domain.referential import Bloc, Fiche
from workbench.files import write_atomically
from workbench.matching.compiled import COMPILED, digest_of
from workbench.matching.encoder import MODEL
from workbench.matching.retrieval import Retrieval, TableBuilder, read_table, table_bytes
from workbench.matching.sentences import split
from workbench.paths import retrieval_path
from workbench.services.analysis import engine
from workbench.services.ports import ActiveFiches, Progress

MOST: Final = 10
"""Certifications shown where nobody says how many."""
MOST_JOBS: Final = 5
"""Métiers shown apart from them."""
AT_ONCE_SECONDS: Final = 0.5
"""How long the catalogue is read before one says how far it is."""


@dataclass(frozen=True, slots=True)
class ShownCompetence:
    """A competence, the sentences (indices) that are proposed for it, and the best of their scores."""

    code: str
    sentences: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class CoveredBloc:
    """A bloc, the share of its competences that the story shows (0 to 1), and these competences."""

    code: str
    title: str
    coverage: float
    competences: tuple[ShownCompetence, ...]


@dataclass(frozen=True, slots=True)
class Certification:
    """A fiche, how near the story is to it (0 to 1), and what is shown of each of its blocs."""

    fiche: Fiche
    score: float
    blocs: tuple[CoveredBloc, ...]


@dataclass(frozen=True, slots=True)
class NearJob:
    """A métier, and how near the story is to it (0 to 1)."""

    fiche: Fiche
    score: float


@dataclass(frozen=True, slots=True)
class StoryCertifications:
    """The sentences of a story (characters of its text), the certifications and, apart, the métiers nearest to it."""

    sentences: tuple[Span, ...]
    certifications: tuple[Certification, ...]
    jobs: tuple[NearJob, ...]


class CatalogueIndex:
    """The active fiches of a catalogue, ready to be compared with stories; kept in a data folder."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing read."""
        self._path = retrieval_path(folder)
        self._mark = b""
        self._waiting: Iterator[Fiche] = iter(())
        self._builder = TableBuilder(engine().knowledge)
        self._whole = 0
        self.retrieval: Retrieval | None = None

    def advance(self, catalogue: ActiveFiches, seconds: float = AT_ONCE_SECONDS) -> tuple[int, int]:
        """Read the catalogue for about so long where it is not read yet; return how many fiches were, and the whole.

        The two are equal once there is a `retrieval`.
        """
        mark = catalogue.active_mark() + digest_of([MODEL, COMPILED]).encode()
        if mark != self._mark:
            self._begin(catalogue, mark)
        if self.retrieval is None:
            self._read_more(seconds)
        return (self._whole if self.retrieval else min(len(self._builder), self._whole - 1)), self._whole

    def _begin(self, catalogue: ActiveFiches, mark: bytes) -> None:
        knowledge = engine().knowledge
        kept = read_table(self._path.read_bytes(), mark) if self._path.is_file() else None
        self._mark, self._builder = mark, TableBuilder(knowledge)
        self._waiting = iter(()) if kept else iter(catalogue.active_fiches())
        self._whole = len(kept.codes) if kept else catalogue.count_active()
        self.retrieval = Retrieval(kept, knowledge) if kept else None

    def _read_more(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        for fiche in self._waiting:
            self._builder.add(fiche)
            if time.monotonic() >= until:
                return
        table = self._builder.table()
        self._whole = len(table.codes)
        self.retrieval = Retrieval(table, engine().knowledge)
        self._builder = TableBuilder(engine().knowledge)
        write_atomically(self._path, table_bytes(table, self._mark))


def certifications(
    catalogue: ActiveFiches, folder: Path, text: str, limit: int = MOST, progress: Progress | None = None
) -> StoryCertifications:
    """Return the active fiches that a story comes closest to; what is kept of the catalogue lies in `folder`.

    All the fiches are ranked in the same way, prepared or not; the engine then reads the story with the best.
    """
    ranked = rank([text], retrieval(catalogue, folder, progress))
    nearest = [item for item in ranked if not is_job(item[0])][:limit]
    jobs = [item for item in ranked if is_job(item[0])][:MOST_JOBS]
    fiches = [catalogue.fiche(code) for code, _ in nearest]
    analysis = engine().analyse(text, fiches)
    return StoryCertifications(
        tuple(sentence.span for sentence in analysis.sentences),
        tuple(
            Certification(fiche, round(score, 4), cover(fiche, analysis))
            for fiche, (_, score) in zip(fiches, nearest, strict=True)
        ),
        tuple(NearJob(catalogue.fiche(code), round(score, 4)) for code, score in jobs),
    )


def retrieval(catalogue: ActiveFiches, folder: Path, progress: Progress | None = None) -> Retrieval:
    """Return the catalogue ready to be compared with stories: as kept, or built again if something changed."""
    index = CatalogueIndex(folder)
    while index.retrieval is None:
        done, whole = index.advance(catalogue)
        if progress is not None:
            progress(done, whole)
    return index.retrieval


def rank(texts: Sequence[str], retrieval: Retrieval) -> list[tuple[str, float]]:
    """Return the codes of all the fiches with their scores, the nearest first: that of the story nearest to each.

    Deeds that are told count more than the rest of a story. Fiches of which nothing can be covered come last.
    """
    best: dict[str, float] = {}
    for text in texts:
        for code, score in _scores(text, retrieval).items():
            best[code] = max(score, best.get(code, 0.0))
    return sorted(best.items(), key=lambda item: (item[0] in retrieval.without_blocs, -item[1], item[0]))


def choose(
    ranked: Sequence[tuple[str, float]], levels: Mapping[str, int], wanted: Wanted, vae: Container[str], limit: int
) -> tuple[str, ...]:
    """Return the codes of the first ranked fiches that are wanted; `vae` has those that are open to it."""
    chosen = (
        code for code, _ in ranked if wanted.accepts(code, levels.get(code)) and (not wanted.open_to_vae or code in vae)
    )
    return tuple(islice(chosen, limit))


def _scores(text: str, retrieval: Retrieval) -> dict[str, float]:
    readings = engine().read([text[s.start : s.end] for s in split(text)])
    telling = [float(1 / (1 + np.exp(-r.telling))) for r in readings]
    return retrieval.scores([r.said for r in readings], telling)


def cover(fiche: Fiche, analysis: StoryAnalysis) -> tuple[CoveredBloc, ...]:
    """Return what an analysis shows of each bloc of a fiche."""
    return tuple(_cover_bloc(fiche.code, bloc, analysis.sentences) for bloc in fiche.blocs)


def _cover_bloc(fiche: str, bloc: Bloc, sentences: Sequence[SentenceAnalysis]) -> CoveredBloc:
    found: dict[str, dict[int, float]] = {}
    for number, sentence in enumerate(sentences):
        for s in sentence.suggestions:
            if s.proposed and s.fiche == fiche and s.bloc == bloc.code:
                found.setdefault(s.competence, {})[number] = s.score
    shown = tuple(
        ShownCompetence(c.code, tuple(found[c.code]), max(found[c.code].values()))
        for c in bloc.competences
        if c.code in found
    )
    return CoveredBloc(bloc.code, bloc.title, round(len(shown) / max(len(bloc.competences), 1), 4), shown)
