"""Reading a local programme from the tables of a DOCX, as trainers write them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import docx
from docx.document import Document

from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.errors import UnreadableFileError
from workbench.referentials.spreadsheet import listed, refuse_bomb

_BLOC: Final = re.compile(r"(bloc|module|unite|ue|domaine|sequence|partie)s?\b", re.IGNORECASE)
_COMPETENCE: Final = re.compile(r"(competence|objectif|capacite|savoir[ -]faire)s?\b", re.IGNORECASE)
_MARKER: Final = re.compile(r"^(?:[-–—•▪*◦●■➢✓\uf0b7]\s*|\d{1,2}[.)]\s+)+")
_TITLES: Final = ("Title", "Heading 1")
_CODE_LENGTH: Final = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a table: where it is, its bloc and its competences."""

    place: str
    bloc: str
    competences: tuple[str, ...]


def is_programme(names: list[str]) -> bool:
    """Say whether these are the members of a DOCX."""
    return "word/document.xml" in names


def read_programme(path: Path) -> Fiche:
    """Return the programme as a fiche; an empty bloc cell goes on with the bloc above.

    Raises:
        UnreadableFileError: it cannot be read, has no such table, or has bad rows, each named in the sentence.
    """
    title, tables = _read(path)
    lines: list[_Line] = []
    seen = 0
    for number, rows in enumerate(tables, start=1):
        places = _places(rows[0]) if rows else None
        if places:
            seen += 1
            lines += _lines(rows, places, f"tableau {number}, ")
    if not seen:
        raise UnreadableFileError(
            f"« {path.name} » n’a pas de tableau de programme : donnez à un tableau une première ligne avec "
            "les titres « Bloc » (ou « Module ») et « Compétence » (ou « Objectif »)."
        )
    faults = list(_faults(lines)) if lines else ["aucune ligne sous les titres"]
    if faults:
        raise UnreadableFileError(f"« {path.name} » n’est pas importé. {listed(faults)}")
    return _fiche(path, title, lines)


def _read(path: Path) -> tuple[str, list[list[list[str]]]]:
    """Return the title that the document shows, and the cells of its tables."""
    try:
        refuse_bomb(path)
        with path.open("rb") as file:
            document = docx.Document(file)
        # Cells that were merged downwards come again in each of their rows.
        tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
        return _title(document), tables
    except UnreadableFileError:
        raise
    # python-docx lets through whatever a broken file causes: KeyError, ValueError, errors of the XML reader…
    except Exception as error:
        raise UnreadableFileError(
            f"« {path.name} » n’est pas un document DOCX lisible : enregistrez-le de nouveau."
        ) from error


def _places(titles: list[str]) -> tuple[int, int] | None:
    """Return where the blocs and the competences stand, or None if this is another kind of table."""
    plain = [_plain(title) for title in titles]
    competence = next((n for n, title in enumerate(plain) if _COMPETENCE.search(title)), None)
    bloc = next((n for n, title in enumerate(plain) if n != competence and _BLOC.search(title)), None)
    return None if bloc is None or competence is None else (bloc, competence)


def _plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _lines(rows: list[list[str]], places: tuple[int, int], where: str) -> Iterator[_Line]:
    bloc = ""
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        own, titles = (cells[place] if place < len(cells) else "" for place in places)
        bloc = " ".join(own.split()) or bloc
        items = (" ".join(_MARKER.sub("", line.strip()).split()).rstrip(" ;,") for line in titles.splitlines())
        yield _Line(f"{where}ligne {number}", bloc, tuple(item for item in items if item))


def _faults(lines: list[_Line]) -> Iterator[str]:
    for line in lines:
        if not line.bloc:
            yield f"{line.place} : la case du bloc (ou module) est vide, et aucune n’est remplie au-dessus"
        if not line.competences:
            yield f"{line.place} : la case de la compétence (ou objectif) est vide"


def _fiche(path: Path, title: str, lines: list[_Line]) -> Fiche:
    code = _code(path.stem)
    blocs: dict[str, dict[str, None]] = {}
    for line in lines:
        blocs.setdefault(line.bloc, {}).update(dict.fromkeys(line.competences))
    return Fiche(
        code,
        title or path.stem,
        tuple(_bloc(f"{code}-B{n:02d}", name, list(titles)) for n, (name, titles) in enumerate(blocs.items(), 1)),
        origin=f"Programme local, « {path.name} »",
    )


def _code(stem: str) -> str:
    words = re.findall(r"[A-Z0-9]+", _plain(stem).upper())
    return "LOC-" + "-".join(words)[:_CODE_LENGTH].strip("-")


def _title(document: Document) -> str:
    """Return the title that the document shows, or nothing."""
    shown = (p for p in document.paragraphs if p.style is not None and p.style.name in _TITLES)
    return next((title for paragraph in shown if (title := " ".join(paragraph.text.split()))), "")


def _bloc(code: str, title: str, titles: list[str]) -> Bloc:
    return Bloc(code, title, tuple(Competence(f"{code}-C{n:02d}", one) for n, one in enumerate(titles, start=1)))
