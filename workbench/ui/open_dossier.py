"""The dossier on screen: a session that tells the screens what changed and what was saved."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.domain.changes import Change, Event
from workbench.domain.dossier import Dossier
from workbench.domain.positions import Edit
from workbench.domain.telling import HistoryLine
from workbench.errors import EtabliError
from workbench.services.session import DossierSession, Preview
from workbench.ui.tasks import Tasks

FLUSH_MS, RETRY_MS = 900, 5000
"""Typing waits for so long, which leaves the writer a tenth of the second that a power cut may cost."""


class OpenDossier(QObject):
    """Gives every change to the session, has typing written at most a second later, and emits what screens follow.

    Typing is written by another thread; any other change is written before the screens show it.
    """

    changed = Signal()
    typed = Signal()
    saved = Signal()
    failed = Signal(object)

    def __init__(self, session: DossierSession, tasks: Tasks, parent: QObject | None = None) -> None:
        """Follow a session."""
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        session.defer_writing()
        self._is_closed = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def dossier(self) -> Dossier:
        """Return the dossier without the typing of the last second."""
        return self._session.dossier

    def signing_key(self) -> bytes:
        """Return the key that seals documents; any thread may call it."""
        return self._session.signing_key()

    def keep_file(self, content: bytes) -> str:
        """Keep an attached file and return its SHA-256 (hex); any thread may call it."""
        return self._session.keep_file(content)

    def read_file(self, digest: str) -> bytes:
        """Return the bytes of an attached file; any thread may call it."""
        return self._session.read_file(digest)

    @property
    def can_undo(self) -> bool:
        """Say whether there is something to undo."""
        return self._session.can_undo

    @property
    def can_redo(self) -> bool:
        """Say whether there is something to redo."""
        return self._session.can_redo

    def record(self, change: Change) -> bool:
        """Make a change; return whether it could be written, which is tried again later if not."""
        return self._change(self._session.record, change)

    def type(self, recit_id: str, edit: Edit) -> None:
        """Gather typing, written within a second."""
        self._session.type(recit_id, edit)
        if not self._timer.isActive():
            self._timer.start(FLUSH_MS)
        self.typed.emit()

    @Slot()
    def flush(self) -> None:
        """Have the typing gathered so far written, again and again until it can be.

        Who typed shows it already: nothing else has `changed`.
        """
        self._timer.stop()
        self._session.flush()
        if self._session.has_unsaved_events:
            self._tasks.run_in_turn(self._session.save, on_done=self._note_saved, on_failed=self._note_failure)

    def could_write(self, write: Callable[[], object]) -> bool:
        """Let something write what is under way, and return whether all of it could be."""
        write()
        self._session.flush()
        return self._save() if self._session.has_unsaved_events else True

    def close(self) -> None:
        """Emit nothing more of what is still being written."""
        self._timer.stop()
        self._is_closed = True

    @Slot()
    def undo(self) -> None:
        """Take back the latest change."""
        self._change(self._session.undo)

    @Slot()
    def redo(self) -> None:
        """Bring back what was undone."""
        self._change(self._session.redo)

    def history_lines(self) -> tuple[HistoryLine, ...]:
        """Tell the journal in words, the latest first."""
        return self._session.history_lines()

    def dossier_after(self, event_id: str) -> Dossier:
        """Return the dossier as it was just after an event."""
        return self._session.dossier_after(event_id)

    def preview_return(self, event_id: str) -> Preview:
        """Tell what a return would take out and bring back."""
        return self._session.preview_return(event_id)

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the whole journal."""
        return self._session.events

    @property
    def has_unsaved(self) -> bool:
        """Say whether something of the dossier is not on the disk yet."""
        return self._session.has_unsaved_events or self._session.has_unsaved_typing

    @Slot(str)
    def return_to(self, event_id: str) -> None:
        """Bring the dossier back to what it was just after an event."""
        self._change(self._session.return_to, event_id)

    def _change(self, action, *args) -> bool:
        action(*args)
        was_written = self._save()
        self.changed.emit()
        return was_written

    def _save(self) -> bool:
        """Write now, in this thread; return whether it could be done."""
        try:
            self._session.save()
        except EtabliError as error:
            self._note_failure(error)
            return False
        self._note_saved()
        return True

    def _note_saved(self, _: object = None) -> None:
        if self._is_closed or self._session.has_unsaved_events:
            return
        if not self._session.has_unsaved_typing:
            self._timer.stop()
        self.saved.emit()

    def _note_failure(self, error: BaseException) -> None:
        if not self._is_closed:
            self._timer.start(RETRY_MS)
            self.failed.emit(error)
