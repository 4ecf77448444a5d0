"""Beside the story: what the sentence under the cursor may show, what was accepted, what to ask next."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea

from workbench.domain.solidity import Solidity
from workbench.ui.recit.cards import AcceptedCard, RefusedRow, SuggestionCard
from workbench.ui.recit.competence_search import CompetenceSearch
from workbench.ui.recit.sentence_view import CompetenceView, SentenceView
from workbench.ui.widgets.basics import Button, Card, clear, column, dress_scroller, label, row
from workbench.ui.words import signs_words, solidity_words, trigger_words, who_words

MOST_PROPOSED = 6


class SuggestionPanel(QScrollArea):
    """Shows a SentenceView; every answer is emitted, none is acted on here."""

    suggestion_accepted = Signal(str, str)
    other_accepted = Signal(str, str)
    refused = Signal(str, str)
    rated = Signal(str, int)
    removed = Signal(str)
    refusal_removed = Signal(str)
    referential_wanted = Signal()
    relance_asked = Signal(str)

    def __init__(self, guide: Card) -> None:
        """Make an empty panel; `guide` is the card of the whole story, under what is said of a sentence."""
        super().__init__()
        self.setAccessibleName(self.tr("Suggestions pour la phrase"))
        self._view: SentenceView | None = None
        self._cards: list[SuggestionCard] = []
        self._chosen = 0
        self._shows_others = False
        inside = QFrame()
        inside.setProperty("role", "panel")
        self._column = column(inside, margins="l", spacing="m")
        self._content = column(spacing="m")
        self._column.addLayout(self._content)
        self._search = CompetenceSearch()
        self._search.picked.connect(self._accept_other)
        self._search.closed.connect(self._close_search)
        self._search.hide()
        self._column.addWidget(self._search)
        self._column.addWidget(guide)
        self._column.addStretch(1)
        dress_scroller(self, inside)
        self.show_nothing(has_fiches=True)

    def show_sentence(self, view: SentenceView, known: dict[tuple[str, str], CompetenceView]) -> None:
        """Show a sentence; nothing moves if it is the one that is there, unchanged."""
        self._search.offer(known)
        if self._view is not None and replace(view, span=self._view.span) == self._view:
            self._view = view
            return
        if self._view is None or not view.span.overlaps(self._view.span):
            self._chosen, self._shows_others = 0, False
            self.verticalScrollBar().setValue(0)
            self._search.hide()
        self._view = view
        self._build()

    def show_nothing(self, *, has_fiches: bool) -> None:
        """Say what to do when there is no sentence under the cursor, or nothing to compare it with."""
        self._view = None
        self._cards = []
        clear(self._content)
        if has_fiches:
            self._say(
                self.tr("Rien à montrer ici"),
                self.tr("Placez le curseur dans une phrase : ce qu’elle peut montrer s’affichera ici."),
            )
            return
        self._say(
            self.tr("À quoi comparer ce récit ?"),
            self.tr("Ajoutez un référentiel au dossier : les suggestions viendront pendant que vous écrivez."),
        )
        button = Button(self.tr("Choisir un référentiel"), icon="referentiels", role="primary")
        button.clicked.connect(self.referential_wanted)
        self._content.addLayout(row(button, None))

    @Slot()
    def accept_chosen(self) -> None:
        """Accept the suggestion marked as the one in question."""
        if self._cards:
            self._cards[self._chosen].accept()

    @Slot()
    def refuse_chosen(self) -> None:
        """Refuse the suggestion marked as the one in question."""
        if self._cards:
            self._cards[self._chosen].refuse()

    @Slot()
    def choose_next(self) -> None:
        """Mark the next suggestion."""
        self._choose(self._chosen + 1)

    @Slot()
    def choose_previous(self) -> None:
        """Mark the previous suggestion."""
        self._choose(self._chosen - 1)

    def _choose(self, index: int) -> None:
        if self._cards:
            self._mark(index % len(self._cards))
            self.ensureWidgetVisible(self._cards[self._chosen], 0, 24)

    def _mark(self, index: int) -> None:
        self._chosen = index
        for number, card in enumerate(self._cards):
            card.set_chosen(chosen=number == index)

    def _say(self, heading: str, sentence: str) -> None:
        self._content.addWidget(label(heading, "heading"))
        self._content.addWidget(label(sentence, "muted"))

    def _build(self) -> None:
        view = self._view
        clear(self._content)
        self._cards = []
        self._build_head(view)
        for evidence, competence in view.accepted:
            card = AcceptedCard(evidence, competence)
            card.rated.connect(self.rated)
            card.removed.connect(self.removed)
            self._content.addWidget(card)
        self._build_proposed(view)
        self._build_actions(view)
        if self._shows_others:
            self._build_others(view)
        self._build_relances(view)
        self._mark(min(self._chosen, max(0, len(self._cards) - 1)))

    def _build_head(self, view: SentenceView) -> None:
        if view.who is None:
            self._content.addWidget(label(self.tr("Cette phrase n’est pas encore analysée."), "muted"))
            return
        head = label(who_words(view.who.who), "strong")
        self._content.addWidget(head)
        told = trigger_words(view.who.who)
        if told:
            self._content.addWidget(label(told, "small"))
        if view.who.who.is_evidence:
            self._build_solidity(view.who.solidity)

    def _build_solidity(self, solidity: Solidity) -> None:
        grade = label(solidity_words(solidity), "strong")
        grade.setToolTip(self.tr("Ce repère note le texte du passage, jamais la personne."))
        self._content.addWidget(grade)
        if solidity.signs:
            self._content.addWidget(label(signs_words(solidity), "small"))

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
        self._cards.append(card)
        self._content.addWidget(card)

    def _build_actions(self, view: SentenceView) -> None:
        other = Button(self.tr("Autre compétence…"), icon="recherche", role="quiet")
        other.clicked.connect(self._open_search)
        others = len(view.others) + len(view.refused)
        if not others:
            self._content.addLayout(row(other, None))
            return
        words = self.tr("Masquer les pistes") if self._shows_others else self.tr("Autres pistes ({0})").format(others)
        more = Button(words, icon="bas" if self._shows_others else "droite", role="quiet")
        more.clicked.connect(self._toggle_others)
        self._content.addLayout(row(other, None))
        self._content.addLayout(row(more, None))

    def _build_others(self, view: SentenceView) -> None:
        for suggestion, competence in view.others:
            self._add_suggestion(suggestion, competence)
        for refusal, competence in view.refused:
            line = RefusedRow(refusal, competence)
            line.removed.connect(self.refusal_removed)
            self._content.addWidget(line)

    def _build_relances(self, view: SentenceView) -> None:
        if not view.relances:
            return
        card = Card("sunken")
        card.column.addWidget(label(self.tr("Pour aller plus loin, demandez"), "overline"))
        for relance in view.relances[:1]:
            card.column.addWidget(label(relance.question, "quote"))
            asked = Button(self.tr("Posée : une autre"), role="quiet", tip=self.tr("Demander autre chose à ce passage"))
            asked.clicked.connect(self._ask_another)
            card.column.addLayout(row(asked, None))
        self._content.addWidget(card)

    @Slot()
    def _ask_another(self) -> None:
        self.relance_asked.emit(self._view.relances[0].code)

    @Slot(str, str)
    def _accept_other(self, fiche: str, competence: str) -> None:
        self._close_search()
        self.other_accepted.emit(fiche, competence)
        self.verticalScrollBar().setValue(0)

    @Slot()
    def _open_search(self) -> None:
        self._search.open()
        QTimer.singleShot(0, self._bring_search_up)  # once it is laid out

    @Slot()
    def _bring_search_up(self) -> None:
        self.ensureWidgetVisible(self._search)

    @Slot()
    def _close_search(self) -> None:
        self._search.hide()

    @Slot()
    def _toggle_others(self) -> None:
        self._shows_others = not self._shows_others
        self._build()
