"""The person's other words for what she told, beside those of her story."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.widgets.basics import Button, column, label, row
from workbench.ui.widgets.fields import LongField


class _Words(LongField):
    """A field that Ctrl+Enter finishes, whatever these keys do elsewhere in the window."""

    finished = Signal()

    def event(self, event) -> bool:
        """Claim the keys before the menus do."""
        if event.type() == QEvent.Type.ShortcutOverride and _finishes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event) -> None:
        """Finish on Ctrl+Enter."""
        if _finishes(event):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


def _finishes(event) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class Rewording(QWidget):
    """A field in large type; emits the words to keep, or that nothing changes."""

    kept = Signal(str)
    left = Signal()
    opened = Signal()

    def __init__(self) -> None:
        """Make an empty field."""
        super().__init__()
        self._before = ""
        self.field = _Words(4)
        self.field.setObjectName("rewording")
        title = label(self.tr("Comment le diriez-vous ?"), "strong")
        title.setBuddy(self.field)
        self.field.setAccessibleName(self.tr("Comment le diriez-vous ?"))
        self._keep = Button(self.tr("Garder ces mots"), icon="coche", role="primary")
        self._keep.setToolTip(self.tr("Garder ces mots (Ctrl+Entrée)"))
        self.field.finished.connect(self.keep)
        self._cancel = Button(self.tr("Ne rien changer"))
        self._keep.clicked.connect(self.keep)
        self._cancel.clicked.connect(self.left)
        whole = column(self, spacing="s")
        whole.addWidget(title)
        whole.addWidget(self.field)
        whole.addLayout(row(self._keep, self._cancel, None))

    def begin(self, words: str) -> None:
        """Put the cursor behind the words to start from."""
        self._before = words
        self.field.setText(words)
        self.show()
        self.opened.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    @property
    def has_changed(self) -> bool:
        """Say whether other words were written."""
        return not self.isHidden() and self.field.text().strip() != self._before

    def keep(self) -> None:
        """Emit the words where they changed, else that nothing did."""
        if self.has_changed:
            self.kept.emit(" ".join(self.field.text().split()))
        else:
            self.left.emit()
