"""A long text that may be a draft: it says so, until it is edited or confirmed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.vae_drafts import Written
from workbench.ui.widgets.basics import Button, column, label, row
from workbench.ui.widgets.fields import LongField, labelled


class DraftField(QWidget):
    """Emits what somebody wrote or confirmed; an empty text asks for the draft again."""

    said = Signal(str)

    def __init__(self, name: str, help_text: str = "", lines: int = 4) -> None:
        """Make an empty field of that name."""
        super().__init__()
        self._shown, self._baseline, self._key = Written("", is_draft=True), "", ""
        self.field = LongField(lines)
        self.field.left.connect(self.write)
        self.state = label("", "tag", wrap=False)
        self.confirm = Button(self.tr("Confirmer"), role="quiet", tip=self.tr("Ce brouillon est relu : le garder"))
        self.confirm.setAccessibleDescription(name)
        self.confirm.clicked.connect(self._confirm)
        self.again = Button(self.tr("Revenir au brouillon"), role="link", tip=self.tr("Ctrl+Z ramène ce texte"))
        self.again.setAccessibleDescription(name)
        self.again.clicked.connect(self._ask_draft)
        whole = column(self, spacing="xs")
        whole.addLayout(labelled(name, self.field, help_text))
        whole.addLayout(row(self.state, self.confirm, self.again, None))

    def show_text(self, written: Written, key: str) -> None:
        """Show a text; one that is being written is left alone while `key` stays."""
        if key != self._key or not (self.field.hasFocus() and self.is_edited):
            self.field.setText(written.text)
            self._baseline = self.field.text()
        self._shown, self._key = written, key
        has_draft = written.is_draft and bool(written.text)
        self.state.setText(self.tr("Brouillon à relire") if has_draft else self.tr("Relu"))
        self.state.setProperty("role", "attention" if has_draft else "tag")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setVisible(bool(written.text))
        self.confirm.setVisible(has_draft)
        self.again.setVisible(not written.is_draft)

    @property
    def is_edited(self) -> bool:
        """Say whether the text is no longer the one that was shown; Qt shows no-break spaces as spaces."""
        return self.field.text() != self._baseline

    @Slot()
    def write(self) -> None:
        """Emit the text if it was edited; a draft that was emptied comes back."""
        if not self.is_edited:
            return
        text = self.field.text().strip()
        self._baseline = self.field.text()
        if not text and self._shown.is_draft:
            self.show_text(self._shown, "")
        else:
            self.said.emit(text)

    @Slot()
    def _confirm(self) -> None:
        self.write()
        if self._shown.is_draft:
            self.said.emit(self._shown.text)

    @Slot()
    def _ask_draft(self) -> None:
        self.said.emit("")
