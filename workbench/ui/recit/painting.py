"""How a story is marked: the sentence under the cursor, the passages accepted, who did what."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTextLayout

from workbench.domain.analysis import Basis, WhoDidWhat
from workbench.domain.dossier import Strength
from workbench.domain.positions import Span
from workbench.ui import theme
from workbench.ui.words import badge_words

_LINES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


LANES: Final = 4
"""Lines that the same words can bear and stay readable: two under them, two over; what is more shares the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a passage accepted looks like: the number of its bloc, its strength, and what it shows, in words."""

    bloc: int
    strength: Strength = Strength.TOLD
    title: str = ""


def in_lanes(passages: Iterable[tuple[Span, Mark]]) -> Iterator[tuple[Span, Mark, int]]:
    """Give passages, in the order of the text, each with the first line that no passage on the same words has."""
    drawn: list[tuple[Span, int]] = []
    for span, mark in passages:
        drawn = [(other, lane) for other, lane in drawn if other.end > span.start]
        taken = {lane for other, lane in drawn if other.overlaps(span)}
        lane = next((n for n in range(LANES) if n not in taken), LANES - 1)
        drawn.append((span, lane))
        yield span, mark, lane


def bloc_color(mark: int) -> QColor:
    """Return the colour of a bloc's words and lines."""
    colours = theme.current().palette.blocs
    return QColor(colours[mark % len(colours)])


def bloc_ground(mark: int) -> QColor:
    """Return the colour that a bloc's passages lie on."""
    colours = theme.current().palette.bloc_grounds
    return QColor(colours[mark % len(colours)])


def bloc_pen(mark: int, width: float) -> QPen:
    """Return the line of a bloc: its colour and its own pattern, so that colour is never alone."""
    pen = QPen(bloc_color(mark), width)
    pen.setStyle(_LINES[mark % len(_LINES)])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def line_boxes(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Give the boxes of the units `start` to `end` of a paragraph, line by line, within the paragraph."""
    line_under = layout.lineForTextPosition(max(0, start))
    for number in range(line_under.lineNumber() if line_under.isValid() else layout.lineCount(), layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        if line.textStart() >= end:
            return
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            yield QRectF(min(left, right), line.y(), abs(right - left), line.height())


def part_in_sight(layout: QTextLayout, top: float, height: float) -> tuple[int, int]:
    """Return the units of a paragraph whose lines lie in a window; `top` is where its first line is, in pixels."""
    lines = range(layout.lineCount())
    if not lines:
        return 0, 0
    first = max(0, bisect_right(lines, -top, key=lambda n: layout.lineAt(n).y()) - 1)
    last = min(len(lines), bisect_right(lines, height - top, key=lambda n: layout.lineAt(n).y())) - 1
    ending = layout.lineAt(max(first, last))
    return layout.lineAt(first).textStart(), ending.textStart() + ending.textLength()


def _x(line, position: int) -> float:
    place = line.cursorToX(position)
    return place[0] if isinstance(place, tuple) else place


def paint_sentence(painter: QPainter, box: QRectF, edge: float) -> None:
    """Mark softly a line of the sentence under the cursor, and by a bar at the edge of the page."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color("sentence"))
    painter.drawRoundedRect(box.adjusted(-3, 0, 3, 0), 4, 4)
    painter.setBrush(theme.current().color("accent"))
    painter.drawRect(QRectF(edge + 2, box.top(), 3, box.height()))


def paint_found(painter: QPainter, box: QRectF) -> None:
    """Mark words that were looked for."""
    painter.setPen(QPen(theme.current().color("focus"), 1))
    painter.setBrush(theme.current().color("warning_soft"))
    painter.drawRoundedRect(box.adjusted(-1, 0, 1, -1), 3, 3)


def paint_misspelt(painter: QPainter, box: QRectF) -> None:
    """Mark a word to look at again by a line of waves, softer than those of the passages."""
    step = max(2.0, 2 * theme.current().zoom)
    path = QPainterPath(QPointF(box.left(), box.bottom() - 1))
    for number in range(1, int(box.width() / step) + 1):
        path.lineTo(box.left() + number * step, box.bottom() - 1 - (step if number % 2 else 0))
    painter.setPen(QPen(theme.current().color("danger"), max(1.0, theme.current().zoom)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, lane: int, *, begins: bool) -> None:
    """Mark a line of a passage accepted; where it `begins`, as many squares as its strength has degrees."""
    if lane == 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bloc_ground(mark.bloc))
        painter.drawRoundedRect(box.adjusted(-2, 1, 2, -1), 3, 3)
    thickness = max(2.0, theme.current().zoom * 2)
    height = _lane_height(box, lane, thickness)
    left = box.left() + (_paint_strength(painter, QPointF(box.left(), height), mark, thickness) if begins else 0)
    if left < box.right():
        painter.setPen(bloc_pen(mark.bloc, thickness))
        painter.drawLine(QPointF(left, height), QPointF(box.right(), height))


def _lane_height(box: QRectF, lane: int, thickness: float) -> float:
    step = thickness + 1
    return box.bottom() - 1 - lane * step if lane < 2 else box.top() + 1 + (lane - 2) * step


def _paint_strength(painter: QPainter, start: QPointF, mark: Mark, thickness: float) -> float:
    """Paint the squares where a passage begins and return their width."""
    side, gap = 2 * thickness, thickness * 0.75
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bloc_color(mark.bloc))
    for number in range(mark.strength):
        painter.drawRect(QRectF(start.x() + number * (side + gap), start.y() - side / 2, side, side))
    return mark.strength * (side + gap)


def paint_badge(painter: QPainter, box: QRect, who: WhoDidWhat, *, waits: bool) -> None:
    """Say in the margin who did what; a dot beside it says that suggestions wait for an answer.

    A line of dashes around it says that the counsellor corrected what was read.
    """
    look = theme.current()
    words = badge_words(who)
    painter.setFont(look.font("small", weight=QFont.Weight.DemiBold if who.is_evidence else QFont.Weight.Normal))
    width = painter.fontMetrics().horizontalAdvance(words) + look.px(12)
    height = min(box.height() - 2, painter.fontMetrics().height() + 4)
    top = box.top() + (box.height() - height) / 2
    dot = look.px(7)
    chip = QRectF(box.right() - width - dot - 4, top, width, height)
    painter.setPen(_badge_pen(who))
    painter.setBrush(look.color("accent_soft") if who.is_evidence else QColor(0, 0, 0, 0))
    painter.drawRoundedRect(chip, height / 2, height / 2)
    painter.setPen(look.color("accent_strong" if who.is_evidence else "muted"))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
    if waits:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("focus"))
        painter.drawEllipse(QRectF(box.right() - dot, chip.center().y() - dot / 2, dot, dot))


def _badge_pen(who: WhoDidWhat) -> QPen:
    look = theme.current()
    if who.basis is Basis.CORRECTED:
        return QPen(look.color("accent_strong"), max(1.5, look.zoom * 1.5), Qt.PenStyle.DashLine)
    return QPen(Qt.PenStyle.NoPen) if who.is_evidence else QPen(look.color("line_strong"), 1)
