"""The corrections of cuts: a file of JSON lines, only ever added to, beside the catalogue that can be rebuilt."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from workbench.domain.cuts import BlocCut, Cut, CutEntry, CutHistory, read_histories, reapplied, seen
from workbench.domain.referential import Bloc
from workbench.errors import StoreError
from workbench.referentials.cutting import automatic_cut

_ENCODE: Final = msgspec.json.Encoder().encode
_LINE: Final = msgspec.json.Decoder(CutEntry)
_NOTHING: Final = CutHistory()


class CutJournal:
    """The journal of a data folder; read again whenever its file has changed, by this copy of Établi or another."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first correction."""
        self._path = path
        self._mark: tuple[int, int] | None = None
        self._histories: dict[tuple[str, str], CutHistory] = {}

    def histories(self) -> dict[tuple[str, str], CutHistory]:
        """Return what stands for each bloc, by fiche and bloc.

        Raises:
            StoreError: the file cannot be read, or a newer version wrote it.
        """
        mark = self._marked()
        if mark != self._mark:
            self._histories = read_histories(self.entries())
            self._mark = mark
        return self._histories

    def history(self, fiche: str, bloc: str) -> CutHistory:
        """Return what stands for a bloc."""
        return self.histories().get((fiche, bloc), _NOTHING)

    def view(self, fiche: str, bloc: Bloc) -> BlocCut:
        """Return how a bloc that has a list is cut, with the correction that stands for it."""
        history = self.history(fiche, bloc.code)
        automatic, entry = automatic_cut(bloc), history.entry
        before = automatic_cut(replace(bloc, source_text=entry.text)) if entry is not None else automatic
        return seen(fiche, bloc.title, automatic, history, before)

    def corrector(self, fiche: str) -> Callable[[Cut], Cut]:
        """Return what puts the correction that stands, where it can be applied, in place of an automatic cut."""

        def corrected(automatic: Cut) -> Cut:
            entry = self.history(fiche, automatic.bloc).entry
            return reapplied(entry, automatic)[0] if entry is not None and entry.pieces else automatic

        return corrected

    def entries(self) -> tuple[CutEntry, ...]:
        """Return every entry in order; a line that a power cut left unfinished is not one."""
        try:
            content = self._path.read_bytes() if self._path.is_file() else b""
        except OSError as error:
            raise StoreError(f"« {self._path} » ne peut pas être lu : vérifiez les droits de ce fichier.") from error
        found = (self._entry(line) for line in content.split(b"\n") if line.strip())
        return tuple(entry for entry in found if entry is not None)

    def append(self, *entries: CutEntry) -> None:
        """Write entries and wait until they are on the disk.

        Raises:
            StoreError: they cannot be written.
        """
        lines = b"".join(_ENCODE(entry) + b"\n" for entry in entries)
        try:
            is_new = not self._path.exists()
            with self._path.open("a+b") as file:
                unfinished = not is_new and _ends_unfinished(file.fileno())
                file.write(b"\n" + lines if unfinished else lines)
                file.flush()
                os.fsync(file.fileno())
            if is_new:
                _sync_folder(self._path.parent)
        except OSError as error:
            raise StoreError(
                f"Impossible d’écrire « {self._path.name} » : vérifiez la place libre et les droits du dossier."
            ) from error

    def _entry(self, line: bytes) -> CutEntry | None:
        try:
            entry = _LINE.decode(line)
        except msgspec.ValidationError as error:
            raise self._strange() from error
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None  # a power cut, or a full disk, stopped it: it never was an entry
        if entry.pieces and not entry.cut.is_sound():
            raise self._strange()
        return entry

    def _strange(self) -> StoreError:
        return StoreError(
            f"« {self._path} » vient d’une version plus récente d’Établi ou a été modifié : mettez Établi à jour, "
            "ou donnez un autre nom à ce fichier pour revenir aux découpages automatiques."
        )

    def _marked(self) -> tuple[int, int]:
        """Return what changes with the file."""
        try:
            facts = self._path.stat()
        except FileNotFoundError:
            return (0, 0)
        return (facts.st_size, facts.st_mtime_ns)


def _ends_unfinished(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    if not size:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) != b"\n"


def _sync_folder(folder: Path) -> None:
    """Make sure that a new file is found after a power cut; Windows does this by itself and opens no folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
