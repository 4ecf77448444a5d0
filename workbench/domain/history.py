"""Which events of a journal count, and what can be undone and redone: kept up event after event."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain import changes as c


@dataclass(frozen=True, slots=True)
class Effect:
    """What an event does to the events that count; undoing it does the reverse."""

    shown: tuple[c.Event, ...] = ()
    hidden: tuple[c.Event, ...] = ()


class History:
    """The events of a journal, those that count, and the next to undo and to redo (identifiers, the nearest last).

    `redoable` holds retractions: retracting the last of them redoes what it undid.
    """

    def __init__(self) -> None:
        """Begin an empty journal."""
        self.events: list[c.Event] = []
        self.counted: list[c.Event] = []
        self.undoable: list[str] = []
        self.redoable: list[str] = []
        self._by_id: dict[str, c.Event] = {}
        self._returns: dict[str, Effect] = {}

    def add(self, event: c.Event) -> int:
        """Take in an event later than all others; return the place from which the events that count changed."""
        self.events.append(event)
        self._by_id[event.id] = event
        change = event.change
        if isinstance(change, c.Retracted):
            return self._retract(event.id, self._by_id.get(change.event_id))
        if not isinstance(change, c.LASTING):
            self.redoable.clear()
            if not isinstance(change, c.DossierCreated):
                self.undoable.append(event.id)
        if isinstance(change, c.ReturnedTo):
            if event.id not in self._returns:
                self._returns[event.id] = self.effect_of_return(change.event_id)
            return self._do(self._returns[event.id])
        self.counted.append(event)
        return len(self.counted) - 1

    def knows(self, event_id: str) -> bool:
        """Say whether an event is of this journal."""
        return event_id in self._by_id

    def counted_after(self, event_id: str) -> list[c.Event]:
        """Return the events that counted just after one of them; it has to be known."""
        past = History()
        past._returns = self._returns  # known already: telling them anew would double with each return
        for event in self.events:
            past.add(event)
            if event.id == event_id:
                break
        return past.counted

    def effect_of_return(self, event_id: str) -> Effect:
        """Say what coming back to just after an event would take out and bring back; what lasts stays."""
        if event_id not in self._by_id:
            return Effect()
        then = {e.id: e for e in self.counted_after(event_id)}
        now = {e.id for e in self.counted}
        return Effect(
            shown=tuple(e for e in then.values() if e.id not in now),
            hidden=tuple(e for e in self.counted if e.id not in then and not isinstance(e.change, c.LASTING)),
        )

    def _retract(self, retraction_id: str, target: c.Event | None) -> int:
        if target is None:
            return len(self.counted)
        if isinstance(target.change, c.Retracted):
            redone = target.change.event_id
            _take_out(self.redoable, target.id)
            self.undoable.append(redone)
            effect = self._effect(redone)
            return self._do(effect)
        _take_out(self.undoable, target.id)
        self.redoable.append(retraction_id)
        effect = self._effect(target.id)
        return self._do(Effect(shown=effect.hidden, hidden=effect.shown))

    def _effect(self, event_id: str) -> Effect:
        if event_id in self._returns:
            return self._returns[event_id]
        event = self._by_id.get(event_id)
        return Effect() if event is None or isinstance(event.change, c.Retracted) else Effect(shown=(event,))

    def _do(self, effect: Effect) -> int:
        """Make an effect and return the first place that it changed."""
        if len(effect.shown) + len(effect.hidden) > 1:
            return self._do_many(effect)
        first = len(self.counted)
        for event in effect.shown:
            first = self._place(event)
            if self.counted[first : first + 1] != [event]:
                self.counted.insert(first, event)
        for event in effect.hidden:
            first = self._place(event)
            if self.counted[first : first + 1] == [event]:
                del self.counted[first]
        return first

    def _do_many(self, effect: Effect) -> int:
        counted = {e.id: e for e in (*self.counted, *effect.shown)}
        for event in effect.hidden:
            counted.pop(event.id, None)
        self.counted = sorted(counted.values(), key=order)
        return min(self._place(event) for event in (*effect.shown, *effect.hidden))

    def _place(self, event: c.Event) -> int:
        return bisect_left(self.counted, order(event), key=order)


def order(event: c.Event) -> tuple[int, str]:
    """Return what events are sorted by."""
    return (event.clock, event.id)


def read_history(events: Iterable[c.Event]) -> History:
    """Return the history of a journal whose events come in any order."""
    history = History()
    for event in sorted(events, key=order):
        history.add(event)
    return history


def _take_out(identifiers: list[str], gone: str) -> None:
    if identifiers and identifiers[-1] == gone:
        identifiers.pop()
    else:
        identifiers[:] = [i for i in identifiers if i != gone]
