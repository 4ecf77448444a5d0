"""One story, many certifications: which active fiches it comes closest to, and what it covers of their blocs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from workbench.domain.analysis import SentenceAnalysis, StoryAnalysis
from workbench.domain.positions import Span
from workbench.domain.referential import Bloc, Fiche
from workbench.files import write_atomically
from workbench.matching.compiled import COMPILED, digest_of
from workbench.matching.encoder import MODEL
from workbench.matching.knowledge import Knowledge
from workbench.matching.retrieval import FicheTable, Retrieval, build_table, read_table, table_bytes
from workbench.matching.sentences import split
from workbench.paths import retrieval_path
from workbench.services.analysis import engine
from workbench.services.ports import ActiveFiches

MOST: Final = 10
"""Certifications shown where nobody says how many."""


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
class StoryCertifications:
    """The sentences of a story (characters of its text) and the certifications nearest to it, the best first."""

    sentences: tuple[Span, ...]
    certifications: tuple[Certification, ...]


def certifications(catalogue: ActiveFiches, folder: Path, text: str, limit: int = MOST) -> StoryCertifications:
    """Return the active fiches that a story comes closest to; what is kept of the catalogue lies in `folder`.

    All the fiches are ranked in the same way, prepared or not; the engine then reads the story with the best.
    """
    ranked = rank(text, retrieval(catalogue, folder))[:limit]
    fiches = [catalogue.fiche(code) for code, _ in ranked]
    analysis = engine().analyse(text, fiches)
    return StoryCertifications(
        tuple(sentence.span for sentence in analysis.sentences),
        tuple(
            Certification(fiche, round(score, 4), cover(fiche, analysis))
            for fiche, (_, score) in zip(fiches, ranked, strict=True)
        ),
    )


def retrieval(catalogue: ActiveFiches, folder: Path) -> Retrieval:
    """Return the catalogue ready to be compared with stories: as kept, or built again if something changed."""
    knowledge = engine().knowledge
    mark = catalogue.active_mark() + digest_of([MODEL, COMPILED]).encode()
    return Retrieval(_kept_table(catalogue, retrieval_path(folder), mark, knowledge), knowledge)


def _kept_table(catalogue: ActiveFiches, path: Path, mark: bytes, knowledge: Knowledge) -> FicheTable:
    kept = read_table(path.read_bytes(), mark) if path.is_file() else None
    if kept is None:
        kept = build_table(catalogue.active_fiches(), knowledge)
        write_atomically(path, table_bytes(kept, mark))
    return kept


def rank(text: str, retrieval: Retrieval) -> list[tuple[str, float]]:
    """Return the codes of all the fiches with their scores, the nearest first; deeds told count more than the rest."""
    readings = engine().read([text[s.start : s.end] for s in split(text)])
    telling = [float(1 / (1 + np.exp(-r.telling))) for r in readings]
    scores = retrieval.scores([r.said for r in readings], telling)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


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
