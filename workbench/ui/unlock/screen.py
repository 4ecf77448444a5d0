"""Opening the store with the passphrase or the recovery key."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit

from workbench.ui.widgets.basics import Button, label, row
from workbench.ui.widgets.fields import labelled
from workbench.ui.widgets.gate import GatePage


class UnlockPage(GatePage):
    """Asks for the secret; a wrong one is said in one sentence."""

    given = Signal(str)

    def __init__(self) -> None:
        """Make the form."""
        super().__init__(self.tr("Bonjour"), self.tr("Vos dossiers sont chiffrés sur cet ordinateur."))
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.returnPressed.connect(self._give)
        self._show = QCheckBox(self.tr("Montrer ce que j’écris"))
        self._show.toggled.connect(self._show_secret)
        self.error = label("", "error")
        self.error.hide()
        self.go = Button(self.tr("Ouvrir"), icon="cle", role="primary")
        self.go.clicked.connect(self._give)
        self.card.column.addLayout(
            labelled(self.tr("Phrase de passe"), self.secret, self.tr("Ou la clé de secours, si elle est oubliée."))
        )
        self.card.column.addWidget(self._show)
        self.card.column.addWidget(self.error)
        self.card.column.addLayout(row(None, self.go))

    def wait(self, *, waiting: bool) -> None:
        """Hold the form while the secret is tried."""
        self.go.setEnabled(not waiting)
        self.go.setText(self.tr("Ouverture…") if waiting else self.tr("Ouvrir"))

    def refuse(self, sentence: str) -> None:
        """Say why the store stays closed."""
        self.wait(waiting=False)
        self.error.setText(sentence)
        self.error.show()
        self.secret.selectAll()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _show_secret(self, shown: bool) -> None:  # noqa: FBT001  (a Qt signal has no keywords)
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    @Slot()
    def _give(self) -> None:
        if self.go.isEnabled() and self.secret.text():
            self.wait(waiting=True)
            self.given.emit(self.secret.text())
