"""The portfolio de reconnaissance, written as the person takes it away."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from workbench.documents.docx import write_docx
from workbench.documents.pdf import write_pdf
from workbench.documents.portfolio import portfolio
from workbench.domain.dossier import Dossier

WRITERS: Final = {"pdf": write_pdf, "docx": write_docx}


def write_portfolio(dossier: Dossier, folder: Path, formats: Sequence[str], on: date) -> tuple[Path, ...]:
    """Write the portfolio in each format (`pdf`, `docx`) and return the files.

    Raises:
        StoreError: the folder cannot be written.
    """
    document = portfolio(dossier, on)
    paths = []
    for name in formats:
        path = folder / f"{file_name(dossier, on)}.{name}"
        WRITERS[name](document, path)
        paths.append(path)
    return tuple(paths)


def file_name(dossier: Dossier, on: date) -> str:
    """Return a name that sorts by date and that every system accepts, without its suffix."""
    plain = unicodedata.normalize("NFKD", dossier.person.name or "sans-nom")
    letters = "".join(c if c.isalnum() and c.isascii() else "-" for c in plain if not unicodedata.combining(c))
    return f"{on.isoformat()}_portefeuille_{'-'.join(letters.split('-')).strip('-') or 'sans-nom'}"
