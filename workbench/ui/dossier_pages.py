"""The sections of one open dossier, and how they lead to one another."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier
from workbench.domain.positions import Span
from workbench.errors import EtabliError
from workbench.services.ports import Catalogue
from workbench.services.succession import Succession
from workbench.ui.certifications.screen import CertificationsScreen
from workbench.ui.documents.screen import DocumentsScreen
from workbench.ui.experiences.screen import ExperiencesScreen
from workbench.ui.follow_up.screen import FollowUpScreen
from workbench.ui.handover.handed_screen import HandedScreen
from workbench.ui.handover.screen import HandoverScreen
from workbench.ui.history.screen import HistoryScreen
from workbench.ui.interview.screen import InterviewScreen
from workbench.ui.migration.screen import MigrationScreen
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.person.screen import PersonScreen
from workbench.ui.positioning.screen import PositioningScreen
from workbench.ui.reading.screen import ReadingScreen
from workbench.ui.recit.importing import StoryImport
from workbench.ui.recit.list_screen import RecitsScreen
from workbench.ui.recit.screen import RecitScreen
from workbench.ui.recognition.screen import RecognitionScreen
from workbench.ui.tasks import Analyst, Tasks
from workbench.ui.trames.guides import Guides
from workbench.ui.use_cases import UseCases
from workbench.ui.vae.screen import VaeScreen
from workbench.ui.widgets.page import Page

_SECTIONS = {
    "entretien": "interview",
    "personne": "person",
    "experiences": "experiences",
    "recits": "recits",
    "recit": "recit",
    "reconnaissance": "recognition",
    "lecture": "reading",
    "migration": "migration",
    "certifications": "certifications",
    "positionnement": "positioning",
    "vae": "vae",
    "documents": "documents",
    "remise": "handover",
    "remis": "handed",
    "suivi": "follow_up",
    "historique": "history",
}
"""The attribute of each section, by the name of its room."""

Screen = TypeVar("Screen", bound=Page)


class DossierPages(QObject):
    """Makes each section the first time it is wanted, and turns what it asks for into rooms and changes."""

    room_wanted = Signal(str)
    removal_wanted = Signal(str, object)
    fiche_wanted = Signal(object)
    reading_wanted = Signal(str)
    said = Signal(str)
    failed = Signal(object)
    taught = Signal()
    made_one = Signal(object)

    def __init__(
        self,
        opened: OpenDossier,
        guides: Guides,
        tasks: Tasks,
        analyst: Analyst,
        use_cases: UseCases,
        catalogue: Catalogue,
    ) -> None:
        """Follow a dossier; its sections are made as they are asked for."""
        super().__init__(opened)
        self._open, self._guides = opened, guides
        self._tasks, self._analyst = tasks, analyst
        self._use_cases, self._catalogue = use_cases, catalogue
        self._made: dict[str, Page] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name of every section, made or not."""
        return tuple(_SECTIONS)

    def page(self, room: str) -> Page:
        """Return the section of that name, made on the first call."""
        return getattr(self, _SECTIONS[room])

    def made(self, room: str) -> Page | None:
        """Return the section of that name if it was shown already."""
        return self._made.get(room)

    def close(self, stack: QStackedWidget) -> None:
        """Take the sections out of the window."""
        if "documents" in self._made:
            self.documents.forget()
        if "experiences" in self._made:
            self.experiences.forget()
        if "certifications" in self._made:
            self.certifications.comparing.stop()
        for page in self._made.values():
            stack.removeWidget(page)
            page.deleteLater()

    @cached_property
    def interview(self) -> InterviewScreen:
        """Make the guide of the interview."""
        screen = InterviewScreen(self._open, self._guides)
        screen.room_wanted.connect(self.room_wanted)
        return self._keep("entretien", screen)

    @cached_property
    def person(self) -> PersonScreen:
        """Make the person's screen."""
        return self._keep("personne", PersonScreen(self._open))

    @cached_property
    def experiences(self) -> ExperiencesScreen:
        """Make the experiences."""
        screen = ExperiencesScreen(self._open, self._tasks, self._use_cases)
        screen.failed.connect(self.failed)
        screen.recit_wanted.connect(self._tell)
        screen.removal_wanted.connect(self._ask_experience_removal)
        return self._keep("experiences", screen)

    @cached_property
    def recits(self) -> RecitsScreen:
        """Make the list of stories."""
        screen = RecitsScreen(self._open, StoryImport(self._tasks, self._use_cases, self._open))
        screen.opened.connect(self.open_recit)
        screen.bringing.failed.connect(self.failed)
        screen.experiences_wanted.connect(self._to_experiences)
        return self._keep("recits", screen)

    @cached_property
    def recit(self) -> RecitScreen:
        """Make the story."""
        screen = RecitScreen(self._analyst, self._use_cases)
        screen.back_wanted.connect(self._to_recits)
        screen.removal_wanted.connect(self._ask_recit_removal)
        screen.referential_wanted.connect(self._to_referentials)
        self.taught.connect(screen.ask_again)
        return self._keep("recit", screen)

    @cached_property
    def recognition(self) -> RecognitionScreen:
        """Make what the stories show."""
        screen = RecognitionScreen(self._open, self._successions)
        screen.referential_wanted.connect(self._to_referentials)
        screen.passage_wanted.connect(self.open_passage)
        screen.removal_wanted.connect(self._ask_fiche_removal)
        screen.migration_wanted.connect(self._compare)
        screen.reading_wanted.connect(self._to_reading)
        return self._keep("reconnaissance", screen)

    @cached_property
    def reading(self) -> ReadingScreen:
        """Make what the person reads."""
        screen = ReadingScreen(self._open)
        screen.recognition_wanted.connect(self._to_recognition)
        return self._keep("lecture", screen)

    @cached_property
    def migration(self) -> MigrationScreen:
        """Make the comparison of a fiche with its successor."""
        screen = MigrationScreen(self._open, self._analyst)
        screen.back_wanted.connect(self._to_recognition)
        screen.applied.connect(self._tell_migrated)
        return self._keep("migration", screen)

    @cached_property
    def certifications(self) -> CertificationsScreen:
        """Make the comparison with the whole catalogue."""
        screen = CertificationsScreen(self._open, self._analyst, self._use_cases)
        screen.fiche_wanted.connect(self.fiche_wanted)
        screen.reading_wanted.connect(self.reading_wanted)
        screen.passage_wanted.connect(self.open_place)
        screen.recits_wanted.connect(self._to_recits)
        return self._keep("certifications", screen)

    @cached_property
    def positioning(self) -> PositioningScreen:
        """Make the positioning."""
        screen = PositioningScreen(self._open)
        screen.referential_wanted.connect(self._to_referentials)
        screen.report_wanted.connect(self._show_report)
        return self._keep("positionnement", screen)

    @cached_property
    def vae(self) -> VaeScreen:
        """Make what a VAE asks."""
        screen = VaeScreen(self._open)
        screen.room_wanted.connect(self.room_wanted)
        screen.document_wanted.connect(self._show_document)
        return self._keep("vae", screen)

    @cached_property
    def documents(self) -> DocumentsScreen:
        """Make the documents."""
        screen = DocumentsScreen(self._open, self._guides, self._tasks, self._use_cases)
        screen.handover_wanted.connect(self._read_back)
        screen.handed_wanted.connect(self._to_handed)
        screen.failed.connect(self.failed)
        return self._keep("documents", screen)

    @cached_property
    def handover(self) -> HandoverScreen:
        """Make the reading back of a document before it is handed over."""
        screen = HandoverScreen(self._open, self._tasks, self._use_cases)
        screen.said.connect(self.said)
        screen.back_wanted.connect(self._to_documents)
        return self._keep("remise", screen)

    @cached_property
    def handed(self) -> HandedScreen:
        """Make what was handed over."""
        screen = HandedScreen(self._open)
        screen.back_wanted.connect(self._to_documents)
        return self._keep("remis", screen)

    @cached_property
    def follow_up(self) -> FollowUpScreen:
        """Make what is prepared for the next interview."""
        screen = FollowUpScreen(self._open, self._guides)
        screen.passage_wanted.connect(self.open_passage)
        screen.back_wanted.connect(self._to_interview)
        return self._keep("suivi", screen)

    @cached_property
    def history(self) -> HistoryScreen:
        """Make the history."""
        screen = HistoryScreen(self._open)
        screen.said.connect(self.said)
        return self._keep("historique", screen)

    def _keep(self, room: str, screen: Screen) -> Screen:
        self._made[room] = screen
        self.made_one.emit(screen)
        return screen

    @Slot(str)
    def open_recit(self, recit_id: str) -> None:
        """Bring up a story."""
        self.recit.show_recit(self._open, recit_id)
        self.room_wanted.emit("recit")

    @Slot(str)
    def open_passage(self, evidence_id: str) -> None:
        """Bring up a story where a passage was accepted."""
        evidence = self._open.dossier.evidence[evidence_id]
        self.open_place(evidence.recit_id, evidence.span)

    @Slot(str, object)
    def open_place(self, recit_id: str, span: Span) -> None:
        """Bring up a story at a place."""
        self.open_recit(recit_id)
        self.recit.go_to(span)

    @Slot(str, str, object)
    def _read_back(self, kind: str, form: str, wish: object) -> None:
        self.handover.begin(kind, form, wish)
        self.room_wanted.emit("remise")

    @Slot()
    def _to_documents(self) -> None:
        self.room_wanted.emit("documents")

    @Slot()
    def _to_handed(self) -> None:
        self.room_wanted.emit("remis")

    @Slot()
    def _to_interview(self) -> None:
        self.room_wanted.emit("entretien")

    @Slot()
    def _to_experiences(self) -> None:
        self.room_wanted.emit("experiences")

    @Slot()
    def _to_recits(self) -> None:
        self.room_wanted.emit("recits")

    @Slot()
    def _to_referentials(self) -> None:
        self.room_wanted.emit("referentiels")

    @Slot()
    def _to_recognition(self) -> None:
        self.room_wanted.emit("reconnaissance")

    @Slot()
    def _to_reading(self) -> None:
        self.room_wanted.emit("lecture")

    @Slot(str)
    def _show_report(self, fiche: str) -> None:
        self._show_document("positionnement", fiche)

    @Slot(str, str)
    def _show_document(self, kind: str, fiche: str) -> None:
        self.room_wanted.emit("documents")
        self.documents.show_kind(kind, fiche)

    @Slot(object)
    def _compare(self, succession: Succession) -> None:
        self.migration.show_succession(succession)
        self.room_wanted.emit("migration")

    @Slot(str)
    def _tell_migrated(self, sentence: str) -> None:
        self._to_recognition()
        self.said.emit(sentence)

    def _successions(self, dossier: Dossier) -> tuple[Succession, ...]:
        try:
            return self._use_cases.successions(dossier, self._catalogue)
        except EtabliError as error:
            self.failed.emit(error)
            return ()

    @Slot(str)
    def _tell(self, experience_id: str) -> None:
        dossier = self._open.dossier
        known = [r.id for r in dossier.recits.values() if r.experience_id == experience_id]
        if known:
            self.open_recit(known[-1])
        else:
            self.recits.start_recit(experience_id, dossier.experiences[experience_id].title)

    @Slot(str)
    def _ask_experience_removal(self, experience_id: str) -> None:
        title = self._open.dossier.experiences[experience_id].title
        sentence = self.tr("« {0} », ses récits et ce qui y fut accepté quittent le dossier. Ctrl+Z les ramène.")
        self.removal_wanted.emit(sentence.format(title), c.ExperienceRemoved(experience_id))

    @Slot(str)
    def _ask_recit_removal(self, recit_id: str) -> None:
        title = self._open.dossier.recits[recit_id].title
        sentence = self.tr("« {0} » et ce qui y fut accepté quittent le dossier. Ctrl+Z les ramène.")
        self.removal_wanted.emit(sentence.format(title), c.RecitRemoved(recit_id))

    @Slot(str)
    def _ask_fiche_removal(self, code: str) -> None:
        title = self._open.dossier.fiches[code].title
        sentence = self.tr("« {0} » quitte le dossier ; ce qui fut accepté attendra son retour.")
        self.removal_wanted.emit(sentence.format(title), c.FicheRemoved(code))
