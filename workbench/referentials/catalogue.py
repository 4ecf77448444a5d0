"""The referentials that were imported or shipped, in a plain database that can be rebuilt."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from workbench.database import Database, DriverError, explain, migrate, open_database
from workbench.domain.cuts import BlocCut, seen
from workbench.domain.referential import Fiche
from workbench.errors import StoreError, UnknownFicheError, WrongPassphraseError
from workbench.paths import cuts_path
from workbench.referentials.cut_journal import CutJournal
from workbench.referentials.cutting import automatic_cut, cut_fiche, has_list
from workbench.referentials.importing import read_fiches
from workbench.referentials.jobs import SHORTEST_NAME, everyday_codes, jobs_query, rome_codes
from workbench.referentials.migrations import migrations
from workbench.referentials.records import read_blocs, read_heading
from workbench.referentials.shipped import shipped_digest, shipped_fiches
from workbench.referentials.words import number_asked, query
from workbench.referentials.writing import ImportReport, forget_shipped, write_fiches

_LIGHT: Final = "SELECT f.heading, f.origin FROM fiches f"
_TITLES: Final = "{code title jobs}"
_EVERYWHERE: Final = "{code title jobs blocs lists}"
_WEIGHTS: Final = "0, 20, 10, 5, 1"
"""What a word weighs in each of these columns."""
_IS_JOB: Final = "(f.code GLOB 'ROME-*' OR f.code GLOB 'ESCO-*')"
_JOBS_ASKED: Final = 12
"""How many métiers a name may stand for: the first letters of a word begin hundreds."""


class SqliteCatalogue:
    """The catalogue of a data folder."""

    def __init__(self, path: Path) -> None:
        """Open the catalogue, or create it with the shipped referentials in it.

        The corrections of cuts lie beside it, in their own file.

        Raises:
            StoreError: it cannot be opened or written.
        """
        self._path = path
        self.cuts = CutJournal(cuts_path(path.parent))
        self._db = _open(path)
        try:
            with _explained(path):
                migrate(self._db, migrations)
                self._load_shipped()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "SqliteCatalogue":
        """Return the catalogue."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.conn.close()

    def fiche(self, code: str) -> Fiche:
        """Return a fiche, its lists cut into competences, as corrected where they were.

        Raises:
            UnknownFicheError: no fiche has this code.
            StoreError: the corrections cannot be read.
        """
        uncut = self._uncut(code)
        return cut_fiche(uncut, self.cuts.corrector(uncut.code))

    def bloc_cuts(self, code: str) -> tuple[BlocCut, ...]:
        """Return how each bloc of a fiche that has a list is cut, in order; blocs that came cut are left out.

        Raises:
            UnknownFicheError: no fiche has this code.
            StoreError: the corrections cannot be read.
        """
        uncut = self._uncut(code)
        blocs = (bloc for bloc in uncut.blocs if has_list(bloc))
        return tuple(seen(uncut.code, b.title, automatic_cut(b), self.cuts.history(uncut.code, b.code)) for b in blocs)

    def _uncut(self, code: str) -> Fiche:
        wanted = "".join(code.split()).upper()
        codes = number_asked(wanted) or (wanted,)
        rows = self._rows(
            f"SELECT heading, origin, blocs FROM fiches WHERE code IN ({', '.join('?' * len(codes))}) ORDER BY code",  # noqa: S608
            codes,
        )
        if not rows:
            raise UnknownFicheError(
                f"La fiche « {code} » n'est pas dans le catalogue : cherchez-la par ses mots, ou importez l'export "
                "de France compétences qui la contient."
            )
        heading, origin, blocs = rows[0]
        return replace(read_heading(heading, origin), blocs=read_blocs(blocs))

    def fiches(self) -> tuple[Fiche, ...]:
        """Return every fiche without its blocs, in order of code."""
        return _light(self._rows(f"{_LIGHT} ORDER BY f.code"))

    def active_fiches(self) -> Iterator[Fiche]:
        """Yield every active fiche in order of code, its lists as the certifier wrote them, not cut."""
        for heading, origin, blocs in self._rows(
            "SELECT heading, origin, blocs FROM fiches WHERE active ORDER BY code"
        ):
            yield replace(read_heading(heading, origin), blocs=read_blocs(blocs))

    def count_active(self) -> int:
        """Return how many active fiches there are."""
        ((count,),) = self._rows("SELECT COUNT(*) FROM fiches WHERE active")
        return int(count)

    def active_mark(self) -> bytes:
        """Return what changes whenever an active fiche comes, goes or changes."""
        rows = self._rows("SELECT code, digest FROM fiches WHERE active ORDER BY code")
        content = b"".join(code.encode() + b"\0" + digest for code, digest in rows)
        return hashlib.blake2b(content, digest_size=16).digest()

    def search(self, words: str, limit: int = 50) -> tuple[Fiche, ...]:
        """Return the fiches that hold all the words, active ones first, without their blocs.

        The words are looked for in the titles and jobs first, then as the name of a job, then in the competences;
        certifications come before the métiers of the ROME and ESCO, which would hide them by their number.
        """
        codes = number_asked(words)
        if codes:
            return _light(self._numbered(codes, limit))
        asked = query(words)
        if not asked:
            return ()
        titles, everywhere = f"{_TITLES} : ({asked})", f"{_EVERYWHERE} : ({asked})"
        named = (titles, *self._job_scope(words, asked))
        wanted = [(scope, is_job) for scopes in (named, (everywhere,)) for is_job in (False, True) for scope in scopes]
        found: list[Any] = []
        for active in (True, False):
            for scope, is_job in wanted:
                if len(found) < limit:
                    rows = self._matching(scope, limit, active=active, is_job=is_job)
                    found += [row for row in rows if row not in found]
        return _light(found[:limit])

    def import_file(
        self, path: Path | Sequence[Path], progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> ImportReport:
        """Import a file, or the files of one source, all of it or nothing; progress is in bytes.

        It has its own connection: what is read meanwhile is the catalogue as it was.

        Raises:
            UnreadableFileError: the file is not what it should be.
            CancelledError: `cancelled` said so.
            StoreError: the catalogue cannot be written.
        """
        db = _open(self._path)
        try:
            with _explained(self._path):
                with _transaction(db):
                    report = write_fiches(db, read_fiches(path, progress, cancelled))
                # The journal has grown as big as the import: give its place back.
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                return report
        finally:
            db.conn.close()

    def _load_shipped(self) -> None:
        """Write the shipped referentials if they are not those of the last time."""
        digest = shipped_digest()
        known = self._db.execute("SELECT value FROM facts WHERE name = 'shipped'").fetchone()
        if known and known[0] == digest:
            return
        with _transaction(self._db):
            forget_shipped(self._db)
            write_fiches(self._db, iter(shipped_fiches()), shipped=True)
            self._db.execute("INSERT OR REPLACE INTO facts VALUES ('shipped', ?)", [digest])

    def _numbered(self, codes: Sequence[str], limit: int) -> list[Any]:
        """Return the rows of these codes, then of those that begin so."""
        rows = self._rows(f"{_LIGHT} WHERE f.code IN ({', '.join('?' * len(codes))}) ORDER BY f.code", codes)
        for code in codes:
            longer = f"{_LIGHT} WHERE f.code > ? AND f.code < ? ORDER BY f.active DESC, f.code LIMIT ?"
            rows += self._rows(longer, (code, code + ":", limit))
        return rows[:limit]

    def _job_scope(self, words: str, asked: str) -> tuple[str, ...]:
        """Return the query for the fiches that lead to the jobs that people call so, if there are any."""
        if len(words.strip()) < SHORTEST_NAME:
            return ()
        rows = self._rows(
            "SELECT f.heading FROM words JOIN fiches f ON f.id = words.rowid WHERE words MATCH ?"  # noqa: S608
            f" AND f.code GLOB 'ROME-*' ORDER BY bm25(words, {_WEIGHTS}), f.code LIMIT ?",
            (f"{_TITLES} : ({asked})", _JOBS_ASKED),
        )
        return jobs_query([*everyday_codes(words), *(code for (heading,) in rows for code in rome_codes(heading))])

    def _matching(self, asked: str, limit: int, *, active: bool, is_job: bool) -> list[Any]:
        return self._rows(
            "SELECT f.heading, f.origin FROM words JOIN fiches f ON f.id = words.rowid"  # noqa: S608
            f" WHERE words MATCH ? AND f.active = ? AND {_IS_JOB} = ? ORDER BY bm25(words, {_WEIGHTS}), f.code LIMIT ?",
            (asked, active, is_job, limit),
        )

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        with _explained(self._path):
            return list(self._db.execute(sql, list(parameters)).fetchall())


def _open(path: Path) -> Database:
    with _explained(path):
        db = open_database(path, None)
        # Nothing here is personal, and everything can be imported again.
        db.execute("PRAGMA secure_delete = OFF")
        return db


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except WrongPassphraseError as error:
        raise _damaged(path) from error
    except DriverError as error:
        raise (_damaged(path) if "malformed" in str(error) else explain(error, path)) from error


def _damaged(path: Path) -> StoreError:
    return StoreError(
        f"Le catalogue des référentiels « {path} » est abîmé : supprimez ce fichier, puis importez de nouveau."
    )


@contextmanager
def _transaction(db: Database) -> Iterator[None]:
    """Write everything or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        raise


def _light(rows: Sequence[Any]) -> tuple[Fiche, ...]:
    return tuple(read_heading(heading, origin) for heading, origin in rows)
