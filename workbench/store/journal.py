"""The journal of dossiers: append-only events, with the projections that the list and its search read."""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Final, Self

import msgspec

from workbench.database import DriverError, explain, migrate, open_database
from workbench.domain.changes import Event
from workbench.domain.dossier import Dossier, DossierSummary, summarise
from workbench.domain.fold import fold
from workbench.domain.local_examples import LocalExample, local_examples
from workbench.errors import StoreError
from workbench.files import prepare_folder
from workbench.paths import dossiers_path
from workbench.store import keys
from workbench.store.codec import decode, encode
from workbench.store.migrations import migrations

_SIGNING_KEY: Final = "sceau-ed25519"
_SEARCH: Final = """
    SELECT summary FROM dossiers JOIN dossiers_fts ON dossiers_fts.rowid = dossiers.rowid
    WHERE dossiers_fts MATCH ? ORDER BY updated_at DESC
"""


class SqliteJournal:
    """The journal in a SQLite database; every writing is one transaction, and threads take turns.

    What the list and its search read is brought up to date when they are read: until then a mark in the
    database, written with the events, says which dossiers are behind.
    """

    def __init__(self, path: Path, key: bytes | None) -> None:
        """Open or create the database and bring it up to this version.

        Raises:
            StoreError: it cannot be opened, or comes from a newer version.
        """
        self._path = path
        self._turn = RLock()
        self._latest: dict[str, Dossier] = {}
        self._db = open_database(path, key, alone=True)
        try:
            with self._sentences():
                migrate(self._db, migrations)
        except BaseException:
            self._db.close()
            raise

    def append(self, events: Sequence[Event], dossier: Dossier) -> None:
        """Write events, all or none; `dossier` is what they lead to."""
        with self._sentences(), self._db.atomic():
            self._db.table("events").insert_all(_row(event) for event in events)
            self._db.execute("INSERT OR IGNORE INTO outdated VALUES (?)", [dossier.id])
        with self._turn:
            self._latest[dossier.id] = dossier

    def events(self, dossier_id: str) -> tuple[Event, ...]:
        """Return a dossier's events in their order."""
        with self._sentences():
            rows = list(self._db.table("events").rows_where("dossier_id = ?", [dossier_id], order_by="clock, id"))
        return tuple(
            Event(r["id"], r["dossier_id"], r["clock"], r["at"], r["author"], decode(r["kind"], r["fields"]))
            for r in rows
        )

    def summaries(self, search: str = "") -> tuple[DossierSummary, ...]:
        """Return the dossiers that hold words beginning with those searched, the latest first."""
        words = "".join(c if c.isalnum() else " " for c in search).split()
        self._bring_up_to_date()
        with self._sentences():
            if words:
                rows = self._db.execute(_SEARCH, [" ".join(f'"{w}"*' for w in words)]).fetchall()
            else:
                rows = self._db.execute("SELECT summary FROM dossiers ORDER BY updated_at DESC").fetchall()
        return tuple(msgspec.json.decode(summary, type=DossierSummary) for (summary,) in rows)

    def local_examples(self) -> tuple[LocalExample, ...]:
        """Return what the dossiers teach, withdrawn examples included, the dossier changed latest first."""
        self._bring_up_to_date()
        with self._sentences():
            rows = self._db.execute("SELECT examples FROM dossiers ORDER BY updated_at DESC, id").fetchall()
        return tuple(e for (examples,) in rows for e in msgspec.json.decode(examples, type=tuple[LocalExample, ...]))

    def erase(self, dossier_id: str) -> None:
        """Remove a dossier's events, projections and files, and their traces from the file."""
        with self._sentences():
            with self._db.atomic():
                self._db.table("events").delete_where("dossier_id = ?", [dossier_id])
                self._db.table("dossiers").delete_where("id = ?", [dossier_id])
                self._db.table("outdated").delete_where("dossier_id = ?", [dossier_id])
                self._db.table("files").delete_where("dossier_id = ?", [dossier_id])
            self._latest.pop(dossier_id, None)
            self._db.vacuum()
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def keep_file(self, dossier_id: str, content: bytes) -> str:
        """Keep an attached file of a dossier until that is erased, and return its SHA-256 (hex)."""
        digest = hashlib.sha256(content).hexdigest()
        with self._sentences(), self._db.atomic():
            self._db.execute("INSERT OR IGNORE INTO files VALUES (?, ?, ?)", [dossier_id, digest, content])
        return digest

    def read_file(self, dossier_id: str, digest: str) -> bytes:
        """Return the bytes of an attached file.

        Raises:
            StoreError: the store does not hold it.
        """
        with self._sentences():
            rows = self._db.execute(
                "SELECT content FROM files WHERE dossier_id = ? AND digest = ?", [dossier_id, digest]
            ).fetchall()
        if not rows:
            raise StoreError("Cette pièce jointe manque dans vos données : remettez-les depuis une sauvegarde.")
        return bytes(rows[0][0])

    def signing_key(self) -> bytes:
        """Return the Ed25519 key that seals this store's documents (32 bytes), made when it is first asked for."""
        with self._sentences(), self._db.atomic():
            self._db.execute(
                "INSERT OR IGNORE INTO secrets VALUES (?, ?)", [_SIGNING_KEY, secrets.token_bytes(keys.KEY_BYTES)]
            )
            ((key,),) = self._db.execute("SELECT value FROM secrets WHERE name = ?", [_SIGNING_KEY]).fetchall()
        return bytes(key)

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            with suppress(StoreError):  # what is still behind keeps its mark: the next reading mends it
                self._bring_up_to_date()
            self._db.close()

    def __enter__(self) -> Self:
        """Return the open journal."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _bring_up_to_date(self) -> None:
        """Rewrite what the list and its search read of the dossiers whose events are ahead."""
        with self._sentences(), self._db.atomic():
            for (dossier_id,) in self._db.execute("SELECT dossier_id FROM outdated").fetchall():
                self._project(self._latest.get(dossier_id) or fold(dossier_id, self.events(dossier_id)))
            self._db.execute("DELETE FROM outdated")
            self._latest.clear()

    def _project(self, dossier: Dossier) -> None:
        summary = summarise(dossier)
        self._db.table("dossiers").upsert(
            {
                "id": dossier.id,
                "updated_at": dossier.updated_at,
                "summary": msgspec.json.encode(replace(summary, words="")).decode(),
                "words": summary.words,
                "examples": msgspec.json.encode(local_examples(dossier)).decode(),
            },
            pk="id",
        )

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """Take the turn of this thread, and say the driver's errors in sentences."""
        with self._turn:
            try:
                yield
            except DriverError as error:
                raise explain(error, self._path) from error


