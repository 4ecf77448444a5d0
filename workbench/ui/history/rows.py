"""The list of what happened: headings and lines, painted rather than made, so that thousands show at once."""

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from workbench.ui import theme
from workbench.ui.widgets.basics import unbroken
from workbench.ui.widgets.row_list import RowList, RowModel

ROW, LEAST_ROWS = 36, 3
"""The height of a row in pixels at zoom 1, and how many always show."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A line (`key` is its event) or, without a key, a heading."""

    words: str
    key: str = ""
    when: str = ""
    note: str = ""
    fades: bool = False

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(part for part in (self.when, self.words, self.note) if part)


class _Rows(RowModel):
    """The rows of the list; headings cannot be chosen."""

    def flags(self, index: QModelIndex):
        is_line = index.isValid() and bool(self.rows[index.row()].key)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_line else Qt.ItemFlag.NoItemFlags


class _RowDelegate(QStyledItemDelegate):
    """Paints when, what, and a note at the right; every row is as high as the next."""

    def sizeHint(self, _option, _index: QModelIndex) -> QSize:
        return QSize(theme.current().px(160), theme.current().px(ROW))

    def paint(self, painter: QPainter, option, index: QModelIndex) -> None:
        row: HistoryRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        inside = option.rect.adjusted(look.space("m"), 0, -look.space("m"), 0)
        if row.key:
            self._paint_ground(painter, option)
            self._paint_line(painter, inside, row)
        else:
            painter.setFont(look.font("small", weight=QFont.Weight.DemiBold))
            self._write(painter, inside.adjusted(0, look.px(10), 0, 0), row.words, "accent_strong")
        painter.restore()

    def _paint_ground(self, painter: QPainter, option) -> None:
        look, state = theme.current(), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(look.color("focus"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if chosen else "sunken"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), look.px(6), look.px(6))

    def _paint_line(self, painter: QPainter, inside: QRect, row: HistoryRow) -> None:
        look = theme.current()
        painter.setFont(look.font("small"))
        metrics = painter.fontMetrics()
        widest = "".join("0" if sign.isdigit() else sign for sign in row.when)
        left = metrics.horizontalAdvance(widest) + look.space("m") if row.when else 0
        self._write(painter, inside, row.when, "muted")
        note = min(metrics.horizontalAdvance(row.note) + look.space("l"), inside.width() // 3) if row.note else 0
        if row.note:
            aside = QRect(
                inside.right() - note + look.space("m"), inside.top(), note - look.space("m"), inside.height()
            )
            self._write(painter, aside, row.note, "muted")
        painter.setFont(look.font("body"))
        self._write(painter, inside.adjusted(left, 0, -note, 0), row.words, "muted" if row.fades else "text")

    def _write(self, painter: QPainter, box: QRect, words: str, colour: str) -> None:
        painter.setPen(theme.current().color(colour))
        shown = painter.fontMetrics().elidedText(unbroken(words), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class HistoryList(RowList):
    """Lines to choose from, under their headings; Enter opens the one chosen."""

    def __init__(self, name: str) -> None:
        """Make an empty list; `name` is said by screen readers."""
        super().__init__(name, _Rows(None, attrgetter("words")))
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._tell_opened)
        self._measure_again()

    def show_rows(self, rows: list[HistoryRow]) -> None:
        """Show rows, keeping the line that was chosen where it is among them."""
        kept = self.chosen_key()
        self.selectionModel().blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self._rows.show(rows)
        self.selectionModel().blockSignals(False)  # noqa: FBT003
        self.choose(kept)

    def choose(self, key: str) -> None:
        """Choose a line by its event."""
        place = next((i for i, row in enumerate(self._rows.rows) if row.key and row.key == key), None)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place))

    def choose_first(self) -> None:
        """Choose the first line, if there is one."""
        self.choose(next((row.key for row in self._rows.rows if row.key), ""))

    def rows(self) -> tuple[HistoryRow, ...]:
        """Return what is shown."""
        return tuple(self._rows.rows)

    def _measure(self) -> None:
        self.setMinimumHeight(theme.current().px(LEAST_ROWS * ROW))
