"""The menu bar: every action of the window with its keys."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from workbench.ui import theme
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.recit.keys import story_actions
from workbench.ui.widgets.about import AboutDialog
from workbench.ui.workbench_view import WorkbenchView


class Menus(QObject):
    """Builds the menus of a window and sends what is chosen to its view."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the menus; those of the dossiers wait for `follow`."""
        super().__init__(window)
        self._window = window
        self._view: WorkbenchView | None = None
        bar = window.menuBar()
        self._build_dossier(bar.addMenu(self.tr("&Dossier")))
        self._build_edit(bar.addMenu(self.tr("&Édition")))
        self._build_story(bar.addMenu(self.tr("&Récit")))
        self._build_look(bar.addMenu(self.tr("&Affichage")))
        self._build_help(bar.addMenu(self.tr("A&ide")))
        self.allow(None)

    def follow(self, view: WorkbenchView) -> None:
        """Send what is chosen to a view."""
        self._view = view
        self._new.setEnabled(True)
        self._example.setEnabled(True)
        self._trames.setEnabled(True)
        self._relances.setEnabled(True)
        self._tour.setEnabled(True)

    def allow(self, opened: OpenDossier | None) -> None:
        """Allow what the open dossier allows."""
        self.undo.setEnabled(opened is not None and opened.can_undo)
        self.redo.setEnabled(opened is not None and opened.can_redo)
        for action in (*self._story_actions, self._reading, self._close):
            action.setEnabled(opened is not None)
        if self._view is None:
            self._new.setEnabled(False)
            self._example.setEnabled(False)
            self._trames.setEnabled(False)
            self._relances.setEnabled(False)
            self._tour.setEnabled(False)

    def _add(self, menu: QMenu, text: str, slot, *keys: str | QKeySequence.StandardKey) -> QAction:
        action = menu.addAction(text)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(slot)
        return action

    def _build_dossier(self, menu: QMenu) -> None:
        self._new = self._add(menu, self.tr("Nouveau dossier…"), self._new_dossier)
        self._example = self._add(menu, self.tr("Ouvrir le dossier d’exemple"), self._open_example)
        self._reading = self._add(menu, self.tr("Lecture à deux"), self._read_back, "Ctrl+L")
        self._close = self._add(menu, self.tr("Fermer le dossier"), self._close_dossier, "Ctrl+W")
        menu.addSeparator()
        self._trames = self._add(menu, self.tr("Trames d’entretien…"), self._open_trames)
        self._relances = self._add(menu, self.tr("Banque des relances…"), self._open_relances)
        menu.addSeparator()
        self._add(menu, self.tr("Quitter"), self._window.close, QKeySequence.StandardKey.Quit)

    def _build_edit(self, menu: QMenu) -> None:
        self.undo = self._add(menu, self.tr("Annuler"), self._undo, QKeySequence.StandardKey.Undo)
        self.redo = self._add(menu, self.tr("Rétablir"), self._redo, "Ctrl+Shift+Z", "Ctrl+Y")

    def _build_story(self, menu: QMenu) -> None:
        self._story = story_actions()
        self._story_actions = []
        for number, entry in enumerate(self._story):
            if entry.do is None:
                menu.addSeparator()
                continue
            action = self._add(menu, entry.words, self._tell_story, *entry.keys)
            action.setData(number)
            self._story_actions.append(action)

    def _build_look(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for scheme, text in (
            ("systeme", self.tr("Couleurs du système")),
            ("clair", self.tr("Clair")),
            ("sombre", self.tr("Sombre")),
            ("contraste-clair", self.tr("Contraste élevé, clair")),
            ("contraste-sombre", self.tr("Contraste élevé, sombre")),
        ):
            action = self._add(menu, text, self._choose_scheme)
            action.setCheckable(True)
            action.setData(scheme)
            action.setChecked(theme.current().scheme == scheme)
            group.addAction(action)
        self._schemes = group
        theme.current().changed.connect(self._show_scheme)
        menu.addSeparator()
        self._add(menu, self.tr("Agrandir"), self._zoom_in, QKeySequence.StandardKey.ZoomIn, "Ctrl+=")
        self._add(menu, self.tr("Réduire"), self._zoom_out, QKeySequence.StandardKey.ZoomOut)
        self._add(menu, self.tr("Taille normale"), self._zoom_reset, "Ctrl+0")
        menu.addSeparator()
        palette = self._add(menu, self.tr("Palette de commandes…"), self._window.launcher.open, "Ctrl+K")
        palette.setProperty("opens_palette", "oui")

    def _build_help(self, menu: QMenu) -> None:
        desk = self._window.help
        self._add(menu, self.tr("Aide sur cet écran"), desk.show_screen, QKeySequence.StandardKey.HelpContents)
        self._tour = self._add(menu, self.tr("Visite de cinq minutes"), self._start_tour)
        self._add(menu, self.tr("Guide de l’explicitation"), self._show_guide)
        self._pages = menu.addMenu(self.tr("Toutes les pages"))
        self._pages.aboutToShow.connect(self._list_pages)
        menu.addSeparator()
        self._add(menu, self.tr("Raccourcis clavier"), self._show_keys, "Ctrl+/", "Ctrl+?")
        self._add(menu, self.tr("À propos d’Établi"), self._about)
        menu.aboutToShow.connect(self._name_tour)

    @Slot()
    def _new_dossier(self) -> None:
        self._view.new_dossier()

    @Slot()
    def _open_example(self) -> None:
        self._view.open_example_soon()

    @Slot()
    def _open_relances(self) -> None:
        self._view.go("relances")

    @Slot()
    def _open_trames(self) -> None:
        self._view.go("trames")

    @Slot()
    def _read_back(self) -> None:
        self._view.go("lecture")

    @Slot()
    def _close_dossier(self) -> None:
        self._view.close_dossier()
        self._view.go("dossiers")

    @Slot()
    def _undo(self) -> None:
        self._view.undo()

    @Slot()
    def _redo(self) -> None:
        self._view.redo()

    @Slot()
    def _tell_story(self) -> None:
        """Send an action to the story, if it is the one on screen: nothing is answered unseen."""
        recit = self._view.sections.made("recit")
        if recit is not None and recit.isVisible():
            self._story[self.sender().data()].do(recit)

    @Slot()
    def _choose_scheme(self) -> None:
        theme.current().choose(self.sender().data())

    @Slot()
    def _show_scheme(self) -> None:
        for action in self._schemes.actions():
            action.setChecked(action.data() == theme.current().scheme)

    @Slot()
    def _zoom_in(self) -> None:
        theme.current().zoom_by(1)

    @Slot()
    def _zoom_out(self) -> None:
        theme.current().zoom_by(-1)

    @Slot()
    def _zoom_reset(self) -> None:
        theme.current().set_zoom(1.0)

    @Slot()
    def _list_pages(self) -> None:
        if self._pages.isEmpty():
            for title, page_id in self._window.help.titles():
                self._add(self._pages, title, self._show_page).setData(page_id)

    @Slot()
    def _show_page(self) -> None:
        self._window.help.show_page(self.sender().data())

    @Slot()
    def _show_keys(self) -> None:
        self._window.help.show_page("clavier")

    @Slot()
    def _show_guide(self) -> None:
        self._window.help.show_page("explicitation")

    @Slot()
    def _name_tour(self) -> None:
        place = self._window.help.tour.stopped_at
        resumed = self.tr("Reprendre la visite (arrêt {0})").format(place + 1)
        self._tour.setText(resumed if place else self.tr("Visite de cinq minutes"))

    @Slot()
    def _start_tour(self) -> None:
        self._window.help.tour.start()

    @Slot()
    def _about(self) -> None:
        AboutDialog(self._window).exec()
