"""A list of cards: a title, a line of detail, tags, a note at the right; made for thousands of rows."""

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from workbench.ui import theme
from workbench.ui.widgets.row_list import RowList, RowModel

LEAST_HEIGHT = 120


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row; `key` is told when it is opened."""

    key: str
    title: str
    detail: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    icon: str = ""

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.detail, *self.tags, self.note) if part)


class _CardDelegate(QStyledItemDelegate):
    """Paints a row as a card."""

    def sizeHint(self, _option, index: QModelIndex) -> QSize:
        look = theme.current()
        row: CardRow = index.data(Qt.ItemDataRole.UserRole)
        lines = 24 + (22 if row.detail else 0) + (26 if row.tags else 0)
        return QSize(look.px(200), look.px(lines + 32))

    def paint(self, painter: QPainter, option, index: QModelIndex) -> None:
        look = theme.current()
        row: CardRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = option.rect.adjusted(2, look.px(3), -2, -look.px(3))
        self._paint_ground(painter, frame, option.state)
        inside = frame.adjusted(look.space("l"), look.px(10), -look.space("l"), -look.px(10))
        if row.icon:
            side = look.px(22)
            painter.drawPixmap(inside.left(), inside.top() + look.px(2), theme.picture(row.icon, "accent", 22))
            inside.setLeft(inside.left() + side + look.space("m"))
        self._paint_words(painter, inside, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, frame: QRect, state) -> None:
        look = theme.current()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        line = look.color("focus" if focused else "accent" if chosen else "line_strong" if over else "line")
        painter.setPen(QPen(line, 2 if chosen or focused else 1))
        painter.setBrush(look.color("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(frame, look.px(10), look.px(10))

    def _paint_words(self, painter: QPainter, inside: QRect, row: CardRow) -> None:
        look = theme.current()
        note_width = self._paint_note(painter, inside, row.note)
        line = QRect(inside.left(), inside.top(), inside.width() - note_width, look.px(24))
        self._line(painter, line, row.title, look.font("large", weight=QFont.Weight.DemiBold), "text")
        if row.detail:
            line = QRect(inside.left(), line.bottom() + 1, inside.width(), look.px(22))
            self._line(painter, line, row.detail, look.font("body"), "muted")
        self._paint_tags(painter, QRect(inside.left(), line.bottom() + look.px(5), inside.width(), look.px(21)), row)

    def _paint_note(self, painter: QPainter, inside: QRect, note: str) -> int:
        look = theme.current()
        painter.setFont(look.font("small"))
        width = painter.fontMetrics().horizontalAdvance(note) + look.space("m") if note else 0
        painter.setPen(look.color("muted"))
        box = QRect(inside.right() - width, inside.top(), width, look.px(24))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        return width

    def _line(self, painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(theme.current().color(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_tags(self, painter: QPainter, box: QRect, row: CardRow) -> None:
        look = theme.current()
        painter.setFont(look.font("small", weight=QFont.Weight.Medium))
        left = box.left()
        for tag in row.tags:
            width = painter.fontMetrics().horizontalAdvance(tag) + look.px(16)
            if left + width > box.right():
                return
            tag_box = QRect(left, box.top(), width, box.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("sunken"))
            painter.drawRoundedRect(tag_box, look.px(5), look.px(5))
            painter.setPen(look.color("text"))
            painter.drawText(tag_box, Qt.AlignmentFlag.AlignCenter, tag)
            left += width + look.px(6)


class CardList(RowList):
    """Cards to choose from; Enter or a double click opens one, a single click chooses it."""

    def __init__(self, name: str, *, click_opens: bool = False) -> None:
        """Make an empty list; `name` is said by screen readers."""
        super().__init__(name, RowModel(None, attrgetter("title")))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # an empty list has nothing to show the focus on
        self.setItemDelegate(_CardDelegate(self))
        self.setFrameShape(RowList.Shape.NoFrame)
        self.setStyleSheet("QListView, QListView:focus { background: transparent; border: none; padding: 0; }")
        (self.clicked if click_opens else self.doubleClicked).connect(self._tell_opened)

    def minimumSizeHint(self) -> QSize:
        """Ask for room to see a card whole."""
        return QSize(theme.current().px(160), theme.current().px(LEAST_HEIGHT))

    def show_rows(self, rows: list[CardRow]) -> None:
        """Show rows, keeping the one that was chosen."""
        kept = self.chosen_key()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)
        self.selectionModel().blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self._rows.show(rows)
        self.choose(kept)
        self.selectionModel().blockSignals(False)  # noqa: FBT003

    def choose(self, key: str) -> None:
        """Choose a row by its key."""
        for index, row in enumerate(self._rows.rows):
            if row.key == key:
                self.setCurrentIndex(self._rows.index(index))

    def choose_first(self) -> None:
        """Choose the first row, if there is one."""
        if self._rows.rows:
            self.setCurrentIndex(self._rows.index(0))

    def resizeEvent(self, event) -> None:
        """Keep the row chosen in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
