"""What every page carries beside its text: header, footer and number, all artifacts."""

from typing import Any, Final

from reportlab.platypus import Paragraph

from workbench.documents.blocks import Document
from workbench.documents.letters import NBSP, on_one_line, shortened
from workbench.documents.pdf.canvas import TaggedCanvas
from workbench.documents.pdf.glyphs import markup
from workbench.documents.pdf.look import BOTTOM, MUTED, PAGE, SANS, SIDE, TOP, WIDTH, accent, regular, styles, thin

TOTAL: Final = "total-of-pages"
_SIZE: Final = 8.0


class Furniture:
    """Draws the furniture of a document's pages."""

    def __init__(self, document: Document) -> None:
        """Take the names and the mention from `document`."""
        self._document = document

    def first_page(self, canvas: TaggedCanvas, _template: Any) -> None:
        """Draw the first page's: a band of accent instead of the header."""
        with canvas.artifact("Pagination"):
            canvas.setFillColor(accent())
            canvas.rect(0, PAGE[1] - 14, PAGE[0], 14, stroke=0, fill=1)
            _at_right(canvas, self._document.layout.header, PAGE[1] - TOP + 30)
            self._footer(canvas)

    def later_page(self, canvas: TaggedCanvas, _template: Any) -> None:
        """Draw the others': the person's name over a line."""
        with canvas.artifact("Pagination"):
            _line(canvas, PAGE[1] - TOP + 26)
            header = self._document.layout.header
            _words(canvas, shortened(self._document.author, 35 if header else 70), PAGE[1] - TOP + 30)
            _at_right(canvas, header, PAGE[1] - TOP + 30)
            self._footer(canvas)

    def _footer(self, canvas: TaggedCanvas) -> None:
        _line(canvas, BOTTOM - 22)
        _words(canvas, self._document.mention, BOTTOM - 39)
        _words(canvas, self._document.layout.footer, BOTTOM - 51)
        canvas.setFont(regular(SANS), _SIZE)
        canvas.setFillColor(MUTED)
        canvas.drawRightString(SIDE + WIDTH - 16, BOTTOM - 36, f"{canvas.getPageNumber()} / ")
        canvas.saveState()
        canvas.translate(SIDE + WIDTH - 16, BOTTOM - 36)
        canvas.doForm(TOTAL)
        canvas.restoreState()


def define_total(canvas: TaggedCanvas, pages: int) -> None:
    """Say how many pages there are, once they all are drawn."""
    canvas.beginForm(TOTAL)
    canvas.setFont(regular(SANS), _SIZE)
    canvas.setFillColor(MUTED)
    canvas.drawString(0, 0, str(pages))
    canvas.endForm()


def _line(canvas: TaggedCanvas, height: float) -> None:
    canvas.setStrokeColor(thin())
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, height, SIDE + WIDTH, height)


def _words(canvas: TaggedCanvas, text: str, height: float) -> None:
    words = _line_of(text)
    words.drawOn(canvas, SIDE, height)


def _at_right(canvas: TaggedCanvas, text: str, height: float) -> None:
    words = _line_of(text)
    words.drawOn(canvas, SIDE + WIDTH - words.minWidth(), height)


def _line_of(text: str) -> Any:
    style = styles()["furniture"]
    words = Paragraph(markup(on_one_line(text).replace(" ", NBSP), style.fontName), style)
    words.wrap(WIDTH * 0.85, 100)
    return words
