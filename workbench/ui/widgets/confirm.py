"""A question before something that cannot be undone."""

from PySide6.QtWidgets import QDialog, QWidget

from workbench.ui.widgets.basics import Button, label, row
from workbench.ui.widgets.dialogs import dialog_column


class ConfirmDialog(QDialog):
    """Names what is about to happen; the way out is the default."""

    def __init__(self, heading: str, sentence: str, action: str, parent: QWidget | None = None) -> None:
        """Ask; `action` names the button that goes ahead."""
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.go_ahead = Button(action, role="danger")
        self.go_ahead.setAutoDefault(False)
        self.go_ahead.clicked.connect(self.accept)
        cancel = Button(self.tr("Annuler"))
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        whole = dialog_column(self, 480, 200)
        whole.addWidget(label(heading, "title"))
        whole.addWidget(label(sentence))
        whole.addStretch(1)
        whole.addLayout(row(None, self.go_ahead, cancel))
