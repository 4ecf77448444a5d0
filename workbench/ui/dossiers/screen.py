"""The list of dossiers: search, open, create, erase."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from workbench.domain.dossier import DossierSummary
from workbench.services.ports import Journal
from workbench.ui.time_words import when_words
from workbench.ui.widgets.basics import Button, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.fields import SearchField
from workbench.ui.widgets.page import Page
from workbench.ui.words import proofs_words


class DossiersScreen(Page):
    """Every dossier of the store, the latest first."""

    opened = Signal(str)
    create_wanted = Signal()
    example_wanted = Signal()
    erase_wanted = Signal(str, str)

    def __init__(self, journal: Journal) -> None:
        """Make the screen over a store."""
        super().__init__(self.tr("Dossiers"), self.tr("Chaque dossier appartient à la personne."), scrolls=False)
        self._journal = journal
        self._names: dict[str, str] = {}
        new = Button(self.tr("Nouveau dossier"), icon="plus", role="primary", key="Ctrl+N")
        new.clicked.connect(self.create_wanted)
        self.actions.addWidget(new)
        self.search = SearchField(self.tr("Chercher un nom, un but, un mot d’un récit…"))
        self.search.searched.connect(self._show_found)
        self.list = CardList(self.tr("Dossiers"))
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(self._allow_actions)
        self._build()

    def refresh(self) -> None:
        """Show the dossiers as they are in the store."""
        self._show_found(self.search.text())

    def _build(self) -> None:
        self._open = Button(self.tr("Ouvrir"), icon="suite")
        self._erase = Button(self.tr("Effacer…"), icon="corbeille", role="danger")
        self._open.clicked.connect(self._open_chosen)
        self._erase.clicked.connect(self._erase_chosen)
        self._empty = EmptyState(
            "dossiers",
            self.tr("Aucun dossier pour l’instant"),
            self.tr("Un dossier recueille ce qu’une personne raconte, et ce que cela montre d’elle."),
            self.tr("Créer un premier dossier"),
        )
        self._empty.acted.connect(self.create_wanted)
        example = Button(self.tr("Ou ouvrir le dossier d’exemple"), role="quiet")
        example.clicked.connect(self.example_wanted)
        self._empty.layout().insertLayout(self._empty.layout().count() - 1, row(None, example, None))
        self._nothing = EmptyState(
            "recherche", self.tr("Aucun dossier ne correspond"), self.tr("Essayez moins de mots.")
        )
        self._stack = QStackedWidget()
        for page in (self.list, self._empty, self._nothing):
            self._stack.addWidget(page)
        self.body.addWidget(self.search)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(row(None, self._erase, self._open))

    @Slot(str)
    def _show_found(self, words: str) -> None:
        found = self._journal.summaries(words)
        self._names = {s.id: s.name for s in found}
        now = datetime.now().astimezone()
        self.list.show_rows([_row(s, self.tr("Sans nom"), now) for s in found])
        empty = self._nothing if words.strip() else self._empty
        self._stack.setCurrentWidget(self.list if found else empty)
        self._allow_actions()

    @Slot()
    def _allow_actions(self) -> None:
        for button in (self._open, self._erase):
            button.setEnabled(bool(self.list.chosen_key()))
            button.setVisible(self._stack.currentWidget() is self.list)

    @Slot()
    def _open_chosen(self) -> None:
        self.opened.emit(self.list.chosen_key())

    @Slot()
    def _erase_chosen(self) -> None:
        key = self.list.chosen_key()
        self.erase_wanted.emit(key, self._names[key])


def _row(summary: DossierSummary, nameless: str, now: datetime) -> CardRow:
    return CardRow(
        key=summary.id,
        title=summary.name or nameless,
        detail=summary.goal,
        note=when_words(summary.updated_at, now),
        tags=(proofs_words(summary.evidence), *summary.fiches),
        icon="personne",
    )
