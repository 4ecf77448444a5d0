"""Positions between Qt, which counts UTF-16 units, and Python, which counts characters.

The source text is kept here, because `toPlainText()` turns no-break spaces into spaces.
"""

from bisect import bisect_left

from workbench.domain.positions import Edit

_LAST_OF_ONE_UNIT = "\uffff"


def _wide_places(text: str, shift: int = 0) -> list[int]:
    """Return the places of the characters that take two UTF-16 units."""
    if text.isascii() or max(text, default="") <= _LAST_OF_ONE_UNIT:
        return []
    return [i + shift for i, c in enumerate(text) if c > _LAST_OF_ONE_UNIT]


class SourceText:
    """A text that knows where Qt and Python find its characters."""

    def __init__(self, text: str = "") -> None:
        """Keep a text and note its characters of two units."""
        self.text = text
        self._wide = _wide_places(text)

    def to_utf16(self, position: int) -> int:
        """Return Qt's position of a Python position."""
        return position + bisect_left(self._wide, position)

    def to_python(self, position: int) -> int:
        """Return the Python position of Qt's; the middle of a character gives the place after it."""
        if not self._wide:
            return position
        places = range(len(self._wide))
        return position - bisect_left(places, position, key=lambda i: self._wide[i] + i)

    def apply(self, edit: Edit) -> None:
        """Make an edit of the text."""
        self.text = edit.apply(self.text)
        first = bisect_left(self._wide, edit.start)
        last = bisect_left(self._wide, edit.start + edit.removed)
        after = [place + edit.shift for place in self._wide[last:]]
        self._wide[first:] = _wide_places(edit.inserted, edit.start) + after

    def edit_for(self, position: int, removed: int, inserted: str) -> Edit:
        """Return the smallest edit for a change that Qt tells: UTF-16 position and length, what is there now."""
        start = self.to_python(position)
        end = min(self.to_python(position + removed), len(self.text))
        return smallest_edit(self.text[start:end], inserted, start)


def smallest_edit(old: str, new: str, start: int = 0) -> Edit:
    """Return the edit that makes `old`, found at `start`, into `new`, touching as little as it can."""
    if old == new:
        return Edit(start, 0, "")
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return Edit(start + head, len(old) - head - tail, new[head : len(new) - tail])


def _common(first: str, second: str) -> int:
    """Return how many characters two texts share at their beginning."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
