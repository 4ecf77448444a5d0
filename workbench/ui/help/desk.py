"""Where the window asks for help: the page of the screen in front, any page, the tour."""

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QMainWindow

from workbench.services.help import load_pages
from workbench.ui.help.tour import Tour
from workbench.ui.help.window import HelpWindow

BEFORE = "demarrage"


class HelpDesk(QObject):
    """Makes the help the first time that it is asked for."""

    def __init__(self, window: QMainWindow, settings: QSettings) -> None:
        """Help with a window."""
        super().__init__(window)
        self._window = window
        self._help: HelpWindow | None = None
        self.tour = Tour(window, settings)

    @property
    def window(self) -> HelpWindow:
        """Return the window of the help."""
        if self._help is None:
            self._help = HelpWindow(self._window)
        return self._help

    def titles(self) -> list[tuple[str, str]]:
        """Return (title, identifier) of every page."""
        return [(page.title, page.id) for page in load_pages()]

    @Slot()
    def show_screen(self) -> None:
        """Show the page of the screen in front."""
        self.window.show_room(self._window.view.room if self._window.view else BEFORE)
        self._bring_up()

    @Slot(str)
    def show_page(self, page_id: str) -> None:
        """Show a page."""
        self.window.search.clear()
        self.window.show_page(page_id)
        self._bring_up()

    def _bring_up(self) -> None:
        self.window.show()
        self.window.activateWindow()
        self.window.reader.setFocus()
