"""The portfolio as the person takes it away: its preview, and the two ways to save it."""

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget

from workbench.domain.dossier import Dossier
from workbench.errors import StoreError
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page


class PortfolioScreen(Page):
    """Writes the portfolio in a thread each time the dossier changed, and shows it."""

    said = Signal(str)
    failed = Signal(object)
    previewed = Signal()

    def __init__(self, opened: OpenDossier, tasks: Tasks, use_cases: UseCases) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("Portefeuille"),
            self.tr("Le document que la personne emporte. Sans valeur de certification."),
            scrolls=False,
        )
        self._open, self._tasks, self._use_cases = opened, tasks, use_cases
        self._shown: Dossier | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="etabli-")
        self._pdf = Button(self.tr("Enregistrer en PDF…"), icon="portfolio", role="primary", key="Ctrl+S")
        self._pdf.clicked.connect(self._save_pdf)
        self.others = Button(
            self.tr("Autres formats"), tip=self.tr("Word, et les données que d’autres logiciels lisent")
        )
        self.others.setMenu(self._menu())
        self.actions.addWidget(self.others)
        self.actions.addWidget(self._pdf)
        self.document = QPdfDocument(self)
        self._view = QPdfView()
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(self.tr("Aperçu du portefeuille"))
        self._wait = EmptyState("portfolio", self.tr("Mise en page…"), self.tr("L’aperçu arrive dans un instant."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._wait)
        self._stack.addWidget(self._view)
        self.body.addWidget(self._stack, 1)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for kind, text in (
            ("docx", self.tr("Document Word…")),
            ("open-badges", self.tr("Open Badges 3.0…")),
            ("json-resume", self.tr("Curriculum vitæ (JSON Resume)…")),
            ("europass", self.tr("Europass (forme ELM, non signé)…")),
            ("vae", self.tr("Dossier de faisabilité (France VAE)…")),
        ):
            action = menu.addAction(text)
            action.setData(kind)
            action.triggered.connect(self._save_other)
        return menu

    def refresh(self) -> None:
        """Write the preview again if the dossier changed since the last one."""
        if self._shown is self._open.dossier:
            return
        self._shown = self._open.dossier
        self._tasks.run(
            self._use_cases.write_portfolio,
            self._shown,
            Path(self._folder.name),
            ("pdf",),
            None,
            on_done=self._show_preview,
            on_failed=self.failed.emit,
        )

    def save(self, kind: str, path: Path) -> None:
        """Write the portfolio to the place chosen; `kind` is pdf, docx or a format of the data."""
        self._tasks.run(_write_to, self._use_cases.write_portfolio, self._open, kind, path, on_done=self._say_saved)

    def forget(self) -> None:
        """Let go of the preview's file."""
        self.document.close()
        self._folder.cleanup()

    def _show_preview(self, paths: tuple[Path, ...]) -> None:
        self.document.load(str(paths[0]))
        self._stack.setCurrentWidget(self._view)
        self.previewed.emit()

    @Slot()
    def _save_pdf(self) -> None:
        self._ask_where("pdf", self.tr("Document PDF (*.pdf)"))

    @Slot()
    def _save_other(self) -> None:
        kind = self.sender().data()
        self._ask_where(kind, self.tr("Document Word (*.docx)") if kind == "docx" else self.tr("Données (*.json)"))

    def _ask_where(self, kind: str, kinds: str) -> None:
        suffix = kind if kind in {"pdf", "docx"} else f"{kind}.json"
        name = self._open.dossier.person.name or self.tr("sans nom")
        start = str(Path.home() / self.tr("Portefeuille de {0}.{1}").format(name, suffix))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Enregistrer le portefeuille"), start, kinds)
        if chosen:
            self.save(kind, Path(chosen).with_suffix(f".{suffix.split('.')[-1]}"))

    def _say_saved(self, path: Path) -> None:
        self.said.emit(self.tr("Portefeuille enregistré : {0}").format(path.name))


def _write_to(write, opened: OpenDossier, kind: str, path: Path) -> Path:
    """Write one format to a path, a PDF with its seal; called in a thread."""
    try:
        with tempfile.TemporaryDirectory(prefix="etabli-", dir=path.parent) as folder:
            (made,) = write(opened.dossier, Path(folder), (kind,), opened.signing_key())
            shutil.move(made, path)
    except OSError as error:
        raise StoreError(
            f"Impossible d'écrire « {path.name} » : vérifiez la place libre et les droits du dossier."
        ) from error
    return path
