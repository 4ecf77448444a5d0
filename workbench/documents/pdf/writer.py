"""Writing a document as an accessible PDF: drawn by reportlab, finished by pikepdf."""

from io import BytesIO
from pathlib import Path
from typing import Any, Final

from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate

from workbench.documents.blocks import Document, Notice
from workbench.documents.colours import painted
from workbench.documents.pdf.canvas import TaggedCanvas
from workbench.documents.pdf.finish import finish
from workbench.documents.pdf.furniture import Furniture, define_total
from workbench.documents.pdf.glyphs import PLACEHOLDER, is_drawable
from workbench.documents.pdf.look import BOTTOM, HEIGHT, PAGE, SIDE, WIDTH, register_fonts, type_size
from workbench.documents.pdf.story import StoryTeller
from workbench.files import write_atomically

_MISSING_LETTERS: Final = Notice(
    "Lettres manquantes.",
    f"Ce fichier PDF ne sait écrire ni les émojis ni certaines écritures : le signe {PLACEHOLDER} en tient lieu. "
    "La version Word du même document les garde.",
)


def write_pdf(document: Document, path: Path) -> None:
    """Write a document as a tagged PDF (PDF/UA-1 and PDF/A-3a).

    Raises:
        StoreError: the file cannot be written.
    """
    write_atomically(path, render_pdf(document))


def render_pdf(document: Document) -> bytes:
    """Return the PDF of a document: always the same bytes for the same document."""
    register_fonts()
    teller = StoryTeller()
    blocks = document.blocks if is_drawable(document) else (*document.blocks, _MISSING_LETTERS)
    with type_size(large=document.large), painted(document.layout.accent):
        drawn = _draw(document, [*teller.letterhead(document.layout), *teller.tell(blocks)])
    return finish(drawn, document, teller.root)


class _Template(BaseDocTemplate):  # type: ignore[misc]  # reportlab is not typed
    def _endBuild(self) -> None:  # noqa: N802 - reportlab's name
        define_total(self.canv, self.page)
        super()._endBuild()


def _draw(document: Document, story: list[Any]) -> bytes:
    output = BytesIO()
    furniture = Furniture(document)
    frame = Frame(SIDE, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
    template = _Template(output, pagesize=PAGE)
    template.invariant = 1
    template.addPageTemplates(
        [
            PageTemplate("first", [frame], onPage=furniture.first_page),
            PageTemplate("later", [frame], onPage=furniture.later_page),
        ]
    )
    template.build([NextPageTemplate("later"), *story], canvasmaker=TaggedCanvas)
    return output.getvalue()
