"""A question before something that cannot be undone."""

from PySide6.QtWidgets import QDialog, QWidget

from workbench.ui import theme
from workbench.ui.widgets.basics import Button, column, label, row


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
        whole = column(self, margins="xl", spacing="l")
        whole.addWidget(label(heading, "title"))
        whole.addWidget(label(sentence))
        whole.addStretch(1)
        whole.addLayout(row(None, self.go_ahead, cancel))
        self.resize(theme.current().px(480), theme.current().px(200))
