"""The dossier on screen: a session that tells the screens what changed and what was saved."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.domain.changes import Change
from workbench.domain.dossier import Dossier
from workbench.domain.positions import Edit
from workbench.errors import EtabliError
from workbench.services.session import DossierSession

FLUSH_MS = 1000


class OpenDossier(QObject):
    """Gives every change to the session, writes typing at most a second later, and emits what screens follow."""

    changed = Signal()
    typed = Signal()
    saved = Signal()
    failed = Signal(object)

    def __init__(self, session: DossierSession, parent: QObject | None = None) -> None:
        """Follow a session."""
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self, singleShot=True, interval=FLUSH_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def dossier(self) -> Dossier:
        """Return the dossier as it was last written."""
        return self._session.dossier

    @property
    def can_undo(self) -> bool:
        """Say whether there is something to undo."""
        return self._session.can_undo

    @property
    def can_redo(self) -> bool:
        """Say whether there is something to redo."""
        return self._session.can_redo

    def record(self, change: Change) -> bool:
        """Write a change; return whether it could be written."""
        return self._change(self._session.record, change)

    def type(self, recit_id: str, edit: Edit) -> None:
        """Gather typing, written within a second."""
        self._session.type(recit_id, edit)
        if not self._timer.isActive():
            self._timer.start()
        self.typed.emit()

    @Slot()
    def flush(self) -> None:
        """Write the typing gathered so far; who typed shows it already, so that nothing else has `changed`."""
        self._timer.stop()
        if self._session.has_unsaved_typing and self._attempt(self._session.flush):
            self.saved.emit()

    @Slot()
    def undo(self) -> None:
        """Take back the latest change."""
        self._change(self._session.undo)

    @Slot()
    def redo(self) -> None:
        """Bring back what was undone."""
        self._change(self._session.redo)

    def _change(self, action, *args) -> bool:
        if not self._attempt(action, *args):
            return False
        self._timer.stop()
        self.saved.emit()
        self.changed.emit()
        return True

    def _attempt(self, action, *args) -> bool:
        try:
            action(*args)
        except EtabliError as error:
            self.failed.emit(error)
            return False
        return True
