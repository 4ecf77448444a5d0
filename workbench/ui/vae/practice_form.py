"""An example of practice: an experience told for a bloc, under five headings."""

from PySide6.QtCore import Signal, Slot

from workbench.domain.dossier import Dossier, Experience
from workbench.domain.referential import Bloc, Fiche
from workbench.domain.vae import Part, Practice
from workbench.domain.vae_changes import VaePracticeTold
from workbench.domain.vae_drafts import practice_text
from workbench.ui.vae.draft_field import DraftField
from workbench.ui.vae.words import part_words
from workbench.ui.widgets.basics import Card, label


class PracticeForm(Card):
    """The five headings, each drafted from the experience and its passages."""

    written = Signal(object)

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__(padding="xl", spacing="m")
        self._fiche, self._bloc, self._experience = "", "", ""
        self._title, self._of = label("", "heading"), label("", "muted")
        self.column.addWidget(self._title)
        self.column.addWidget(self._of)
        self.parts = {part: DraftField(*part_words(part), lines=8 if part is Part.TASKS else 3) for part in Part}
        for field in self.parts.values():
            field.said.connect(self._tell)
            self.column.addWidget(field)
        self.column.addStretch(1)

    def show_practice(self, dossier: Dossier, fiche: Fiche, bloc: Bloc, experience: Experience) -> None:
        """Show an example of a bloc."""
        self._fiche, self._bloc, self._experience = fiche.code, bloc.code, experience.id
        self._title.setText(experience.title or self.tr("Expérience sans titre"))
        self._of.setText(self.tr("Exemple pour « {0} »").format(bloc.title or bloc.code))
        for part, field in self.parts.items():
            practice = self._practice(part)
            field.show_text(practice_text(dossier, practice), f"{fiche.code} {bloc.code} {experience.id}")

    @Slot()
    def write(self) -> None:
        """Emit what was edited."""
        for field in self.parts.values():
            field.write()

    def _practice(self, part: Part) -> Practice:
        return Practice(self._fiche, self._bloc, self._experience, part)

    @Slot(str)
    def _tell(self, text: str) -> None:
        part = next(part for part, field in self.parts.items() if field is self.sender())
        self.written.emit(VaePracticeTold(self._practice(part), text))
