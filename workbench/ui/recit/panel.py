"""Beside the story: what the sentence under the cursor may show, what was accepted, what to ask next."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea

from workbench.ui.recit.cards import AcceptedCard, AsideRow, SuggestionCard
from workbench.ui.recit.competence_search import PASSAGE, CompetenceSearch
from workbench.ui.recit.head import SentenceHead
from workbench.ui.recit.sentence_view import CompetenceView, SentenceView
from workbench.ui.widgets.basics import Button, Card, clear, column, dress_scroller, label, row

MOST_PROPOSED = 6


class SuggestionPanel(QScrollArea):
    """Shows a SentenceView; every answer is emitted, none is acted on here.

    One card is in question: the keys answer it. It stays in question while it is there, whatever comes or goes.
    """

    suggestion_accepted = Signal(str, str)
    other_accepted = Signal(str, str)
    refused = Signal(str, str)
    postponed = Signal(str, str)
    silenced = Signal(str, str)
    rated = Signal(str, int)
    removed = Signal(str)
    reassigned = Signal(str, str, str)
    refusal_removed = Signal(str)
    postponing_removed = Signal(str)
    overruled = Signal(str, str)
    believed = Signal()
    referential_wanted = Signal()
    search_wanted = Signal()
    search_left = Signal()
    relance_asked = Signal(str)

    def __init__(self, guide: Card) -> None:
        """Make an empty panel; `guide` is the card of the whole story, under what is said of a sentence."""
        super().__init__()
        self.setAccessibleName(self.tr("Suggestions pour la phrase"))
        self._view: SentenceView | None = None
        self._head: SentenceHead | None = None
        self._cards: list[AcceptedCard | SuggestionCard] = []
        self._chosen = 0
        self._shows_others = False
        self._corrected = ""
        inside = QFrame()
        inside.setProperty("role", "panel")
        self._column = column(inside, margins="l", spacing="m")
        self._search = CompetenceSearch()
        self._search.picked.connect(self._take_competence)
        self._search.closed.connect(self._leave_search)
        self._search.hide()
        self._column.addWidget(self._search)
        self._content = column(spacing="m")
        self._column.addLayout(self._content)
        self._column.addWidget(guide)
        self._column.addStretch(1)
        dress_scroller(self, inside)
        self.setAcceptDrops(True)
        self.show_nothing(has_fiches=True)

    def show_sentence(self, view: SentenceView, known: dict[tuple[str, str], CompetenceView]) -> None:
        """Show a sentence; nothing moves if it is the one that is there, unchanged."""
        self._search.offer(known)
        if self._view is not None and replace(view, span=self._view.span) == self._view:
            self._view = view
            return
        chosen = self._chosen_key()
        if self._view is None or not view.span.overlaps(self._view.span):
            chosen, self._shows_others = None, False
            self.verticalScrollBar().setValue(0)
            self._close_search()
        self._view = view
        self._build(chosen)

    def show_nothing(self, *, has_fiches: bool) -> None:
        """Say what to do when there is no sentence under the cursor, or nothing to compare it with."""
        self._view, self._head = None, None
        self._cards = []
        clear(self._content)
        if has_fiches:
            self._say(
                self.tr("Rien à montrer ici"),
                self.tr("Écrivez une phrase ou placez-y le curseur : ce qu’elle peut montrer s’affichera ici."),
            )
            return
        self._say(
            self.tr("À quoi comparer ce récit ?"),
            self.tr("Ajoutez un référentiel au dossier : les suggestions viendront pendant que vous écrivez."),
        )
        button = Button(self.tr("Choisir un référentiel"), icon="referentiels", role="primary")
        button.clicked.connect(self.referential_wanted)
        self._content.addLayout(row(button, None))

    def search(self, passage: str) -> None:
        """Look for a competence that a passage shows."""
        self._open_search(self.tr("Compétence que montre"), passage)

    @Slot()
    def accept_chosen(self) -> None:
        """Accept the suggestion in question."""
        if isinstance(card := self._card(), SuggestionCard):
            card.accept()

    @Slot()
    def refuse_chosen(self) -> None:
        """Refuse the suggestion in question, or take back the proof in question."""
        if card := self._card():
            card.refuse()

    def postpone_chosen(self) -> None:
        """Put off the suggestion in question."""
        if isinstance(card := self._card(), SuggestionCard):
            card.postpone()

    def silence_chosen(self) -> None:
        """No longer suggest the competence in question."""
        if isinstance(card := self._card(), SuggestionCard):
            card.silence()

    def correct_chosen(self) -> None:
        """Give the proof in question, or the first there is, to another competence."""
        if proof := self._proof():
            proof.correct()

    def strengthen(self, degrees: int) -> None:
        """Make the proof in question, or the first there is, stronger or weaker."""
        if proof := self._proof():
            proof.strengthen(degrees)

    def say_hers(self) -> None:
        """Say that the person did what the sentence tells."""
        if self._head:
            self._head.say_hers()

    def ask_who(self, place: QPoint | None = None) -> None:
        """Ask who did what."""
        if self._head:
            self._head.ask(place)

    @Slot()
    def choose_next(self) -> None:
        """Put the next card in question."""
        self._choose(self._chosen + 1)

    @Slot()
    def choose_previous(self) -> None:
        """Put the previous card in question."""
        self._choose(self._chosen - 1)

    @Slot()
    def toggle_others(self) -> None:
        """Show or hide what is less likely, and what was put aside."""
        if self._view is not None:
            self._shows_others = not self._shows_others
            self._build(self._chosen_key())

    def dragEnterEvent(self, event) -> None:
        """Show the competences that words of the story can be dropped on."""
        if event.mimeData().hasFormat(PASSAGE) and self._view is not None:
            self.search(event.mimeData().text())
            event.acceptProposedAction()

    def _card(self) -> AcceptedCard | SuggestionCard | None:
        return self._cards[self._chosen] if self._cards and not self.isHidden() else None

    def _chosen_key(self) -> tuple[str, str] | None:
        card = self._card()
        return card.key if card else None

    def _proof(self) -> AcceptedCard | None:
        proofs = [card for card in self._cards if isinstance(card, AcceptedCard)]
        return self._card() if self._card() in proofs else next(iter(proofs), None)

    def _choose(self, index: int) -> None:
        if self._cards:
            self._mark(index % len(self._cards))
            self.ensureWidgetVisible(self._cards[self._chosen], 0, 24)

    def _mark(self, index: int) -> None:
        self._chosen = index
        for number, card in enumerate(self._cards):
            card.set_chosen(chosen=number == index)

    def _mark_again(self, chosen: tuple[str, str] | None) -> None:
        """Put in question the card that was, else the first suggestion, else the first proof."""
        keys = [card.key for card in self._cards]
        first = next((n for n, card in enumerate(self._cards) if isinstance(card, SuggestionCard)), 0)
        self._mark(keys.index(chosen) if chosen in keys else first)

    def _say(self, heading: str, sentence: str) -> None:
        self._content.addWidget(label(heading, "heading"))
        self._content.addWidget(label(sentence, "muted"))

    def _build(self, chosen: tuple[str, str] | None) -> None:
        view = self._view
        clear(self._content)
        self._cards, self._head = [], None
        self._build_head(view)
        for evidence, competence in view.accepted:
            card = AcceptedCard(evidence, competence)
            card.rated.connect(self.rated)
            card.removed.connect(self.removed)
            card.correction_wanted.connect(self._correct)
            self._cards.append(card)
            self._content.addWidget(card)
        self._build_proposed(view)
        self._build_actions(view)
        if self._shows_others:
            self._build_others(view)
        self._build_relances(view)
        self._mark_again(chosen)

    def _build_head(self, view: SentenceView) -> None:
        if view.who is None:
            self._content.addWidget(label(self.tr("Cette phrase n’est pas encore analysée."), "muted"))
            return
        self._head = SentenceHead(view.who)
        self._head.overruled.connect(self.overruled)
        self._head.believed.connect(self.believed)
        self._content.addWidget(self._head)

    def _build_proposed(self, view: SentenceView) -> None:
        if not view.proposed:
            if view.who is not None and not view.accepted:
                self._content.addWidget(label(self.tr("Aucune compétence proposée pour cette phrase."), "muted"))
            return
        self._content.addWidget(label(self.tr("Cette phrase peut montrer"), "overline"))
        for suggestion, competence in view.proposed[:MOST_PROPOSED]:
            self._add_suggestion(suggestion, competence)

    def _add_suggestion(self, suggestion, competence) -> None:
        card = SuggestionCard(suggestion, competence)
        card.accepted.connect(self.suggestion_accepted)
        card.refused.connect(self.refused)
        card.postponed.connect(self.postponed)
        card.silenced.connect(self.silenced)
        self._cards.append(card)
        self._content.addWidget(card)

    def _build_actions(self, view: SentenceView) -> None:
        tip = self.tr("Chercher la compétence que montre la phrase, ou ce qui est sélectionné (Ctrl+E)")
        other = Button(self.tr("Autre compétence…"), icon="recherche", role="quiet", tip=tip)
        other.clicked.connect(self.search_wanted)
        self._content.addLayout(row(other, None))
        others = len(view.others) + len(view.postponed) + len(view.refused)
        if not others:
            return
        words = self.tr("Masquer les pistes") if self._shows_others else self.tr("Autres pistes ({0})").format(others)
        icon = "bas" if self._shows_others else "droite"
        more = Button(words, icon=icon, role="quiet", tip=self.tr("Moins probables, ou mises de côté (Ctrl+Espace)"))
        more.clicked.connect(self.toggle_others)
        self._content.addLayout(row(more, None))

    def _build_others(self, view: SentenceView) -> None:
        for suggestion, competence in view.others:
            self._add_suggestion(suggestion, competence)
        for items, taken_back in ((view.postponed, self.postponing_removed), (view.refused, self.refusal_removed)):
            for item, competence in items:
                line = AsideRow(item, competence)
                line.removed.connect(taken_back)
                self._content.addWidget(line)

    def _build_relances(self, view: SentenceView) -> None:
        if not view.relances:
            return
        card = Card("sunken")
        card.column.addWidget(label(self.tr("Pour préciser cette phrase, demandez"), "overline"))
        for relance in view.relances[:1]:
            card.column.addWidget(label(relance.question, "quote"))
            asked = Button(
                self.tr("Posée, la suivante"), role="quiet", tip=self.tr("Demander autre chose à ce passage")
            )
            asked.clicked.connect(self._ask_another)
            card.column.addLayout(row(asked, None))
        self._content.addWidget(card)

    @Slot()
    def _ask_another(self) -> None:
        self.relance_asked.emit(self._view.relances[0].code)

    @Slot(str)
    def _correct(self, evidence_id: str) -> None:
        title = next(view.title for evidence, view in self._view.accepted if evidence.id == evidence_id)
        self._open_search(self.tr("Compétence à la place de"), title)
        self._corrected = evidence_id

    @Slot(str, str)
    def _take_competence(self, fiche: str, competence: str) -> None:
        corrected = self._corrected
        self._close_search()
        if corrected:
            self.reassigned.emit(corrected, fiche, competence)
        else:
            self.other_accepted.emit(fiche, competence)
        self.verticalScrollBar().setValue(0)

    def _open_search(self, heading: str, words: str) -> None:
        self._corrected = ""
        self._search.open(heading, words)
        QTimer.singleShot(0, self._bring_search_up)  # once it is laid out

    @Slot()
    def _bring_search_up(self) -> None:
        self.ensureWidgetVisible(self._search)

    @Slot()
    def _leave_search(self) -> None:
        self._close_search()
        self.search_left.emit()

    def _close_search(self) -> None:
        self._corrected = ""
        self._search.hide()
