"""Dates as people say them (« 2014 », « mars 2019 », « 03/2019 »), as far as they can be read without guessing."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
_YEAR: Final = r"(?P<year>19\d\d|20\d\d)"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        _YEAR,
        rf"(?P<month>\d{{1,2}})[/.-]{_YEAR}",
        rf"(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-]{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)(?:-(?P<day>\d\d))?",
        rf"(?:(?P<day>\d{{1,2}})(?:er)? )?(?P<name>{'|'.join(_MONTHS)}) {_YEAR}",
    )
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, with its month and its day where they were said."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """Return what is known, ISO 8601: `2014`, `2014-03`, `2014-03-01`."""
        parts = (f"{part:02}" for part in (self.month, self.day) if part is not None)
        return "-".join((str(self.year), *parts))

    @property
    def earliest(self) -> date:
        """Return the first day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Return the last day that it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def read_moment(text: str) -> Moment | None:
    """Return the moment that a text says, or None where it says something else."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found:
            return _moment(found.groupdict())
    return None


def _moment(said: dict[str, str | None]) -> Moment | None:
    name, number, day = said.get("name"), said.get("month"), said.get("day")
    month = _MONTHS.index(name) + 1 if name else int(number) if number else None
    made = Moment(int(said["year"] or 0), month, int(day) if day else None)
    try:
        made.earliest  # noqa: B018  (the calendar says whether there is such a day)
    except ValueError:
        return None
    return made
