"""The catalogue: search and filters, a fiche's detail, adding it to the dossier, importing."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from workbench.domain.catalogue import SourceImport
from workbench.domain.referential import Fiche
from workbench.errors import CancelledError, EtabliError
from workbench.services.ports import Catalogue
from workbench.ui import theme
from workbench.ui.referentials.detail import FicheDetail
from workbench.ui.referentials.filters import FilterRow
from workbench.ui.referentials.importing import ImportProgress, ImportSummary
from workbench.ui.tasks import Job, Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Split, column, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.fields import SearchField
from workbench.ui.widgets.page import Page

MOST_SHOWN = 100
TYPING_MS, CHOOSING_MS = 250, 40
"""How long a fiche stays first, or chosen, before it is shown: typing and the arrows go on while the list follows."""
LOW = 620


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
        self._starred: frozenset[str] = frozenset()
        self._wants_filters: bool | None = None
        self.setAcceptDrops(True)
        self._reading = QTimer(self, singleShot=True)
        self._reading.timeout.connect(self._show_chosen)
        self._build_actions()
        self._build_search()
        self._build_body()

    def show_dossier(self, codes: tuple[str, ...] | None) -> None:
        """Say which fiches the open dossier has, or None when no dossier is open."""
        self._chosen_codes = codes or ()
        self.detail.show_dossier(codes)

    def refresh(self) -> None:
        """Search again."""
        self._find()
        self._show_chosen()

    def import_files(self, paths: list[Path]) -> None:
        """Import files in a thread, with their progress and a way to stop."""
        words = self.tr("Import de « {0} »").format(paths[0].name)
        self._begin(words if len(paths) == 1 else self.tr("Import de {0} fichiers").format(len(paths)))
        self._run(self._use_cases.import_referentials, paths)

    @Slot()
    def fetch(self) -> None:
        """Download the national exports and import them, in a thread."""
        self._begin(self.tr("Téléchargement et import des exports nationaux"))
        self._run(self._use_cases.fetch_referentials)

    def _begin(self, words: str) -> None:
        for button in (self._import, self._fetch):
            button.setEnabled(False)
        self.progress.begin(words)

    def _run(self, action, *args) -> None:
        self._job = self._tasks.run(
            action,
            *args,
            on_done=self._show_imported,
            on_failed=self._end_badly,
            on_progress=self.progress.tell,
        )

    def resizeEvent(self, event) -> None:
        """Give the place of the filters to the list where the window is low."""
        super().resizeEvent(event)
        if self._wants_filters is None:
            self._show_filters(self.height() >= theme.current().px(LOW))

    def hideEvent(self, event) -> None:
        """Read nothing more once the room is left: the catalogue may be closed."""
        super().hideEvent(event)
        self._reading.stop()

    def dragEnterEvent(self, event) -> None:
        """Welcome files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()) and self._import.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        """Import the files that were dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.import_files(paths)

    def _build_actions(self) -> None:
        tip = self.tr("Exports RNCP et RS (zip, xml), ROME et ESCO (csv), programmes (csv, xlsx, docx)")
        self._import = Button(self.tr("Importer…"), icon="importer", tip=tip)
        self._import.clicked.connect(self._ask_files)
        tip = self.tr("Va chercher sur data.gouv.fr les derniers exports RNCP et RS ; rien n’est envoyé")
        self._fetch = Button(self.tr("Télécharger l’export national"), role="quiet", tip=tip)
        self._fetch.clicked.connect(self.fetch)
        self.actions.addWidget(self._fetch)
        self.actions.addWidget(self._import)

    def _build_search(self) -> None:
        self.search = SearchField(self.tr("Chercher un métier, un titre, un numéro de fiche…"))
        self.search.searched.connect(self._find)
        self.search.textChanged.connect(self._reading.stop)
        self.filters = FilterRow()
        self.filters.changed.connect(self._find)
        self.filter_button = Button(self.tr("Filtrer"), icon="filtre", tip=self.tr("Montrer ou cacher les filtres"))
        self.filter_button.setCheckable(True)
        self.filter_button.clicked.connect(self._toggle_filters)
        self.progress = ImportProgress()
        self.progress.stop_wanted.connect(self._stop)

    def _build_body(self) -> None:
        self.list = CardList(self.tr("Référentiels trouvés"))
        self.list.chosen.connect(self._read_soon)
        self.count = label("", "small", wrap=False)
        self.detail = FicheDetail()
        self.detail.add_wanted.connect(self.fiche_wanted)
        self.detail.star_wanted.connect(self._set_star)
        self.detail.fiche_wanted.connect(self._open_fiche)
        nothing = EmptyState(
            "recherche",
            self.tr("Aucun référentiel ne correspond"),
            self.tr("Essayez d’autres mots, effacez les filtres, ou importez l’export national des fiches RNCP."),
        )
        self._found = QStackedWidget()
        self._found.addWidget(self.list)
        self._found.addWidget(nothing)
        left = QWidget()
        found = column(left, spacing="xs")
        found.addWidget(self.count)
        found.addWidget(self._found, 1)
        searching = QWidget()
        whole = column(searching, spacing="m")
        line = row(self.search, self.filters.reset_button, self.filter_button)
        line.setStretch(0, 1)
        whole.addLayout(line)
        whole.addWidget(self.filters)
        whole.addWidget(Split(left, self.detail, (410, 600), (240, 340)), 1)
        self.summary = ImportSummary()
        self.summary.closed.connect(self._close_summary)
        self._pages = QStackedWidget()
        self._pages.addWidget(searching)
        self._pages.addWidget(self.summary)
        self.body.addWidget(self.progress)
        self.body.addWidget(self._pages, 1)

    @Slot()
    def _find(self) -> None:
        filters = self.filters.filters()
        try:
            self._starred = self._catalogue.starred()
            found = self._catalogue.search(self.search.text(), MOST_SHOWN, filters)
        except EtabliError as error:
            self.failed.emit(error)
            return
        self.filter_button.setText(
            self.tr("Filtres ({0})").format(filters.count()) if filters.count() else self.tr("Filtrer")
        )
        self.count.setText(self._count_words(len(found)))
        self.list.show_rows([self._row(fiche) for fiche in found])
        self._found.setCurrentIndex(0 if found else 1)
        self.detail.setVisible(bool(found))
        if found and self.list.chosen_key() not in {f.code for f in found}:
            self.list.choose_first()
        self._reading.start(TYPING_MS)

    def _count_words(self, number: int) -> str:
        if number >= MOST_SHOWN:
            return self.tr("Les {0} premiers référentiels : précisez la recherche pour voir les autres").format(number)
        return self.tr("{0} référentiels").format(number) if number > 1 else self.tr("1 référentiel") if number else ""

    def _row(self, fiche: Fiche) -> CardRow:
        tags = [fiche.code]
        if fiche.level is not None:
            tags.append(self.tr("niveau {0}").format(fiche.level))
        if not fiche.active:
            tags.append(self.tr("inactive"))
        if fiche.code in self._chosen_codes:
            tags.append(self.tr("dans le dossier"))
        if fiche.code in self._starred:
            tags.append(self.tr("★ mes fiches"))
        return CardRow(fiche.code, fiche.title, tags=tuple(tags))

    @Slot()
    def _read_soon(self) -> None:
        self._reading.start(CHOOSING_MS)

    @Slot()
    def _show_chosen(self) -> None:
        self._reading.stop()
        code = self.list.chosen_key()
        if not code:
            return
        try:
            fiche, details = self._catalogue.fiche(code), self._catalogue.details(code)
        except EtabliError as error:
            self.failed.emit(error)
            return
        self.detail.show_fiche(fiche, details, starred=code in self._starred)

    @Slot(str, bool)
    def _set_star(self, code: str, starred: bool) -> None:  # noqa: FBT001  (a Qt signal has no keywords)
        try:
            self._catalogue.set_star(code, starred=starred)
        except EtabliError as error:
            self.failed.emit(error)
        self.refresh()

    @Slot(str)
    def _open_fiche(self, code: str) -> None:
        """Show another fiche, which the search then names, or say that the catalogue has not got it."""
        try:
            self._catalogue.fiche(code)
        except EtabliError as error:
            self.failed.emit(error)
            return
        self.filters.reset()
        self.search.setText(code)
        self.refresh()

    @Slot(bool)
    def _toggle_filters(self, shown: bool) -> None:  # noqa: FBT001
        self._wants_filters = shown
        self._show_filters(shown)

    def _show_filters(self, shown: bool) -> None:  # noqa: FBT001
        self.filter_button.setChecked(shown)
        self.filters.setVisible(shown)

    @Slot()
    def _ask_files(self) -> None:
        kinds = self.tr("Référentiels (*.zip *.xml *.csv *.xlsx *.docx)")
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Importer des référentiels"), str(Path.home()), kinds)
        if chosen:
            self.import_files([Path(name) for name in chosen])

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_imported(self, sources: tuple[SourceImport, ...]) -> None:
        self._end()
        if len(sources) == 1 and sources[0].error is not None:
            self._end_badly(sources[0].error)
            return
        self.summary.show_sources(sources)
        self._pages.setCurrentWidget(self.summary)
        self.summary.close_button.setFocus()
        self.said.emit(self.tr("Import terminé."))

    def _end_badly(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, CancelledError):
            self.said.emit(self.tr("Import arrêté : le catalogue est inchangé."))
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        for button in (self._import, self._fetch):
            button.setEnabled(True)
        self.refresh()

    @Slot()
    def _close_summary(self) -> None:
        self._pages.setCurrentIndex(0)
        self.search.setFocus()
