"""The first choice: look at the example, or begin."""

from PySide6.QtCore import Signal

from workbench.ui.widgets.basics import Button, label
from workbench.ui.widgets.gate import GatePage


class FirstChoicePage(GatePage):
    """Offers the example dossier or a first dossier."""

    example_wanted = Signal()
    create_wanted = Signal()

    def __init__(self) -> None:
        """Make the two offers."""
        super().__init__(
            self.tr("Tout est prêt"),
            self.tr("Découvrez Établi avec une personne inventée, en cinq minutes, ou commencez avec quelqu’un."),
        )
        self.example = Button(self.tr("Ouvrir le dossier d’exemple"), icon="dossiers", role="primary")
        create = Button(self.tr("Créer un premier dossier"), icon="plus")
        self.example.clicked.connect(self.example_wanted)
        create.clicked.connect(self.create_wanted)
        self.card.column.addWidget(self.example)
        self.card.column.addWidget(create)
        self.card.column.addWidget(label(self.tr("L’exemple s’efface comme n’importe quel dossier."), "small"))
