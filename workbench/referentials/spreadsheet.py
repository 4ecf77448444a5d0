"""Referentials written in a spreadsheet: one row per competence, CSV or XLSX."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import openpyxl

from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.errors import UnreadableFileError

COLUMNS: Final = ("fiche", "fiche_intitule", "bloc", "bloc_intitule", "competence", "competence_intitule")
ORIGIN: Final = "Référentiel en tableur"
_MAX_BYTES: Final = 50_000_000
_MAX_ROWS: Final = 100_000
_MAX_COLUMNS: Final = 100
"""A workbook may declare a million empty rows of 16,384 columns; no referential comes near these."""
_SHOWN_FAULTS: Final = 20
_DELIMITERS: Final = ";,\t"

Row = tuple[int, Sequence[str]]
"""A line number, counted from 1 as spreadsheets show it, and its cells."""


def read_spreadsheet(path: Path) -> tuple[Fiche, ...]:
    """Return the fiches of a CSV or XLSX file, in the order of their first rows.

    Raises:
        UnreadableFileError: the file is not such a spreadsheet; every bad row is named in the sentence.
    """
    rows = _filled_rows(path)
    try:
        _, header = next(rows)
    except StopIteration:
        raise UnreadableFileError(f"« {path.name} » est vide : donnez-lui les colonnes {', '.join(COLUMNS)}.") from None
    places = _places(header, path.name)
    records = [(line, _pick(cells, places)) for line, cells in rows]
    faults = [*_empty_cells(records), *_contradictions(records)]
    if not records:
        faults.append("aucune ligne sous l’en-tête")
    if faults:
        raise UnreadableFileError(f"« {path.name} » n’est pas importé. {listed(faults)}")
    return _build([record for _, record in records])


def listed(faults: list[str]) -> str:
    """Return the sentence that names the bad rows, the first ones if there are many."""
    more = len(faults) - _SHOWN_FAULTS
    end = f" ; et {more} autres lignes à corriger." if more > 0 else "."
    return " ; ".join(fault[:1].upper() + fault[1:] for fault in faults[:_SHOWN_FAULTS]) + end


def _filled_rows(path: Path) -> Iterator[Row]:
    """Yield the rows that hold something."""
    try:
        size = path.stat().st_size
        if size > _MAX_BYTES:
            raise UnreadableFileError(f"« {path.name} » est trop gros pour un référentiel en tableur (plus de 50 Mo).")
        rows = iter(_xlsx_rows(path)) if zipfile.is_zipfile(path) else _csv_rows(path)
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez le nom du fichier.") from error
    return (row for row in rows if any(cell.strip() for cell in row[1]))


def _csv_rows(path: Path) -> Iterator[Row]:
    text = decode(path.read_bytes())
    if "\0" in text:
        raise UnreadableFileError(f"« {path.name} » n’est pas un tableur : enregistrez-le en CSV ou en XLSX.")
    header = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFileError(
            f"« {path.name} », ligne {line} : guillemets mal fermés ou ligne trop longue ; corrigez cette ligne."
        ) from error


def decode(content: bytes) -> str:
    """Return the text of a file saved as UTF-8, UTF-16 (with its mark) or Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _xlsx_rows(path: Path) -> list[Row]:
    """Return the rows of the first sheet."""
    try:
        refuse_bomb(path)
        # By its content: openpyxl would refuse a workbook whose name does not end as it likes.
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            cells = book.worksheets[0].iter_rows(values_only=True, max_row=_MAX_ROWS, max_col=_MAX_COLUMNS)
            rows: list[Row] = [
                (number, ["" if value is None else str(value) for value in values])
                for number, values in enumerate(cells, start=1)
                if any(values)
            ]
            book.close()
    except UnreadableFileError:
        raise
    # openpyxl lets through whatever a broken file causes: KeyError, ValueError, errors of the XML reader…
    except Exception as error:
        raise UnreadableFileError(
            f"« {path.name} » n’est pas un classeur XLSX lisible : enregistrez-le de nouveau, ou en CSV."
        ) from error
    return rows


def refuse_bomb(path: Path) -> None:
    """Refuse a zipped document that declares a size out of proportion; zipfile reads no more than is declared."""
    with zipfile.ZipFile(path) as archive:
        if sum(member.file_size for member in archive.infolist()) > 4 * _MAX_BYTES:
            raise UnreadableFileError(f"« {path.name} » est anormalement gros une fois décompressé : refusé.")


def _places(header: Sequence[str], name: str) -> list[int]:
    """Return where each of COLUMNS stands."""
    titles = [cell.strip().lower() for cell in header]
    missing = [column for column in COLUMNS if column not in titles]
    if missing:
        raise UnreadableFileError(
            f"« {name} » : il manque {'la colonne' if len(missing) == 1 else 'les colonnes'} "
            f"{', '.join(missing)} dans la première ligne ; les colonnes attendues sont {', '.join(COLUMNS)}."
        )
    return [titles.index(column) for column in COLUMNS]


def _pick(cells: Sequence[str], places: list[int]) -> tuple[str, ...]:
    return tuple(" ".join(cells[place].split()) if place < len(cells) else "" for place in places)


Record = tuple[int, tuple[str, ...]]


def _empty_cells(records: list[Record]) -> Iterator[str]:
    for line, values in records:
        empty = [column for column, value in zip(COLUMNS, values, strict=True) if not value]
        if empty:
            names = ", ".join(f"« {column} »" for column in empty)
            yield f"ligne {line} : {'colonne' if len(empty) == 1 else 'colonnes'} {names} vide{'s' * (len(empty) > 1)}"


def _contradictions(records: list[Record]) -> Iterator[str]:
    """Yield the rows that give a code twice, or two titles for one code."""
    titles: dict[tuple[str, ...], str] = {}
    seen: dict[tuple[str, str], int] = {}
    for line, (fiche, fiche_title, bloc, bloc_title, competence, _) in records:
        first = seen.setdefault((fiche, competence), line)
        if first != line and competence:
            yield f"ligne {line} : la compétence « {competence} » est déjà donnée ligne {first}"
        if titles.setdefault((fiche,), fiche_title) != fiche_title:
            yield f"ligne {line} : la fiche « {fiche} » a un autre intitulé plus haut"
        if titles.setdefault((fiche, bloc), bloc_title) != bloc_title:
            yield f"ligne {line} : le bloc « {bloc} » a un autre intitulé plus haut"


def _build(records: list[tuple[str, ...]]) -> tuple[Fiche, ...]:
    fiches: dict[tuple[str, str], dict[tuple[str, str], list[Competence]]] = {}
    for fiche, fiche_title, bloc, bloc_title, competence, title in records:
        blocs = fiches.setdefault((fiche, fiche_title), {})
        blocs.setdefault((bloc, bloc_title), []).append(Competence(competence, title))
    return tuple(
        Fiche(code, title, tuple(Bloc(*names, tuple(found)) for names, found in blocs.items()), origin=ORIGIN)
        for (code, title), blocs in fiches.items()
    )
