"""When a dossier was worked on: the interviews that were begun, and the days of work outside them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from workbench.domain import changes as c


@dataclass(frozen=True, slots=True)
class Sitting:
    """An interview, or a day's work outside of any; the moments are ISO 8601.

    `last_event` is the last thing that happened in it; `number` counts the interviews from 1 and is 0 for a day.
    """

    key: str
    began: str
    ended: str
    last_event: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Visit:
    began: datetime
    ended: datetime
    interview: str


class Sittings:
    """The sittings of a journal: whoever simply begins to work has a sitting of that day."""

    def __init__(self, events: Iterable[c.Event]) -> None:
        """Read a journal whose events are in order."""
        kept = tuple(events)
        visits = (_visit(e, e.change) for e in kept if isinstance(e.change, c.StepVisited))
        self._visits = sorted(visits, key=lambda visit: visit.began)
        self._starts = [visit.began for visit in self._visits]
        self._by_key: dict[str, Sitting] = {}
        self._numbers: dict[str, int] = {}
        for visit in self._visits:
            self._numbers.setdefault(visit.interview, len(self._numbers) + 1)
        for event in kept:
            self._take_in(event)

    def __iter__(self) -> Iterator[Sitting]:
        """Give the sittings, the one worked in last at the end."""
        return iter(self._by_key.values())

    def __getitem__(self, key: str) -> Sitting:
        """Return a sitting by its key."""
        return self._by_key[key]

    def key_at(self, moment: str) -> str:
        """Return the key of the sitting in which something happened."""
        then = datetime.fromisoformat(moment)
        place = bisect_right(self._starts, then) - 1
        if place >= 0 and then <= self._visits[place].ended:
            return self._visits[place].interview
        return then.astimezone().date().isoformat()

    def _take_in(self, event: c.Event) -> None:
        key = self.key_at(event.at)
        before = self._by_key.pop(key, None)
        began = before.began if before else event.at
        self._by_key[key] = Sitting(key, began, event.at, event.id, self._numbers.get(key, 0))


def _visit(event: c.Event, change: c.StepVisited) -> _Visit:
    # Written when the step is left: a long silence in it is shorter in `seconds`, but nothing else happened then.
    return _Visit(datetime.fromisoformat(change.began), datetime.fromisoformat(event.at), change.interview_id)
