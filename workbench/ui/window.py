"""The window: its gate, its menus, its status line, and what it does with errors."""

from PySide6.QtCore import QSettings, QTimer, Slot
from PySide6.QtWidgets import QDialog, QFrame, QMainWindow, QWidget

from workbench.errors import EtabliError, StoreError, UnreadableFileError
from workbench.ui import theme
from workbench.ui.first_start.choice import FirstChoicePage
from workbench.ui.first_start.passphrase import PassphrasePage
from workbench.ui.first_start.recovery import RecoveryPage
from workbench.ui.help.desk import HelpDesk
from workbench.ui.menus import Menus
from workbench.ui.palette.launcher import Launcher
from workbench.ui.preferences import Preferences
from workbench.ui.saving import SaveState
from workbench.ui.tasks import Analyst, Tasks
from workbench.ui.unlock.screen import UnlockPage
from workbench.ui.use_cases import Stores, UseCases
from workbench.ui.widgets.announce import announce
from workbench.ui.widgets.basics import Button, column, label, row, shares, space_again
from workbench.ui.widgets.confirm import ConfirmDialog
from workbench.ui.widgets.error_details import BugDialog
from workbench.ui.widgets.focus import focus_inside
from workbench.ui.workbench_view import WorkbenchView

START_WIDTH, START_HEIGHT = 1280, 800
LEAST_WIDTH, LEAST_HEIGHT = 800, 560


