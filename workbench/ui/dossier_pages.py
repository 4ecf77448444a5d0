"""The sections of one open dossier, and how they lead to one another."""

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


class DossierPages(QObject):
    """Makes the sections and turns what they ask for into rooms and changes."""

    room_wanted = Signal(str)
    removal_wanted = Signal(str, object)
    fiche_wanted = Signal(object)
    reading_wanted = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        opened: OpenDossier,
        guides: Guides,
        tasks: Tasks,
        analyst: Analyst,
        use_cases: UseCases,
        catalogue: Catalogue,
    ) -> None:
        """Make the sections of a dossier."""
        super().__init__(opened)
        self._open, self._use_cases, self._catalogue = opened, use_cases, catalogue
        self.interview = InterviewScreen(opened, guides)
        self.person = PersonScreen(opened)
        self.experiences = ExperiencesScreen(opened)
        self.recits = RecitsScreen(opened, StoryImport(tasks, use_cases, opened))
        self.recit = RecitScreen(analyst, use_cases)
        self.recognition = RecognitionScreen(opened, self._successions)
        self.reading = ReadingScreen(opened)
        self.migration = MigrationScreen(opened, analyst)
        self.certifications = CertificationsScreen(opened, analyst, use_cases)
        self.positioning = PositioningScreen(opened)
        self.vae = VaeScreen(opened)
        self.documents = DocumentsScreen(opened, guides, tasks, use_cases)
        self.handover = HandoverScreen(opened, tasks, use_cases)
        self.handed = HandedScreen(opened)
        self.follow_up = FollowUpScreen(opened, guides)
        self.history = HistoryScreen(opened)
        self._rooms: dict[str, Page] = {
            "entretien": self.interview,
            "personne": self.person,
            "experiences": self.experiences,
            "recits": self.recits,
            "recit": self.recit,
            "reconnaissance": self.recognition,
            "lecture": self.reading,
            "migration": self.migration,
            "certifications": self.certifications,
            "positionnement": self.positioning,
            "vae": self.vae,
            "documents": self.documents,
            "remise": self.handover,
            "remis": self.handed,
            "suivi": self.follow_up,
            "historique": self.history,
        }
        self._connect()

    def page(self, room: str) -> Page:
        """Return the section of that name."""
        return self._rooms[room]

    def pages(self) -> tuple[Page, ...]:
        """Return every section."""
        return tuple(self._rooms.values())

    def close(self, stack: QStackedWidget) -> None:
        """Take the sections out of the window."""
        self.documents.forget()
        self.certifications.comparing.stop()
        for page in self.pages():
            stack.removeWidget(page)
            page.deleteLater()

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

    def _connect(self) -> None:
        self.interview.room_wanted.connect(self.room_wanted)
        self.recits.opened.connect(self.open_recit)
        self.recits.bringing.failed.connect(self.failed)
        self.recits.experiences_wanted.connect(self._to_experiences)
        self.experiences.recit_wanted.connect(self._tell)
        self.experiences.removal_wanted.connect(self._ask_experience_removal)
        self.recit.back_wanted.connect(self._to_recits)
        self.recit.removal_wanted.connect(self._ask_recit_removal)
        self.recit.referential_wanted.connect(self._to_referentials)
        self.recognition.referential_wanted.connect(self._to_referentials)
        self.recognition.passage_wanted.connect(self.open_passage)
        self.recognition.removal_wanted.connect(self._ask_fiche_removal)
        self.recognition.migration_wanted.connect(self._compare)
        self.recognition.reading_wanted.connect(self._to_reading)
        self.reading.recognition_wanted.connect(self._to_recognition)
        self.migration.back_wanted.connect(self._to_recognition)
        self.migration.applied.connect(self._tell_migrated)
        self.certifications.fiche_wanted.connect(self.fiche_wanted)
        self.certifications.reading_wanted.connect(self.reading_wanted)
        self.certifications.passage_wanted.connect(self.open_place)
        self.certifications.recits_wanted.connect(self._to_recits)
        self.positioning.referential_wanted.connect(self._to_referentials)
        self.positioning.report_wanted.connect(self._show_report)
        self.vae.room_wanted.connect(self.room_wanted)
        self.vae.document_wanted.connect(self._show_document)
        self.documents.handover_wanted.connect(self._read_back)
        self.documents.handed_wanted.connect(self._to_handed)
        self.handover.said.connect(self.said)
        self.handover.back_wanted.connect(self._to_documents)
        self.handed.back_wanted.connect(self._to_documents)
        self.documents.failed.connect(self.failed)
        self.follow_up.passage_wanted.connect(self.open_passage)
        self.follow_up.back_wanted.connect(self._to_interview)
        self.history.said.connect(self.said)

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
