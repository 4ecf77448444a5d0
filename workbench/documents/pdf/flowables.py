"""What reportlab lays out, each drawing itself as tagged content. Lengths are in points."""

from typing import Any, Final, Self

from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from workbench.documents.blocks import Bar, BarChart, SignaturePlace
from workbench.documents.letters import shortened
from workbench.documents.pdf.glyphs import markup
from workbench.documents.pdf.look import HEIGHT, accent, soft, styles, thin
from workbench.documents.pdf.structure import Element


class TaggedParagraph(Paragraph):  # type: ignore[misc]  # reportlab is not typed
    """A paragraph that is the content of an element, on however many pages it runs."""

    element: Element

    @classmethod
    def of(cls, text: str, style: str, element: Element) -> Self:
        """Return a paragraph of reportlab markup."""
        made = cls(text, styles()[style])
        made.element = element
        return made

    def split(self, width: float, height: float) -> list["TaggedParagraph"]:
        """Split at a line; both parts belong to the same element."""
        parts: list[TaggedParagraph] = super().split(width, height)
        for part in parts:
            part.element = self.element
        return parts

    def draw(self) -> None:
        """Draw what lies behind as an artifact, then the text as content."""
        with self.canv.artifact():
            self.draw_behind()
        with self.canv.content(self.element):
            super().draw()

    def draw_behind(self) -> None:
        """Draw what decorates the paragraph: nothing here."""


class HeadingParagraph(TaggedParagraph):
    """A heading that the outline of the PDF leads to, where it has a place in it."""

    outline: tuple[str, int] | None = None

    def draw(self) -> None:
        """Draw the heading and note where it is."""
        if self.outline is not None:
            title, level = self.outline
            key = f"heading-{id(self)}"
            self.canv.bookmarkHorizontalAbsolute(key, self.canv.absolutePosition(0, self.height + 12)[1])
            self.canv.addOutlineEntry(title, key, level)
        super().draw()


class BarredParagraph(TaggedParagraph):
    """A paragraph with a bar of accent on its left: somebody's own words."""

    def draw_behind(self) -> None:
        """Draw the bar."""
        self.canv.setFillColor(accent())
        self.canv.rect(2, 0, 2.2, self.height, stroke=0, fill=1)


class NoticeParagraph(TaggedParagraph):
    """A paragraph on a soft ground: a notice."""

    def draw_behind(self) -> None:
        """Draw the ground and its edge."""
        self.canv.setFillColor(soft())
        self.canv.rect(0, -7, self.width, self.height + 14, stroke=0, fill=1)
        self.canv.setFillColor(accent())
        self.canv.rect(0, -7, 3, self.height + 14, stroke=0, fill=1)


class ItemParagraph(TaggedParagraph):
    """An item of a list; its first part carries the bullet, an element of its own."""

    label: Element | None = None

    def split(self, width: float, height: float) -> list[TaggedParagraph]:
        """Split at a line; the bullet stays with the first part."""
        parts = super().split(width, height)
        if parts:
            parts[0].label = self.label
        return parts

    def draw(self) -> None:
        """Draw the bullet, then the item."""
        if self.label is not None:
            with self.canv.content(self.label):
                self.canv.setFillColor(accent())
                self.canv.setFont(self.style.fontName, self.style.fontSize)
                self.canv.drawString(2, self.height - self.style.fontSize - 0.8, "•")
        super().draw()


class HeaderCell(TaggedParagraph):
    """A cell of a header row: content the first time, an artifact where the row is repeated."""

    def draw(self) -> None:
        """Draw the cell."""
        if not self.element.kids:
            super().draw()
            return
        with self.canv.artifact("Pagination"):
            Paragraph.draw(self)


class TaggedTable(Table):  # type: ignore[misc]  # reportlab is not typed
    """A table whose grounds and lines are artifacts; its cells are tagged paragraphs."""

    def split(self, width: float, height: float) -> list[Any]:
        """Split between rows; inside one only where it is too tall for any page."""
        parts: list[Any] = super().split(width, height)
        return parts if parts or height < _NEARLY_A_PAGE else self._splitRows(height, doInRowSplit=1)

    def _drawBkgrnd(self) -> None:  # noqa: N802 - reportlab's name
        with self.canv.artifact():
            super()._drawBkgrnd()

    def _drawLines(self) -> None:  # noqa: N802 - reportlab's name
        with self.canv.artifact():
            super()._drawLines()


