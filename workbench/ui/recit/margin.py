"""The margin of the story: who did what, beside the line where each sentence begins."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.domain.analysis import SentenceAnalysis
from workbench.domain.positions import Span
from workbench.ui import theme
from workbench.ui.recit import painting
from workbench.ui.words import trigger_words, who_words

WIDTH = 96
"""Pixels at zoom 1."""


class Margin(QWidget):
    """Shows a badge for each line where a sentence begins; a click on one goes there and asks to correct it."""

    def __init__(self, editor) -> None:
        """Stand beside an editor."""
        super().__init__(editor)
        self._editor = editor
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return the width of the longest badge."""
        return QSize(theme.current().px(WIDTH), 0)

    def paintEvent(self, _event) -> None:
        """Paint the badges in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        for box, _, sentence, waits in self._badges():
            painting.paint_badge(painter, box, sentence.who, waits=waits)

    def event(self, event: QEvent) -> bool:
        """Say which words told who did what."""
        if event.type() == QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def mouseMoveEvent(self, event) -> None:
        """Show what can be clicked."""
        over = self._badge_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event) -> None:
        """Go to the sentence, and ask to say who did what in it."""
        found = self._badge_at(event.position().toPoint())
        if found is not None:
            self._editor.go_to(found[1])
            self._editor.setFocus()
            self._editor.who_asked.emit(event.globalPosition().toPoint())

    def _badge_at(self, place: QPoint):
        return next((b for b in self._badges() if b[0].top() <= place.y() <= b[0].bottom()), None)

    def _badges(self):
        """Give the badge of each line: that of the sentence under the cursor, else that of the first to begin there."""
        for block, top in self._editor.visible_blocks():
            shown: dict[int, tuple[QRect, Span, SentenceAnalysis, bool]] = {}
            for span, sentence in self._editor.sentences_of(block):
                line = self._editor.line_top(block, top, span.start)
                box = QRect(4, line.top(), self.width() - 10, line.height())
                if line.top() not in shown or span == self._editor.sentence:
                    shown[line.top()] = (box, span, sentence, sentence.span.start in self._editor.waiting)
            yield from shown.values()

    def _show_tip(self, place: QPoint, on_screen: QPoint) -> None:
        found = self._badge_at(place)
        if found is None:
            QToolTip.hideText()
            return
        who = found[2].who
        how = self.tr("Cliquer pour corriger (Alt+Q)")
        QToolTip.showText(on_screen, "\n".join(filter(None, (who_words(who), trigger_words(who), how))), self)
