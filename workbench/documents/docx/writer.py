"""Writing a document for Word: real styles, marked tables, page numbers, so that it can be reworked and read aloud."""

from datetime import datetime
from functools import singledispatchmethod
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm

from workbench.documents import blocks as b
from workbench.documents.colours import painted
from workbench.documents.docx import tables
from workbench.documents.docx.look import set_look
from workbench.documents.docx.xml import element_of, tag
from workbench.documents.letters import on_one_line, typeset
from workbench.files import write_atomically

_TALLEST: Final = Cm(1.7)
_WIDEST: Final = Cm(6.7)
_PAGE_WIDE: Final = Cm(15)
_PAGE_TALL: Final = Cm(19)
_STYLES: Final = {b.Tone.BODY: "Normal", b.Tone.LEAD: "Normal", b.Tone.SMALL: "Précisions"}


def write_docx(document: b.Document, path: Path) -> None:
    """Write a document for Word.

    Raises:
        StoreError: the file cannot be written.
    """
    write_atomically(path, render_docx(document))


def render_docx(document: b.Document) -> bytes:
    """Return the Word file of a document."""
    with painted(document.layout.accent):
        writer = _Writer(document)
        writer.add_logo(document.layout)
        for block in document.blocks:
            writer.write(block)
    output = BytesIO()
    writer.docx.save(output)
    return output.getvalue()


class _Writer:
    """Adds blocks to a Word document."""

    def __init__(self, document: b.Document) -> None:
        self.docx = docx.Document()
        set_look(self.docx, document.language, large=document.large)
        self._styles = {style.name: style.style_id for style in self.docx.styles}
        self._set_properties(document)
        self._set_furniture(document)

    def _set_properties(self, document: b.Document) -> None:
        properties = self.docx.core_properties
        properties.title = _line(document.title)[:255]
        properties.author = _line(document.author)[:255]
        properties.subject = _line(document.subject)[:255]
        properties.language = document.language
        properties.comments = ""
        moment = datetime(document.on.year, document.on.month, document.on.day)  # noqa: DTZ001 - Word wants it naive
        properties.created = properties.modified = moment

    def _set_furniture(self, document: b.Document) -> None:
        section = self.docx.sections[0]
        section.different_first_page_header_footer = True
        head = _line(document.layout.header)
        section.header.paragraphs[0].text = f"{_line(document.author)}\t\t{head}" if head else _line(document.author)
        section.first_page_header.paragraphs[0].text = f"\t\t{head}" if head else ""
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            paragraph.text = f"{_line(document.mention)} – "
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _add_field(paragraph, "PAGE")
            paragraph.add_run(" / ")
            _add_field(paragraph, "NUMPAGES")
            if document.layout.footer:
                footer.add_paragraph(_line(document.layout.footer)).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def add_logo(self, head: b.Letterhead) -> None:
        """Add the logo above the title, with its alternative text."""
        if head.logo:
            self._add_picture(head.logo, head.alternative, _WIDEST, _TALLEST)

    def _add_picture(self, content: bytes, alternative: str, widest: int, tallest: int) -> None:
        picture = self.docx.add_picture(BytesIO(content))
        scale = min(tallest / picture.height, widest / picture.width)
        picture.height, picture.width = round(picture.height * scale), round(picture.width * scale)
        picture._inline.docPr.set("descr", _line(alternative))  # noqa: SLF001 - there is no other way to say it

    def _add(self, text: str, style: str) -> Any:
        """Add a paragraph of a style, without the search of python-docx through all of them."""
        paragraph = self.docx.add_paragraph(text)
        element_of(paragraph).style = self._styles[style]
        return paragraph

    @singledispatchmethod
    def write(self, block: b.Block) -> None:
        """Add a block."""
        raise TypeError(f"no way to write {type(block).__name__}")

    @write.register
    def _(self, block: b.Cover) -> None:
        self._add(_line(block.title), "Title")
        self._add(_line(block.name), "Subtitle")
        tables.add_pairs(self.docx, block.facts)
        self.docx.add_paragraph()
        self.docx.add_paragraph().add_run(typeset(block.mention)).bold = True

    @write.register
    def _(self, block: b.Heading) -> None:
        self._add(_line(block.text), f"Heading {block.level}")

    @write.register
    def _(self, block: b.Paragraph) -> None:
        paragraph = self._add("", _STYLES[block.tone])
        for run in block.runs:
            made = paragraph.add_run(typeset(run.text))
            made.bold = run.emphasis is b.Emphasis.STRONG
            made.italic = run.emphasis is b.Emphasis.SOFT

    @write.register
    def _(self, block: b.Quote) -> None:
        quote = self._add(typeset(f"« {block.text} »"), "Quote")
        quote.paragraph_format.keep_with_next = len(block.text) < b.SHORT_QUOTE
        source = self._add("", "Source")
        source.add_run(typeset(block.strength)).bold = True
        source.add_run(f" – {_line(block.source)}")

    @write.register
    def _(self, block: b.Table) -> None:
        self._add(_line(block.caption), "Caption")
        table = tables.add_table(self.docx, block.header, block.rows, block.weights)
        tables.describe(table, block.caption)
        self.docx.add_paragraph()

    @write.register
    def _(self, block: b.BarChart) -> None:
        if not block.bars:
            return
        self._add(_line(block.title), "Caption")
        tables.describe(tables.add_bars(self.docx, block.bars), block.alternative)
        self.docx.add_paragraph()

    @write.register
    def _(self, block: b.TimeLine) -> None:
        self._add(_line(block.title), "Caption")
        tables.describe(tables.add_time_line(self.docx, block), block.alternative)
        self.docx.add_paragraph()

    @write.register
    def _(self, block: b.BulletList) -> None:
        if block.title:
            self._add(typeset(block.title), "Caption")
        for item in block.items:
            self._add(typeset(item), "List Bullet")

    @write.register
    def _(self, block: b.KeyValues) -> None:
        if block.pairs:
            tables.describe(tables.add_pairs(self.docx, block.pairs), block.caption)
            self.docx.add_paragraph()

    @write.register
    def _(self, block: b.Notice) -> None:
        paragraph = self.docx.add_paragraph()
        paragraph.add_run(f"{typeset(block.title)} ").bold = True
        paragraph.add_run(typeset(block.text))

    @write.register
    def _(self, block: b.Signatures) -> None:
        self.docx.paragraphs[-1].paragraph_format.keep_with_next = True
        tables.add_signatures(self.docx, block.places)

    @write.register
    def _(self, block: b.Picture) -> None:
        self._add_picture(block.content, block.alternative, _PAGE_WIDE, _PAGE_TALL)

    @write.register
    def _(self, _block: b.PageBreak) -> None:
        self.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _line(text: str) -> str:
    return typeset(on_one_line(text))


def _add_field(paragraph: Any, code: str) -> None:
    """Add a field that Word computes: `PAGE`, `NUMPAGES`."""
    text = tag("t")
    text.text = "1"
    element_of(paragraph).append(tag("fldSimple", tag("r", text), instr=code))
