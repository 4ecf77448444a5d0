"""A journal told in words: who did what and when, in lines that one can return to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from workbench.domain import changes as c
from workbench.domain.change_names import Area, Names
from workbench.domain.change_words import TELLERS, about
from workbench.domain.history import History

PAUSE: Final = timedelta(minutes=5)
"""Typing in a story goes on in the same line until it pauses for so long."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the history: `event_id` is the last event that it tells, to return to; `at` is when that happened.

    `began` is when its first event happened, `events` counts them; `counts` says whether they are in the dossier.
    `area` and `recit` (an identifier, or nothing) say what the line is about.
    """

    event_id: str
    began: str
    at: str
    author: str
    what: str
    counts: bool = True
    events: int = 1
    area: Area = Area.HISTORY
    recit: str = ""


def tell_history(history: History, only: Collection[str] | None = None) -> tuple[HistoryLine, ...]:
    """Tell a journal, the latest first; typing that goes on in a story is one line.

    `only` names the events to be told, where not all of them are.
    """
    names = Names()
    counted = {e.id for e in history.counted}
    drafts: list[_Draft] = []
    under_way: _Draft | None = None
    for event in history.events:
        draft = _draft(event, names)
        draft.counts = event.id in counted or isinstance(event.change, c.Retracted | c.ReturnedTo)
        names.told[event.id] = draft.words()
        names.about[event.id] = (draft.area, draft.recit)
        if only is not None and event.id not in only:
            under_way = None
        elif under_way is not None and under_way.goes_on_with(draft):
            under_way.gather(draft)
        else:
            under_way = draft
            drafts.append(draft)
    return tuple(draft.line() for draft in reversed(drafts))


@dataclass(slots=True)
class _Draft:
    """A line under way; one about typing has no words yet and knows its récit's title and how much was typed."""

    first: c.Event
    last: c.Event
    area: Area
    recit: str
    what: str = ""
    title: str = ""
    inserted: int = 0
    removed: int = 0
    events: int = 1
    counts: bool = True

    def goes_on_with(self, later: "_Draft") -> bool:
        """Say whether both tell the same typing."""
        return (
            not self.what
            and not later.what
            and (self.recit, self.counts, self.last.author) == (later.recit, later.counts, later.last.author)
            and datetime.fromisoformat(later.first.at) - datetime.fromisoformat(self.last.at) <= PAUSE
        )

    def gather(self, later: "_Draft") -> None:
        """Tell later typing too."""
        self.last = later.last
        self.inserted += later.inserted
        self.removed += later.removed
        self.events += later.events

    def words(self) -> str:
        """Say what happened."""
        if self.what:
            return self.what
        parts = [_counted(n, word) for n, word in ((self.inserted, "écrit"), (self.removed, "effacé")) if n]
        return f"Récit {self.title} : {', '.join(parts) or 'rien de changé'}"

    def line(self) -> HistoryLine:
        """Return the line."""
        return HistoryLine(
            self.last.id,
            self.first.at,
            self.last.at,
            self.last.author,
            self.words(),
            self.counts,
            self.events,
            self.area,
            self.recit,
        )


def _draft(event: c.Event, names: Names) -> _Draft:
    change = event.change
    draft = _Draft(event, event, *about(names, change))
    if isinstance(change, c.TextEdited):
        draft.title = names.recit(change.recit_id)
        draft.inserted = sum(len(e.inserted) for e in change.edits)
        draft.removed = sum(e.removed for e in change.edits)
        return draft
    if isinstance(change, c.Retracted):
        names.retracted[event.id] = change.event_id
    draft.what = TELLERS[type(change)](names, change)
    return draft


def _counted(number: int, word: str) -> str:
    """Count characters: « 1 caractère écrit », « 12 caractères écrits »."""
    plural = "s" if number > 1 else ""
    return f"{number} caractère{plural} {word}{plural}"
