"""An open dossier: every action on it is recorded here, and can be undone here."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier, Person
from workbench.domain.fold import History, apply, fold, read_history
from workbench.domain.positions import Edit, join
from workbench.services.ports import Journal


def new_id() -> str:
    """Return an identifier that no other copy will ever choose."""
    return uuid.uuid4().hex


def utc_now() -> str:
    """Return the moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class DossierSession:
    """The dossier that is open, and the only way to change it.

    Typing is gathered by `type` and written by `flush`, which the caller runs at most a second later;
    any other change flushes first, so that the journal tells things in their order.
    """

    def __init__(self, journal: Journal, dossier_id: str, author: str, now: Callable[[], str] = utc_now) -> None:
        """Open the dossier as its journal tells it."""
        self._journal = journal
        self._author = author
        self._now = now
        self._events = list(journal.events(dossier_id))
        self._clock = max((e.clock for e in self._events), default=0)
        self._pending: dict[str, list[Edit]] = {}
        self._history: History = read_history(self._events)
        self.dossier: Dossier = fold(dossier_id, self._events)

    @property
    def can_undo(self) -> bool:
        """Say whether there is something to undo."""
        return bool(self._history.undoable or self._pending)

    @property
    def can_redo(self) -> bool:
        """Say whether there is something to redo."""
        return bool(self._history.redoable) and not self._pending

    @property
    def has_unsaved_typing(self) -> bool:
        """Say whether some typing is not written yet."""
        return bool(self._pending)

    @property
    def events(self) -> tuple[c.Event, ...]:
        """Return the whole journal, retractions included."""
        return tuple(self._events)

    def record(self, change: c.Change) -> None:
        """Write a change to the journal and show it in `dossier`."""
        self.flush()
        self._write(change)

    def type(self, recit_id: str, edit: Edit) -> None:
        """Gather an edit of a récit; `dossier` shows it once flushed."""
        edits = self._pending.setdefault(recit_id, [])
        joined = join(edits[-1], edit) if edits else None
        if joined is None:
            edits.append(edit)
        else:
            edits[-1] = joined

    def flush(self) -> bool:
        """Write the typing gathered so far and return whether there was any; it is kept if writing fails."""
        had_typing = bool(self._pending)
        for recit_id in list(self._pending):
            self._write(c.TextEdited(recit_id, tuple(self._pending[recit_id])))
            del self._pending[recit_id]
        return had_typing

    def undo(self) -> None:
        """Take back the latest change that counts."""
        self.flush()
        if self._history.undoable:
            self._write(c.Retracted(self._history.undoable[-1]))

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.flush()
        if self._history.redoable:
            self._write(c.Retracted(self._history.redoable[-1]))

    def _write(self, change: c.Change) -> None:
        event = c.Event(new_id(), self.dossier.id, self._clock + 1, self._now(), self._author, change)
        events = [*self._events, event]
        if isinstance(change, c.Retracted):
            dossier = fold(self.dossier.id, events)
        else:
            dossier = replace(apply(self.dossier, event), updated_at=event.at)
        self._journal.append([event], dossier)
        self._events, self._clock, self.dossier = events, event.clock, dossier
        self._history = read_history(events)


def create_dossier(
    journal: Journal, person: Person, *, counsellor: str, trame: str, now: Callable[[], str] = utc_now
) -> DossierSession:
    """Open a new dossier for a person and return it."""
    session = DossierSession(journal, new_id(), counsellor, now)
    session.record(c.DossierCreated(person, counsellor, trame))
    return session
