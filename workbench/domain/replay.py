"""A dossier that follows its journal: what `fold` gives, without telling everything again."""

from collections.abc import Iterable
from dataclasses import replace

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier
from workbench.domain.fold import apply
from workbench.domain.history import History, order

STRIDE = 32
"""Events that count between two states that are kept."""
KEPT = 32
"""States kept at most: past that, every second of the older half is dropped, so that they thin out with age."""


class Replay:
    """The journal so far, the dossier that it tells, and some earlier states to go back from."""

    def __init__(self, dossier_id: str, events: Iterable[c.Event] = ()) -> None:
        """Tell a journal from its beginning."""
        self.history = History()
        self.dossier = Dossier(dossier_id)
        self._states = [(0, self.dossier)]
        for event in sorted(events, key=order):
            self.history.add(event)
        if self.history.events:
            self._tell_from(0)
            self.dossier = replace(self.dossier, updated_at=self.history.events[-1].at)

    def add(self, event: c.Event) -> None:
        """Take in an event later than all others."""
        count = len(self.history.counted)
        first = self.history.add(event)
        if first == count and len(self.history.counted) == count + 1:
            self._step(self.dossier, count)
        else:
            self._tell_from(first)
        self.dossier = replace(self.dossier, updated_at=event.at)

    def _tell_from(self, first: int) -> None:
        """Tell again what counts from a place on, beginning with the nearest state that is kept."""
        while self._states[-1][0] > first:
            self._states.pop()
        number, self.dossier = self._states[-1]
        for place in range(number, len(self.history.counted)):
            self._step(self.dossier, place)

    def _step(self, dossier: Dossier, place: int) -> None:
        event = self.history.counted[place]
        self.dossier = apply(dossier, event)
        if (place + 1) % STRIDE == 0 and self._states[-1][0] <= place:
            self._states.append((place + 1, self.dossier))
            if len(self._states) > KEPT:
                del self._states[1 : KEPT // 2 : 2]
