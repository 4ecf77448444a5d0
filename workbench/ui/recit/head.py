"""The head of the panel: who did what in the sentence, and a way to say otherwise."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.analysis import Actor, Basis, Reality, SentenceAnalysis
from workbench.domain.solidity import Solidity
from workbench.ui.recit.who_menu import WhoMenu
from workbench.ui.widgets.basics import Button, column, label, row
from workbench.ui.words import signs_words, solidity_words, trigger_words, who_words


class SentenceHead(QWidget):
    """Who did what, the words that told it, how solid that is; two buttons to correct it."""

    overruled = Signal(str, str)
    believed = Signal()

    def __init__(self, sentence: SentenceAnalysis) -> None:
        """Show a sentence."""
        super().__init__()
        self._sentence = sentence
        self._column = column(self, spacing="xs")
        self._column.addWidget(label(who_words(sentence.who), "strong"))
        told = trigger_words(sentence.who)
        if told:
            self._column.addWidget(label(told, "small"))
        if sentence.who.basis is not Basis.TURN:
            self._add_corrections()
        if sentence.who.is_evidence:
            self._add_solidity(sentence.solidity)

    def ask(self, place: QPoint | None = None) -> None:
        """Ask who did what, at a place of the screen or under the buttons."""
        if self._sentence.who.basis is not Basis.TURN:
            menu = WhoMenu(self._sentence.who, self._say, self.believed.emit, self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place or self._correct.mapToGlobal(QPoint(0, self._correct.height())))

    @Slot()
    def say_hers(self) -> None:
        """Say that the person did it."""
        if not self._is_hers():
            self._say(Actor.SELF, Reality.DONE)

    def _is_hers(self) -> bool:
        who = self._sentence.who
        return who.basis is Basis.TURN or (who.actor, who.reality) == (Actor.SELF, Reality.DONE)

    def _add_corrections(self) -> None:
        self._correct = Button(self.tr("Corriger…"), role="quiet", tip=self.tr("Dire qui a fait quoi (Alt+Q)"))
        self._correct.setAccessibleName(self.tr("Corriger qui a fait quoi"))
        self._correct.clicked.connect(self._ask_here)
        line = row(self._correct, None)
        if not self._is_hers():
            hers = Button(self.tr("C’était « je »"), role="quiet", tip=self.tr("La personne l’a fait (Alt+J)"))
            hers.clicked.connect(self.say_hers)
            line.insertWidget(0, hers)
        self._column.addLayout(line)

    def _add_solidity(self, solidity: Solidity) -> None:
        grade = label(solidity_words(solidity), "strong")
        grade.setToolTip(self.tr("Ce repère note le texte du passage, jamais la personne."))
        self._column.addWidget(grade)
        if solidity.signs:
            self._column.addWidget(label(signs_words(solidity), "small"))

    @Slot()
    def _ask_here(self) -> None:
        self.ask()

    def _say(self, actor: Actor, reality: Reality) -> None:
        self.overruled.emit(actor, reality)