def open_protected(folder: Path, secret: str) -> SqliteJournal:
    """Open the encrypted journal with the passphrase or the recovery key."""
    prepare_folder(folder)
    return SqliteJournal(dossiers_path(folder), keys.unlock(folder, secret))


def create_protected(folder: Path, passphrase: str) -> tuple[SqliteJournal, str]:
    """Create the encrypted journal; return it with the recovery key to print.

    Raises:
        StoreError: it cannot be written, or dossiers are there already.
    """
    prepare_folder(folder)
    path = dossiers_path(folder)
    if path.exists() and not keys.has_key(folder):
        raise StoreError(
            f"Le fichier {keys.KEY_FILE} manque à côté de vos dossiers : remettez-le depuis une sauvegarde."
        )
    key, recovery = keys.create_key(folder, passphrase)
    try:
        return SqliteJournal(path, key), recovery
    except BaseException:
        # Nobody was shown the recovery key of this half-made store: the next attempt begins afresh.
        path.unlink(missing_ok=True)
        keys.forget_key(folder)
        raise


def open_unprotected(folder: Path) -> SqliteJournal:
    """Open a journal that is NOT encrypted: for the demonstration and the tests only."""
    prepare_folder(folder)
    return SqliteJournal(folder / "demonstration-non-protegee.sqlite", None)


def _row(event: Event) -> dict[str, str | int]:
    kind, fields = encode(event.change)
    return {
        "id": event.id,
        "dossier_id": event.dossier_id,
        "clock": event.clock,
        "at": event.at,
        "author": event.author,
        "kind": kind,
        "fields": fields,
    }
