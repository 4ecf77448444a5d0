"""The certifier's text with its cuts: one paragraph a piece, numbered; what is left out stays there, in grey."""

import re

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from workbench.domain.cuts import Cut
from workbench.domain.positions import Span
from workbench.ui import theme
from workbench.ui.text_positions import SourceText

MARGIN = 40
"""Width of the numbers' column, in pixels at zoom 1."""
PADDING = 6
_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class SourceView(QTextEdit):
    """Shows a text that is read and pointed at, never typed in; the caret is where it would be split."""

    moved = Signal()

    def __init__(self) -> None:
        """Make an empty view."""
        super().__init__()
        self._segments: tuple[tuple[Span, int | None], ...] = ()
        self._texts: list[SourceText] = []
        self._cut: Cut | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("source")
        self.setAccessibleName(self.tr("Texte du certificateur"))
        self.cursorPositionChanged.connect(self._tell_moved)
        theme.current().changed.connect(self._dress)

    def show_cut(self, cut: Cut, position: int) -> None:
        """Show a text cut so, with the caret at a position of it."""
        self._cut, self._segments = cut, cut.segments()
        self._texts = [SourceText(_BREAKS.sub(" ", cut.text[s.start : s.end])) for s, _ in self._segments]
        self.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.setPlainText("\n".join(text.text for text in self._texts))
        self._dress()
        self.place(position)
        self.blockSignals(False)  # noqa: FBT003
        self.viewport().update()

    def place(self, position: int) -> None:
        """Put the caret at a position of the text, or at what has words just after."""
        number = next((n for n, (span, _) in enumerate(self._segments) if position < span.end), None)
        if number is None:
            number = len(self._segments) - 1
        if number < 0:
            return
        span = self._segments[number][0]
        offset = min(max(position - span.start, 0), span.end - span.start)
        cursor = self.textCursor()
        cursor.setPosition(self._block(number).position() + self._texts[number].to_utf16(offset))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @property
    def position(self) -> int:
        """Return the caret's position in the certifier's text."""
        number = self._number()
        if number is None:
            return 0
        return self._segments[number][0].start + self._texts[number].to_python(self.textCursor().positionInBlock())

    @property
    def piece(self) -> int | None:
        """Return the index of the piece that the caret is in, or None in what is left out."""
        number = self._number()
        return None if number is None else self._segments[number][1]

    def paintEvent(self, event) -> None:
        """Paint the grounds and numbers of the pieces under the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._number()
        for number, (_, index) in enumerate(self._segments):
            place = self._place_of(self._block(number))
            if place.bottom() >= 0 and place.top() <= self.viewport().height():
                self._paint_segment(painter, place, index, chosen=number == chosen)
        painter.end()
        super().paintEvent(event)

    def _paint_segment(self, painter: QPainter, place: QRectF, index: int | None, *, chosen: bool) -> None:
        look = theme.current()
        if chosen or index is not None:
            painter.setPen(look.color("accent") if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if chosen else "ground"))
            painter.drawRoundedRect(place, look.px(6), look.px(6))
        painter.setPen(look.color("accent_strong" if index is not None else "muted"))
        painter.setFont(look.font("small", weight=QFont.Weight.DemiBold))
        column = QRectF(place.left(), place.top() + look.px(PADDING), look.px(MARGIN - 10), look.px(22))
        words = "–" if index is None else str(index + 1)
        painter.drawText(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _place_of(self, block: QTextBlock) -> QRectF:
        look, bounds = theme.current(), self.document().documentLayout().blockBoundingRect(block)
        top = bounds.top() - self.verticalScrollBar().value()
        padding = look.px(PADDING)
        return QRectF(3, top - padding, self.viewport().width() - 6, bounds.height() + 2 * padding)

    @Slot()
    def _dress(self) -> None:
        """Give each paragraph its letters and distances."""
        look = theme.current()
        self.document().setDocumentMargin(look.px(PADDING) + 3)
        shape = QTextBlockFormat()
        shape.setLeftMargin(look.px(MARGIN))
        shape.setRightMargin(look.px(PADDING))
        shape.setTopMargin(look.px(PADDING) * 2)
        shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for number, (span, index) in enumerate(self._segments):
            cursor = QTextCursor(self._block(number))
            cursor.setBlockFormat(shape)
            begin = self._cut.pieces[index].span.start if index is not None else span.end
            marks = self._texts[number].to_utf16(begin - span.start)
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, marks)
            cursor.setCharFormat(self._letters(is_left_out=True))
            cursor.setPosition(cursor.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(self._letters(is_left_out=False))

    def _letters(self, *, is_left_out: bool) -> QTextCharFormat:
        look = theme.current()
        letters = QTextCharFormat()
        letters.setFont(look.font("body", reading=True))
        letters.setForeground(look.color("muted" if is_left_out else "text"))
        letters.setFontItalic(is_left_out)
        return letters

    @Slot()
    def _tell_moved(self) -> None:
        self.viewport().update()
        self.moved.emit()

    def _number(self) -> int | None:
        """Return which segment the caret is in."""
        number = self.textCursor().blockNumber()
        return number if number < len(self._segments) else None

    def _block(self, number: int) -> QTextBlock:
        return self.document().findBlockByNumber(number)