class MainWindow(QMainWindow):
    """Leads from the gate to the workbench."""

    def __init__(self, use_cases: UseCases, tasks: Tasks, analyst: Analyst, settings: QSettings) -> None:
        """Make the window; `start` brings up its first page."""
        super().__init__()
        self._use_cases, self.tasks, self.analyst = use_cases, tasks, analyst
        self.preferences = Preferences(settings, self)
        shares.update(self.preferences.shares())
        theme.current().set_letters(self.preferences.letters)
        self._stores: Stores | None = None
        self.view: WorkbenchView | None = None
        self.setWindowTitle(self.tr("Établi"))
        self.setWindowIcon(theme.icon("etabli", "accent", 64))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(START_WIDTH, START_HEIGHT)
        self.restoreGeometry(self.preferences.geometry)
        self.help = HelpDesk(self, settings)
        self.launcher = Launcher(self)
        self.menus = Menus(self)
        self._saved = SaveState()
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().setSizeGripEnabled(False)
        self._build_bar()
        theme.current().changed.connect(self._follow_look)
        tasks.failed.connect(self.show_error)
        analyst.failed.connect(self.show_error)
        analyst.restarted.connect(self._say_restarted)

    def start(self, *, unprotected: bool = False) -> None:
        """Bring up the first page: the workbench, the unlocking or the first start."""
        if unprotected:
            self._unlock("")
        elif self._use_cases.is_initialised():
            page = UnlockPage()
            page.given.connect(self._unlock)
            self._show_gate(page)
            page.secret.setFocus()
        else:
            page = PassphrasePage()
            page.chosen.connect(self._create)
            self._show_gate(page)
            page.counsellor.setFocus()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say something in the status line, for a while."""
        self.statusBar().showMessage(sentence, 8000)
        announce(self, sentence)

    @Slot(object)
    def show_error(self, error: BaseException) -> None:
        """Show one sentence for what the user can mend, a dialog with details for a bug."""
        if isinstance(error, EtabliError):
            self._error_words.setText(str(error))
            self._tells_store = isinstance(error, StoreError)
            self._bar.show()
            announce(self, str(error), at_once=True)
        else:
            BugDialog(error, self).open()

    def closeEvent(self, event) -> None:
        """Write what is under way and stop everything: nothing outlives the window."""
        if self.view is not None and not self.view.close_dossier():
            if not self._confirm_loss():
                event.ignore()
                return
            self.view.close_dossier(even_unwritten=True)
        self.preferences.keep_shares(shares)
        self.preferences.keep_window(self.saveGeometry(), self.view.lasting_room if self.view else "")
        self.analyst.close()
        self.tasks.close()
        if self._stores is not None:
            self._stores.close()
            self._stores = None
        super().closeEvent(event)

    @Slot()
    def _follow_look(self) -> None:
        space_again(self)
        self.preferences.keep_look()

    def _confirm_loss(self) -> bool:
        dialog = ConfirmDialog(
            self.tr("Fermer sans enregistrer ?"),
            self.tr("Ce que vous venez d’écrire n’a pas pu être enregistré : {0}").format(self._error_words.text()),
            self.tr("Fermer quand même"),
            self,
        )
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _build_bar(self) -> None:
        self._bar = QFrame()
        self._bar.setProperty("role", "bar")
        self._error_words = label("")
        self._error_words.setAccessibleName(self.tr("Erreur"))
        self._tells_store = False
        close = Button("", icon="fermer", role="quiet", tip=self.tr("Fermer ce message"))
        close.clicked.connect(self._bar.hide)
        line = row(self._error_words, close, margins="s")
        line.setStretch(0, 1)
        self._bar.setLayout(line)
        self._bar.hide()
        self._whole = QWidget()
        self._whole.setObjectName("page")
        self._pages = column(self._whole)
        self._pages.setSpacing(0)
        self._pages.addWidget(self._bar)
        self.setCentralWidget(self._whole)
        self._page: QWidget | None = None

    def _show_gate(self, page: QWidget) -> None:
        old, self._page = self._page, page
        self._pages.addWidget(page, 1)
        if old is not None:
            old.hide()
            old.deleteLater()

    @Slot(str)
    def _unlock(self, secret: str) -> None:
        self.tasks.run(self._open_stores, secret, on_done=self._enter, on_failed=self._refuse)

    def _open_stores(self, secret: str) -> Stores:
        """Open both stores; called in a thread, because the key is slow to make on purpose."""
        return Stores(self._use_cases.unlock(secret), self._use_cases.open_catalogue())

    def _refuse(self, error: BaseException) -> None:
        if isinstance(self._page, UnlockPage) and isinstance(error, EtabliError):
            self._page.refuse(str(error))
        else:
            self.show_error(error)

    @Slot(str, str)
    def _create(self, passphrase: str, counsellor: str) -> None:
        self.preferences.introduce(counsellor, self.preferences.organisation)
        self._page.wait(waiting=True)
        self.tasks.run(self._create_stores, passphrase, on_done=self._show_recovery, on_failed=self._create_failed)

    def _create_stores(self, passphrase: str) -> tuple[Stores, str]:
        """Create both stores; called in a thread."""
        journal, recovery = self._use_cases.create_vault(passphrase)
        return Stores(journal, self._use_cases.open_catalogue()), recovery

    def _create_failed(self, error: BaseException) -> None:
        self._page.wait(waiting=False)
        self.show_error(error)

    def _show_recovery(self, made: tuple[Stores, str]) -> None:
        self._stores, recovery = made
        page = RecoveryPage(recovery)
        page.confirmed.connect(self._offer_first)
        self._show_gate(page)
        page.first_button.setFocus()

    @Slot()
    def _offer_first(self) -> None:
        page = FirstChoicePage()
        page.example_wanted.connect(self._begin_with_example)
        page.create_wanted.connect(self._begin_with_new)
        self._show_gate(page)
        page.example.setFocus()

    @Slot()
    def _begin_with_example(self) -> None:
        self._show_workbench()
        self.help.tour.start()

    @Slot()
    def _begin_with_new(self) -> None:
        self._show_workbench()
        self.view.new_dossier()

    def _enter(self, stores: Stores) -> None:
        self._stores = stores
        self._show_workbench()

    def _show_workbench(self) -> None:
        self.view = WorkbenchView(self._stores, self._use_cases, self.tasks, self.analyst, self.preferences)
        self.view.said.connect(self.say)
        self.view.failed.connect(self.show_error)
        self.view.saved.connect(self._hide_store_error)
        self.view.dossier_changed.connect(self._follow_dossier)
        self._show_gate(self.view)
        self.menus.follow(self.view)
        self.view.go(self.preferences.room or "dossiers")
        focus_inside(self.view.stack.currentWidget())
        for sentence in self.view.guides.shelf.broken[:1]:
            self.show_error(UnreadableFileError(sentence))
        QTimer.singleShot(0, self.analyst.start)

    @Slot()
    def _hide_store_error(self) -> None:
        if self._tells_store:
            self._bar.hide()

    @Slot()
    def _follow_dossier(self) -> None:
        opened = self.view.opened
        self.menus.allow(opened)
        name = opened.dossier.person.name if opened else ""
        self.setWindowTitle(self.tr("{0} — Établi").format(name) if name else self.tr("Établi"))
        self._saved.follow(opened)

    @Slot()
    def _say_restarted(self) -> None:
        self.say(self.tr("L’analyse s’était arrêtée : elle redémarre."))
