"""An open dossier: every action on it is recorded here, and can be undone here."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier, Person
from workbench.domain.fold import apply_all
from workbench.domain.positions import Edit, join
from workbench.domain.replay import Replay
from workbench.domain.telling import HistoryLine, tell_history
from workbench.services.ports import Journal


def new_id() -> str:
    """Return an identifier that no other copy will ever choose."""
    return uuid.uuid4().hex


def utc_now() -> str:
    """Return the moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a return to an earlier moment would take out of the dossier and bring back to it, the latest first."""

    undone: tuple[HistoryLine, ...]
    restored: tuple[HistoryLine, ...]


class DossierSession:
    """The dossier that is open, and the only way to change it.

    Typing is gathered by `type` and becomes an event by `flush`, which the caller runs at most a second later;
    any other change flushes first, so that the journal tells things in their order. Each event is saved at once,
    unless `defer_writing` left this to `save`, which any thread may call. What cannot be written stays in the
    dossier and is written, in its order, by the next `save` that can.
    """

    def __init__(self, journal: Journal, dossier_id: str, author: str, now: Callable[[], str] = utc_now) -> None:
        """Open the dossier as its journal tells it."""
        self._journal = journal
        self._author = author
        self._now = now
        self._replay = Replay(dossier_id, journal.events(dossier_id))
        self._clock = max((e.clock for e in self._replay.history.events), default=0)
        self._pending: dict[str, list[Edit]] = {}
        self._unsaved: list[tuple[c.Event, Dossier]] = []
        self._saving = Lock()
        self._saves_at_once = True

    @property
    def dossier(self) -> Dossier:
        """Return the dossier after every event so far."""
        return self._replay.dossier

    def signing_key(self) -> bytes:
        """Return the key of the store, which seals the dossier's documents; any thread may call it."""
        return self._journal.signing_key()

    def keep_file(self, content: bytes) -> str:
        """Keep an attached file with the dossier and return its SHA-256 (hex); any thread may call it."""
        return self._journal.keep_file(self.dossier.id, content)

    def read_file(self, digest: str) -> bytes:
        """Return the bytes of an attached file; any thread may call it."""
        return self._journal.read_file(self.dossier.id, digest)

    @property
    def can_undo(self) -> bool:
        """Say whether there is something to undo."""
        return bool(self._replay.history.undoable or self._pending)

    @property
    def can_redo(self) -> bool:
        """Say whether there is something to redo."""
        return bool(self._replay.history.redoable) and not self._pending

    @property
    def has_unsaved_typing(self) -> bool:
        """Say whether some typing is no event yet."""
        return bool(self._pending)

    @property
    def has_unsaved_events(self) -> bool:
        """Say whether some events are not written yet."""
        return bool(self._unsaved)

    @property
    def events(self) -> tuple[c.Event, ...]:
        """Return the whole journal, retractions included."""
        return tuple(self._replay.history.events)

    def history_lines(self) -> tuple[HistoryLine, ...]:
        """Tell the journal in words, the latest first."""
        return tell_history(self._replay.history)

    def dossier_after(self, event_id: str) -> Dossier:
        """Return the dossier as it was just after an event."""
        history = self._replay.history
        return apply_all(Dossier(self.dossier.id), history.counted_after(event_id))

    def preview_return(self, event_id: str) -> Preview:
        """Tell what `return_to` would take out and bring back, typing that is no event yet included."""
        self.flush()
        history = self._replay.history
        effect = history.effect_of_return(event_id)
        return Preview(
            tell_history(history, {e.id for e in effect.hidden}), tell_history(history, {e.id for e in effect.shown})
        )

    def defer_writing(self) -> None:
        """From now on, leave the writing of events to `save`."""
        self._saves_at_once = False

    def record(self, change: c.Change) -> None:
        """Make a change and show it in `dossier`."""
        self.flush()
        self._keep(change)

    def type(self, recit_id: str, edit: Edit) -> None:
        """Gather an edit of a récit; `dossier` shows it once flushed."""
        edits = self._pending.setdefault(recit_id, [])
        joined = join(edits[-1], edit) if edits else None
        if joined is None:
            edits.append(edit)
        else:
            edits[-1] = joined

    def flush(self) -> bool:
        """Make an event of the typing gathered so far and return whether there was any."""
        pending, self._pending = self._pending, {}
        for recit_id, edits in pending.items():
            self._add(c.TextEdited(recit_id, tuple(edits)))
        self._save_now()
        return bool(pending)

    def undo(self) -> None:
        """Take back the latest change that counts."""
        self.flush()
        if self._replay.history.undoable:
            self._keep(c.Retracted(self._replay.history.undoable[-1]))

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.flush()
        if self._replay.history.redoable:
            self._keep(c.Retracted(self._replay.history.redoable[-1]))

    def return_to(self, event_id: str) -> None:
        """Bring the dossier back to what it was just after an event; `undo` takes this back in one step."""
        self.flush()
        history = self._replay.history
        if history.knows(event_id) and history.counted_after(event_id) != history.counted:
            self._keep(c.ReturnedTo(event_id))

    def save(self) -> None:
        """Write the events that are not written yet, all or none; they are kept if that fails."""
        with self._saving:
            batch = tuple(self._unsaved)
            if batch:
                self._journal.append([event for event, _ in batch], batch[-1][1])
                del self._unsaved[: len(batch)]

    def _keep(self, change: c.Change) -> None:
        self._add(change)
        self._save_now()

    def _add(self, change: c.Change) -> None:
        event = c.Event(new_id(), self.dossier.id, self._clock + 1, self._now(), self._author, change)
        self._replay.add(event)
        self._clock = event.clock
        self._unsaved.append((event, self.dossier))

    def _save_now(self) -> None:
        if self._saves_at_once:
            self.save()


def create_dossier(
    journal: Journal, person: Person, *, counsellor: str, trame: str, now: Callable[[], str] = utc_now
) -> DossierSession:
    """Open a new dossier for a person and return it."""
    session = DossierSession(journal, new_id(), counsellor, now)
    session.record(c.DossierCreated(person, counsellor, trame))
    return session
