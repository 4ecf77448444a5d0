"""Another title for a story."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from workbench.ui.widgets.basics import Button, label, row
from workbench.ui.widgets.dialogs import dialog_column
from workbench.ui.widgets.fields import labelled


class RenameDialog(QDialog):
    """Asks for a title; `name` tells it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Make the form, with the title as it is chosen whole."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Renommer le récit"))
        self.field = QLineEdit(title)
        self.field.selectAll()
        self.field.textChanged.connect(self._allow)
        self.go = Button(self.tr("Renommer"), role="primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        cancel = Button(self.tr("Annuler"))
        cancel.clicked.connect(self.reject)
        whole = dialog_column(self, 480, 230)
        whole.addWidget(label(self.tr("Renommer le récit"), "title"))
        whole.addLayout(labelled(self.tr("Le moment raconté"), self.field))
        whole.addStretch(1)
        whole.addLayout(row(None, cancel, self.go))

    @property
    def name(self) -> str:
        """Return the title."""
        return self.field.text().strip()

    @Slot()
    def _allow(self) -> None:
        self.go.setEnabled(bool(self.name))
