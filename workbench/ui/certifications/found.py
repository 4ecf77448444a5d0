"""What was found of a fiche, as the list and the detail show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.catalogue import Kind, kind_of
from workbench.domain.dossier import Dossier
from workbench.domain.partial import PartialBloc, partial_blocs
from workbench.domain.referential import Fiche

_tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FoundFiche:
    """A fiche, its place in the ranking (None for one that only the dossier brings), and its blocs, best first.

    Until the stories were read with it, what was accepted is all that counts.
    """

    fiche: Fiche
    place: int | None
    blocs: tuple[PartialBloc, ...]
    is_read: bool

    @property
    def shown(self) -> int:
        """Count the competences that a passage shows."""
        return sum(bloc.shown for bloc in self.blocs)

    @property
    def total(self) -> int:
        """Count the competences."""
        return sum(bloc.coverage.total for bloc in self.blocs)

    @property
    def best_share(self) -> float:
        """Return the share of the best covered bloc."""
        return self.blocs[0].share if self.blocs else 0.0


def found_fiche(
    fiche: Fiche, place: int | None, read: Mapping[str, StoryAnalysis] | None, dossier: Dossier
) -> FoundFiche:
    """Return what stories show of a fiche, with what was accepted and refused since; None if not read yet."""
    return FoundFiche(fiche, place, partial_blocs(fiche, read or {}, dossier), read is not None)


def coverage_words(found: FoundFiche) -> str:
    """Say in a line how much of a fiche is shown, and of its best bloc."""
    if not found.total:
        return _tr("certifications", "Sa liste de compétences n’est pas dans le catalogue")
    if not found.is_read:
        return _tr("certifications", "Lecture en cours…")
    if not found.shown:
        return _tr("certifications", "Aucune compétence racontée pour l’instant")
    if len(found.blocs) == 1:
        return _tr("certifications", "Compétences : {0} sur {1}").format(found.shown, found.total)
    best = found.blocs[0]
    words = _tr("certifications", "Compétences : {0} sur {1} · meilleur bloc : {2} sur {3}")
    return words.format(found.shown, found.total, best.shown, best.coverage.total)


def kind_words(code: str) -> str:
    """Say where a fiche comes from."""
    return {
        Kind.RNCP: _tr("certifications", "RNCP"),
        Kind.RS: _tr("certifications", "Répertoire spécifique"),
        Kind.ROME: _tr("certifications", "métier du ROME"),
        Kind.ESCO: _tr("certifications", "métier d’ESCO"),
        Kind.LOCAL: _tr("certifications", "programme local"),
        Kind.EXAMPLE: _tr("certifications", "exemple"),
    }[kind_of(code)]
