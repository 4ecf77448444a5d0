"""Fields of a form, each with its label as a buddy, and the search field."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.ui import theme
from workbench.ui.widgets.basics import column, label

SEARCH_MS = 25


class LongField(QPlainTextEdit):
    """Several lines of text; Tab goes to the next field."""

    left = Signal()

    def __init__(self, lines: int = 3) -> None:
        """Make an empty field of some lines' height."""
        super().__init__()
        self.setTabChangesFocus(True)
        self._lines = lines
        theme.current().changed.connect(self._measure)
        self._measure()

    def focusOutEvent(self, event) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    @Slot()
    def _measure(self) -> None:
        look = theme.current()
        line = QFontMetrics(look.font("body")).lineSpacing()
        self.setFixedHeight(line * self._lines + look.px(26))

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a text, unless it is the one that is there."""
        if text != self.toPlainText():
            self.setPlainText(text)


class Line(QLineEdit):
    """A line that leaves Ctrl+Z to the dossier while nothing that was typed in it can be taken back."""

    def event(self, event) -> bool:
        """Claim no key of undoing that would do nothing here."""
        if event.type() == QEvent.Type.ShortcutOverride and (
            (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable())
            or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())
        ):
            event.ignore()
            return False
        return super().event(event)


class TextField(Line):
    """A line of text that shows its beginning."""

    def setText(self, text: str) -> None:
        """Show a text, unless it is the one that is there."""
        if text != self.text():
            super().setText(text)
            self.setCursorPosition(0)


def labelled(text: str, field: QWidget, help_text: str = "") -> QVBoxLayout:
    """Return a field under its label, with a line of help."""
    name = label(text, "strong")
    name.setBuddy(field)
    field.setAccessibleName(text)
    if help_text:
        field.setAccessibleDescription(help_text)
    made = column(spacing="xs")
    made.addWidget(name)
    if help_text:
        made.addWidget(label(help_text, "small"))
    made.addWidget(field)
    return made


class Choice(QComboBox):
    """A choice among named values, told by its value; the wheel never changes it by accident."""

    picked = Signal(object)

    def __init__(self, choices: list[tuple[str, object]]) -> None:
        """Offer (name, value) pairs."""
        super().__init__()
        self.offer(choices)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.activated.connect(self._tell)

    def wheelEvent(self, event) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def offer(self, choices: list[tuple[str, object]]) -> None:
        """Offer other (name, value) pairs, keeping the value chosen where it is among them."""
        kept = self.value()
        self.clear()
        for name, value in choices:
            self.addItem(name, value)
        self.choose(kept)

    def value(self) -> object:
        """Return the value chosen."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Show a value as chosen."""
        for index in range(self.count()):
            if self.itemData(index) == value:
                self.setCurrentIndex(index)

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.picked.emit(self.itemData(index))


class SearchField(Line):
    """A search that runs as one types; Escape empties it."""

    searched = Signal(str)

    def __init__(self, name: str, *, glass: bool = True) -> None:
        """Make an empty search; `name` says what is searched, a glass stands before it."""
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        if glass:
            self._glass = QAction(self)
            self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
            theme.current().changed.connect(self._tint)
            self._tint()
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)

    def keyPressEvent(self, event) -> None:
        """Empty the search on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tint(self) -> None:
        self._glass.setIcon(theme.icon("recherche", "muted", 16))

    @Slot()
    def _wait(self) -> None:
        self._timer.start()

    @Slot()
    def _tell(self) -> None:
        self.searched.emit(self.text())
