"""What the desk taught: kept up to date while dossiers change, and given to the analyst when it did."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from workbench.domain.dossier import Dossier
from workbench.domain.local_examples import LocalExample, local_examples
from workbench.services.ports import Journal
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Analyst, Tasks


def _what_teaches(dossier: Dossier) -> tuple[object, ...]:
    return dossier.evidence, dossier.refusals, dossier.fiches, dossier.withdrawn


class Learning(QObject):
    """Follows the open dossier, reads the others in a thread, and teaches the analyst."""

    changed = Signal()
    taught = Signal()
    failed = Signal(object)

    def __init__(self, journal: Journal, tasks: Tasks, analyst: Analyst, parent: QObject | None = None) -> None:
        """Read what the dossiers teach."""
        super().__init__(parent)
        self._journal, self._tasks, self._analyst = journal, tasks, analyst
        self._opened: OpenDossier | None = None
        self._own: tuple[LocalExample, ...] = ()
        self._own_from: tuple[object, ...] = ()
        self._stored: tuple[LocalExample, ...] = ()
        self._taught: tuple[LocalExample, ...] = ()
        self.read_again()

    @property
    def examples(self) -> tuple[LocalExample, ...]:
        """Return all examples, the open dossier's first, withdrawn ones included.

        Until those of the open dossier are read, the store's stand in for them.
        """
        open_id = self._opened.dossier.id if self._own_from else ""
        return self._own + tuple(e for e in self._stored if e.dossier_id != open_id)

    @Slot()
    def read_again(self) -> None:
        """Read the store again, in a thread."""
        self._tasks.run(self._journal.local_examples, on_done=self._receive, on_failed=self.failed.emit)

    def follow(self, opened: OpenDossier | None) -> None:
        """Follow another dossier, or none; what the one before taught is read from the store."""
        self._opened, self._own, self._own_from = opened, (), ()
        if opened is not None:
            opened.changed.connect(self._read_own)
            dossier = opened.dossier
            self._tasks.run(local_examples, dossier, on_done=partial(self._take_own, opened, dossier))
        self.read_again()

    def teach_again(self) -> None:
        """Have the analyst read the imported packs again."""
        self._analyst.teach(self._taught)
        self.taught.emit()
        self.changed.emit()

    @Slot()
    def _read_own(self) -> None:
        dossier = self._opened.dossier
        read = _what_teaches(dossier)
        if self._own_from and all(a is b for a, b in zip(read, self._own_from, strict=True)):
            return
        self._own_from, self._own = read, local_examples(dossier)
        self._tell()

    def _take_own(self, opened: OpenDossier, dossier: Dossier, own: tuple[LocalExample, ...]) -> None:
        """Keep what a thread read of a dossier just opened, unless another is open or it has changed since."""
        if self._opened is opened and not self._own_from:
            self._own_from, self._own = _what_teaches(dossier), own
            self._tell()

    def _receive(self, stored: tuple[LocalExample, ...]) -> None:
        self._stored = stored
        self._tell()

    def _tell(self) -> None:
        learnt = tuple(e for e in self.examples if not e.withdrawn)
        if learnt != self._taught:
            self._taught = learnt
            self._analyst.teach(learnt)
            self.taught.emit()
        self.changed.emit()
