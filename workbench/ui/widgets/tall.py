"""Screens that scroll as a whole where the window is too low for them, as at 300 % on a small screen."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class Tall(QScrollArea):
    """Holds a stack of screens: as wide as the window, as high as the screen that is shown needs."""

    def __init__(self, stack: QStackedWidget) -> None:
        """Hold a stack."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(_Inside(stack))


class _Inside(QWidget):
    """Without a layout, so that a screen is asked what it needs and the others are not."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__()
        self._stack = stack
        stack.setParent(self)
        stack.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Return the least height of the screen that is shown, at the width that there is."""
        page = self._stack.currentWidget()
        layout = page.layout() if page else None
        if layout is None:
            return QSize(0, 0)
        least = layout.totalMinimumSize().height()
        if layout.hasHeightForWidth():
            least = max(least, layout.totalMinimumHeightForWidth(self.width()))
        return QSize(0, least)

    def resizeEvent(self, event) -> None:
        """Give the stack all of the room."""
        super().resizeEvent(event)
        self._stack.setGeometry(self.rect())
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def event(self, event) -> bool:
        """Ask for other room when a screen does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
