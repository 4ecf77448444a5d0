"""The life line: one row for each experience under the same years, so that what went on together is seen."""

from datetime import date, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QWidget

from workbench.domain.dossier import Experience, ExperienceKind
from workbench.domain.lifeline import LifeLine, Stretch, life_line
from workbench.ui import theme
from workbench.ui.experiences.rows import card_row, detail_words, stretch_words
from workbench.ui.experiences.time_axis import TimeAxis, YearStrip
from workbench.ui.widgets.basics import LEAST_HEIGHT, Split, column, label
from workbench.ui.widgets.card_list import CardList

BAR, LEAST_BAR, TAIL, NARROW = 18, 8, 28, 620
_LINES = 46
_ORDER = tuple(ExperienceKind)


class LifeLineView(QWidget):
    """The rows with their axis, and beside them the experiences that have no date; emits the one to open."""

    opened = Signal(str)

    def __init__(self) -> None:
        """Make an empty life line."""
        super().__init__()
        self.strip = YearStrip()
        self.rows = LifeLineList(self.tr("Ligne de vie"), self.strip)
        self.rows.opened.connect(self.opened)
        self.undated = CardList(self.tr("Expériences sans date"), click_opens=True)
        self.undated.opened.connect(self.opened)
        dated, beside = QWidget(), QWidget()
        lines = column(dated, spacing="xs")
        lines.addWidget(self.strip)
        lines.addWidget(self.rows, 1)
        self._beside = beside
        others = column(beside, spacing="s")
        others.addWidget(label(self.tr("Sans date"), "heading"))
        others.addWidget(label(self.tr("Une année suffit pour qu’elles prennent place."), "muted"))
        others.addWidget(self.undated, 1)
        column(self).addWidget(Split(dated, beside, (760, 260), (440, 220)))

    def show_experiences(self, experiences: list[Experience], chosen: str) -> None:
        """Show experiences, the one of identifier `chosen` marked."""
        line = life_line(experiences, datetime.now().astimezone().date())
        self.rows.show_line(line)
        self.rows.choose(chosen)
        self.undated.show_rows([card_row(experience) for experience in line.undated])
        self._beside.setVisible(bool(line.undated))

    def take_focus(self) -> None:
        """Put the keyboard on the rows, or on those beside where no row has a date."""
        target = self.rows if self.rows.model().rowCount() else self.undated
        target.setFocus(Qt.FocusReason.OtherFocusReason)


