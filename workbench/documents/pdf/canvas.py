"""A canvas that says of everything it draws what it is: content of the structure, or an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from workbench.documents.pdf.structure import Element, Mark

TOTAL = "total-of-pages"


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab is not typed
    """Draws marked content; the number of pages, known at the end only, is a form drawn on each page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._next_mark = 0

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page; marks are numbered by page."""
        super().showPage()
        self._next_mark = 0

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Make what is drawn inside the content of an element."""
        mcid, self._next_mark = self._next_mark, self._next_mark + 1
        element.kids.append(Mark(self.getPageNumber() - 1, mcid))
        self._code.append(f"/{element.tag} <</MCID {mcid}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Make what is drawn inside decoration (`Layout`) or furniture of the page (`Pagination`)."""
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._code.append("EMC")

    def define_total(self, font: str, size: float, colour: Any) -> None:
        """Draw the number of pages, which every page refers to; call it after the last page."""
        self.beginForm(TOTAL)
        self.setFont(font, size)
        self.setFillColor(colour)
        self.drawString(0, 0, str(self.getPageNumber() - 1))
        self.endForm()
