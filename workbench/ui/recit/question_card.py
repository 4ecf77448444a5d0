"""The card of the next good question: what to ask, what became of the question asked before, and its effect."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from workbench.ui.widgets.basics import Button, Card, column, label
from workbench.ui.widgets.flow import FlowLayout
from workbench.ui.words import gain_words

if TYPE_CHECKING:
    from workbench.matching.next_question import NextQuestion


class NextQuestionCard(Card):
    """One question about the story, and below it the one that waits for its answer."""

    asked = Signal()
    set_aside = Signal()
    passage_wanted = Signal()
    answered = Signal()
    forgotten = Signal()

    def __init__(self) -> None:
        """Make a card that shows once it has something to say."""
        super().__init__("sunken", padding="m", spacing="s")
        self.setAccessibleName(self.tr("La prochaine bonne question"))
        self._has_question = self._has_waiting = self._has_effect = False
        self.question, self.gain = label("", "quote"), label("", "small")
        self.waiting, self.effect = label("", "small"), label("", "tag")
        self._heading = label(self.tr("La prochaine bonne question"), "overline")
        self._make_buttons()
        self._proposed = (
            self._heading,
            self.question,
            self.gain,
            self.asked_button,
            self.aside_button,
            self.passage_button,
        )
        self._awaited = (self.waiting, self.answered_button, self.forgotten_button)
        self.column.addWidget(self._heading)
        self.column.addWidget(self.question)
        self.column.addWidget(self.gain)
        self.column.addLayout(FlowLayout(self.asked_button, self.aside_button, self.passage_button))
        below = column(spacing="xs")
        below.addWidget(self.waiting)
        below.addWidget(self.effect)
        below.addLayout(FlowLayout(self.answered_button, self.forgotten_button))
        self.column.addLayout(below)
        self.hide()

    def _make_buttons(self) -> None:
        self.asked_button = Button(self.tr("Posée"), icon="coche", tip=self.tr("Cette question a été posée"))
        self.aside_button = Button(
            self.tr("Mettre de côté"), role="quiet", tip=self.tr("Ne plus proposer cette question pour ce passage")
        )
        self.passage_button = Button(self.tr("Voir le passage"), icon="droite", role="quiet")
        self.answered_button = Button(
            self.tr("Répondue"), icon="coche", role="quiet", tip=self.tr("La personne a répondu : noter l’effet")
        )
        self.forgotten_button = Button(
            self.tr("À reposer"), role="quiet", tip=self.tr("Proposer à nouveau cette question plus tard")
        )
        self.asked_button.clicked.connect(self.asked)
        self.aside_button.clicked.connect(self.set_aside)
        self.passage_button.clicked.connect(self.passage_wanted)
        self.answered_button.clicked.connect(self.answered)
        self.forgotten_button.clicked.connect(self.forgotten)

    def show_question(self, question: "NextQuestion | None") -> None:
        """Show a question, or none."""
        self._has_question = question is not None
        if question is not None:
            self.question.setText(question.question)
            self.gain.setText(gain_words(question.gain))
        self._show()

    def show_waiting(self, question: str, effect: str) -> None:
        """Show the question that waits for its answer, if any, and what an answer changed."""
        self._has_waiting, self._has_effect = bool(question), bool(effect)
        self.waiting.setText(self.tr("Posée : {0}").format(question))
        self.effect.setText(effect)
        self._show()

    def _show(self) -> None:
        for widget in self._proposed:
            widget.setVisible(self._has_question)
        for widget in self._awaited:
            widget.setVisible(self._has_waiting)
        self.effect.setVisible(self._has_effect)
        self.setVisible(self._has_question or self._has_waiting or self._has_effect)
