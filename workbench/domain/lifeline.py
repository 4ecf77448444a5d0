"""The experiences on one axis of time, as far as their periods can be read without guessing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workbench.domain.dossier import Experience
from workbench.domain.moments import Moment, read_moment

_NOW: Final = re.compile(r"(?:à ce jour|aujourd[’']?hui|maintenant|en cours|actuellement|toujours)", re.IGNORECASE)
_SINCE: Final = re.compile(r"depuis (?:le )?(?P<when>.+)", re.IGNORECASE)
_BEFORE: Final = re.compile(r"^(?:en|le|du|de) ", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s+(?:à|au|et|-|–|—)\s+|(?<=\d)[-–—](?=(?:19|20)\d\d$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """An experience from its first day to its last, as far as they were said.

    Without a beginning or an end that was said, the stretch is as short as what was said of the other;
    `alongside` names the experiences that share some of its days.
    """

    experience: Experience
    first: date
    last: date
    begins: bool = True
    ends: bool = True
    alongside: tuple[str, ...] = ()

    def overlaps(self, other: "Stretch") -> bool:
        """Say whether both share a day."""
        return max(self.first, other.first) <= min(self.last, other.last)


@dataclass(frozen=True, slots=True)
class LifeLine:
    """What stands on the axis, the earliest first, and the experiences whose period says no date."""

    stretches: tuple[Stretch, ...]
    undated: tuple[Experience, ...]

    @property
    def years(self) -> tuple[int, int]:
        """Return the first year of the axis and the one after its last; there has to be a stretch."""
        return min(s.first.year for s in self.stretches), max(s.last.year for s in self.stretches) + 1


def life_line(experiences: Iterable[Experience], today: date) -> LifeLine:
    """Return experiences on an axis; what goes on still ends `today`."""
    read = [(experience, _stretch(experience, today)) for experience in experiences]
    stretches = sorted((s for _, s in read if s is not None), key=lambda s: (s.first, s.last))
    named = tuple(replace(s, alongside=_alongside(s, stretches)) for s in stretches)
    return LifeLine(named, tuple(experience for experience, stretch in read if stretch is None))


def _alongside(stretch: Stretch, others: Iterable[Stretch]) -> tuple[str, ...]:
    return tuple(o.experience.title for o in others if o is not stretch and o.overlaps(stretch))


def _stretch(experience: Experience, today: date) -> Stretch | None:
    start, end, goes_on = _said(experience.start, experience.end)
    if start is None and end is None:
        return None
    first = start.earliest if start else end.earliest if end else today
    last = end.latest if end else today if goes_on else start.latest if start else today
    if last < first:
        return None
    return Stretch(experience, first, last, begins=start is not None, ends=end is not None or goes_on)


def _said(start: str, end: str) -> tuple[Moment | None, Moment | None, bool]:
    """Return the beginning and the end that were said, and whether it goes on."""
    if not end.strip():
        since = _SINCE.fullmatch(start.strip())
        if since is not None:
            return _moment(since["when"]), None, True
        parts = _BETWEEN.split(start.strip())
        if _moment(start) is None and len(parts) == 2:
            start, end = parts
    return _moment(start), _moment(end), _NOW.fullmatch(end.strip()) is not None


def _moment(text: str) -> Moment | None:
    return read_moment(_BEFORE.sub("", text.strip()))
