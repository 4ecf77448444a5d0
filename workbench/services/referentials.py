"""The catalogue of referentials: opening it, and reading what a user names."""

from pathlib import Path

from workbench.domain.referential import Fiche
from workbench.files import prepare_folder
from workbench.paths import catalogue_path
from workbench.referentials.catalogue import SqliteCatalogue
from workbench.referentials.spreadsheet import read_spreadsheet
from workbench.services.ports import Catalogue

_SPREADSHEETS = {".csv", ".xlsx"}


def open_catalogue(folder: Path) -> SqliteCatalogue:
    """Open the catalogue of a data folder; the shipped referentials are in it from the first time."""
    prepare_folder(folder)
    return SqliteCatalogue(catalogue_path(folder))


def named_fiches(catalogue: Catalogue, name: str) -> tuple[Fiche, ...]:
    """Return the fiche of that code, or those of a spreadsheet if `name` is the path of one.

    Raises:
        UnknownFicheError: no such code in the catalogue.
        UnreadableFileError: the spreadsheet is not what it should be.
    """
    path = Path(name)
    if path.suffix.lower() in _SPREADSHEETS:
        return read_spreadsheet(path)
    return (catalogue.fiche(name),)
