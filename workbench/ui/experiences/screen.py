"""The experiences: their list, and the form of the one chosen."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from workbench.domain import changes as c
from workbench.domain.dossier import Experience
from workbench.services.session import new_id
from workbench.ui.experiences.attachments import AttachmentsPanel
from workbench.ui.experiences.form import ExperienceForm
from workbench.ui.experiences.life_line import LifeLineView
from workbench.ui.experiences.rows import card_row
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Split
from workbench.ui.widgets.card_list import CardList
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page


class ExperiencesScreen(Page):
    """What the person did, with or without a contract."""

    recit_wanted = Signal(str)
    removal_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, opened: OpenDossier, tasks: Tasks, use_cases: UseCases) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("Expériences"),
            self.tr("Emplois, coups de main, proches aidés, passions : tout compte."),
            scrolls=False,
        )
        self._open = opened
        self._new = Button(self.tr("Ajouter une expérience"), icon="plus", role="primary", key="Ctrl+Shift+E")
        self._new.clicked.connect(self.add)
        self.line_button = Button(self.tr("Ligne de vie"), icon="ligne-de-vie", key="Ctrl+Shift+L")
        self.line_button.setCheckable(True)
        self.line_button.toggled.connect(self._show_line)
        self.actions.addWidget(self.line_button)
        self.actions.addWidget(self._new)
        self.list = CardList(self.tr("Expériences"))
        self.list.chosen.connect(self.choose)
        self.attachments = AttachmentsPanel(opened, tasks, use_cases)
        self.attachments.failed.connect(self.failed)
        self.form = ExperienceForm(self.attachments)
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
        self._split = Split(self.list, self.form, (380, 620), (230, 320))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)

    @cached_property
    def life_line(self) -> LifeLineView:
        """Make the life line the first time that it is wanted."""
        view = LifeLineView()
        view.opened.connect(self._open_from_line)
        self._stack.addWidget(view)
        return view

    def refresh(self) -> None:
        """Show the experiences as they are."""
        dossier = self._open.dossier
        self.line_button.setEnabled(bool(dossier.experiences))
        self.list.show_rows([card_row(e) for e in dossier.experiences.values()])
        if not self.list.chosen_key():
            self.list.choose_first()
        shown = dossier.experiences.get(self.list.chosen_key())
        if shown is not None:
            self.form.show_experience(shown)
        self._bring_up()

    def _bring_up(self) -> None:
        experiences = list(self._open.dossier.experiences.values())
        is_line = self.line_button.isChecked()
        if is_line:
            self.life_line.show_experiences(experiences, self.list.chosen_key())
        shown = self._empty if not experiences else self.life_line if is_line else self._split
        self._stack.setCurrentWidget(shown)

    @Slot()
    def _show_line(self) -> None:
        self.form.write()
        self._bring_up()
        if self.line_button.isChecked():
            self.life_line.take_focus()

    @Slot(str)
    def _open_from_line(self, experience_id: str) -> None:
        self.line_button.setChecked(False)
        self.list.choose(experience_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of the files that were opened."""
        self.attachments.forget()

    @Slot()
    def leave(self) -> None:
        """Write what was changed in the form."""
        self.form.write()

    @Slot()
    def add(self) -> None:
        """Add an experience and put the cursor in its title."""
        experience = Experience(new_id(), self.tr("Nouvelle expérience"))
        if self._open.record(c.ExperienceWritten(experience)):
            self.line_button.setChecked(False)
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
