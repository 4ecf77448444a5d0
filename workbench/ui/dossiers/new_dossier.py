"""The few lines that open a dossier."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from workbench.domain.dossier import Person
from workbench.services.trames import DEFAULT, Shelf
from workbench.ui.time_words import minutes_words
from workbench.ui.widgets.basics import Button, label, row
from workbench.ui.widgets.dialogs import dialog_column
from workbench.ui.widgets.fields import Choice, LongField, labelled


class NewDossierDialog(QDialog):
    """Asks for a name, a goal and a guide; `person` and `trame` tell the answers."""

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        """Make the form, with the usual guide chosen."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nouveau dossier"))
        self._shelf = shelf
        self.first_name, self.last_name, self.goal = QLineEdit(), QLineEdit(), LongField(2)
        self.first_name.setPlaceholderText(self.tr("Un prénom suffit"))
        self._trame = Choice([(t.title, t.id) for t in shelf.trames])
        self._trame.choose(DEFAULT)
        self._trame.picked.connect(self._explain_trame)
        self._purpose = label("", "small")
        self.create = Button(self.tr("Créer le dossier"), role="primary")
        self.create.setDefault(True)
        self.create.clicked.connect(self.accept)
        cancel = Button(self.tr("Annuler"))
        cancel.clicked.connect(self.reject)
        for field in (self.first_name, self.last_name):
            field.textChanged.connect(self._allow)
        self._lay_out(cancel)
        self._allow()
        self._explain_trame()

    @property
    def person(self) -> Person:
        """Return the person as described."""
        return Person(
            self.first_name.text().strip(), self.last_name.text().strip(), goal=self.goal.toPlainText().strip()
        )

    @property
    def trame(self) -> str:
        """Return the identifier of the guide chosen."""
        return str(self._trame.value())

    def _lay_out(self, cancel: Button) -> None:
        whole = dialog_column(self, 540, 470)
        whole.addWidget(label(self.tr("Nouveau dossier"), "title"))
        names = row(spacing="m")
        names.addLayout(labelled(self.tr("Prénom"), self.first_name))
        names.addLayout(labelled(self.tr("Nom"), self.last_name))
        whole.addLayout(names)
        whole.addLayout(
            labelled(self.tr("Ce que la personne souhaite"), self.goal, self.tr("Avec ses mots, si possible."))
        )
        whole.addLayout(labelled(self.tr("Trame d’entretien"), self._trame))
        whole.addWidget(self._purpose)
        whole.addStretch(1)
        whole.addLayout(row(None, cancel, self.create))

    @Slot()
    def _allow(self) -> None:
        self.create.setEnabled(bool(self.first_name.text().strip() or self.last_name.text().strip()))

    @Slot()
    def _explain_trame(self) -> None:
        chosen = self._shelf.get(self.trame)
        words = self.tr("{0} {1} étapes, {2}.")
        self._purpose.setText(words.format(chosen.purpose, len(chosen.steps), minutes_words(chosen.minutes)))
