"""An axis of time drawn as one figure with its alternative text. Lengths are in points."""

from typing import Final

from reportlab.platypus import Flowable

from workbench.documents.blocks import TimeLine, TimeSpan
from workbench.documents.letters import shortened
from workbench.documents.pdf.flowables import inline
from workbench.documents.pdf.look import MUTED, SANS, accent, regular, soft, thin
from workbench.documents.pdf.structure import Element

MOST_ROWS: Final = 28
"""Stretches of one figure: more make another, on the next page."""

_STEPS: Final = (1, 2, 5, 10, 20, 50)
_MOST_MARKS: Final = 8
_THINNEST: Final = 3.0
_AXIS: Final = 18.0  # height of the years


class TimeFigure(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """Stretches of a line, each on its row, over the years; one whose beginning or end is unsaid is hollow."""

    ROW: Final = 20.0
    LABELS: Final = 0.42

    def __init__(self, line: TimeLine, spans: tuple[TimeSpan, ...], element: Element) -> None:
        """Fill `element` as it is drawn."""
        super().__init__()
        self.line, self.spans, self.element = line, spans, element
        self.spaceAfter = 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, self.ROW * len(self.spans) + _AXIS
        return self.width, self.height

    def draw(self) -> None:
        """Draw the years, then each stretch, and tell the element where the figure lies."""
        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        with self.canv.content(self.element):
            self._draw_years()
            for index, span in enumerate(self.spans):
                self._draw_span(span, self.height - (index + 1) * self.ROW)

    def _draw_years(self) -> None:
        first, last = self.line.years
        step = next((s for s in _STEPS if (last - first) / s <= _MOST_MARKS), 100)
        self.canv.setStrokeColor(thin())
        self.canv.setLineWidth(0.5)
        self.canv.setFont(regular(SANS), 8)
        self.canv.setFillColor(MUTED)
        for year in range(-(-first // step) * step, last + 1, step):
            place = self._place((year - first) / (last - first))
            self.canv.line(place, _AXIS - 4, place, self.height)
            self.canv.drawCentredString(place, 3, str(year))

    def _draw_span(self, span: TimeSpan, bottom: float) -> None:
        label = inline(shortened(span.label, 38), "key", self.width * self.LABELS - 10)
        label.drawOn(self.canv, 0, bottom + (self.ROW - label.height) / 2)
        start, end = map(self._place, self.line.share(span))
        length = max(end - start, _THINNEST)
        self.canv.setFillColor(accent() if span.is_whole else soft())
        self.canv.setStrokeColor(accent())
        self.canv.setLineWidth(0.8)
        self.canv.roundRect(min(start, self.width - length), bottom + 5, length, self.ROW - 10, 1.5, stroke=1, fill=1)

    def _place(self, share: float) -> float:
        left = self.width * self.LABELS + 8
        return left + share * (self.width - left - 12)
