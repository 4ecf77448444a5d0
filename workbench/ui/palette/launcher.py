"""Opens the palette over the window, with all that it may offer there."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from workbench.domain.dossier import DossierSummary
from workbench.ui.palette import entries
from workbench.ui.palette.dialog import PaletteDialog
from workbench.ui.palette.finding import Entry


class Launcher(QObject):
    """One palette at a time; what it was used for is remembered."""

    def __init__(self, window: QMainWindow) -> None:
        """Open over a window."""
        super().__init__(window)
        self._window = window
        self.palette: PaletteDialog | None = None

    @Slot()
    def open(self) -> None:
        """Open the palette; the dossiers come as soon as they are read."""
        window, view = self._window, self._window.view
        offered = entries.menu_entries(window.menuBar())
        if view is not None:
            here = entries.button_entries(view.stack.currentWidget())
            offered = here + entries.room_entries(view) + offered + entries.content_entries(view)
        offered += entries.help_entries(window.help)
        self.palette = PaletteDialog(offered, window.preferences.recent, window)
        self.palette.chosen.connect(self._do)
        self.palette.finished.connect(self._forget)
        self.palette.open()
        if view is not None:
            window.tasks.run(view.summaries, on_done=partial(self._add_dossiers, self.palette))

    def _add_dossiers(self, palette: PaletteDialog, summaries: tuple[DossierSummary, ...]) -> None:
        if palette is self.palette:
            palette.add(entries.dossier_entries(self._window.view, summaries))

    @Slot()
    def _forget(self) -> None:
        self.palette = None

    @Slot(object)
    def _do(self, entry: Entry) -> None:
        self._window.preferences.note_used(entry.key)
        entry.run()
