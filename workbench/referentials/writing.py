"""Writing fiches into the catalogue, within the caller's transaction."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, islice
from typing import Final

from workbench.database import Database
from workbench.domain.catalogue import Entry, ImportReport, Titles
from workbench.referentials.leaving import Exports, mark_gone
from workbench.referentials.records import Record, facets_of, packed, record, words_of

_BATCH: Final = 200
FIRST: Final = 8
"""How many titles a report gives of each sort."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the catalogue already has of a fiche: its row, its digests, the date of its export."""

    id: int
    digest: bytes
    details_digest: bytes | None
    seen: str


@dataclass(slots=True)
class _Sorted:
    """The records of a batch by what is to be done with each."""

    new: list[Record] = field(default_factory=list)
    changed: list[Record] = field(default_factory=list)
    same: list[Record] = field(default_factory=list)
    older: list[Record] = field(default_factory=list)


def write_fiches(db: Database, entries: Iterator[Entry], *, shipped: bool = False) -> ImportReport:
    """Add or replace fiches; one that is known as it is only has its origin brought up to date.

    A fiche that is known from a later export is left as it is.
    """
    report = ImportReport()
    exports = Exports()
    next_id = db.execute("SELECT coalesce(max(id), 0) + 1 FROM fiches").fetchone()[0]
    while batch := {entry.fiche.code: record(entry) for entry in islice(entries, _BATCH)}:
        known = _known(db, list(batch))
        found = _sort(batch, known)
        ids = {one.fiche.code: known[one.fiche.code].id for one in found.changed}
        ids |= dict(zip((one.fiche.code for one in found.new), count(next_id), strict=False))
        next_id += len(found.new)
        _write(db, {ids[one.fiche.code]: one for one in (*found.new, *found.changed)}, shipped=shipped)
        _see_again(db, {known[one.fiche.code].id: one for one in found.same})
        exports.count(batch.values())
        report = _added_up(report, found)
    gone = mark_gone(db, exports)
    return replace(report, gone=len(gone), first_gone=gone[:FIRST])


def forget_shipped(db: Database) -> None:
    """Remove what was shipped, before another version of it is written."""
    for table, key in (("words", "rowid"), ("facets", "id"), ("details", "id")):
        db.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT id FROM fiches WHERE shipped)")  # noqa: S608
    db.execute("DELETE FROM fiches WHERE shipped")


def _known(db: Database, codes: list[str]) -> dict[str, _Known]:
    rows = db.execute(
        "SELECT f.code, f.id, f.digest, d.digest, a.seen FROM fiches f JOIN facets a ON a.id = f.id"  # noqa: S608
        f" LEFT JOIN details d ON d.id = f.id WHERE f.code IN ({', '.join('?' * len(codes))})",
        codes,
    )
    return {code: _Known(*others) for code, *others in rows}


def _sort(batch: dict[str, Record], known: dict[str, _Known]) -> _Sorted:
    found = _Sorted()
    for code, one in batch.items():
        before = known.get(code)
        if before is None:
            found.new.append(one)
        elif one.seen and before.seen > one.seen:
            found.older.append(one)
        elif (before.digest, before.details_digest) == (one.digest, one.details_digest):
            found.same.append(one)
        else:
            found.changed.append(one)
    return found


def _added_up(report: ImportReport, found: _Sorted) -> ImportReport:
    return replace(
        report,
        added=report.added + len(found.new),
        updated=report.updated + len(found.changed),
        unchanged=report.unchanged + len(found.same),
        newer=report.newer + len(found.older),
        first_added=_first(report.first_added, found.new),
        first_updated=_first(report.first_updated, found.changed),
    )


def _first(titles: Titles, records: list[Record]) -> Titles:
    return titles + tuple((one.fiche.code, one.fiche.title) for one in records[: FIRST - len(titles)])


def _write(db: Database, records: dict[int, Record], *, shipped: bool) -> None:
    db.conn.executemany(
        "INSERT OR REPLACE INTO fiches (id, code, shipped, digest, heading, blocs) VALUES (?, ?, ?, ?, ?, ?)",
        [(row_id, r.fiche.code, shipped, r.digest, r.heading, r.blocs) for row_id, r in records.items()],
    )
    db.conn.executemany(
        "INSERT OR REPLACE INTO facets (id, code, kind, active, level, vae, rome, certifiers, origin, seen, gone_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(row_id, *facets_of(r)) for row_id, r in records.items()],
    )
    db.conn.executemany(
        "INSERT OR REPLACE INTO details (id, digest, content) VALUES (?, ?, ?)",
        [(row_id, r.details_digest, packed(r.details)) for row_id, r in records.items() if r.details],
    )
    bare = [(row_id,) for row_id, r in records.items() if not r.details]
    db.conn.executemany("DELETE FROM details WHERE id = ?", bare)
    db.conn.executemany(
        "INSERT OR REPLACE INTO words (rowid, code, title, jobs, blocs, lists) VALUES (?, ?, ?, ?, ?, ?)",
        [(row_id, *words_of(r.fiche)) for row_id, r in records.items()],
    )


def _see_again(db: Database, records: dict[int, Record]) -> None:
    """Note that the fiches of these rows are in this export, too, should they have been gone from the last."""
    db.conn.executemany(
        "UPDATE facets SET origin = ?, seen = ?, gone_on = '', active = ? WHERE id = ?",
        [(r.fiche.origin, r.seen, r.fiche.active, row_id) for row_id, r in records.items()],
    )
