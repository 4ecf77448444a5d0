"""The recovery key: shown once, to be printed, copied or saved."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout

from workbench.files import write_atomically
from workbench.ui.widgets.basics import Button, label, row
from workbench.ui.widgets.gate import GatePage


class RecoveryPage(GatePage):
    """Shows the key, and goes on once it is said to be kept."""

    confirmed = Signal()

    def __init__(self, recovery_key: str) -> None:
        """Show a key."""
        super().__init__(
            self.tr("Votre clé de secours"),
            self.tr(
                "Si la phrase de passe est oubliée, seule cette clé rouvrira vos dossiers. "
                "Imprimez-la et rangez-la ailleurs que près de cet ordinateur : elle ne sera plus montrée."
            ),
        )
        self._key = recovery_key
        shown = label(recovery_key, "key")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(self.tr("Clé de secours"))
        self.card.column.addWidget(shown)
        self.card.column.addLayout(self._buttons())
        self._done = label("", "small")
        self.card.column.addWidget(self._done)
        self.noted = QCheckBox(self.tr("Je l’ai notée ou imprimée"))
        self.noted.toggled.connect(self._allow)
        self.card.column.addWidget(self.noted)
        self.go = Button(self.tr("Continuer"), icon="suite", role="primary")
        self.go.setEnabled(False)
        self.go.clicked.connect(self.confirmed)
        self.card.column.addLayout(row(None, self.go))

    def _buttons(self) -> QHBoxLayout:
        buttons = row()
        for text, icon, slot in (
            (self.tr("Imprimer…"), "imprimer", self._print),
            (self.tr("Copier"), "copier", self._copy),
            (self.tr("Enregistrer…"), "importer", self._save),
        ):
            button = Button(text, icon=icon)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        self.first_button = buttons.itemAt(0).widget()
        buttons.addStretch(1)
        return buttons

    @Slot(bool)
    def _allow(self, noted: bool) -> None:  # noqa: FBT001  (a Qt signal has no keywords)
        self.go.setEnabled(noted)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        self._done.setText(self.tr("Clé copiée : collez-la dans un document à imprimer."))

    @Slot()
    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setPlainText(self._sheet())
            document.print_(printer)
            self._done.setText(self.tr("Clé envoyée à l’imprimante."))

    @Slot()
    def _save(self) -> None:
        start = str(Path.home() / self.tr("Clé de secours Établi.txt"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Enregistrer la clé"), start, self.tr("Texte (*.txt)"))
        if chosen:
            write_atomically(Path(chosen), self._sheet().encode("utf-8"))
            self._done.setText(self.tr("Clé enregistrée dans « {0} ».").format(Path(chosen).name))

    def _sheet(self) -> str:
        return self.tr("Établi — clé de secours\n\n{0}\n\nÀ ranger ailleurs que près de l’ordinateur.\n").format(
            self._key
        )