class LifeLineList(QListView):
    """A list like any other to the keyboard and to screen readers; Enter or a click opens a row."""

    opened = Signal(str)

    def __init__(self, name: str, strip: YearStrip) -> None:
        """Make an empty list that tells `strip` its years; `name` is said by screen readers."""
        super().__init__()
        self._strip = strip
        self._line = LifeLine((), ())
        self._rows = _Rows(self)
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView, QListView:focus { background: transparent; border: none; padding: 0; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._tell)
        theme.current().changed.connect(self._measure)

    def show_line(self, line: LifeLine) -> None:
        """Show the stretches of a life line."""
        self._line = line
        self._rows.show(line.stretches)
        self._measure()

    def choose(self, experience_id: str) -> None:
        """Mark the row of an experience."""
        for place, stretch in enumerate(self._line.stretches):
            if stretch.experience.id == experience_id:
                self.setCurrentIndex(self._rows.index(place))

    @property
    def is_narrow(self) -> bool:
        """Say whether the words stand above the bars rather than before them."""
        return self.viewport().width() < theme.current().px(NARROW)

    def axis(self) -> TimeAxis | None:
        """Return the years in the room that there is, or None where nothing has a date."""
        if not self._line.stretches:
            return None
        look, wide = theme.current(), self.viewport().width()
        left = look.space("l") if self.is_narrow else wide * 2 // 5
        return TimeAxis(*self._line.years, left, max(wide - look.space("xl"), left + 1))

    @property
    def current(self) -> Stretch | None:
        """Return the stretch of the row that is marked, whose time is shown across the others."""
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Show the time of another row across all."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyPressEvent(self, event) -> None:
        """Open on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event) -> None:
        """Set the years out again, the marked row in sight."""
        super().resizeEvent(event)
        self._measure()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @Slot()
    def _measure(self) -> None:
        self.setMinimumHeight(theme.current().px(LEAST_HEIGHT))
        self.doItemsLayout()
        self._strip.show_axis(self.axis())

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Qt.ItemDataRole.UserRole).experience.id)


class _Rows(QAbstractListModel):
    def __init__(self, parent) -> None:
        super().__init__(parent)
        self._stretches: tuple[Stretch, ...] = ()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self._stretches)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        stretch = self._stretches[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return stretch
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return stretch_words(stretch) if role in spoken else None

    def show(self, stretches: tuple[Stretch, ...]) -> None:
        self.beginResetModel()
        self._stretches = stretches
        self.endResetModel()


class _RowDelegate(QStyledItemDelegate):
    """Paints a row: its words, the years behind it, its bar."""

    def __init__(self, owner: LifeLineList) -> None:
        super().__init__(owner)
        self._list = owner

    def sizeHint(self, _option, _index: QModelIndex) -> QSize:
        look = theme.current()
        below = look.px(BAR) + look.space("s") if self._list.is_narrow else 0
        return QSize(look.px(200), look.px(_LINES) + below + look.space("m"))

    def paint(self, painter: QPainter, option, index: QModelIndex) -> None:
        look, axis = theme.current(), self._list.axis()
        stretch: Stretch = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        frame = option.rect.adjusted(look.space("l"), look.px(6), 0, -look.px(6))
        words = QRect(frame)
        words.setHeight(look.px(_LINES))
        if not self._list.is_narrow:
            words.setRight(axis.left - look.space("l"))
        self._paint_words(painter, words, stretch)
        middle = frame.bottom() - look.px(BAR) // 2 if self._list.is_narrow else frame.center().y()
        ground = QRect(option.rect)
        if self._list.is_narrow:
            ground.setTop(words.bottom())
        if not option.state & QStyle.StateFlag.State_Selected:
            self._paint_band(painter, ground, axis)
            self._paint_years(painter, ground, axis)
        self._paint_bar(painter, axis, stretch, middle)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option) -> None:
        look = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setBrush(look.color("surface"))
            painter.setPen(QPen(look.color("focus" if focused else "accent" if chosen else "line_strong"), 2))
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), look.px(8), look.px(8))

    def _paint_words(self, painter: QPainter, box: QRect, stretch: Stretch) -> None:
        look = theme.current()
        half = box.height() // 2
        title, detail = QRect(box), QRect(box)
        title.setHeight(half)
        detail.setTop(box.top() + half)
        for place, text, font, colour in (
            (title, stretch.experience.title, look.font("body", weight=QFont.Weight.DemiBold), "text"),
            (detail, detail_words(stretch.experience), look.font("small"), "muted"),
        ):
            painter.setFont(font)
            painter.setPen(look.color(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_band(self, painter: QPainter, row: QRect, axis: TimeAxis) -> None:
        """Carry the time of the marked row through the others: what it meets went on meanwhile."""
        marked = self._list.current
        if marked is not None:
            left, right = axis.place(marked.first), axis.place(marked.last)
            painter.fillRect(QRect(left, row.top(), right - left, row.height()), theme.current().color("accent_soft"))

    def _paint_years(self, painter: QPainter, row: QRect, axis: TimeAxis) -> None:
        painter.setPen(QPen(theme.current().color("line"), 1))
        for year in axis.written():
            across = axis.place(date(year, 1, 1))
            painter.drawLine(across, row.top(), across, row.bottom())

    def _paint_bar(self, painter: QPainter, axis: TimeAxis, stretch: Stretch, middle: int) -> None:
        look = theme.current()
        left, right = axis.place(stretch.first), axis.place(stretch.last)
        wide, high = max(right - left, look.px(LEAST_BAR)), look.px(BAR)
        bar = QRect(left, middle - high // 2, wide, high)
        mark = _ORDER.index(stretch.experience.kind)
        colour = look.palette.blocs[mark % len(look.palette.blocs)]
        painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.DotLine))
        tail = look.px(TAIL)
        if not stretch.ends:
            painter.drawLine(bar.right(), middle, bar.right() + tail, middle)
        if not stretch.begins:
            painter.drawLine(bar.left() - tail, middle, bar.left(), middle)
        painter.setPen(QPen(QColor(colour), 2))
        painter.setBrush(QColor(look.palette.bloc_grounds[mark % len(look.palette.bloc_grounds)]))
        painter.drawRoundedRect(bar, look.px(4), look.px(4))