_NEARLY_A_PAGE: Final = 0.8 * HEIGHT
_PADDING: Final = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 5)] + [
    (side, (0, 0), (-1, -1), 5) for side in ("BOTTOMPADDING", "LEFTPADDING", "RIGHTPADDING")
]


def grid() -> Any:
    """Return the look of a table with a header row."""
    return TableStyle(
        [
            *_PADDING,
            ("BACKGROUND", (0, 0), (-1, 0), soft()),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, accent()),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, thin()),
        ]
    )


def pairs() -> Any:
    """Return the look of names and what they stand for."""
    return TableStyle([*_PADDING, ("LINEBELOW", (0, 0), (-1, -1), 0.4, thin())])


class ChartFigure(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """A bar chart as one figure with its alternative text; the labels are cut to two lines."""

    ROW = 31.0
    LABELS = 0.46

    def __init__(self, bars: tuple[Bar, ...], element: Element) -> None:
        """Fill `element` as it is drawn."""
        super().__init__()
        self.bars, self.element = bars, element
        self.spaceAfter = 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, self.ROW * len(self.bars)
        return self.width, self.height

    def draw(self) -> None:
        """Draw each bar, and tell the element where the figure lies."""
        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        with self.canv.content(self.element):
            for index, bar in enumerate(self.bars):
                self._draw_bar(bar, self.height - (index + 1) * self.ROW)

    def _draw_bar(self, bar: Bar, bottom: float) -> None:
        label = inline(shortened(bar.label, 78), "key", self.width * self.LABELS - 12)
        label.drawOn(self.canv, 0, bottom + (self.ROW - label.height) / 2)
        left, room = self.width * self.LABELS, self.width * (1 - self.LABELS) - 46
        middle = bottom + self.ROW / 2
        self.canv.setFillColor(soft())
        self.canv.setStrokeColor(thin())
        self.canv.rect(left, middle - 6, room, 12, stroke=1, fill=1)
        self.canv.setFillColor(accent())
        self.canv.rect(left, middle - 6, room * bar.value / max(bar.whole, 1), 12, stroke=0, fill=1)
        said = inline(f"{bar.value} / {bar.whole}", "cell", 40)
        said.drawOn(self.canv, left + room + 8, middle - 5.5)


class SignaturePlaces(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """Boxes to sign in, side by side; each is a paragraph, its frame an artifact."""

    HEIGHT = 118.0
    GAP = 22.0

    def __init__(self, places: tuple[SignaturePlace, ...], parent: Element) -> None:
        """Fill a paragraph of `parent` for each place as it is drawn."""
        super().__init__()
        self.spaceAfter = 12
        self.places = [(place, parent.add("P")) for place in places]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, self.HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw each box."""
        room = (self.width - self.GAP * (len(self.places) - 1)) / len(self.places)
        for index, (place, element) in enumerate(self.places):
            left = index * (room + self.GAP)
            with self.canv.artifact():
                self.canv.setStrokeColor(thin())
                self.canv.roundRect(left, 0, room, self.HEIGHT, 4, stroke=1, fill=0)
            with self.canv.content(element):
                self._write(place, left + 10, room - 20)

    def _write(self, place: SignaturePlace, left: float, room: float) -> None:
        top = self.HEIGHT - 8
        for text, style in ((place.role, "key"), (shortened(place.name, 60), "head"), ("Date et signature :", "key")):
            if text:
                line = inline(text, style, room)
                top -= line.height
                line.drawOn(self.canv, left, top)


def inline(text: str, style: str, width: float) -> Any:
    """Return a plain paragraph of that width, to draw inside content that is already tagged."""
    made = Paragraph(markup(text, styles()[style].fontName), styles()[style])
    made.wrap(width, 1000)
    return made


def chart_parts(chart: BarChart, most: int = 16) -> list[tuple[Bar, ...]]:
    """Cut a chart into figures that fit a page."""
    return [chart.bars[start : start + most] for start in range(0, len(chart.bars), most)]
