"""The certifier's text beside the competences that are cut out of it; one joins, splits and sets aside."""

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QLocale, Qt, Slot
from PySide6.QtWidgets import QDialog, QLayout, QListWidget, QWidget

from workbench.domain import cuts
from workbench.domain.cuts import BlocCut, Cut
from workbench.errors import EtabliError
from workbench.services import cuts as service
from workbench.services.ports import CutCatalogue
from workbench.ui import theme
from workbench.ui.cutting.sharing import CutSharing
from workbench.ui.cutting.source_view import SourceView
from workbench.ui.widgets.basics import Button, Card, Split, column, label, row, scroller

LOW = 520
PANEL = 240
MOST_MISSED = 3
OF_THE_WINDOW = 0.94
"""How much of the window's width and height the dialog takes."""


class CuttingDialog(QDialog):
    """Each gesture is written at once and can be undone, today or in a year."""

    def __init__(
        self, catalogue: CutCatalogue, view: BlocCut, author: str, sharing: CutSharing, parent: QWidget | None = None
    ) -> None:
        """Show a bloc; `sharing` exchanges the corrections of all blocs with colleagues."""
        super().__init__(parent)
        self._catalogue, self._author = catalogue, author
        self.view = view
        self.setWindowTitle(self.tr("Corriger le découpage"))
        self.source = SourceView()
        self.list = QListWidget()
        self._make_buttons()
        self._lay_out(sharing)
        for earlier, later in ((self.keep, self.source), (self.join_next, self.automatic), (self.automatic, self.undo)):
            self.setTabOrder(earlier, later)
        self.source.moved.connect(self._follow_caret)
        sharing.said.connect(self._say_shared)
        sharing.failed.connect(self._say_problem)
        self.list.currentRowChanged.connect(self._follow_list)
        self._show(view.cut.pieces[0].span.start if view.cut.pieces else 0)
        self.source.setFocus()

    def resizeEvent(self, event) -> None:
        """Give the explanation's place to the text where room is short."""
        super().resizeEvent(event)
        self._explanation.setVisible(self.height() >= theme.current().px(LOW))

    def _make_buttons(self) -> None:
        def button(text: str, slot, key: str, tip: str = "", role: str = "small") -> Button:
            made = Button(text, role=role, tip=tip, key=key)
            made.setAutoDefault(False)
            made.clicked.connect(slot)
            return made

        self.split = button(
            self.tr("Séparer au curseur"), self._split, "Ctrl+Return", self.tr("Couper en deux là où est le curseur")
        )
        self.take = button(
            self.tr("Reprendre"), self._take, "Ctrl+K", self.tr("Faire une compétence du texte mis de côté")
        )
        self.join_previous = button(self.tr("Joindre à la précédente"), self._join_previous, "Ctrl+Up")
        self.join_next = button(self.tr("Joindre à la suivante"), self._join_next, "Ctrl+Down")
        self.drop = button(
            self.tr("Mettre de côté"), self._drop, "Del", self.tr("Ce n’est pas une compétence : titre, contexte…")
        )
        self.undo = button(self.tr("Annuler le geste"), self._undo, "Ctrl+Z", role="quiet")
        self.redo = button(self.tr("Rétablir"), self._redo, "Ctrl+Shift+Z", role="quiet")
        self.automatic = button(self.tr("Revenir au découpage automatique"), self._return, "Ctrl+R", role="quiet")

    def _lay_out(self, sharing: CutSharing) -> None:
        whole = column(self, margins="l", spacing="m")
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what does not fit is scrolled to
        inside = QWidget()
        inside.setObjectName("body")
        body = column(inside, spacing="s")
        body.addWidget(label(f"{self.view.automatic.bloc} — {self.view.title}", "heading"))
        self._explanation = label(
            self.tr(
                "Le texte du certificateur à gauche, ses compétences à droite : joignez ce qui va ensemble, séparez ce "
                "qui se distingue. Pas un mot ne change, et un dossier qui a déjà cette fiche garde son découpage."
            ),
            "muted",
        )
        self._changed = label("", "warning")
        self.keep = Button(self.tr("Garder ce découpage"), role="small")
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._keep)
        self._problem = label("", "error")
        self._problem.hide()
        changed = row(self._changed, self.keep)
        changed.setStretch(0, 1)
        body.addWidget(self._explanation)
        body.addLayout(changed)
        body.addWidget(self._problem)
        body.addWidget(Split(self._source_panel(), self._list_panel(), (520, 560), (330, 330)), 1)
        self.state = label("", "small")
        whole.addWidget(scroller(inside), 1)
        close = Button(self.tr("Fermer"), role="primary")
        close.clicked.connect(self.accept)
        whole.addLayout(row(self.undo, self.redo, sharing.button(), None, close))
        state = row(self.state, self.automatic)
        state.setStretch(0, 1)
        body.addLayout(state)
        if self.parentWidget() is not None:
            self.resize(self.parentWidget().window().size() * OF_THE_WINDOW)

    def _source_panel(self) -> QWidget:
        card = Card(padding="m")
        card.setMinimumHeight(theme.current().px(PANEL))
        card.column.addWidget(label(self.tr("Texte du certificateur"), "overline"))
        card.column.addWidget(self.source, 1)
        card.column.addLayout(row(self.split, self.drop, self.take, None))
        return card

    def _list_panel(self) -> QWidget:
        card = Card(padding="m")
        card.setMinimumHeight(theme.current().px(PANEL))
        self._count = label("", "overline")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Compétences"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setObjectName("pieces")
        card.column.addWidget(self._count)
        card.column.addWidget(self.list, 1)
        card.column.addLayout(row(self.join_previous, self.join_next, None))
        return card

    def _show(self, position: int) -> None:
        """Show the bloc as it is cut now, with the caret at a position of its text."""
        cut = self.view.cut
        self.list.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.list.clear()
        self.list.addItems([f"{n + 1}. {cut.title(n)}" for n in range(len(cut.pieces))])
        self.list.blockSignals(False)  # noqa: FBT003
        self._count.setText(self.tr("{0} compétences").format(len(cut.pieces)))
        self._say_changed()
        self.source.show_cut(cut, position)
        self._follow_caret()
        self._say_state()

    def _say_changed(self) -> None:
        words = self.tr("Le texte de ce bloc a changé depuis la correction. À revoir, car réécrit ou disparu : {0}")
        missed = " ; ".join(f"« {title} »" for title in self.view.missed[:MOST_MISSED])
        self._changed.setText(words.format(missed + (" …" if len(self.view.missed) > MOST_MISSED else "")))
        self._changed.setVisible(bool(self.view.missed))
        self.keep.setVisible(bool(self.view.missed))

    def _say_state(self) -> None:
        entry = self.view.history.entry
        if not self.view.is_corrected or entry is None:
            words = self.tr("Découpage automatique. Chaque geste est enregistré aussitôt.")
        else:
            moment = QDateTime.fromString(entry.at, Qt.DateFormat.ISODateWithMs).toLocalTime()
            day = QLocale().toString(moment.date(), "d MMMM yyyy")
            words = self.tr("Corrigé par {0} le {1}.") if entry.author else self.tr("Corrigé le {1}.")
            words = words.format(entry.author, day)
            if entry.origin:
                words += " " + self.tr("Reçu de « {0} ».").format(entry.origin)
        self.state.setText(words)

    @Slot()
    def _follow_caret(self) -> None:
        index, cut = self.source.piece, self.view.cut
        self.list.blockSignals(True)  # noqa: FBT003
        self.list.setCurrentRow(-1 if index is None else index)
        self.list.blockSignals(False)  # noqa: FBT003
        self.split.setEnabled(service.split(cut, self.source.position) != cut)
        self.take.setEnabled(index is None and self._taken() != cut)
        self.join_previous.setEnabled(index is not None and index > 0)
        self.join_next.setEnabled(index is not None and cuts.join(cut, index) != cut)
        self.drop.setEnabled(index is not None and cuts.drop(cut, index) != cut)
        self.undo.setEnabled(bool(self.view.history.undoable))
        self.redo.setEnabled(bool(self.view.history.redoable))
        entry = self.view.history.entry
        self.automatic.setEnabled(entry is not None and bool(entry.pieces))

    @Slot(int)
    def _follow_list(self, index: int) -> None:
        if index >= 0 and index != self.source.piece:
            self.source.place(self.view.cut.pieces[index].span.start)

    @Slot()
    def _split(self) -> None:
        position = self.source.position
        self._correct(service.split(self.view.cut, position), position)

    @Slot()
    def _keep(self) -> None:
        """Take the cut as it is shown for the right one of today's text."""
        self._correct(self.view.cut, self.source.position)

    @Slot()
    def _take(self) -> None:
        self._correct(self._taken(), self.source.position)

    def _taken(self) -> Cut:
        return cuts.take(self.view.cut, self.source.position, self.view.automatic)

    @Slot()
    def _join_previous(self) -> None:
        if self.source.piece is not None:
            self._join(self.source.piece - 1)

    @Slot()
    def _join_next(self) -> None:
        if self.source.piece is not None:
            self._join(self.source.piece)

    def _join(self, index: int) -> None:
        self._correct(cuts.join(self.view.cut, index), self.source.position)

    @Slot()
    def _drop(self) -> None:
        if self.source.piece is not None:
            self._correct(cuts.drop(self.view.cut, self.source.piece), self.source.position)

    @Slot()
    def _undo(self) -> None:
        self._act(lambda: service.undo(self._catalogue, self.view, self._author))

    @Slot()
    def _redo(self) -> None:
        self._act(lambda: service.redo(self._catalogue, self.view, self._author))

    @Slot()
    def _return(self) -> None:
        self._act(lambda: service.return_to_automatic(self._catalogue, self.view, self._author))

    @Slot(object)
    def _say_problem(self, error: EtabliError) -> None:
        self._problem.setText(str(error))
        self._problem.show()

    @Slot(str)
    def _say_shared(self, words: str) -> None:
        """Show the bloc as it is now that corrections were exchanged, and what came of it."""
        self._act(lambda: service.bloc_cut(self._catalogue, self.view.fiche, self.view.automatic.bloc))
        self.state.setText(words)

    def _correct(self, cut: Cut, position: int) -> None:
        self._act(lambda: service.correct(self._catalogue, self.view, cut, self._author), position)

    def _act(self, action: Callable[[], BlocCut], position: int | None = None) -> None:
        """Do and show, or say why not."""
        try:
            self.view = action()
        except EtabliError as error:
            self._say_problem(error)
            return
        self._problem.hide()
        self._show(self.source.position if position is None else position)
