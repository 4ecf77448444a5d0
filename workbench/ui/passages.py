"""Thousands of passages of a text that is being typed: found by place, moved only when they are looked at."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from workbench.domain.positions import Edit, Span, join, move

Item = TypeVar("Item")

MOST_EDITS = 64
"""Edits noted before the passages are moved for good: a look at one passage goes through them all."""


class Passages(Generic[Item]):
    """Spans of a text with what they carry, and the edits made since they were placed.

    An edit costs nothing but its note; a look costs what it shows.
    """

    def __init__(self, placed: Sequence[tuple[Span, Item]] = (), edits: Sequence[Edit] = ()) -> None:
        """Keep passages as they stood before `edits`."""
        self._placed = sorted(placed, key=lambda p: p[0].start)
        self._starts = [span.start for span, _ in self._placed]
        self._longest = max((span.end - span.start for span, _ in self._placed), default=0)
        self._edits: list[Edit] = []
        for edit in edits:
            self.apply(edit)

    def __len__(self) -> int:
        """Count the passages."""
        return len(self._placed)

    def apply(self, edit: Edit) -> None:
        """Note an edit of the text."""
        joined = join(self._edits[-1], edit) if self._edits else None
        if joined is None:
            self._edits.append(edit)
        else:
            self._edits[-1] = joined
        if len(self._edits) > MOST_EDITS:
            self._settle()

    def near(self, start: int, end: int) -> Iterator[tuple[Span, Item]]:
        """Give the passages that touch the characters from `start` to `end` of the text as it stands."""
        first, last = self._before_edits(start, end)
        index = bisect_left(self._starts, first - self._longest)
        while index < len(self._placed) and self._starts[index] <= last:
            span, item = self._placed[index]
            moved = self._moved(span)
            if not moved.is_empty and moved.start <= end and moved.end >= start:
                yield moved, item
            index += 1

    def all(self) -> Iterator[tuple[Span, Item]]:
        """Give every passage that still has words, in the order of the text."""
        for span, item in self._placed:
            moved = self._moved(span)
            if not moved.is_empty:
                yield moved, item

    def at(self, position: int) -> tuple[Span, Item] | None:
        """Return the first passage that holds a position or ends there, or None."""
        found = list(self.near(position, position))
        inside = [p for p in found if p[0].start <= position < p[0].end]
        return (inside or found or [None])[0]

    def _settle(self) -> None:
        self._placed = [(self._moved(span), item) for span, item in self._placed]
        self._starts = [span.start for span, _ in self._placed]
        self._longest = max((span.end - span.start for span, _ in self._placed), default=0)
        self._edits = []

    def _moved(self, span: Span) -> Span:
        for edit in self._edits:
            span = move(span, edit)
        return span

    def _before_edits(self, start: int, end: int) -> tuple[int, int]:
        for edit in reversed(self._edits):
            typed_end = edit.start + len(edit.inserted)
            if start > edit.start:
                start = start - edit.shift if start >= typed_end else edit.start
            if end >= edit.start:
                end = max(end - edit.shift, edit.start + edit.removed)
        return start, end
