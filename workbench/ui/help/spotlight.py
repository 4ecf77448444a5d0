"""A veil over the window that leaves one widget clear; it takes neither the mouse nor the keyboard."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from workbench.ui import theme

VEIL_LIGHT, VEIL_DARK = 70, 130
"""How dark the veil is, of 255."""


class Spotlight(QWidget):
    """Covers its window and follows what it shows; `moved` tells that this is elsewhere now."""

    moved = Signal()

    def __init__(self, window: QWidget) -> None:
        """Make a veil that shows nothing yet."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def point_at(self, target: QWidget | None) -> None:
        """Leave another widget clear, or nothing."""
        if self._target is not None:
            self._target.removeEventFilter(self)
            self._target.destroyed.disconnect(self._forget)
        self._target = target
        if target is not None:
            target.installEventFilter(self)
            target.destroyed.connect(self._forget)
        self.setGeometry(self.parentWidget().rect())
        self.setVisible(target is not None)
        self.raise_()
        self.moved.emit()

    def clear_part(self) -> QRect:
        """Return where the widget shows in the window; empty where it does not."""
        if self._target is None or not self._target.isVisible():
            return QRect()
        shown = self._target.visibleRegion().boundingRect()
        place = QRect(self._target.mapTo(self.parentWidget(), QPoint(0, 0)) + shown.topLeft(), shown.size())
        margin = theme.current().px(4)
        return place.adjusted(-margin, -margin, margin, margin) & self.rect()

    def eventFilter(self, watched, event) -> bool:
        """Follow the window and the widget."""
        kinds = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
        if event.type() in kinds and self.isVisible():
            self.setGeometry(self.parentWidget().rect())
            self.update()
            self.moved.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event) -> None:
        """Draw the veil and a ring around what is clear."""
        clear = QRectF(self.clear_part())
        if clear.isEmpty():
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hole, veil = QPainterPath(), QPainterPath()
        hole.addRoundedRect(clear, look.px(10), look.px(10))
        veil.addRect(QRectF(self.rect()))
        painter.fillPath(veil - hole, QColor(0, 0, 0, VEIL_DARK if look.palette.is_dark else VEIL_LIGHT))
        painter.setPen(QPen(look.color("focus"), look.px(3)))
        painter.drawPath(hole)
        painter.end()

    @Slot()
    def _forget(self) -> None:
        self._target = None
        self.hide()
