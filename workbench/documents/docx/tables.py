"""Tables of the Word document: data, names and values, bars, places to sign."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from workbench.documents.blocks import Bar, SignaturePlace, TimeLine
from workbench.documents.docx.look import bar, ground, soft, thin
from workbench.documents.docx.xml import element_of, tag
from workbench.documents.letters import NBSP, on_one_line, shortened, typeset

WIDTH: Final = 16.2  # centimetres between the margins
_STEPS: Final = 20  # cells of a bar
_YEARS: Final = 30  # cells of an axis of time
_ROWS: Final = dict.fromkeys(("top", "bottom", "insideH"), (4, ""))
_BOXES: Final = dict.fromkeys(("top", "left", "bottom", "right", "insideV"), (4, ""))
_GAPS: Final = {"insideH": (48, "FFFFFF")}


def add_table(document: Any, header: Sequence[str], rows: Sequence[Sequence[str]], weights: Sequence[float]) -> Any:
    """Add a table whose header row is marked as such and repeated on each page."""
    table = _empty_table(document, len(rows) + 1, [WIDTH * w / sum(weights) for w in weights])
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        _write(cell, text, is_strong=True)
        _shade(cell, soft())
    element_of(table.rows[0]).get_or_add_trPr().append(tag("tblHeader"))
    _mark_headers(table, row=True, column=True)
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
    for row in table.rows[:-1]:
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    return table


def add_bars(document: Any, bars: Sequence[Bar]) -> Any:
    """Add a line for each bar: its label, the bar as shaded cells, the figures."""
    widths = [WIDTH * 0.46, *[WIDTH * 0.42 / _STEPS] * _STEPS, WIDTH * 0.12]
    table = _empty_table(document, len(bars), widths, _GAPS)
    _mark_headers(table, row=False, column=True)
    for row, one in zip(table.rows, bars, strict=True):
        cells = row.cells
        _write(cells[0], shortened(on_one_line(one.label), 46))
        _write(cells[-1], f"{one.value} / {one.whole}")
        _draw_bar(cells[1:-1], one)
    return table


def add_time_line(document: Any, line: TimeLine) -> Any:
    """Add a line for each stretch of an axis of time: its label, its place as shaded cells, its years."""
    widths = [WIDTH * 0.38, *[WIDTH * 0.42 / _YEARS] * _YEARS, WIDTH * 0.2]
    table = _empty_table(document, len(line.spans), widths, _GAPS)
    _mark_headers(table, row=False, column=True)
    for row, span in zip(table.rows, line.spans, strict=True):
        cells = row.cells
        _write(cells[0], shortened(on_one_line(span.label), 40))
        _write(cells[-1], f"{NBSP}– ".join(dict.fromkeys((str(span.first.year), str(span.last.year)))))
        start, end = (round(part * _YEARS) for part in line.share(span))
        start = min(start, _YEARS - 1)
        end = max(end, start + 1)
        _draw_parts(cells[1:-1], ((start, ground()), (end - start, bar()), (_YEARS - end, ground())))
    return table


def add_signatures(document: Any, places: Sequence[SignaturePlace]) -> None:
    """Add a box for each person who signs."""
    table = _empty_table(document, 1, [WIDTH / len(places)] * len(places), _BOXES)
    _mark_headers(table, row=False, column=False)
    table.rows[0].height = Cm(4)
    for cell, place in zip(table.rows[0].cells, places, strict=True):
        _write(cell, place.role)
        cell.add_paragraph().add_run(typeset(on_one_line(place.name))).bold = True
        cell.add_paragraph(typeset("Date et signature :"))


def describe(table: Any, alternative: str) -> None:
    """Give a table the alternative text that a screen reader says first."""
    element_of(table).tblPr.append(tag("tblDescription", val=typeset(on_one_line(alternative))))


def _empty_table(
    document: Any, rows: int, widths: Sequence[float], lines: Mapping[str, tuple[int, str]] = _ROWS
) -> Any:
    table = document.add_table(rows, len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_lines(table, lines)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        element_of(row).get_or_add_trPr().append(tag("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def _set_lines(table: Any, lines: Mapping[str, tuple[int, str]]) -> None:
    """Draw those lines of a table, of a width in eighths of a point and a colour or the usual one, and no other."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    shown = {
        side: {"val": "single", "sz": str(size), "color": colour or thin()} for side, (size, colour) in lines.items()
    }
    borders = tag("tblBorders", *(tag(side, **shown.get(side, {"val": "nil"})) for side in sides))
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # Word insists on this order
    element_of(table).tblPr.insert_element_before(borders, *after)


def _mark_headers(table: Any, *, row: bool, column: bool) -> None:
    look = element_of(table).tblPr.find(qn("w:tblLook"))
    look.set(qn("w:firstRow"), str(int(row)))
    look.set(qn("w:firstColumn"), str(int(column)))


def _shade(cell: Any, colour: str) -> None:
    element_of(cell).get_or_add_tcPr().append(tag("shd", val="clear", color="auto", fill=colour))


def _write(cell: Any, text: str, *, is_strong: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2.5)
    paragraph.add_run(typeset(text)).bold = is_strong


def _draw_bar(cells: Sequence[Any], one: Bar) -> None:
    """Merge cells into a bar and what is left of it."""
    full = round(len(cells) * one.value / max(one.whole, 1))
    _draw_parts(cells, ((full, bar()), (len(cells) - full, ground())))


def _draw_parts(cells: Sequence[Any], parts: Sequence[tuple[int, str]]) -> None:
    """Join empty cells into parts of so many cells, each of a colour; python-docx takes long to merge."""
    start = 0
    for length, colour in parts:
        if not length:
            continue
        joined = cells[start : start + length]
        joined[0].width = Cm(sum(cell.width.cm for cell in joined))
        element_of(joined[0]).grid_span = length
        for cell in joined[1:]:
            element_of(cell).getparent().remove(element_of(cell))
        _shade(joined[0], colour)
        start += length
