"""The palette: a field, and below it what the letters find; the keyboard never leaves the field."""

from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QListView, QStyle, QStyledItemDelegate, QWidget

from workbench.ui import theme
from workbench.ui.palette.finding import Entry, find, ready
from workbench.ui.widgets.announce import announce
from workbench.ui.widgets.basics import column, label
from workbench.ui.widgets.fields import SearchField
from workbench.ui.widgets.row_list import RowModel

WIDTH, HEIGHT, LINE = 640, 460, 38
MOST = 60
OF_THE_WINDOW = 0.9
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class PaletteDialog(QDialog):
    """Emits the entry that was chosen, once closed."""

    chosen = Signal(object)

    def __init__(self, entries: list[Entry], recent: tuple[str, ...], owner: QWidget) -> None:
        """Offer entries; those used lately come first."""
        super().__init__(owner)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Palette de commandes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found, self._recent = ready(entries), recent
        self.field = SearchField(self.tr("Que voulez-vous faire, ou ouvrir ?"))
        self.field.setAccessibleDescription(self.tr("Flèches pour choisir, Entrée pour faire, Échap pour fermer."))
        self.field.textChanged.connect(self._search)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Commandes trouvées"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self._rows = RowModel(self.list, attrgetter("spoken"))
        self.list.setModel(self._rows)
        self.list.clicked.connect(self._take)
        self._nothing = label(self.tr("Rien ne porte ce nom."), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        whole = column(self, margins="m", spacing="s")
        whole.addWidget(self.field)
        whole.addWidget(self._nothing)
        whole.addWidget(self.list, 1)
        self._place(owner)
        self._search("")

    def add(self, entries: list[Entry]) -> None:
        """Offer more entries, which took a while to find."""
        self._found += ready(entries)
        self._search(self.field.text())

    @property
    def current(self) -> Entry | None:
        """Return the entry that Enter would choose."""
        index = self.list.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    def keyPressEvent(self, event) -> None:
        """Move in the list with the arrows, choose with Enter; all from the field."""
        if event.key() in _MOVES:
            self._move(_MOVES[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _place(self, owner: QWidget) -> None:
        look, room = theme.current(), owner.window().size() * OF_THE_WINDOW
        self.resize(QSize(look.px(WIDTH), look.px(HEIGHT)).boundedTo(room))

    def _move(self, lines: int) -> None:
        if self._rows.rows:
            row = min(max(self.list.currentIndex().row() + lines, 0), len(self._rows.rows) - 1)
            self.list.setCurrentIndex(self._rows.index(row))
            announce(self.list, self._rows.rows[row].spoken)

    @Slot(str)
    def _search(self, letters: str) -> None:
        self._rows.show(find(self._found, letters, self._recent, MOST))
        self.list.setVisible(bool(self._rows.rows))
        self._nothing.setVisible(not self._rows.rows)
        if self._rows.rows:
            self.list.setCurrentIndex(self._rows.index(0))
            if letters:
                announce(self.list, self._rows.rows[0].spoken)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = index.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self.chosen.emit(entry)


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry on one line: its name, its kind, its keys."""

    def sizeHint(self, _option, _index: QModelIndex) -> QSize:
        return QSize(theme.current().px(200), theme.current().px(LINE))

    def paint(self, painter: QPainter, option, index: QModelIndex) -> None:
        look = theme.current()
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(look.color("accent"))
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        box = option.rect.adjusted(look.space("m"), 0, -look.space("m"), 0)
        for words, colour, size in ((entry.keys, "text", "body"), (entry.kind, "muted", "small")):
            box = _at_the_right(painter, box, words, colour, size)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text"))
        shown = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _at_the_right(painter: QPainter, box: QRect, words: str, colour: str, size: str) -> QRect:
    """Write words at the right of a box, and return what is left of it."""
    if not words:
        return box
    look = theme.current()
    painter.setFont(look.font(size))
    painter.setPen(look.color(colour))
    width = painter.fontMetrics().horizontalAdvance(words)
    if width > box.width() // 2:
        return box
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    return box.adjusted(0, 0, -width - look.space("m"), 0)
