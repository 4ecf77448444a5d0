"""Choosing a competence of the dossier's fiches by a few of its words, or by dropping words of the story on it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot

from workbench.ui.recit.sentence_view import CompetenceView
from workbench.ui.widgets.basics import Button, Card, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.fields import SearchField
from workbench.ui.words import plain

MOST_SHOWN = 60
PASSAGE = "application/x-etabli-passage"
"""What is dragged from the story says so by this MIME type."""


class Targets(CardList):
    """Competences that words of the story can be dropped on."""

    def __init__(self, name: str) -> None:
        """Make an empty list."""
        super().__init__(name, click_opens=True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def dragEnterEvent(self, event) -> None:
        """Take what comes from the story."""
        self._consider(event)

    def dragMoveEvent(self, event) -> None:
        """Mark the competence under the mouse."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
        self._consider(event)

    def dropEvent(self, event) -> None:
        """Open the competence that the words fall on; the words stay in the story."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.mimeData().hasFormat(PASSAGE):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.setCurrentIndex(index)
            self.opened.emit(self.chosen_key())

    def _consider(self, event) -> None:
        if event.mimeData().hasFormat(PASSAGE):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()


class CompetenceSearch(Card):
    """A search field over the competences, and what it finds; the arrows go through the list, Enter takes one."""

    picked = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        """Make an empty search."""
        super().__init__(padding="m")
        self._known: dict[str, CompetenceView] = {}
        self._field = SearchField(self.tr("Chercher une compétence"))
        self._field.setToolTip(self.tr("Trois lettres suffisent ; Entrée choisit, Échap ferme."))
        self._list = Targets(self.tr("Compétences trouvées"))
        self._about = label("", "small")
        self._list.setFixedHeight(260)
        self._nothing = label(self.tr("Aucune compétence du dossier ne contient ces mots."), "muted")
        close = Button("", icon="fermer", role="quiet", tip=self.tr("Fermer la recherche (Échap)"))
        close.clicked.connect(self.closed)
        self._field.returnPressed.connect(self._pick_chosen)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.opened.connect(self._pick)
        self._heading = label("", "strong")
        head = row(self._heading, close)
        head.setStretch(0, 1)
        self.column.addLayout(head)
        self.column.addWidget(self._about)
        self.column.addWidget(self._field)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._list)

    def offer(self, known: dict[tuple[str, str], CompetenceView]) -> None:
        """Search these competences from now on."""
        self._known = {f"{fiche}\n{code}": view for (fiche, code), view in known.items()}

    def open(self, heading: str, passage: str) -> None:
        """Begin a search for a passage, whose words are shown."""
        self._heading.setText(heading)
        self._about.setText(self.tr("« {0} »").format(_shortened(passage)))
        self._field.clear()
        self._search("")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Go through the list with the arrows of the field, and close on Escape."""
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._list.keyPressEvent(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(field, event)

    @Slot(str)
    def _search(self, words: str) -> None:
        found = [CardRow(key, view.title, view.bloc_title) for key, view in found_by(words, self._known)]
        self._list.show_rows(found[:MOST_SHOWN])
        self._list.choose_first()
        self._nothing.setVisible(not found)

    @Slot()
    def _pick_chosen(self) -> None:
        if self._list.chosen_key():
            self._pick(self._list.chosen_key())

    @Slot(str)
    def _pick(self, key: str) -> None:
        self.picked.emit(*self._known[key].key)


def found_by(words: str, known: dict[str, CompetenceView]) -> list[tuple[str, CompetenceView]]:
    """Return the competences that hold every word, first those with a word of their title that begins so."""
    wanted = plain(words).split()
    texts = {key: plain(f"{view.title} {view.bloc_title} {view.code}") for key, view in known.items()}
    found = [(key, view) for key, view in known.items() if all(word in texts[key] for word in wanted)]
    return sorted(found, key=lambda pair: -sum(f" {word}" in f" {plain(pair[1].title)}" for word in wanted))


def _shortened(passage: str, most: int = 90) -> str:
    words = " ".join(passage.split())
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
