"""What the use cases need of the layers below, so that tests can stand in with plain fakes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.catalogue import NO_FILTER, FicheDetails, Filters, ImportReport
from workbench.domain.changes import Event
from workbench.domain.cuts import BlocCut, CutEntry, CutHistory
from workbench.domain.dossier import Dossier, DossierSummary
from workbench.domain.local_examples import LocalExample
from workbench.domain.referential import Fiche

Progress = Callable[[int, int], None]
"""Called with what is done and the whole, in the same unit (0 for a whole that is not known)."""

Cancelled = Callable[[], bool]
"""Says whether the user asked to stop."""


class Journal(Protocol):
    """The store of dossiers; any thread may call it."""

    def append(self, events: Sequence[Event], dossier: Dossier) -> None:
        """Write events, all or none; the list shows the dossier after them when it is next read."""

    def events(self, dossier_id: str) -> tuple[Event, ...]:
        """Return a dossier's events in their order."""

    def summaries(self, search: str = "") -> tuple[DossierSummary, ...]:
        """Return the dossiers whose words begin with those searched, the latest first."""

    def local_examples(self) -> tuple[LocalExample, ...]:
        """Return what the dossiers teach the engine, withdrawn examples included."""

    def erase(self, dossier_id: str) -> None:
        """Remove a dossier's events, projections and files from the disk."""

    def keep_file(self, dossier_id: str, content: bytes) -> str:
        """Keep an attached file until its dossier is erased, and return its SHA-256 (hex)."""

    def read_file(self, dossier_id: str, digest: str) -> bytes:
        """Return the bytes of an attached file, or raise StoreError."""

    def signing_key(self) -> bytes:
        """Return the Ed25519 key that seals this store's documents (32 bytes)."""

    def close(self) -> None:
        """Let go of the file."""


class Catalogue(Protocol):
    """The referentials that were imported or shipped."""

    def fiche(self, code: str) -> Fiche:
        """Return a fiche, or raise UnknownFicheError."""

    def fiches(self) -> tuple[Fiche, ...]:
        """Return every fiche without its blocs' competences, in order of code."""

    def details(self, code: str) -> FicheDetails | None:
        """Return what its source tells of a fiche beside its competences, or None where that was never read."""

    def search(self, words: str, limit: int = 50, filters: Filters = NO_FILTER) -> tuple[Fiche, ...]:
        """Return the fiches that hold the words and pass the filters, the best first, without competences."""

    def starred(self) -> frozenset[str]:
        """Return the codes of the fiches that one uses."""

    def set_star(self, code: str, *, starred: bool) -> None:
        """Note that one uses a fiche, or no longer."""

    def import_file(self, path: Path | Sequence[Path], progress: Progress, cancelled: Cancelled) -> ImportReport:
        """Import a file, or the files of one source, all of it or nothing."""

    def close(self) -> None:
        """Let go of the file."""


class ActiveFiches(Protocol):
    """The fiches that may still be prepared, as a whole."""

    def fiche(self, code: str) -> Fiche:
        """Return a fiche, its lists cut into competences."""

    def active_fiches(self) -> Iterable[Fiche]:
        """Yield every active fiche, its lists cut or not."""

    def open_to_vae(self) -> frozenset[str]:
        """Return the codes of those that say to be open to VAE."""

    def count_active(self) -> int:
        """Return how many there are."""

    def active_mark(self) -> bytes:
        """Return what changes whenever one of them does."""


class CutLog(Protocol):
    """The journal of the corrections of cuts."""

    def histories(self) -> Mapping[tuple[str, str], CutHistory]:
        """Return what stands for each bloc, by fiche and bloc."""

    def append(self, *entries: CutEntry) -> None:
        """Write entries; they are on the disk when it returns."""


class CutCatalogue(Protocol):
    """The fiches whose lists are cut, and the corrections of these cuts."""

    @property
    def cuts(self) -> CutLog:
        """Return the journal of the corrections."""

    def fiche(self, code: str) -> Fiche:
        """Return a fiche, or raise UnknownFicheError."""

    def bloc_cuts(self, code: str) -> tuple[BlocCut, ...]:
        """Return how each bloc of a fiche that has a list is cut, or raise UnknownFicheError."""


class Analyst(Protocol):
    """Reads stories against referentials."""

    def analyse(self, text: str, fiches: Sequence[Fiche], candidates: int = 0) -> StoryAnalysis:
        """Return what the story shows, sentence by sentence."""
