"""A layout that sets widgets side by side, and goes on below where the line is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from workbench.ui import theme


class FlowLayout(QLayout):
    """Widgets in lines, each at the size that it asks for."""

    def __init__(self, *widgets: QWidget, spacing: str = "s") -> None:
        """Hold the widgets, a distance of the scale apart."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._spacing = spacing
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or return None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all the lines."""
        return self._set_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._set_out(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _set_out(self, rect: QRect, *, move: bool) -> int:
        space = theme.current().space(self._spacing)
        for line, top, height in self._lines(rect.width(), space):
            left = rect.left()
            for item, size in line:
                if move:
                    place = QPoint(left, rect.top() + top + (height - size.height()) // 2)
                    item.setGeometry(QRect(place, size))
                left += size.width() + space
            bottom = top + height
        return bottom if self._shown() else 0

    def _lines(self, width: int, space: int) -> list[tuple[list[tuple[QLayoutItem, QSize]], int, int]]:
        """Return the lines, each with its top and its height."""
        lines: list[tuple[list[tuple[QLayoutItem, QSize]], int, int]] = []
        line: list[tuple[QLayoutItem, QSize]] = []
        used = top = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 1 << 20))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if line and used + size.width() > width:
                height = max(one.height() for _, one in line)
                lines.append((line, top, height))
                line, used, top = [], 0, top + height + space
            line.append((item, size))
            used += size.width() + space
        if line:
            lines.append((line, top, max(one.height() for _, one in line)))
        return lines

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


class LineLayout(FlowLayout):
    """Widgets in one line where there is room for it."""

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        shown = [item.sizeHint() for item in self._shown()]
        between = theme.current().space(self._spacing) * max(0, len(shown) - 1)
        return QSize(sum(s.width() for s in shown) + between, max((s.height() for s in shown), default=0))


class EndsLayout(LineLayout):
    """Widgets in one line, the last at its far end; below the others where there is no room for it."""

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        lines = self._lines(rect.width(), theme.current().space(self._spacing))
        if len(lines) == 1 and len(lines[0][0]) > 1:
            last, size = lines[0][0][-1]
            last.setGeometry(QRect(QPoint(rect.right() + 1 - size.width(), last.geometry().top()), size))
