"""Importing what a user chose or dropped: several files, whole folders, each source apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from workbench.domain.catalogue import SourceImport
from workbench.errors import CancelledError, EtabliError, UnreadableFileError
from workbench.referentials.open_data import ADDRESS, download, latest_exports
from workbench.referentials.parts import groups
from workbench.services.ports import Cancelled, Catalogue, Progress

SUFFIXES: Final = (".zip", ".xml", ".csv", ".xlsx", ".docx")
"""What is taken of a folder; a file that is named is read whatever its name."""
_HALF: Final = 1_000_000
"""Steps of progress, for the download as for the import."""


def import_sources(
    catalogue: Catalogue, chosen: Sequence[Path], progress: Progress, cancelled: Cancelled
) -> tuple[SourceImport, ...]:
    """Import files in turn, each source whole or not at all; what goes wrong with one leaves the others.

    Progress is in bytes of all the files. Once stopped, the sources that were imported before are kept.

    Raises:
        UnreadableFileError: there is no file to import, or a folder cannot be read.
    """
    sources = groups(_files(chosen))
    sizes = [sum(path.stat().st_size for path in paths if path.is_file()) for paths in sources]
    whole, before = sum(sizes), 0
    done: list[SourceImport] = []
    for paths, size in zip(sources, sizes, strict=True):
        report = _import(catalogue, paths, _Share(progress, before, size, whole), cancelled)
        done.append(report)
        if isinstance(report.error, CancelledError):
            break
        before += size
    return tuple(done)


def fetch_sources(
    catalogue: Catalogue, progress: Progress, cancelled: Cancelled, address: str = ADDRESS
) -> tuple[SourceImport, ...]:
    """Download the latest national exports and import them; the progress counts both halves alike.

    Raises:
        UnreachableError: the network or the portal is not there.
        CancelledError: `cancelled` said so during the download.
    """
    exports = latest_exports(address)
    each = _HALF // len(exports)
    with TemporaryDirectory(prefix="etabli-") as place:
        shares = [_Share(progress, number * each, each, 2 * _HALF) for number in range(len(exports))]
        paths = [download(export, Path(place), share, cancelled) for export, share in zip(exports, shares, strict=True)]
        return import_sources(catalogue, paths, _Share(progress, _HALF, _HALF, 2 * _HALF), cancelled)


@dataclass(frozen=True, slots=True)
class _Share:
    """Tells the progress of one source as its part of the whole."""

    progress: Progress
    before: int
    size: int
    whole: int

    def __call__(self, done: int, of: int) -> None:
        self.progress(self.before + (self.size * done // of if of else 0), self.whole)


def _import(catalogue: Catalogue, paths: Sequence[Path], progress: Progress, cancelled: Cancelled) -> SourceImport:
    name = ", ".join(path.name for path in paths)
    try:
        return SourceImport(name, catalogue.import_file(paths, progress, cancelled))
    except EtabliError as error:
        return SourceImport(name, None, error)


def _files(chosen: Sequence[Path]) -> list[Path]:
    """Return the files chosen, and those of the folders chosen."""
    found: list[Path] = []
    for path in chosen:
        found += _inside(path) if path.is_dir() else [path]
    if not found:
        raise UnreadableFileError(
            f"« {chosen[0].name} » ne contient aucun référentiel : choisissez des fichiers zip, xml, csv, xlsx ou docx."
        )
    return found


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError as error:
        raise UnreadableFileError(f"« {folder} » ne peut pas être lu : vérifiez les droits du dossier.") from error
