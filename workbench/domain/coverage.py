"""How much of a fiche a story or a dossier covers, bloc by bloc."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.dossier import Dossier
from workbench.domain.referential import Fiche


class Status(StrEnum):
    """Where a competence stands."""

    SUPPORTED = "etayee"
    MENTIONED = "evoquee"
    ABSENT = "absente"


@dataclass(frozen=True, slots=True)
class CompetenceCoverage:
    """A competence, where it stands, and the sentences (indices) or evidence (identifiers) that speak of it."""

    competence: str
    status: Status
    sentences: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlocCoverage:
    """The competences of a bloc."""

    fiche: str
    bloc: str
    competences: tuple[CompetenceCoverage, ...]

    @property
    def supported(self) -> int:
        """Count the competences that have evidence."""
        return sum(c.status is Status.SUPPORTED for c in self.competences)

    @property
    def mentioned(self) -> int:
        """Count the competences that are spoken of, without evidence."""
        return sum(c.status is Status.MENTIONED for c in self.competences)

    @property
    def total(self) -> int:
        """Count the competences."""
        return len(self.competences)


def cover_story(fiche: Fiche, analysis: StoryAnalysis) -> tuple[BlocCoverage, ...]:
    """Cover a fiche by an analysis: proposed is supported, a candidate is mentioned."""
    proposed: dict[str, list[int]] = {}
    named: dict[str, list[int]] = {}
    for index, sentence in enumerate(analysis.sentences):
        for suggestion in sentence.suggestions:
            if suggestion.fiche == fiche.code:
                box = proposed if suggestion.proposed else named
                box.setdefault(suggestion.competence, []).append(index)
    return _by_bloc(
        fiche,
        {
            code: CompetenceCoverage(
                code,
                _status(is_supported=code in proposed, is_mentioned=code in named),
                tuple(proposed.get(code, named.get(code, []))),
            )
            for code in (c.code for c in fiche.competences())
        },
    )


def cover_dossier(fiche: Fiche, dossier: Dossier) -> tuple[BlocCoverage, ...]:
    """Cover a fiche by what was accepted in a dossier."""
    covered = {}
    for competence in fiche.competences():
        evidence = tuple(e.id for e in dossier.evidence_for(fiche.code, competence.code))
        status = _status(is_supported=bool(evidence), is_mentioned=False)
        covered[competence.code] = CompetenceCoverage(competence.code, status, evidence=evidence)
    return _by_bloc(fiche, covered)


def _status(*, is_supported: bool, is_mentioned: bool) -> Status:
    if is_supported:
        return Status.SUPPORTED
    return Status.MENTIONED if is_mentioned else Status.ABSENT


def _by_bloc(fiche: Fiche, covered: Mapping[str, CompetenceCoverage]) -> tuple[BlocCoverage, ...]:
    return tuple(
        BlocCoverage(fiche.code, bloc.code, tuple(covered[c.code] for c in bloc.competences)) for bloc in fiche.blocs
    )
