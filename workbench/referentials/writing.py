"""Writing fiches into the catalogue, within the caller's transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from typing import Final

from workbench.database import Database
from workbench.domain.referential import Fiche
from workbench.referentials.records import Record, record, words_of

_BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, in fiches."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0


def write_fiches(db: Database, fiches: Iterator[Fiche], *, shipped: bool = False) -> ImportReport:
    """Add or replace fiches; one that is known as it is only has its origin brought up to date."""
    added = updated = unchanged = 0
    next_id = db.execute("SELECT coalesce(max(id), 0) + 1 FROM fiches").fetchone()[0]
    while batch := {fiche.code: record(fiche) for fiche in islice(fiches, _BATCH)}:
        known = _known(db, batch)
        new = [code for code in batch if code not in known]
        changed = [code for code in batch if code in known and known[code][1] != batch[code].digest]
        same = [code for code in batch if code in known and known[code][1] == batch[code].digest]
        ids = {code: known[code][0] for code in changed} | dict(zip(new, count(next_id), strict=False))
        next_id += len(new)
        _write(db, {ids[code]: batch[code] for code in new + changed}, shipped=shipped)
        _set_origins(db, [batch[code].fiche for code in same])
        added, updated, unchanged = added + len(new), updated + len(changed), unchanged + len(same)
    return ImportReport(added, updated, unchanged)


def forget_shipped(db: Database) -> None:
    """Remove what was shipped, before another version of it is written."""
    db.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM fiches WHERE shipped)")
    db.execute("DELETE FROM fiches WHERE shipped")


def _known(db: Database, batch: dict[str, Record]) -> dict[str, tuple[int, bytes]]:
    marks = ", ".join("?" * len(batch))
    rows = db.execute(f"SELECT code, id, digest FROM fiches WHERE code IN ({marks})", list(batch))  # noqa: S608
    return {code: (row_id, digest) for code, row_id, digest in rows}


def _write(db: Database, records: dict[int, Record], *, shipped: bool) -> None:
    db.conn.executemany(
        "INSERT OR REPLACE INTO fiches (id, code, active, shipped, origin, digest, heading, blocs)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (row_id, r.fiche.code, r.fiche.active, shipped, r.fiche.origin, r.digest, r.heading, r.blocs)
            for row_id, r in records.items()
        ],
    )
    db.conn.executemany(
        "INSERT OR REPLACE INTO words (rowid, code, title, jobs, blocs, lists) VALUES (?, ?, ?, ?, ?, ?)",
        [(row_id, *words_of(r.fiche)) for row_id, r in records.items()],
    )


def _set_origins(db: Database, fiches: list[Fiche]) -> None:
    db.conn.executemany(
        "UPDATE fiches SET origin = ? WHERE code = ? AND origin <> ?",
        [(fiche.origin, fiche.code, fiche.origin) for fiche in fiches],
    )
