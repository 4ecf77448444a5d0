"""Tables of the Word document: data, names and values, bars, places to sign."""

from collections.abc import Sequence
from typing import Any, Final

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt

from workbench.documents.blocks import Bar, SignaturePlace
from workbench.documents.docx.look import ACCENT, SOFT
from workbench.documents.letters import on_one_line, shortened, typeset

WIDTH: Final = 16.2  # centimetres between the margins
_STEPS: Final = 20  # cells of a bar


def add_table(document: Any, header: Sequence[str], rows: Sequence[Sequence[str]], weights: Sequence[float]) -> Any:
    """Add a table whose header row is marked as such and repeated on each page."""
    table = _empty_table(document, len(rows) + 1, [WIDTH * w / sum(weights) for w in weights])
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        _write(cell, text, is_strong=True)
        _shade(cell, SOFT)
    _repeat(table.rows[0])
    for row, texts in zip(table.rows[1:], rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _write(cell, text)
    return table


def add_pairs(document: Any, pairs: Sequence[tuple[str, str]]) -> Any:
    """Add names in a first column that is marked as a header, and what they stand for."""
    table = _empty_table(document, len(pairs), [WIDTH * 0.22, WIDTH * 0.78])
    _mark_headers(table, row=False, column=True)
    for row, (key, value) in zip(table.rows, pairs, strict=True):
        _write(row.cells[0], key, is_strong=True)
        _write(row.cells[1], value)
    return table


def add_bars(document: Any, bars: Sequence[Bar]) -> Any:
    """Add a line for each bar: its label, the bar in letters, the figures."""
    table = _empty_table(document, len(bars), [WIDTH * 0.5, WIDTH * 0.36, WIDTH * 0.14])
    _mark_headers(table, row=False, column=True)
    for row, bar in zip(table.rows, bars, strict=True):
        full = round(_STEPS * bar.value / max(bar.whole, 1))
        _write(row.cells[0], shortened(on_one_line(bar.label), 90))
        _write(row.cells[1], "█" * full + "░" * (_STEPS - full))
        row.cells[1].paragraphs[0].runs[0].font.color.rgb = ACCENT
        row.cells[1].paragraphs[0].runs[0].font.size = Pt(8)
        _write(row.cells[2], f"{bar.value} / {bar.whole}")
    return table


def add_signatures(document: Any, places: Sequence[SignaturePlace]) -> None:
    """Add a box for each person who signs."""
    table = _empty_table(document, 1, [WIDTH / len(places)] * len(places))
    _mark_headers(table, row=False, column=False)
    table.style = "Table Grid"
    table.rows[0].height = Cm(4)
    for cell, place in zip(table.rows[0].cells, places, strict=True):
        _write(cell, place.role)
        cell.add_paragraph().add_run(typeset(on_one_line(place.name))).bold = True
        cell.add_paragraph(typeset("Date et signature :"))


def describe(table: Any, alternative: str) -> None:
    """Give a table the alternative text that a screen reader says first."""
    description = OxmlElement("w:tblDescription")
    description.set(qn("w:val"), typeset(on_one_line(alternative)))
    table._tbl.tblPr.append(description)  # noqa: SLF001 - python-docx has no call for it


def _empty_table(document: Any, rows: int, widths: Sequence[float]) -> Any:
    table = document.add_table(rows, len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _soften(table)
    for row in table.rows:
        _keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def _soften(table: Any) -> None:
    """Replace the grid by fine lines between the rows."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil" if side in {"left", "right", "insideV"} else "single")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), "C9D5D2")
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - python-docx has no call for it


def _mark_headers(table: Any, *, row: bool, column: bool) -> None:
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - python-docx has no call for it
    look.set(qn("w:firstRow"), str(int(row)))
    look.set(qn("w:firstColumn"), str(int(column)))


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no call for it


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no call for it


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no call for it


def _write(cell: Any, text: str, *, is_strong: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(typeset(text)).bold = is_strong
