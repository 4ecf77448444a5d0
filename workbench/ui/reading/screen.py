"""Mode lecture à deux: every claim, one after the other, in large type and in plain words, for the person to answer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from workbench.domain import changes as c
from workbench.domain.mastery import Mastery, Rater
from workbench.domain.reading import Claim, claims
from workbench.ui import theme
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.reading.claim_card import ClaimCard
from workbench.ui.reading.voice import Voice
from workbench.ui.widgets.announce import announce
from workbench.ui.widgets.basics import Button, column, label, row, scroller
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page

WIDTH = 960
_DIGITS = {1: "1&", 2: "2é", 3: '3"', 4: "4'"}
"""What the four keys type, with and without Shift, on French keyboards and others."""


class ReadingScreen(Page):
    """The claims of a dossier, read back by the person beside the counsellor."""

    recognition_wanted = Signal()

    def __init__(self, opened: OpenDossier) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("Lecture à deux"), self.tr("Tournez l’écran : rien ne reste sans son accord."), scrolls=False
        )
        self._open = opened
        self._claims: tuple[Claim, ...] = ()
        self._place = -1
        self.voice = Voice(self)
        self.voice.speaking.connect(self._show_voice)
        self.card = ClaimCard()
        self._connect_card()
        self._build()
        self._add_keys()

    def refresh(self) -> None:
        """Show the claims as they are; the first time, the first that is not answered."""
        shown = self._current()
        self._claims = claims(self._open.dossier)
        places = {claim.evidence.id: place for place, claim in enumerate(self._claims)}
        if shown is not None and shown.evidence.id in places:
            self._place = places[shown.evidence.id]
        elif self._place < 0:
            waiting = [place for place, claim in enumerate(self._claims) if not claim.is_answered]
            self._place = (waiting or [0])[0]
        self._show()

    @Slot()
    def leave(self) -> None:
        """Keep the words that are being written, and be silent."""
        self.voice.stop()
        if self.card.rewording.has_changed:
            self.card.rewording.keep()

    def showEvent(self, event) -> None:
        """Put the keyboard on the answer."""
        super().showEvent(event)
        self._focus()

    @Slot()
    def next(self) -> None:
        """Go to the next claim, or to the end."""
        self._go(self._place + 1)

    @Slot()
    def previous(self) -> None:
        """Go to the claim before."""
        self._go(self._place - 1)

    def _current(self) -> Claim | None:
        return self._claims[self._place] if 0 <= self._place < len(self._claims) else None

    def _go(self, place: int) -> None:
        if 0 <= place <= len(self._claims):
            self.leave()
            self._place = place
            self._show()
            self._focus()

    def _connect_card(self) -> None:
        self.card.confirmed.connect(self._confirm)
        self.card.reworded.connect(self._reword)
        self.card.withdrawn.connect(self._withdraw)
        self.card.restored.connect(self._restore)
        self.card.rated.connect(self._rate)

    def _build(self) -> None:
        self.listen = Button("", icon="ecouter", key="E")
        self.listen.clicked.connect(self._listen)
        self.listen.setVisible(self.voice.exists)
        if not self.voice.exists:
            no_voice = self.tr("Cette machine n’a pas de voix : lisez à voix haute.")
            self.subtitle.setText(f"{self.subtitle.text()} {no_voice}")
        done = Button(self.tr("Terminer"), tip=self.tr("Revenir à la reconnaissance (Échap)"))
        done.clicked.connect(self.recognition_wanted)
        self.actions.addWidget(self.listen)
        self.actions.addWidget(done)
        self._stack = QStackedWidget()
        self._reading = self._centred(self.card)
        self._end = EmptyState("coche", self.tr("Vous avez tout relu"), "", self.tr("Revenir au début"))
        self._end.acted.connect(self._restart)
        self._nothing = EmptyState(
            "recits",
            self.tr("Rien à relire pour l’instant"),
            self.tr("Les passages que vous acceptez dans les récits viendront ici, un par un."),
            self.tr("Voir la reconnaissance"),
        )
        self._nothing.acted.connect(self.recognition_wanted)
        self._last, self._none = scroller(self._end), scroller(self._nothing)
        for part in (self._reading, self._last, self._none):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self._build_steps()
        theme.current().changed.connect(self._measure)
        self._measure()
        self._show_voice()

    @Slot()
    def _measure(self) -> None:
        self.card.setMaximumWidth(theme.current().px(WIDTH))

    def _centred(self, card: QWidget) -> QWidget:
        inside = QWidget()
        inside.setObjectName("body")
        whole = column(inside)
        line = row(None, card, None)
        line.setStretch(1, 100)
        whole.addLayout(line)
        whole.addStretch(1)
        return scroller(inside)

    def _build_steps(self) -> None:
        self.back = Button(self.tr("Précédent"), icon="retour", tip=self.tr("Précédent (flèche gauche)"))
        self.forth = Button(self.tr("Suivant"), icon="suite", role="primary", tip=self.tr("Suivant (flèche droite)"))
        self.back.clicked.connect(self.previous)
        self.forth.clicked.connect(self.next)
        self.progress_words = label("", "heading", wrap=False)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Avancée de la lecture"))
        self._steps = QWidget()
        line = row(self.back, self.progress_words, self.progress, self.forth, spacing="l")
        line.setStretch(2, 1)
        column(self._steps).addLayout(line)
        self.body.addWidget(self._steps)

    def _add_keys(self) -> None:
        keys = [
            (("Right", "PgDown"), self.next),
            (("Left", "PgUp"), self.previous),
            (("O",), self._say_yes),
            (("R",), self.card.begin_rewording),
            (("T",), self._say_no),
            (("Esc",), self._escape),
        ]
        for names, slot in keys:
            self._add_key(names, slot)
        for level, letters in _DIGITS.items():
            for choice, prefix in ((self.card.own, ""), (self.card.counsellors, "Alt+")):
                shortcut = self._add_key(tuple(prefix + letter for letter in letters), self._type_level)
                shortcut.setProperty("level", level)
                shortcut.setProperty("own", choice is self.card.own)

    def _add_key(self, names: tuple[str, ...], slot) -> QShortcut:
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence(name) for name in names])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
        return shortcut

    def _show(self) -> None:
        claim, count = self._current(), len(self._claims)
        self._steps.setVisible(bool(count))
        if not count:
            self._stack.setCurrentWidget(self._none)
            return
        self.progress.setRange(0, count)
        self.progress.setValue(min(self._place + 1, count))
        self.back.setEnabled(self._place > 0)
        self.forth.setEnabled(claim is not None)
        if claim is None:
            self._show_end()
            return
        self.progress_words.setText(self.tr("{0} sur {1}").format(self._place + 1, count))
        self.card.show_claim(claim, self._open.dossier.counsellor)
        self._stack.setCurrentWidget(self._reading)

    def _show_end(self) -> None:
        taken = sum(claim.is_taken_back for claim in self._claims)
        waiting = sum(not claim.is_answered for claim in self._claims)
        agreed = len(self._claims) - taken - waiting
        words = self.tr("Dits oui : {0}. Retirés : {1}. Pas encore relus : {2}. Tout peut encore changer.")
        self._end.sentence.setText(words.format(agreed, taken, waiting))
        self._end.heading.setText(
            self.tr("Vous avez tout relu") if not waiting else self.tr("C’est la fin de la lecture")
        )
        self.progress_words.setText(self.tr("Fin"))
        self._stack.setCurrentWidget(self._last)

    def _focus(self) -> None:
        claim = self._current()
        if not self._claims:
            self._nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif claim is None:
            self._end.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            target = self.forth if claim.is_answered else self.card.yes
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.card, f"{self.progress_words.text()}. {self.card.spoken()}")
            self._reading.verticalScrollBar().setValue(0)

    @Slot()
    def _restart(self) -> None:
        self._go(0)

    @Slot()
    def _escape(self) -> None:
        if self.card.rewording.isHidden():
            self.recognition_wanted.emit()
        else:
            self.card.rewording.left.emit()

    @Slot()
    def _say_yes(self) -> None:
        claim = self._current()
        if claim is not None and claim.is_taken_back:
            self._restore()
        elif claim is not None and not claim.is_answered:
            self._confirm()

    @Slot()
    def _say_no(self) -> None:
        claim = self._current()
        if claim is not None and not claim.is_taken_back:
            self._withdraw()

    @Slot()
    def _confirm(self) -> None:
        self._answer(c.ClaimConfirmed(self._claims[self._place].evidence.id))

    @Slot(str)
    def _reword(self, wording: str) -> None:
        self.card.rewording.hide()
        claim = self._claims[self._place]
        kept = "" if wording == claim.words else wording
        if kept != claim.evidence.wording:
            self._answer(c.ClaimReworded(claim.evidence.id, kept))

    @Slot()
    def _withdraw(self) -> None:
        self.card.rewording.hide()
        self._answer(c.ClaimWithdrawn(self._claims[self._place].evidence.id))

    @Slot()
    def _restore(self) -> None:
        self._answer(c.ClaimRestored(self._claims[self._place].evidence.id))

    def _answer(self, change: c.Change) -> None:
        self._open.record(change)
        if self.isVisible():
            self._focus()

    @Slot(object, object)
    def _rate(self, rater: Rater, mastery: Mastery | None) -> None:
        evidence = self._claims[self._place].evidence
        self._open.record(c.MasteryRated(evidence.fiche, evidence.competence, rater, mastery))

    @Slot()
    def _type_level(self) -> None:
        claim = self._current()
        if claim is not None and not claim.is_taken_back:
            choice = self.card.own if self.sender().property("own") else self.card.counsellors
            choice.choose(Mastery(self.sender().property("level")))

    @Slot()
    def _listen(self) -> None:
        if self.voice.is_speaking:
            self.voice.stop()
        elif self._current() is not None:
            self.voice.say(self.card.spoken())

    @Slot()
    def _show_voice(self) -> None:
        self.listen.setText(self.tr("Se taire  (E)") if self.voice.is_speaking else self.tr("Écouter  (E)"))
        self.listen.setShortcut("E")  # a new text takes the key away
