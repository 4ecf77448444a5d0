"""Choosing the reader of a file by what it holds, not by its name."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from workbench.domain.referential import Fiche
from workbench.errors import UnreadableFileError
from workbench.referentials.flux_file import damaged
from workbench.referentials.rncp import Cancelled, Progress, read_flux
from workbench.referentials.spreadsheet import read_spreadsheet


def read_fiches(path: Path, progress: Progress, cancelled: Cancelled) -> Iterator[Fiche]:
    """Yield the fiches of a flux (XML, zip) or a spreadsheet (CSV, XLSX); progress is in bytes.

    Raises:
        UnreadableFileError: none of these, or damaged; what was yielded must be dropped.
        CancelledError: `cancelled` said so.
    """
    if _is_spreadsheet(path):
        yield from read_spreadsheet(path)
        progress(path.stat().st_size, path.stat().st_size)
    else:
        yield from read_flux(path, progress, cancelled)


def _is_spreadsheet(path: Path) -> bool:
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
