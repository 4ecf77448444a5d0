"""How a story is marked: the sentence under the cursor, the passages accepted, who did what."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout

from workbench.domain.analysis import WhoDidWhat
from workbench.ui import theme
from workbench.ui.words import badge_words

_LINES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


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
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            yield QRectF(min(left, right), line.y(), abs(right - left), line.height())


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


def paint_mark(painter: QPainter, box: QRectF, mark: int, level: int) -> None:
    """Mark a line of a passage accepted; `level` sets apart those that lie on the same words."""
    if level == 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bloc_ground(mark))
        painter.drawRoundedRect(box.adjusted(-2, 1, 2, -1), 3, 3)
    thickness = max(2.0, theme.current().zoom * 2)
    height = box.bottom() - 2 - level * (thickness + 1.5)
    painter.setPen(bloc_pen(mark, thickness))
    painter.drawLine(QPointF(box.left(), height), QPointF(box.right(), height))


def paint_badge(painter: QPainter, box: QRect, who: WhoDidWhat, *, waits: bool) -> None:
    """Say in the margin who did what; a dot beside it says that suggestions wait for an answer."""
    look = theme.current()
    words = badge_words(who)
    painter.setFont(look.font("small", weight=QFont.Weight.DemiBold if who.is_evidence else QFont.Weight.Normal))
    width = painter.fontMetrics().horizontalAdvance(words) + look.px(12)
    height = min(box.height() - 2, painter.fontMetrics().height() + 4)
    top = box.top() + (box.height() - height) / 2
    dot = look.px(7)
    chip = QRectF(box.right() - width - dot - 4, top, width, height)
    painter.setPen(Qt.PenStyle.NoPen if who.is_evidence else QPen(look.color("line_strong"), 1))
    painter.setBrush(look.color("accent_soft") if who.is_evidence else QColor(0, 0, 0, 0))
    painter.drawRoundedRect(chip, height / 2, height / 2)
    painter.setPen(look.color("accent_strong" if who.is_evidence else "muted"))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
    if waits:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("focus"))
        painter.drawEllipse(QRectF(box.right() - dot, chip.center().y() - dot / 2, dot, dot))
