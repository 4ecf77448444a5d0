"""One claim in large type: what was told, what that shows, and what the person says of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.mastery import Rater
from workbench.domain.reading import Claim, in_plain_words
from workbench.ui.reading.mastery_choice import MasteryChoice
from workbench.ui.reading.rewording import Rewording
from workbench.ui.widgets.basics import Button, Card, Icon, column, label, row, unbroken
from workbench.ui.widgets.flow import FlowLayout

LONG = 220
"""Characters from which a passage is set in smaller letters, so that it stays in sight with what it shows."""


class ClaimCard(Card):
    """Shows a claim and emits what the person and the counsellor say of it."""

    confirmed = Signal()
    reworded = Signal(str)
    withdrawn = Signal()
    restored = Signal()
    rated = Signal(object, object)

    def __init__(self) -> None:
        """Make an empty card."""
        super().__init__(padding="xl", spacing="m")
        self.claim: Claim | None = None
        self.told = label("", "read_small")
        self.words = label("", "read")
        self.otherwise = label("", "read_small")
        self.wording = label("", "read")
        self.shows = label("", "read_small")
        self.title = label("", "read_title")
        self.whole = label("", "read_small")
        self._whole_button = Button(self.tr("Voir la phrase entière"), role="link")
        self._whole_button.setCheckable(True)
        self._whole_button.toggled.connect(self.whole.setVisible)
        self.rewording = Rewording()
        self.rewording.kept.connect(self.reworded)
        self.rewording.left.connect(self._stop_rewording)
        self.rewording.opened.connect(self._leave_room)
        for part in (self.told, self.words, self.otherwise, self.wording, self.rewording):
            self.column.addWidget(part)
        self.column.addSpacing(8)
        for part in (self.shows, self.title):
            self.column.addWidget(part)
        self.column.addLayout(row(self._whole_button, None))
        self.column.addWidget(self.whole)
        self.column.addSpacing(8)
        self._add_answers()
        self.column.addSpacing(8)
        self.own = MasteryChoice(Rater.PERSON, "{0}")
        self.counsellors = MasteryChoice(Rater.COUNSELLOR, self.tr("Alt+{0}"))
        self._ratings = QWidget()
        self._ratings.setLayout(FlowLayout(self.own, self.counsellors, spacing="xl"))
        for choice in (self.own, self.counsellors):
            choice.rated.connect(self.rated)
        self.column.addWidget(self._ratings)

    def _add_answers(self) -> None:
        self.yes = Button(self.tr("Oui, c’est ça  (O)"), icon="coche", role="large_primary")
        self.otherwise_button = Button(self.tr("Le redire autrement  (R)"), role="large")
        self.no = Button(self.tr("Le retirer  (T)"), role="large")
        self.back = Button(self.tr("Le remettre  (O)"), icon="annuler", role="large")
        for button, slot in (
            (self.yes, self.confirmed),
            (self.otherwise_button, self.begin_rewording),
            (self.no, self.withdrawn),
            (self.back, self.restored),
        ):
            button.clicked.connect(slot)
        self._answers = QWidget()
        self._answers.setLayout(FlowLayout(self.yes, self.otherwise_button, self.no, self.back, spacing="m"))
        self._mark = Icon("coche", "success", 20)
        self.state = label("", "heading")
        self._state_line = QWidget()
        inside = column(self._state_line)
        line = row(self._mark, self.state, spacing="s")
        line.setStretch(1, 1)
        inside.addLayout(line)
        self.column.addWidget(self._state_line)
        self.column.addWidget(self._answers)

    def show_claim(self, claim: Claim, counsellor: str) -> None:
        """Show a claim; what is being reworded is left alone."""
        is_other = self.claim is None or self.claim.evidence.id != claim.evidence.id
        self.claim = claim
        if is_other:
            self.rewording.hide()
            self._whole_button.setChecked(False)
        self._show_words(claim)
        self._show_answer(claim)
        self.own.show_rating(self.tr("Aujourd’hui, vous diriez :"), claim.ratings.person)
        who = self.tr("{0} dirait :").format(counsellor) if counsellor else self.tr("Le conseiller dirait :")
        self.counsellors.show_rating(who, claim.ratings.counsellor)
        self._leave_room()

    def spoken(self) -> str:
        """Return what is read aloud, and said by a screen reader."""
        said = [self.told.text(), self.words.text()]
        if self.claim.evidence.wording:
            said += [self.otherwise.text(), self.wording.text()]
        return " ".join((*said, self.shows.text(), f"{self.title.text()}."))

    def _show_words(self, claim: Claim) -> None:
        self.told.setText(self.tr("Vous avez raconté, dans « {0} » :").format(claim.story))
        role = "read_long" if len(claim.words) > LONG else "read"
        for part in (self.words, self.wording):
            if part.property("role") != role:
                part.setProperty("role", role)
                part.style().polish(part)
        self.words.setText(f"« {claim.words} »")
        wording = claim.evidence.wording
        self.otherwise.setText(self.tr("Vous le dites aussi autrement :"))
        self.wording.setText(f"« {wording} »")
        self.otherwise.setVisible(bool(wording))
        self.wording.setVisible(bool(wording))
        plain = in_plain_words(claim.title)
        self.shows.setText(self.tr("Pour nous, cela montre que vous savez :"))
        self.title.setText(f"{plain[:1].lower()}{plain[1:]}")
        self.whole.setText(claim.title)
        self.whole.setVisible(self._whole_button.isChecked())
        self._whole_button.setHidden(plain.casefold() == claim.title.rstrip(" .").casefold())

    def _show_answer(self, claim: Claim) -> None:
        state, icon, colour = self._answer(claim)
        self.state.setText(state)
        self._mark.show_icon(icon, colour)
        self._state_line.setVisible(bool(state))
        for button in (self.yes, self.otherwise_button, self.no):
            button.setHidden(claim.is_taken_back)
            button.setAccessibleDescription(unbroken(self.spoken()))
        self.yes.setHidden(claim.is_answered)
        self.back.setVisible(claim.is_taken_back)

    def _answer(self, claim: Claim) -> tuple[str, str, str]:
        if claim.is_taken_back:
            return self.tr("Vous l’avez retiré : cela ne compte plus nulle part."), "fermer", "muted"
        if claim.has_changed:
            return self.tr("Le récit a changé depuis votre oui. Est-ce toujours ça ?"), "attention", "warning"
        if claim.is_confirmed and claim.evidence.wording:
            return self.tr("Vous avez dit oui, avec vos mots d’aujourd’hui."), "coche", "success"
        return (self.tr("Vous avez dit oui."), "coche", "success") if claim.is_confirmed else ("", "coche", "success")

    @Slot()
    def begin_rewording(self) -> None:
        """Let the person write other words, from those that she has."""
        if self.claim is not None and not self.claim.is_taken_back:
            self.rewording.begin(self.claim.evidence.wording or self.claim.words)

    @Slot()
    def _leave_room(self) -> None:
        """Show nothing else to answer while other words are written."""
        is_rewording = not self.rewording.isHidden()
        self._answers.setHidden(is_rewording)
        self._ratings.setHidden(is_rewording or self.claim.is_taken_back)

    @Slot()
    def _stop_rewording(self) -> None:
        self.rewording.hide()
        self._leave_room()
        self.otherwise_button.setFocus(Qt.FocusReason.OtherFocusReason)
