"""A canvas that says of everything it draws what it is: content of the structure, or an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from workbench.documents.pdf.structure import Element, Mark


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab is not typed
    """Draws marked content, numbered by page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what reportlab's canvas takes."""
        super().__init__(*args, **kwargs)
        self._next_mark = 0

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page and start numbering again."""
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
