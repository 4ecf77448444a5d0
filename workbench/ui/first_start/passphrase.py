"""Choosing the passphrase that protects every dossier."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from workbench.ui.widgets.basics import Button, Icon, label, row
from workbench.ui.widgets.fields import labelled
from workbench.ui.widgets.gate import GatePage

SHORTEST, GOOD, STRONG = 8, 14, 20


class PassphrasePage(GatePage):
    """Asks for the passphrase twice, and for the name of who sits at the desk."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        """Make the form."""
        super().__init__(
            self.tr("Bienvenue"),
            self.tr(
                "Ce que les personnes racontent reste sur cet ordinateur, chiffré. "
                "Choisissez la phrase de passe qui ouvrira vos dossiers : personne d’autre ne la connaît."
            ),
        )
        self.counsellor, self.first, self.second = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._advise)
        self.counsellor.setPlaceholderText(self.tr("Prénom Nom"))
        self._advice = label("", "small")
        self.go = Button(self.tr("Protéger mes dossiers"), icon="cle", role="primary")
        self.go.clicked.connect(self._choose)
        self.second.returnPressed.connect(self._choose)
        add = self.card.column.addLayout
        add(
            labelled(
                self.tr("Votre nom"),
                self.counsellor,
                self.tr("Il figurera sur les documents et dans l’historique des dossiers."),
            )
        )
        add(
            labelled(
                self.tr("Phrase de passe"),
                self.first,
                self.tr("Quatre ou cinq mots sans rapport : longue, et facile à retenir."),
            )
        )
        add(labelled(self.tr("Encore une fois"), self.second))
        self._sign = Icon("attention", "warning", 16)
        line = row(self._sign, self._advice)
        line.setStretch(1, 1)
        add(line)
        add(row(None, self.go))
        self._advise()

    def wait(self, *, waiting: bool) -> None:
        """Hold the form while the key is made."""
        self.go.setEnabled(not waiting)
        self.go.setText(self.tr("Chiffrement…") if waiting else self.tr("Protéger mes dossiers"))

    @Slot()
    def _advise(self) -> None:
        first, second = self.first.text(), self.second.text()
        fits = len(first) >= SHORTEST and first == second
        self.go.setEnabled(fits)
        self._sign.setVisible(bool(first) and not fits)
        self._advice.setText(self._advice_words(first, second))

    def _advice_words(self, first: str, second: str) -> str:
        if len(first) < SHORTEST:
            return self.tr("Au moins {0} caractères.").format(SHORTEST)
        if second and first != second:
            return self.tr("Les deux phrases ne sont pas les mêmes.")
        if len(first) < GOOD:
            return self.tr("Suffisant, mais court : un mot de plus la rendrait bien plus sûre.")
        return self.tr("Bonne longueur.") if len(first) < STRONG else self.tr("Très bonne longueur.")

    @Slot()
    def _choose(self) -> None:
        if self.go.isEnabled():
            self.chosen.emit(self.first.text(), self.counsellor.text().strip())
