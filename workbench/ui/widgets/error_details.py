"""What is shown for a bug: a sentence, and the details to copy."""

import traceback

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from workbench.ui.widgets.basics import Button, label, row
from workbench.ui.widgets.dialogs import dialog_column


class BugDialog(QDialog):
    """Says that something unforeseen happened."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        """Show an error."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Une erreur imprévue"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = "".join(traceback.format_exception(error))
        shown = QPlainTextEdit(self._details)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Détails de l’erreur"))
        copy = Button(self.tr("Copier les détails"), icon="copier")
        copy.clicked.connect(self._copy)
        close = Button(self.tr("Continuer"), role="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        whole = dialog_column(self, 620, 420, spacing="m")
        whole.addWidget(label(self.tr("Une erreur imprévue"), "title"))
        whole.addWidget(
            label(self.tr("Ce qui était enregistré est intact. Copiez ces détails pour nous aider à la corriger."))
        )
        whole.addWidget(shown, 1)
        whole.addLayout(row(copy, None, close))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
