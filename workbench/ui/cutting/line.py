"""What a fiche's detail shows of the cut of each bloc, and what leads to correcting it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.domain.cuts import BlocCut
from workbench.domain.referential import Bloc, Fiche
from workbench.errors import EtabliError
from workbench.services.cuts import bloc_cut
from workbench.services.ports import CutCatalogue
from workbench.ui.cutting.dialog import CuttingDialog
from workbench.ui.cutting.sharing import CutSharing
from workbench.ui.preferences import Preferences
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, label, row


class CutLines(QObject):
    """Makes the line of each bloc of a detail, and opens the dialog where the bloc is corrected."""

    failed = Signal(object)

    def __init__(
        self, catalogue: CutCatalogue, tasks: Tasks, use_cases: UseCases, preferences: Preferences, detail: QWidget
    ) -> None:
        """Give the detail its lines."""
        super().__init__(detail)
        self.sharing = CutSharing(tasks, use_cases, detail)
        self._catalogue, self._preferences, self._detail = catalogue, preferences, detail
        self._read: tuple[Fiche, tuple[BlocCut, ...]] | None = None
        self.dialog: CuttingDialog | None = None
        detail.cut_line = self.line

    def line(self, fiche: Fiche, bloc: Bloc) -> QHBoxLayout:
        """Return what a bloc shows: whether its cut was corrected, and the button that opens the dialog."""
        made = row(None)
        if not bloc.source_text:
            return made
        button = Button(self.tr("Corriger le découpage…"), role="quiet")
        button.setAccessibleName(self.tr("Corriger le découpage du bloc {0}").format(bloc.code))
        button.setProperty("place", (fiche.code, bloc.code))
        button.clicked.connect(self._open)
        made.insertWidget(0, button)
        state = self._state(fiche, bloc)
        if state:
            made.insertWidget(1, label(state, "tag", wrap=False))
        return made

    def _state(self, fiche: Fiche, bloc: Bloc) -> str:
        view = next((v for v in self._views_of(fiche) if v.automatic.bloc == bloc.code), None)
        if view is None:
            return ""
        if view.missed:
            return self.tr("texte changé depuis la correction")
        return self.tr("découpage corrigé") if view.is_corrected else ""

    def _views_of(self, fiche: Fiche) -> tuple[BlocCut, ...]:
        """Return how the blocs of a fiche are cut, worked out once for all its lines."""
        if self._read is None or self._read[0] is not fiche:
            try:
                self._read = (fiche, self._catalogue.bloc_cuts(fiche.code))
            except EtabliError as error:
                self.failed.emit(error)
                return ()
        return self._read[1]

    @Slot()
    def _open(self) -> None:
        fiche, bloc = self.sender().property("place")
        try:
            view = bloc_cut(self._catalogue, fiche, bloc)
        except EtabliError as error:
            self.failed.emit(error)
            return
        self.dialog = CuttingDialog(self._catalogue, view, self._preferences.counsellor, self.sharing, self._detail)
        self.dialog.finished.connect(self._show_again)
        self.dialog.open()

    @Slot()
    def _show_again(self) -> None:
        """Show the fiche as it is cut now, where it was being read."""
        self._read = None
        code, bar = self.dialog.view.fiche, self._detail.verticalScrollBar()
        self.dialog.deleteLater()
        place = bar.value()
        self._detail.show_again(self._catalogue.fiche(code))
        QTimer.singleShot(0, bar, partial(bar.setValue, place))
