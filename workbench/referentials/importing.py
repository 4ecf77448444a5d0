"""Choosing the reader of a file by what it holds, not by its name."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.domain.catalogue import Entry
from workbench.errors import CancelledError, UnreadableFileError
from workbench.referentials.esco import read_esco
from workbench.referentials.flux_file import damaged
from workbench.referentials.parts import ROME, gather, groups, source_of
from workbench.referentials.programme import is_programme, read_programme
from workbench.referentials.rncp import Cancelled, Progress, read_flux
from workbench.referentials.rome import read_rome
from workbench.referentials.spreadsheet import read_spreadsheet


def read_fiches(chosen: Path | Sequence[Path], progress: Progress, cancelled: Cancelled) -> Iterator[Entry]:
    """Yield the fiches of a flux (XML, zip), a local programme (CSV, XLSX, DOCX), the ROME or ESCO (several CSV).

    Progress is in bytes. The files of the ROME and of ESCO are chosen together, or one stands for those of its folder.

    Raises:
        UnreadableFileError: none of these, damaged, or a file is missing; what was yielded must be dropped.
        CancelledError: `cancelled` said so.
    """
    for paths in groups([chosen] if isinstance(chosen, Path) else chosen):
        if _is_table(paths[0]):
            yield from _read_tables(paths, progress, cancelled)
        else:
            yield from read_flux(paths[0], progress, cancelled)


def _read_tables(paths: list[Path], progress: Progress, cancelled: Cancelled) -> Iterator[Entry]:
    for entry in _tables(paths):
        if cancelled():
            raise CancelledError("L’import est arrêté : le catalogue est resté comme il était.")
        yield entry
    size = sum(path.stat().st_size for path in paths)
    progress(size, size)


def _tables(paths: list[Path]) -> Iterator[Entry]:
    if zipfile.is_zipfile(paths[0]):
        with zipfile.ZipFile(paths[0]) as archive:
            programme = is_programme(archive.namelist())
        yield from map(Entry, (read_programme(paths[0]),) if programme else read_spreadsheet(paths[0]))
        return
    source = source_of(paths[0])
    if source is None:
        yield from map(Entry, read_spreadsheet(paths[0]))
        return
    files = gather(source, paths)
    yield from read_rome(files) if source == ROME else map(Entry, read_esco(files))


def _is_table(path: Path) -> bool:
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                return "[Content_Types].xml" in archive.namelist()
        with path.open("rb") as file:
            start = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
    except zipfile.BadZipFile as error:
        raise damaged(path.name) from error
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez le nom du fichier.") from error
    if not start:
        raise UnreadableFileError(f"« {path.name} » est vide : téléchargez-le ou enregistrez-le de nouveau.")
    return not start.startswith((b"<", b"PK"))
