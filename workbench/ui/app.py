"""Starting the window: the application, its fonts and theme, and what happens to errors."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTranslator, Signal, Slot
from PySide6.QtWidgets import QApplication

from workbench.errors import EtabliError
from workbench.files import prepare_folder
from workbench.paths import data_folder
from workbench.ui import analyst_process, theme
from workbench.ui.collecting import Collector
from workbench.ui.lasting_values import make_values_last
from workbench.ui.preferences import look_of
from workbench.ui.tasks import Analyst, Tasks
from workbench.ui.theme.fonts import load_fonts
from workbench.ui.use_cases import real_use_cases
from workbench.ui.window import MainWindow

SETTINGS_FILE = "fenetre.ini"


def run(folder: Path | None, *, unprotected: bool = False) -> int:
    """Open the window on a data folder and return the exit code when it is closed."""
    place = data_folder(folder)
    prepare_folder(place)
    settings = QSettings(str(place / SETTINGS_FILE), QSettings.Format.IniFormat)
    app = build_application(*look_of(settings))
    use_cases = real_use_cases(place, unprotected=unprotected)
    tasks, analyst = Tasks(), Analyst(analyst_process.prepare, partial(analyst_process.analyse, folder=place))
    window = MainWindow(use_cases, tasks, analyst, settings)
    Collector(window)
    reporter = ErrorReporter(window)
    sys.excepthook = reporter.report
    window.show()
    window.start(unprotected=unprotected)
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    return code


def build_application(scheme: str = "systeme", zoom: float = 1.0, motion: str = "systeme") -> QApplication:
    """Return the application, dressed; the one that runs already if there is one."""
    make_values_last()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("Établi")
    app.setStyle("Fusion")
    french = QLocale(QLocale.Language.French, QLocale.Country.France)
    QLocale.setDefault(french)
    _say_in(french, app)
    load_fonts()
    theme.install(app, scheme, zoom).choose_motion(motion)
    return app


def _say_in(language: QLocale, app: QApplication) -> None:
    """Have Qt's own dialogs speak a language, where the system has none of its own to show."""
    translator = QTranslator(app)
    if translator.load(language, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


class ErrorReporter(QObject):
    """Takes errors that nobody caught, from any thread, to the window's."""

    _raised = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        """Report to a window."""
        super().__init__(window)
        self._window = window
        self._raised.connect(self._show)

    def report(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        """Stand in for sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if not issubclass(kind, EtabliError):
            sys.__excepthook__(kind, error, trace)
        self._raised.emit(error)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        self._window.show_error(error)
