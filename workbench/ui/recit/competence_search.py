"""Choosing a competence of the dossier's fiches by a few of its words."""

from PySide6.QtCore import Qt, Signal, Slot

from workbench.ui.recit.sentence_view import CompetenceView
from workbench.ui.widgets.basics import Button, Card, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.fields import SearchField
from workbench.ui.words import plain

MOST_SHOWN = 60


class CompetenceSearch(Card):
    """A search field over the competences, and what it finds."""

    picked = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        """Make an empty search."""
        super().__init__(padding="m")
        self._known: dict[str, CompetenceView] = {}
        self._field = SearchField(self.tr("Chercher une compétence"))
        self._list = CardList(self.tr("Compétences trouvées"), click_opens=True)
        self._list.setFixedHeight(260)
        self._nothing = label(self.tr("Aucune compétence du dossier ne contient ces mots."), "muted")
        close = Button("", icon="fermer", role="quiet", tip=self.tr("Fermer la recherche"))
        close.clicked.connect(self.closed)
        self._field.searched.connect(self._search)
        self._field.returnPressed.connect(self._pick_first)
        self._list.opened.connect(self._pick)
        self.column.addLayout(row(label(self.tr("Autre compétence"), "strong"), close))
        self.column.addWidget(self._field)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._list)

    def offer(self, known: dict[tuple[str, str], CompetenceView]) -> None:
        """Search these competences from now on."""
        self._known = {f"{fiche}\n{code}": view for (fiche, code), view in known.items()}

    def open(self) -> None:
        """Begin a search."""
        self._field.clear()
        self._search("")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _search(self, words: str) -> None:
        wanted = plain(words).split()
        found = [
            CardRow(key, view.title, view.bloc_title)
            for key, view in self._known.items()
            if all(word in plain(f"{view.title} {view.bloc_title} {view.code}") for word in wanted)
        ]
        self._list.show_rows(found[:MOST_SHOWN])
        self._nothing.setVisible(not found)

    @Slot()
    def _pick_first(self) -> None:
        self._search(self._field.text())
        self._list.choose_first()
        if self._list.chosen_key():
            self._pick(self._list.chosen_key())

    @Slot(str)
    def _pick(self, key: str) -> None:
        self.picked.emit(*self._known[key].key)
