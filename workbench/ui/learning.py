"""What the desk taught: kept up to date while dossiers change, and given to the analyst when it did."""

from PySide6.QtCore import QObject, Signal, Slot

from workbench.domain.local_examples import LocalExample, local_examples
from workbench.services.ports import Journal
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Analyst, Tasks


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
        """Return all examples, the open dossier's first, withdrawn ones included."""
        open_id = self._opened.dossier.id if self._opened is not None else ""
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
            self._read_own()
        self.read_again()

    def teach_again(self) -> None:
        """Have the analyst read the imported packs again."""
        self._analyst.teach(self._taught)
        self.taught.emit()
        self.changed.emit()

    @Slot()
    def _read_own(self) -> None:
        dossier = self._opened.dossier
        read = (dossier.evidence, dossier.refusals, dossier.fiches, dossier.withdrawn)
        if self._own_from and all(a is b for a, b in zip(read, self._own_from, strict=True)):
            return
        self._own_from, self._own = read, local_examples(dossier)
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
