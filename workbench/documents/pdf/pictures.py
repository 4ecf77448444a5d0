"""A picture as one figure with its alternative text: a logo, or what somebody brought. Lengths are in points."""

from io import BytesIO
from typing import Final

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from workbench.documents.pdf.look import HEIGHT, WIDTH
from workbench.documents.pdf.structure import Element

_LOGO: Final = (190.0, 48.0)
_WHOLE_PAGE: Final = (WIDTH, HEIGHT - 150.0)  # its heading, of three lines at most, stands above it
_SHARP: Final = 72 / 150  # points of a pixel: no picture is blown up past 150 to the inch


class PagePicture(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """A picture at the left, its proportions kept, within `widest` and `tallest`."""

    def __init__(
        self, picture: bytes, element: Element, room: tuple[float, float] = _WHOLE_PAGE, largest: float = _SHARP
    ) -> None:
        """Fill `element` as it is drawn; `largest` is the most points that a pixel takes."""
        super().__init__()
        self.picture, self.element = ImageReader(BytesIO(picture)), element
        width, height = self.picture.getSize()
        scale = min(room[0] / width, room[1] / height, largest)
        self.width, self.height = width * scale, height * scale
        self.spaceAfter = 18

    @property
    def height_on_page(self) -> float:
        """Return the room that it takes with the space under it."""
        return float(self.height + self.spaceAfter)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Keep the proportions of the picture."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture, and tell the element where it lies."""
        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        with self.canv.content(self.element):
            self.canv.drawImage(self.picture, 0, 0, self.width, self.height)


def logo(picture: bytes, element: Element) -> PagePicture:
    """Return a picture no larger than a logo is."""
    return PagePicture(picture, element, _LOGO, float("inf"))
