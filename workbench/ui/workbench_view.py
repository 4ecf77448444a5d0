"""The workbench once the store is open: the rail, the rooms, and the sections of the dossier on screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from workbench.domain import changes as c
from workbench.domain.dossier import DossierSummary, Person
from workbench.domain.local_examples import LocalExample
from workbench.domain.referential import Fiche
from workbench.errors import EtabliError, UnreadableFileError
from workbench.services.session import DossierSession, create_dossier
from workbench.ui import theme
from workbench.ui.cutting.line import CutLines
from workbench.ui.dossier_pages import DossierPages
from workbench.ui.dossiers.new_dossier import NewDossierDialog
from workbench.ui.dossiers.screen import DossiersScreen
from workbench.ui.examples.screen import ExamplesScreen
from workbench.ui.learning import Learning
from workbench.ui.navigation import Rail
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.preferences import Preferences
from workbench.ui.referentials.screen import ReferentialsScreen
from workbench.ui.relances.screen import RelancesScreen
from workbench.ui.settings.screen import SettingsScreen
from workbench.ui.tasks import Analyst, Tasks
from workbench.ui.trames.guides import Guides
from workbench.ui.trames.screen import TramesScreen
from workbench.ui.use_cases import Stores, UseCases
from workbench.ui.verification.screen import VerificationScreen
from workbench.ui.widgets.basics import row
from workbench.ui.widgets.confirm import ConfirmDialog
from workbench.ui.widgets.focus import focus_inside, has_focus
from workbench.ui.widgets.page import Page
from workbench.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from workbench.services.relances import Bank

NARROW_BELOW = 1100
_WITHOUT_RAIL = {"lecture"}
"""Rooms that the person reads: nothing of the desk beside them."""


class WorkbenchView(QWidget):
    """Brings up rooms and sections, and holds the dossier that is open."""

    said = Signal(str)
    failed = Signal(object)
    saved = Signal()
    dossier_changed = Signal()

    def __init__(
        self, stores: Stores, use_cases: UseCases, tasks: Tasks, analyst: Analyst, preferences: Preferences
    ) -> None:
        """Make the rooms over an open store and catalogue."""
        super().__init__()
        self._journal, self._catalogue, self._use_cases = stores.journal, stores.catalogue, use_cases
        self._tasks, self._analyst, self._preferences = tasks, analyst, preferences
        self.guides = Guides(use_cases, self)
        self.opened: OpenDossier | None = None
        self.sections: DossierPages | None = None
        self._story_waits = False
        self.room = ""
        self.rail = Rail()
        self.dossiers = DossiersScreen(stores.journal)
        self.referentials = ReferentialsScreen(stores.catalogue, tasks, use_cases)
        self.cut_lines = CutLines(stores.catalogue, tasks, use_cases, preferences, self.referentials.detail)
        self.learning = Learning(stores.journal, tasks, analyst, self)
        self.examples = ExamplesScreen(stores.journal, self.learning, tasks, analyst, use_cases)
        self.trames = TramesScreen(self.guides)
        self.relances = RelancesScreen(use_cases)
        self._has_bank = False
        self.verification = VerificationScreen(stores.journal, tasks, use_cases)
        self.settings = SettingsScreen(preferences, use_cases, tasks)
        self._rooms: dict[str, Page] = {
            "dossiers": self.dossiers,
            "referentiels": self.referentials,
            "exemples": self.examples,
            "trames": self.trames,
            "relances": self.relances,
            "verification": self.verification,
            "reglages": self.settings,
        }
        self.stack = QStackedWidget()
        for page in self._rooms.values():
            self.stack.addWidget(page)
        line = row(self.rail, Tall(self.stack), spacing="xs")
        line.setSpacing(0)
        line.setStretch(1, 1)
        self.setLayout(line)
        self._connect()
        self.go("dossiers")

    @property
    def lasting_room(self) -> str:
        """Return the name of the room on screen, or nothing where it is a section of a dossier."""
        return self.room if self.room in self._rooms else ""

    def summaries(self) -> tuple[DossierSummary, ...]:
        """Return the dossiers of the store; any thread may call it."""
        return self._journal.summaries()

    def show_competence(self, code: str) -> None:
        """Bring up what the open dossier shows of a competence."""
        self.go("reconnaissance")
        self.sections.recognition.show_competence(code)

    @Slot(str)
    def go(self, room: str) -> None:
        """Bring up a room or a section by its name."""
        page = self._rooms.get(room)
        if page is None:
            if self.sections is None:
                return
            page = self.sections.page(room)
        self.room = room
        self._bring_up(page)
        self.rail.choose(room)
        self.rail.setVisible(room not in _WITHOUT_RAIL)

    def open_session(self, session: DossierSession, room: str = "entretien") -> None:
        """Put a dossier on screen, unless what is under way in another cannot be written."""
        if not self.close_dossier():
            return
        self.opened = OpenDossier(session, self._tasks, self)
        self.sections = DossierPages(
            self.opened, self.guides, self._tasks, self._analyst, self._use_cases, self._catalogue
        )
        self.sections.made_one.connect(self._house)
        self.opened.changed.connect(self._refresh)
        self.opened.typed.connect(self.dossier_changed)
        self.opened.saved.connect(self.saved)
        self.opened.failed.connect(self.failed)
        self.sections.room_wanted.connect(self._lead)
        self.sections.removal_wanted.connect(self._confirm_removal)
        self.sections.fiche_wanted.connect(self._add_fiche)
        self.sections.reading_wanted.connect(self._read_fiche)
        self.sections.said.connect(self.said)
        self.sections.failed.connect(self.failed)
        self.learning.follow(self.opened)
        self.learning.taught.connect(self.sections.taught)
        self._show_owner()
        if not self._has_bank:
            self._tasks.run(self._use_cases.load_bank, on_done=self._note_bank, on_failed=self.failed.emit)
        self.go(room)

    def _note_bank(self, bank: "Bank") -> None:
        """Say what is wrong with the organisation's questions, once: those that are shipped serve meanwhile."""
        self._has_bank = True
        if bank.broken:
            self.failed.emit(UnreadableFileError(bank.broken))

    def close_dossier(self, *, even_unwritten: bool = False) -> bool:
        """Put the dossier away and return True, or False if what is under way cannot be written."""
        if self.opened is None:
            return True
        if not self.opened.could_write(self._write_under_way) and not even_unwritten:
            return False
        self.stack.setCurrentWidget(self.dossiers)
        self.sections.close(self.stack)
        self.opened.close()
        self.opened.deleteLater()
        self.opened = self.sections = None
        self._story_waits = False
        self.learning.follow(None)
        self._show_owner()
        return True

    def _write_under_way(self) -> None:
        self._current().leave()
        interview = self.sections.made("entretien")
        if interview is not None:
            interview.timing.suspend()

    @Slot(object)
    def _house(self, page: Page) -> None:
        self.stack.addWidget(page)

    @Slot()
    def new_dossier(self) -> None:
        """Ask for a person and open a dossier."""
        dialog = NewDossierDialog(self.guides.shelf, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.create_dossier(dialog.person, dialog.trame)

    def create_dossier(self, person: Person, trame: str) -> None:
        """Open a new dossier for a person."""
        self.open_session(create_dossier(self._journal, person, counsellor=self._preferences.counsellor, trame=trame))

    @Slot()
    def open_example(self) -> None:
        """Write the example dossier and open it."""
        self.open_session(self._write_example())

    @Slot()
    def open_example_soon(self) -> None:
        """Write the example dossier in another thread, then open it."""
        self._tasks.run(self._write_example, on_done=self.open_session)

    def _write_example(self) -> DossierSession:
        return self._use_cases.add_example(self._journal, self._preferences.counsellor)

    @Slot(str)
    def open_dossier_soon(self, dossier_id: str) -> None:
        """Read the journal of a dossier in another thread, then open it: a long one takes most of a second."""
        if self.opened is not None and self.opened.dossier.id == dossier_id:
            self.go("entretien")
            return
        author = self._preferences.counsellor
        self._tasks.run(DossierSession, self._journal, dossier_id, author, on_done=self.open_session)

    def has_dossier(self, dossier_id: str) -> bool:
        """Say whether the store still has a dossier."""
        return any(summary.id == dossier_id for summary in self._journal.summaries())

    @Slot(str)
    def open_dossier(self, dossier_id: str) -> None:
        """Open a dossier of the list."""
        if self.opened is not None and self.opened.dossier.id == dossier_id:
            self.go("entretien")
        else:
            self.open_session(DossierSession(self._journal, dossier_id, self._preferences.counsellor))

    @Slot()
    def undo(self) -> None:
        """Take back the latest change of the dossier."""
        if self.opened is not None:
            self._current().leave()
            self.opened.undo()

    @Slot()
    def redo(self) -> None:
        """Bring back what was undone."""
        if self.opened is not None:
            self.opened.redo()

    def resizeEvent(self, event) -> None:
        """Narrow the rail where room is short."""
        super().resizeEvent(event)
        self._fit_rail()

    @Slot()
    def _fit_rail(self) -> None:
        self.rail.set_narrow(narrow=self.width() < NARROW_BELOW * theme.current().zoom)

    @Slot()
    def _name_organisation(self) -> None:
        self.guides.organisation = self._preferences.organisation

    def _connect(self) -> None:
        self._preferences.changed.connect(self._name_organisation)
        self._name_organisation()
        theme.current().changed.connect(self._fit_rail)
        self.rail.asked.connect(self._lead)
        self.dossiers.opened.connect(self.open_dossier_soon)
        self.dossiers.create_wanted.connect(self.new_dossier)
        self.dossiers.example_wanted.connect(self.open_example_soon)
        self.dossiers.erase_wanted.connect(self._confirm_erasure)
        self.referentials.fiche_wanted.connect(self._add_fiche)
        self.referentials.failed.connect(self.failed)
        self.cut_lines.failed.connect(self.failed)
        self.cut_lines.sharing.failed.connect(self.failed)
        self.cut_lines.sharing.said.connect(self.said)
        self.referentials.said.connect(self.said)
        self.learning.failed.connect(self.failed)
        self.guides.failed.connect(self.failed)
        self.relances.failed.connect(self.failed)
        self.trames.said.connect(self.said)
        self.examples.withdrawal_wanted.connect(self._set_withdrawn)
        self.examples.failed.connect(self.failed)
        self.examples.said.connect(self.said)
        self.verification.failed.connect(self.failed)
        self.verification.said.connect(self.said)

    @Slot(str)
    def _lead(self, room: str) -> None:
        """Go where a section leads; a story that lacks a referential is come back to once it is chosen."""
        self._story_waits = room == "referentiels" and self.room == "recit"
        self.go(room)
        if room == "trames" and self.opened is not None:
            self.trames.show_trame(self.opened.dossier.trame)

    def _current(self) -> Page:
        return self.stack.currentWidget()

    def _bring_up(self, page: Page) -> None:
        before = self._current()
        if page is not before:
            before.leave()
            if self.opened is not None:
                self.opened.flush()
        if page is self.referentials:
            self.referentials.show_dossier(tuple(self.opened.dossier.fiches) if self.opened else None)
        page.refresh()
        self.stack.setCurrentWidget(page)
        if page is not before and not has_focus(self.rail):
            focus_inside(page)
        self.dossier_changed.emit()

    def _show_owner(self) -> None:
        name = self.opened.dossier.person.name if self.opened else ""
        self.rail.show_dossier(name or (self.tr("Sans nom") if self.opened else ""))
        self.dossier_changed.emit()

    @Slot()
    def _refresh(self) -> None:
        self._current().refresh()
        if self._current() is self.referentials:
            self.referentials.show_dossier(tuple(self.opened.dossier.fiches))
        self._show_owner()

    @Slot(object, bool)
    def _set_withdrawn(self, example: LocalExample, withdrawn: bool) -> None:  # noqa: FBT001  (a Qt signal has no keywords)
        if self.opened is not None and self.opened.dossier.id == example.dossier_id:
            self.opened.record(c.ExampleWithdrawn(example.id) if withdrawn else c.ExampleRestored(example.id))
            return
        try:
            self._use_cases.set_withdrawn(self._journal, example, self._preferences.counsellor, withdrawn)
        except EtabliError as error:
            self.failed.emit(error)
        self.learning.read_again()

    @Slot(str)
    def _read_fiche(self, code: str) -> None:
        """Bring up a fiche of the catalogue, found by its number."""
        self.referentials.search.setText(code)
        self._lead("referentiels")

    @Slot(object)
    def _add_fiche(self, fiche: Fiche) -> None:
        if self.opened is None:
            return
        if self.opened.record(c.FicheAdded(fiche)):
            self.said.emit(self.tr("« {0} » est dans le dossier.").format(fiche.title))
        if self._story_waits:
            self._story_waits = False
            self.sections.open_recit(self.sections.recit.shows)

    @Slot(str, str)
    def _confirm_erasure(self, dossier_id: str, name: str) -> None:
        dialog = ConfirmDialog(
            self.tr("Effacer le dossier de {0} ?").format(name or self.tr("cette personne")),
            self.tr("Ses récits et ses preuves disparaîtront de cet ordinateur. Cela ne peut pas être annulé."),
            self.tr("Effacer pour toujours"),
            self,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.erase(dossier_id)

    def erase(self, dossier_id: str) -> None:
        """Remove a dossier from the disk."""
        if self.opened is not None and self.opened.dossier.id == dossier_id:
            self.close_dossier(even_unwritten=True)
        self._journal.erase(dossier_id)
        self.learning.read_again()
        self.dossiers.refresh()
        self.said.emit(self.tr("Dossier effacé."))

    @Slot(str, object)
    def _confirm_removal(self, sentence: str, change: c.Change) -> None:
        dialog = ConfirmDialog(self.tr("Retirer du dossier ?"), sentence, self.tr("Retirer"), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.opened.record(change)
