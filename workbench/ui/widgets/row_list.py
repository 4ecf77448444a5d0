"""What the lists of painted rows share: their model, the row chosen, the row opened."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView

from workbench.ui import theme


class RowModel(QAbstractListModel):
    """The rows of a list, each with what a screen reader says of it (`spoken`); `tip` gives what the mouse is told."""

    def __init__(self, parent, tip: Callable[[Any], str]) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._tip = tip
        self.rows: list = []

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        """Return the words of a row, or the row itself for the one who paints it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        return row if role == Qt.ItemDataRole.UserRole else None

    def show(self, rows: Sequence) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()


class RowList(QListView):
    """Rows to choose from, told by their `key`; Enter opens the one chosen."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, rows: RowModel) -> None:
        """Make a list; `name` is said by screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self._rows = rows
        rows.setParent(self)
        self.setModel(rows)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        theme.current().changed.connect(self._measure_again)

    def chosen_key(self) -> str:
        """Return the key of the row chosen, or nothing."""
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole).key if index.isValid() else ""

    def keyPressEvent(self, event) -> None:
        """Open on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._tell_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Qt.ItemDataRole.UserRole).key)

    @Slot(QModelIndex, QModelIndex)
    def _tell_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(Qt.ItemDataRole.UserRole).key)

    @Slot()
    def _measure_again(self) -> None:
        self._measure()
        self.doItemsLayout()

    def _measure(self) -> None:
        """Take the sizes that follow the zoom; lists that have some say so here: a slot must not be redefined."""
