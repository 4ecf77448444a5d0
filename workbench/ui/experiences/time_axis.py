"""The years of a life line: where a day lies, which years are written, and the strip that writes them."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workbench.ui import theme

_STEPS = (1, 2, 5, 10, 20, 50)
_LEAST_APART = 58
STRIP = 26


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Years from `first` to the beginning of `last`, between two places across (pixels)."""

    first: int
    last: int
    left: int
    right: int

    def place(self, day: date) -> int:
        """Return where a day lies."""
        whole = date(self.last, 1, 1) - date(self.first, 1, 1)
        return self.left + round((day - date(self.first, 1, 1)) / whole * (self.right - self.left))

    def written(self) -> list[int]:
        """Return the years to write, far enough apart to be read."""
        wide = (self.right - self.left) / (self.last - self.first)
        least = theme.current().px(_LEAST_APART)
        step = next((step for step in _STEPS if step * wide >= least), _STEPS[-1])
        return [year for year in range(self.first, self.last + 1) if year % step == 0]


class YearStrip(QWidget):
    """Writes the years above the life line; what it says is said by the rows too."""

    def __init__(self) -> None:
        """Make an empty strip."""
        super().__init__()
        self.axis: TimeAxis | None = None
        theme.current().changed.connect(self._measure)
        self._measure()

    def show_axis(self, axis: TimeAxis | None) -> None:
        """Write the years of an axis, or nothing."""
        self.axis = axis
        self.update()

    def _measure(self) -> None:
        self.setFixedHeight(theme.current().px(STRIP))

    def paintEvent(self, _event) -> None:
        """Write each year over its first day."""
        if self.axis is None:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("muted"))
        half = look.px(_LEAST_APART) // 2
        for year in self.axis.written():
            middle = min(self.axis.place(date(year, 1, 1)), self.width() - half)
            box = QRect(middle - half, 0, 2 * half, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, str(year))
        painter.end()
