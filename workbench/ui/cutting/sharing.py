"""Giving the corrected cuts to colleagues, and taking theirs."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button
from workbench.ui.widgets.confirm import ConfirmDialog

FILE_NAME = "decoupages-corriges.json"


class CutSharing(QObject):
    """What a menu offers: one file holds the corrections of all the blocs."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, use_cases: UseCases, owner: QWidget) -> None:
        """Ask over the window of `owner`."""
        super().__init__(owner)
        self._tasks, self._use_cases, self._owner = tasks, use_cases, owner

    def button(self) -> Button:
        """Return a button that opens the menu."""
        made = Button(self.tr("Collègues"), role="quiet", tip=self.tr("Échanger les découpages corrigés"))
        made.setAutoDefault(False)
        menu = QMenu(made)
        menu.addAction(self.tr("Exporter tous les découpages corrigés…")).triggered.connect(self._ask_output)
        menu.addAction(self.tr("Importer ceux d’un collègue…")).triggered.connect(self._ask_input)
        made.setMenu(menu)
        return made

    def export(self, path: Path) -> None:
        """Write the corrections that stand."""

        def say(count: int) -> None:
            self.said.emit(self.tr("Découpages exportés : {0} ({1}).").format(count, path))

        self._tasks.run(self._use_cases.export_cuts, path, on_done=say, on_failed=self.failed.emit)

    def take(self, path: Path, *, replacing: bool = False) -> None:
        """Take a colleague's corrections, then ask about those that were corrected otherwise here."""

        def say(report) -> None:
            if report.kept and self._wants_theirs(report.kept):
                self.take(path, replacing=True)
            else:
                self.said.emit(self._told(report))

        self._tasks.run(self._use_cases.import_cuts, path, replacing, on_done=say, on_failed=self.failed.emit)

    def _told(self, report) -> str:
        words = [self.tr("Découpages repris : {0} ; déjà les mêmes : {1}.").format(report.taken, report.same)]
        if report.kept:
            words.append(self.tr("Les vôtres, gardés : {0}.").format(report.kept))
        if report.changed:
            words.append(self.tr("À revoir, le texte du bloc étant autre ici : {0}.").format(report.changed))
        if report.unknown:
            words.append(self.tr("En attente de leur fiche : {0}.").format(report.unknown))
        return " ".join(words)

    def _wants_theirs(self, count: int) -> bool:
        words = self.tr(
            "Vous avez corrigé autrement {0} de ces blocs. Chaque remplacement peut s’annuler sur son bloc."
        )
        dialog = ConfirmDialog(
            self.tr("Remplacer vos découpages ?"),
            words.format(count),
            self.tr("Remplacer les miens"),
            self._front(),
        )
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _front(self) -> QWidget:
        return QApplication.activeWindow() or self._owner.window()

    @Slot()
    def _ask_output(self) -> None:
        place = str(Path.home() / FILE_NAME)
        kinds = self.tr("Découpages corrigés (*.json)")
        chosen, _ = QFileDialog.getSaveFileName(self._front(), self.tr("Exporter les découpages"), place, kinds)
        if chosen:
            self.export(Path(chosen))

    @Slot()
    def _ask_input(self) -> None:
        kinds = self.tr("Découpages corrigés (*.json)")
        chosen, _ = QFileDialog.getOpenFileName(
            self._front(), self.tr("Importer des découpages"), str(Path.home()), kinds
        )
        if chosen:
            self.take(Path(chosen))
