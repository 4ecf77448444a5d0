"""The person: names, contact, goal; written as soon as a field is left."""

from PySide6.QtCore import Slot

from workbench.domain import changes as c
from workbench.domain.dossier import Person
from workbench.ui import theme
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.widgets.basics import Card, row
from workbench.ui.widgets.fields import LongField, TextField, labelled
from workbench.ui.widgets.page import Page


class PersonScreen(Page):
    """Who the dossier belongs to."""

    def __init__(self, opened: OpenDossier) -> None:
        """Make the form over a dossier."""
        super().__init__(self.tr("Personne"), self.tr("Ce dossier lui appartient : elle peut tout relire."))
        self._open = opened
        self.first_name, self.last_name, self.contact = TextField(), TextField(), TextField()
        self.goal = LongField(4)
        for field in (self.first_name, self.last_name, self.contact):
            field.editingFinished.connect(self.leave)
        self.goal.left.connect(self.leave)
        card = Card(padding="xl", spacing="l")
        card.setMaximumWidth(theme.current().px(720))
        names = row(spacing="l")
        names.addLayout(labelled(self.tr("Prénom"), self.first_name))
        names.addLayout(labelled(self.tr("Nom"), self.last_name))
        card.column.addLayout(names)
        card.column.addLayout(
            labelled(self.tr("Contact"), self.contact, self.tr("Téléphone ou courriel, seulement si c’est utile."))
        )
        card.column.addLayout(
            labelled(self.tr("Ce que la personne souhaite"), self.goal, self.tr("Avec ses mots, si possible."))
        )
        self.body.addWidget(card)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show the person as described."""
        person = self._open.dossier.person
        for field, value in (
            (self.first_name, person.first_name),
            (self.last_name, person.last_name),
            (self.contact, person.contact),
            (self.goal, person.goal),
        ):
            if field.text() != value and not field.hasFocus():
                field.setText(value)

    @Slot()
    def leave(self) -> None:
        """Write what was changed."""
        written = Person(
            self.first_name.text().strip(),
            self.last_name.text().strip(),
            self.contact.text().strip(),
            self.goal.text().strip(),
        )
        if written != self._open.dossier.person:
            self._open.record(c.PersonDescribed(written))
