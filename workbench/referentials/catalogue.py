"""The referentials that were imported or shipped, in a plain database that can be rebuilt."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from workbench.database import Database, DriverError, explain, migrate, open_database
from workbench.domain.catalogue import NO_FILTER, Entry, FicheDetails, Filters, ImportReport
from workbench.domain.cuts import BlocCut
from workbench.domain.referential import Fiche
from workbench.errors import StoreError, UnknownFicheError, WrongPassphraseError
from workbench.paths import cuts_path, stars_path
from workbench.referentials.cut_journal import CutJournal
from workbench.referentials.cutting import cut_fiche, has_list
from workbench.referentials.importing import read_fiches
from workbench.referentials.migrations import migrations
from workbench.referentials.records import read_blocs, read_details, read_heading
from workbench.referentials.searching import LIGHT, find
from workbench.referentials.shipped import shipped_digest, shipped_fiches
from workbench.referentials.stars import read_stars, write_star
from workbench.referentials.words import number_asked
from workbench.referentials.writing import forget_shipped, write_fiches

_WHOLE: Final = "SELECT f.heading, a.origin, a.active, f.blocs FROM facets a JOIN fiches f ON f.id = a.id"


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
        return tuple(self.cuts.view(uncut.code, bloc) for bloc in uncut.blocs if has_list(bloc))

    def _uncut(self, code: str) -> Fiche:
        wanted = "".join(code.split()).upper()
        codes = number_asked(wanted) or (wanted,)
        rows = self._rows(
            f"{_WHOLE} WHERE a.code IN ({', '.join('?' * len(codes))}) ORDER BY a.code",
            codes,
        )
        if not rows:
            raise UnknownFicheError(
                f"La fiche « {code} » n’est pas dans le catalogue : cherchez-la par ses mots, ou importez l’export "
                "de France compétences qui la contient."
            )
        return _read(rows[0])

    def fiches(self) -> tuple[Fiche, ...]:
        """Return every fiche without its blocs, in order of code."""
        return _light(self._rows(f"{LIGHT} ORDER BY a.code"))

    def active_fiches(self) -> Iterator[Fiche]:
        """Yield every active fiche in order of code, its lists as the certifier wrote them, not cut."""
        yield from map(_read, self._rows(f"{_WHOLE} WHERE a.active ORDER BY a.code"))

    def open_to_vae(self) -> frozenset[str]:
        """Return the codes of the active fiches that say to be open to VAE."""
        return frozenset(code for (code,) in self._rows("SELECT code FROM facets WHERE active AND vae"))

    def count_active(self) -> int:
        """Return how many active fiches there are."""
        ((count,),) = self._rows("SELECT count(*) FROM facets WHERE active")
        return int(count)

    def active_mark(self) -> bytes:
        """Return what changes whenever an active fiche comes, goes or changes."""
        rows = self._rows(
            "SELECT a.code, f.digest FROM facets a JOIN fiches f ON f.id = a.id WHERE a.active ORDER BY a.code"
        )
        content = b"".join(code.encode() + b"\0" + digest for code, digest in rows)
        return hashlib.blake2b(content, digest_size=16).digest()

    def details(self, code: str) -> FicheDetails | None:
        """Return what the source tells of a fiche beside its competences, or None where it tells nothing."""
        sql = "SELECT d.content, a.gone_on FROM facets a LEFT JOIN details d ON d.id = a.id WHERE a.code = ?"
        return next((read_details(*row) for row in self._rows(sql, (code,)) if any(row)), None)

    def search(self, words: str, limit: int = 50, filters: Filters = NO_FILTER) -> tuple[Fiche, ...]:
        """Return the fiches that hold all the words and pass the filters, the best first, without their blocs.

        Without words, every fiche that passes the filters is found.
        """
        starred = self.starred() if filters.starred else ()
        return _light(find(self._rows, words, limit, filters, starred))

    def starred(self) -> frozenset[str]:
        """Return the codes of the fiches that one uses."""
        return read_stars(stars_path(self._path.parent))

    def set_star(self, code: str, *, starred: bool) -> None:
        """Note that one uses a fiche, or no longer."""
        write_star(stars_path(self._path.parent), code, starred=starred)

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
            write_fiches(self._db, map(Entry, shipped_fiches()), shipped=True)
            self._db.execute("INSERT OR REPLACE INTO facts VALUES ('shipped', ?)", [digest])

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
    return tuple(read_heading(*row) for row in rows)


def _read(row: Any) -> Fiche:
    heading, origin, active, blocs = row
    return replace(read_heading(heading, origin, active), blocs=read_blocs(blocs))
