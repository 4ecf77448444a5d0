"""The experiences: their list, and the form of the one chosen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from workbench.domain import changes as c
from workbench.domain.dossier import Experience
from workbench.services.session import new_id
from workbench.ui.experiences.form import ExperienceForm
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.widgets.basics import Button, Split
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page
from workbench.ui.words import kind_words


class ExperiencesScreen(Page):
    """What the person did, with or without a contract."""

    recit_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, opened: OpenDossier) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("Expériences"),
            self.tr("Emplois, coups de main, proches aidés, passions : tout compte."),
            scrolls=False,
        )
        self._open = opened
        self._new = Button(self.tr("Ajouter une expérience"), icon="plus", role="primary", key="Ctrl+E")
        self._new.clicked.connect(self.add)
        self.actions.addWidget(self._new)
        self.list = CardList(self.tr("Expériences"))
        self.list.chosen.connect(self.choose)
        self.form = ExperienceForm()
        self.form.written.connect(self._write)
        self.form.recit_wanted.connect(self.recit_wanted)
        self.form.removal_wanted.connect(self.removal_wanted)
        self._empty = EmptyState(
            "experiences",
            self.tr("Aucune expérience pour l’instant"),
            self.tr("« Qu’avez-vous fait, même sans contrat, même il y a longtemps ? »"),
            self.tr("Ajouter une première expérience"),
        )
        self._empty.acted.connect(self.add)
        self._split = Split(self.list, self.form, (380, 620), (230, 340))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Show the experiences as they are."""
        dossier = self._open.dossier
        self._stack.setCurrentWidget(self._split if dossier.experiences else self._empty)
        self.list.show_rows([_row(e) for e in dossier.experiences.values()])
        if not self.list.chosen_key():
            self.list.choose_first()
        shown = dossier.experiences.get(self.list.chosen_key())
        if shown is not None:
            self.form.show_experience(shown)

    @Slot()
    def leave(self) -> None:
        """Write what was changed in the form."""
        self.form.write()

    @Slot()
    def add(self) -> None:
        """Add an experience and put the cursor in its title."""
        experience = Experience(new_id(), self.tr("Nouvelle expérience"))
        if self._open.record(c.ExperienceWritten(experience)):
            self.refresh()
            self.list.choose(experience.id)
            self.form.show_experience(experience)
            self.form.begin()

    @Slot(str)
    def choose(self, experience_id: str) -> None:
        """Show one experience in the form."""
        self.form.write()
        self.form.show_experience(self._open.dossier.experiences[experience_id])

    @Slot(object)
    def _write(self, experience: Experience) -> None:
        if self._open.dossier.experiences.get(experience.id) not in (None, experience):
            self._open.record(c.ExperienceWritten(experience))


def _row(experience: Experience) -> CardRow:
    period = " – ".join(part for part in (experience.start, experience.end) if part)
    detail = " · ".join(part for part in (kind_words(experience.kind), period) if part)
    return CardRow(experience.id, experience.title, detail, icon="experiences")
