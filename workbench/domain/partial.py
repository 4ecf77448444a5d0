"""What stories show of a fiche, bloc by bloc, accepted or proposed: where a partial certification may begin."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.catalogue import JOBS, Kind, kind_of
from workbench.domain.coverage import BlocCoverage, CompetenceCoverage, Status
from workbench.domain.dossier import Dossier
from workbench.domain.positions import Span
from workbench.domain.referential import Bloc, Fiche

CERTIFICATIONS: Final = frozenset(Kind) - frozenset(JOBS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which fiches to rank: their kinds, their level if one is asked for, only those open to VAE if that is asked."""

    kinds: frozenset[Kind] = CERTIFICATIONS
    level: int | None = None
    open_to_vae: bool = False

    def accepts(self, code: str, level: int | None) -> bool:
        """Say whether the fiche of that code and level is one of them."""
        return kind_of(code) in self.kinds and self.level in (None, level)


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage of a story that shows a competence: accepted in the dossier, or proposed."""

    recit_id: str
    span: Span
    accepted: bool


@dataclass(frozen=True, slots=True)
class PartialBloc:
    """A bloc and the passages that show its competences, by code; accepted is supported, proposed is mentioned."""

    bloc: Bloc
    coverage: BlocCoverage
    passages: Mapping[str, tuple[ShownPassage, ...]]

    @property
    def shown(self) -> int:
        """Count the competences that a passage shows."""
        return len(self.passages)

    @property
    def share(self) -> float:
        """Return the share of the competences that are shown, from 0 to 1."""
        return self.shown / max(1, self.coverage.total)


def partial_blocs(fiche: Fiche, read: Mapping[str, StoryAnalysis], dossier: Dossier) -> tuple[PartialBloc, ...]:
    """Return the blocs of a fiche, the best covered first; `read` has the analysis of each story that counts, by récit.

    Proposals that were refused do not count; what was accepted counts in the stories that were read.
    """
    found = _proposed(fiche.code, read, dossier)
    for evidence in dossier.evidence.values():
        if evidence.fiche == fiche.code and evidence.recit_id in read and not evidence.span.is_empty:
            passage = ShownPassage(evidence.recit_id, evidence.span, accepted=True)
            others = [p for p in found.get(evidence.competence, ()) if not _is_same(p, passage)]
            found[evidence.competence] = [passage, *others]
    blocs = [_partial_bloc(fiche.code, bloc, found) for bloc in fiche.blocs]
    return tuple(sorted(blocs, key=lambda b: (-b.share, -b.shown)))


def _proposed(fiche: str, read: Mapping[str, StoryAnalysis], dossier: Dossier) -> dict[str, list[ShownPassage]]:
    found: dict[str, list[ShownPassage]] = {}
    for recit_id, analysis in read.items():
        for sentence in analysis.sentences:
            refused = {r.competence for r in dossier.refusals.touching(recit_id, sentence.span) if r.fiche == fiche}
            for suggestion in sentence.suggestions:
                if suggestion.proposed and suggestion.fiche == fiche and suggestion.competence not in refused:
                    passage = ShownPassage(recit_id, sentence.span, accepted=False)
                    found.setdefault(suggestion.competence, []).append(passage)
    return found


def _is_same(one: ShownPassage, other: ShownPassage) -> bool:
    return one.recit_id == other.recit_id and one.span.overlaps(other.span)


def _partial_bloc(fiche: str, bloc: Bloc, found: Mapping[str, list[ShownPassage]]) -> PartialBloc:
    passages = {c.code: tuple(found[c.code]) for c in bloc.competences if c.code in found}
    covered = tuple(CompetenceCoverage(c.code, _status(passages.get(c.code, ()))) for c in bloc.competences)
    return PartialBloc(bloc, BlocCoverage(fiche, bloc.code, covered), passages)


def _status(passages: tuple[ShownPassage, ...]) -> Status:
    if any(p.accepted for p in passages):
        return Status.SUPPORTED
    return Status.MENTIONED if passages else Status.ABSENT
