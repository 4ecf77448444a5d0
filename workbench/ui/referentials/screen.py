"""The catalogue: search, a fiche's detail, adding it to the dossier, importing."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QWidget

from workbench.domain.catalogue import ImportReport
from workbench.domain.referential import Fiche
from workbench.errors import CancelledError
from workbench.services.ports import Catalogue
from workbench.ui.referentials.detail import FicheDetail
from workbench.ui.tasks import Job, Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Split, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.fields import SearchField
from workbench.ui.widgets.page import Page

MOST_SHOWN = 100
THOUSANDTHS = 1000


class ReferentialsScreen(Page):
    """Every referential that was shipped or imported."""

    fiche_wanted = Signal(object)
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, catalogue: Catalogue, tasks: Tasks, use_cases: UseCases) -> None:
        """Make the screen over the catalogue."""
        super().__init__(
            self.tr("Référentiels"), self.tr("Certifications et programmes auxquels comparer un récit."), scrolls=False
        )
        self._catalogue, self._tasks, self._use_cases = catalogue, tasks, use_cases
        self._job: Job | None = None
        self._chosen_codes: tuple[str, ...] = ()
        self._has_dossier = False
        self.setAcceptDrops(True)
        self._import = Button(
            self.tr("Importer…"), icon="importer", tip=self.tr("Flux RNCP ou RS (zip, xml), tableur (csv, xlsx)")
        )
        self._import.clicked.connect(self._ask_file)
        self.actions.addWidget(self._import)
        self.search = SearchField(self.tr("Chercher un métier, un titre, un numéro de fiche…"))
        self.search.searched.connect(self._show_found)
        self.list = CardList(self.tr("Référentiels trouvés"))
        self.list.chosen.connect(self._show_fiche)
        self.detail = FicheDetail()
        self.detail.add_wanted.connect(self._add)
        self._build()

    def show_dossier(self, codes: tuple[str, ...] | None) -> None:
        """Say which fiches the open dossier has, or None when no dossier is open."""
        self._has_dossier, self._chosen_codes = codes is not None, codes or ()
        self.detail.show_dossier(codes)

    def refresh(self) -> None:
        """Search again."""
        self._show_found(self.search.text())

    def import_file(self, path: Path) -> None:
        """Import a file in a thread, with its progress and a way to stop."""
        self._progress.setRange(0, 0)
        self._importing.show()
        self._import.setEnabled(False)
        self._importing_name.setText(self.tr("Import de « {0} »").format(path.name))
        self._job = self._tasks.run(
            self._use_cases.import_referential,
            path,
            on_done=self._say_imported,
            on_failed=self._end_badly,
            on_progress=self._show_progress,
        )

    def dragEnterEvent(self, event) -> None:
        """Welcome a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()) and self._import.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        """Import the file that was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.import_file(Path(files[0]))

    def _build(self) -> None:
        self._importing = QWidget()
        self._importing_name = label("", "strong", wrap=False)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Avancement de l’import"))
        stop = Button(self.tr("Arrêter"))
        stop.clicked.connect(self._stop)
        self._importing.setLayout(row(self._importing_name, self._progress, stop, spacing="m"))
        self._importing.hide()
        self._nothing = EmptyState(
            "recherche",
            self.tr("Aucun référentiel ne correspond"),
            self.tr("Essayez d’autres mots, ou importez l’export national des fiches RNCP."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self.body.addWidget(self._importing)
        self.body.addWidget(self.search)
        self.body.addWidget(Split(self._stack, self.detail, (410, 600), (240, 340)), 1)

    @Slot(str)
    def _show_found(self, words: str) -> None:
        found = self._catalogue.search(words, MOST_SHOWN) if words.strip() else self._catalogue.fiches()[:MOST_SHOWN]
        self.list.show_rows([self._row(fiche) for fiche in found])
        self._stack.setCurrentWidget(self.list if found else self._nothing)
        if found and self.list.chosen_key() not in {f.code for f in found}:
            self.list.choose_first()
        if found:
            self._show_fiche(self.list.chosen_key())

    def _row(self, fiche: Fiche) -> CardRow:
        tags = [fiche.code]
        if fiche.level is not None:
            tags.append(self.tr("niveau {0}").format(fiche.level))
        if not fiche.active:
            tags.append(self.tr("inactive"))
        if fiche.code in self._chosen_codes:
            tags.append(self.tr("dans le dossier"))
        return CardRow(fiche.code, fiche.title, tags=tuple(tags))

    @Slot(str)
    def _show_fiche(self, code: str) -> None:
        self.detail.show_fiche(self._catalogue.fiche(code))

    @Slot(object)
    def _add(self, fiche: Fiche) -> None:
        self.fiche_wanted.emit(fiche)

    @Slot()
    def _ask_file(self) -> None:
        kinds = self.tr("Référentiels (*.zip *.xml *.csv *.xlsx)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Importer un référentiel"), str(Path.home()), kinds)
        if chosen:
            self.import_file(Path(chosen))

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_progress(self, done: int, whole: int) -> None:
        self._progress.setRange(0, THOUSANDTHS if whole else 0)
        if whole:
            self._progress.setValue(done * THOUSANDTHS // whole)

    def _say_imported(self, report: ImportReport) -> None:
        self._end()
        words = self.tr("Import terminé. Fiches ajoutées : {0} ; mises à jour : {1} ; inchangées : {2}.")
        self.said.emit(words.format(report.added, report.updated, report.unchanged))

    def _end_badly(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, CancelledError):
            self.said.emit(self.tr("Import arrêté : le catalogue est inchangé."))
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self._importing.hide()
        self._import.setEnabled(True)
        self.refresh()
