"""The documents that a dossier becomes: a list at the left, the chosen one as it prints, the ways to hand it over."""

import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from workbench.documents.layout import USUAL
from workbench.documents.registry import KINDS, DocumentKind, Wish
from workbench.errors import EtabliError
from workbench.ui.documents.choice import DocumentChoice
from workbench.ui.documents.printing import PAPER
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Tasks
from workbench.ui.trames.guides import Guides
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Split
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page


class DocumentsScreen(Page):
    """Writes the document chosen in a thread each time the dossier changed, and shows it; it is read back to leave."""

    handover_wanted = Signal(str, str, object)
    handed_wanted = Signal()
    failed = Signal(object)
    previewed = Signal()

    def __init__(self, opened: OpenDossier, guides: Guides, tasks: Tasks, use_cases: UseCases) -> None:
        """Make the screen over a dossier; `guides` holds the one that its answers belong to."""
        super().__init__(
            self.tr("Documents"),
            self.tr("Ce que la personne emporte ou remet. Chacun dit ce qu’il est, et ce qu’il n’est pas."),
            scrolls=False,
        )
        self._open, self._guides, self._tasks, self._use_cases = opened, guides, tasks, use_cases
        self._asked: tuple | None = None
        self._layout = USUAL
        self._folder = tempfile.TemporaryDirectory(prefix="etabli-")
        self.choice = DocumentChoice()
        self.choice.changed.connect(self.refresh)
        self._pdf = Button(self.tr("Enregistrer en PDF…"), icon="documents", role="primary", key="Ctrl+S")
        self._pdf.clicked.connect(self._hand_pdf)
        self.others = Button(
            self.tr("Autres formats"), tip=self.tr("Word, et les données que d’autres logiciels lisent")
        )
        self.others.setMenu(QMenu(self))
        handed = Button(self.tr("Documents remis"), tip=self.tr("Ce qui est parti, vers qui, et les accords donnés"))
        handed.clicked.connect(self.handed_wanted)
        self.actions.addWidget(handed)
        self.print_button = Button(self.tr("Imprimer…"), key="Ctrl+P")
        self.print_button.clicked.connect(self._hand_paper)
        self.actions.addWidget(self.print_button)
        self.actions.addWidget(self.others)
        self.actions.addWidget(self._pdf)
        self.document = QPdfDocument(self)
        self.body.addWidget(Split(self.choice, self._preview(), (300, 620), (230, 320)), 1)
        self._fill_menu()

    @property
    def kind(self) -> DocumentKind:
        """Return the document chosen."""
        return KINDS[self.choice.kind()]

    def wish(self) -> Wish:
        """Return what was decided of it, today where the person sits."""
        today = date.today()  # noqa: DTZ011  (the day where the person sits)
        trame = self._guides.followed(self._open.dossier.trame)
        recipient = self.choice.recipient.text() if self.kind.for_recipient else ""
        return Wish(
            today,
            fiche=self.choice.fiche(),
            recipient=recipient,
            trame=trame,
            layout=self._layout,
            read_file=self._open.read_file,
        )

    def show_kind(self, name: str, fiche: str = "") -> None:
        """Choose a document by its name, about a fiche."""
        self.choice.choose(name, fiche)

    @Slot()
    def refresh(self) -> None:
        """Write the preview again if the dossier, the document or what it is about changed since the last one."""
        dossier = self._open.dossier
        self._read_layout()
        self.choice.show_dossier(dossier)
        asked = (dossier, self.kind.name, self.wish())
        self.choice.show_missing(self.kind.missing(dossier, asked[2]))
        if self._asked is not None and self._asked[0] is dossier and self._asked[1:] == asked[1:]:
            return
        self._asked = asked
        self._fill_menu()
        for button in (self._pdf, self.others, self.print_button):
            button.setEnabled(self.choice.is_ready)
        if not self.choice.is_ready:
            self._stack.setCurrentWidget(self._nothing)
            return
        self._tasks.run(
            _preview_of,
            self._use_cases.write_document,
            asked,
            Path(self._folder.name),
            on_done=self._show_preview,
            on_failed=self._tell_failure,
        )

    def forget(self) -> None:
        """Let go of the preview's file."""
        self.document.close()
        self._folder.cleanup()

    def _read_layout(self) -> None:
        """Take the organisation's layout as it is kept now; the usual one where its file is broken, which is said."""
        try:
            self._layout = self._use_cases.load_layout()
        except EtabliError as error:
            self._layout = USUAL
            self.failed.emit(error)

    def _preview(self) -> QWidget:
        self._view = QPdfView()
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(self.tr("Aperçu du document"))
        self._wait = EmptyState("documents", self.tr("Mise en page…"), self.tr("L’aperçu arrive dans un instant."))
        self._nothing = EmptyState(
            "documents", self.tr("Rien à montrer pour l’instant"), self.tr("Ce qui manque est écrit à côté.")
        )
        self._stack = QStackedWidget()
        for page in (self._wait, self._view, self._nothing):
            self._stack.addWidget(page)
        return self._stack

    def _show_preview(self, written: tuple[tuple, Path]) -> None:
        asked, path = written
        if asked is not self._asked:
            return
        self.document.load(str(path))
        self._stack.setCurrentWidget(self._view)
        self.previewed.emit()

    def _tell_failure(self, error: BaseException) -> None:
        self.failed.emit(error)

    def _fill_menu(self) -> None:
        menu = self.others.menu()
        menu.clear()
        words = {
            "docx": self.tr("Document Word…"),
            "open-badges": self.tr("Open Badges 3.0…"),
            "json-resume": self.tr("Curriculum vitæ (JSON Resume)…"),
            "europass": self.tr("Europass (forme ELM, non signé)…"),
            "vae": self.tr("Dossier de faisabilité (France VAE)…"),
        }
        for form in ("docx", *self.kind.data):
            action = menu.addAction(words[form])
            action.setData(form)
            action.triggered.connect(self._hand_other)

    @Slot()
    def _hand_pdf(self) -> None:
        self.handover_wanted.emit(self.kind.name, "pdf", self.wish())

    @Slot()
    def _hand_paper(self) -> None:
        self.handover_wanted.emit(self.kind.name, PAPER, self.wish())

    @Slot()
    def _hand_other(self) -> None:
        self.handover_wanted.emit(self.kind.name, self.sender().data(), self.wish())


def _preview_of(write, asked: tuple, folder: Path) -> tuple[tuple, Path]:
    """Write a preview; called in a thread."""
    dossier, kind, wish = asked
    (path,) = write(dossier, kind, wish, folder, ("pdf",), None)
    return asked, path
