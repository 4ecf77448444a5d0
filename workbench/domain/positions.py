"""Positions in a text, in Python characters, and how an edit moves them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `start` (included) to `end` (excluded) of a text."""

    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is left of it."""
        return self.start >= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True)
class Edit:
    """At `start`, `removed` characters give way to `inserted`."""

    start: int
    removed: int
    inserted: str

    @property
    def shift(self) -> int:
        """How many characters the text gains."""
        return len(self.inserted) - self.removed

    def apply(self, text: str) -> str:
        """Return `text` after the edit; positions past its end are brought back to its end."""
        start = min(self.start, len(text))
        return text[:start] + self.inserted + text[start + self.removed :]


def move(span: Span, edit: Edit) -> Span:
    """Return where `span` lies after `edit`.

    What is typed inside a span belongs to it, what is typed at either edge does not; a span whose
    characters are all removed becomes empty where they stood.
    """
    if span.is_empty:
        place = _move_point(span.start, edit, stick_right=False)
        return Span(place, place)
    start = _move_point(span.start, edit, stick_right=True)
    end = _move_point(span.end, edit, stick_right=False)
    return Span(start, max(start, end))


def _move_point(point: int, edit: Edit, *, stick_right: bool) -> int:
    removed_end = edit.start + edit.removed
    if point < edit.start or (point == edit.start and not stick_right):
        return point
    if point > removed_end or (point == removed_end and stick_right):
        return point + edit.shift
    return edit.start + (len(edit.inserted) if stick_right else 0)


def join(first: Edit, second: Edit) -> Edit | None:
    """Return one edit that does what `first` then `second` do, or None where they do not touch."""
    typed_end = first.start + len(first.inserted)
    if second.start > typed_end or second.start + second.removed < first.start:
        return None
    before = max(0, first.start - second.start)
    kept_head = first.inserted[: max(0, second.start - first.start)]
    cut = second.start + second.removed
    kept_tail = first.inserted[max(0, cut - first.start) :]
    after = max(0, cut - typed_end)
    return Edit(
        start=min(first.start, second.start),
        removed=before + first.removed + after,
        inserted=kept_head + second.inserted + kept_tail,
    )
