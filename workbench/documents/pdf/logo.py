"""A logo as one figure with its alternative text. Lengths are in points."""

from io import BytesIO
from typing import Final

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from workbench.documents.pdf.structure import Element

_TALLEST: Final = 48.0
_WIDEST: Final = 190.0


class Logo(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """A picture (PNG) at the left, no larger than a logo is."""

    def __init__(self, picture: bytes, element: Element) -> None:
        """Fill `element` as it is drawn."""
        super().__init__()
        self.picture, self.element = ImageReader(BytesIO(picture)), element
        self.spaceAfter = 18

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Keep the proportions of the picture."""
        width, height = self.picture.getSize()
        scale = min(_TALLEST / height, _WIDEST / width)
        self.width, self.height = width * scale, height * scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture, and tell the element where it lies."""
        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        with self.canv.content(self.element):
            self.canv.drawImage(self.picture, 0, 0, self.width, self.height)
