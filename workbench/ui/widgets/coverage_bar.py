"""How much of a bloc is covered: one cell for each competence."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from workbench.domain.coverage import BlocCoverage, Status
from workbench.ui import theme
from workbench.ui.recit.painting import bloc_color, bloc_ground

CELL, HEIGHT, GAP = 22, 10, 3


class CoverageBar(QWidget):
    """Cells filled where there is a proof, tinted where one is proposed; the words beside it say the same."""

    def __init__(self, coverage: BlocCoverage, mark: int) -> None:
        """Draw a bloc's coverage in its colour."""
        super().__init__()
        self._coverage, self._mark = coverage, mark
        self.setAccessibleName(self.tr("{0} sur {1}").format(coverage.supported, coverage.total))
        if coverage.mentioned:
            words = self.tr("Acceptées : {0}, proposées : {1}, sur {2}")
            self.setAccessibleName(words.format(coverage.supported, coverage.mentioned, coverage.total))
        self.setFixedHeight(theme.current().px(HEIGHT + 2))
        self.setMaximumWidth(theme.current().px(CELL * max(1, coverage.total)))
        self.setMinimumWidth(theme.current().px(6 * max(1, coverage.total)))

    def sizeHint(self) -> QSize:
        """Return room for every cell."""
        return QSize(theme.current().px(CELL * max(1, self._coverage.total)), theme.current().px(HEIGHT + 2))

    def paintEvent(self, _event) -> None:
        """Draw the cells: filled, tinted, or outlined."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = max(1, self._coverage.total)
        width = self.width() / whole
        for number in range(whole):
            box = QRectF(number * width + 1, 1, width - GAP, self.height() - 2)
            is_filled = number < self._coverage.supported
            is_tinted = not is_filled and number < self._coverage.supported + self._coverage.mentioned
            is_shown = is_filled or is_tinted
            painter.setPen(QPen(bloc_color(self._mark) if is_shown else theme.current().color("line_strong"), 1))
            painter.setBrush(bloc_color(self._mark) if is_filled else Qt.BrushStyle.NoBrush)
            if is_tinted:
                painter.setBrush(bloc_ground(self._mark))
            painter.drawRoundedRect(box, 3, 3)


def supported_of(coverage: tuple[BlocCoverage, ...]) -> tuple[int, int]:
    """Return how many competences of a fiche have a proof, and how many there are."""
    cells = [c for bloc in coverage for c in bloc.competences]
    return sum(c.status is Status.SUPPORTED for c in cells), len(cells)
