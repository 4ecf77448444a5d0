"""Telling which fiches have left a register, when the whole of it is imported again."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from workbench.database import Database
from workbench.domain.catalogue import NATIONAL, Titles, kind_of
from workbench.referentials.records import Record, read_heading

_WHOLE_FROM: Final = 1000
"""Fewer fiches are an excerpt: the smaller of the registers has nearly five thousand."""
_WHOLE_SHARE: Final = 0.9
"""What share of the fiches known from before a whole export has at least: it loses a few a month."""


class Exports:
    """How many fiches were read of each register and date of export."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.numbers: Counter[tuple[str, str]] = Counter()

    def count(self, records: Iterable[Record]) -> None:
        """Count those that come from a dated export of a national register."""
        kinds = ((kind_of(one.fiche.code), one.seen) for one in records if one.seen)
        self.numbers.update((str(kind), seen) for kind, seen in kinds if kind in NATIONAL)


def mark_gone(db: Database, exports: Exports) -> Titles:
    """Mark the fiches that earlier exports had and a whole later one has not; nothing is deleted."""
    gone: Titles = ()
    for (kind, date), number in exports.numbers.items():
        if number >= _WHOLE_FROM and number >= _WHOLE_SHARE * _in_force(db, kind):
            gone += _leave(db, kind, date)
    return gone


def _in_force(db: Database, kind: str) -> int:
    """Count the fiches of a register that come from an export and are not gone."""
    sql = "SELECT count(*) FROM facets WHERE kind = ? AND seen <> '' AND gone_on = ''"
    return int(db.execute(sql, [kind]).fetchone()[0])


def _leave(db: Database, kind: str, date: str) -> Titles:
    left = "kind = ? AND seen <> '' AND seen < ? AND gone_on = ''"
    rows = db.execute(
        f"SELECT heading FROM fiches WHERE id IN (SELECT id FROM facets WHERE {left}) ORDER BY code",  # noqa: S608
        [kind, date],
    ).fetchall()
    db.execute(f"UPDATE facets SET gone_on = ?, active = 0 WHERE {left}", [date, kind, date])  # noqa: S608
    fiches = (read_heading(heading, "", 0) for (heading,) in rows)
    return tuple((fiche.code, fiche.title) for fiche in fiches)
