"""One line of a migration: an old competence, its passages, and where they go."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.dossier import Dossier
from workbench.domain.migration import Likeness
from workbench.ui.migration.plan import Line, Plan
from workbench.ui.widgets.basics import Button, Card, clear, column, label, row
from workbench.ui.words import likeness_words, strength_words

MOST_PASSAGES = 4
LONGEST_PASSAGE = 180


class EnterButton(Button):
    """A button that Enter presses, as the space bar does."""

    def keyPressEvent(self, event) -> None:
        """Press on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class LineCard(Card):
    """An old competence at the left, the one that takes its place at the right, and the answers."""

    confirmed = Signal(object)
    reopened = Signal(object)
    change_wanted = Signal(object)

    def __init__(self, dossier: Dossier, plan: Plan, line: Line) -> None:
        """Show a line of a plan."""
        super().__init__(padding="l", spacing="m")
        self.line, self._plan = line, plan
        self.setAccessibleName(line.competence.title)
        self._target = column(spacing="xs")
        self.confirm = EnterButton("", role="primary")
        self.confirm.clicked.connect(self._answer)
        self.change = EnterButton(self.tr("Changer…"), role="quiet", tip=self.tr("Choisir une autre compétence"))
        self.change.clicked.connect(self._ask_change)
        self.column.addLayout(_halves(self._old(dossier), self._new()))
        self.show_state()

    def show_state(self) -> None:
        """Show where the line goes, and whether that was confirmed."""
        clear(self._target)
        plan, line = self._plan, self.line
        is_confirmed, goes = plan.is_confirmed(line), plan.goes(line)
        level = label(likeness_words(plan.likeness(line)), _role(plan.likeness(line)), wrap=False)
        self._target.addLayout(row(level, None))
        words = []
        for code in goes:
            words.append(plan.after.competence(code).title)
            self._target.addWidget(label(words[-1]))
            self._target.addWidget(label(plan.after.bloc_of(code).title, "small"))
        if not goes:
            words.append(self.tr("Aucune compétence de la nouvelle fiche"))
            self._target.addWidget(label(words[0], "muted"))
            self._target.addWidget(label(self.tr("Ce qui fut accepté reste avec l’ancienne fiche, lisible."), "small"))
        self.confirm.setText(self.tr("✓ Confirmé – revoir") if is_confirmed else self.tr("Confirmer"))
        self.confirm.setProperty("role", "quiet" if is_confirmed else "primary")
        self.confirm.style().unpolish(self.confirm)
        self.confirm.style().polish(self.confirm)
        said = self.tr("« {0} » : {1}, {2}").format(
            line.competence.title, likeness_words(plan.likeness(line)), " ; ".join(words)
        )
        for button in (self.confirm, self.change):
            button.setAccessibleDescription(said)
        self.change.setEnabled(not is_confirmed)

    def _old(self, dossier: Dossier) -> QWidget:
        half = QWidget()
        inside = column(half, spacing="xs")
        inside.addWidget(label(self.line.bloc.title, "small"))
        inside.addWidget(label(self.line.competence.title, "strong"))
        for evidence in self.line.passages[:MOST_PASSAGES]:
            said = " ".join(dossier.passage(evidence).split())
            shown = said if len(said) <= LONGEST_PASSAGE else said[:LONGEST_PASSAGE].rstrip() + "…"
            inside.addWidget(label(f"« {shown} »", "quote"))
            inside.addWidget(label(strength_words(evidence.strength), "small"))
        for words in self._more():
            inside.addWidget(label(words, "small"))
        inside.addStretch(1)
        return half

    def _more(self) -> list[str]:
        more, refusals = len(self.line.passages) - MOST_PASSAGES, self.line.refusals
        words = []
        if more > 0:
            words.append(
                self.tr("et un autre passage") if more == 1 else self.tr("et {0} autres passages").format(more)
            )
        if refusals:
            counted = self.tr("{0} suggestions refusées suivent").format(refusals)
            words.append(self.tr("1 suggestion refusée suit") if refusals == 1 else counted)
        return words

    def _new(self) -> QWidget:
        half = QWidget()
        inside = column(half, spacing="m")
        inside.addLayout(self._target)
        inside.addLayout(row(self.confirm, self.change, None))
        inside.addStretch(1)
        return half

    @Slot()
    def _answer(self) -> None:
        (self.reopened if self._plan.is_confirmed(self.line) else self.confirmed).emit(self)

    @Slot()
    def _ask_change(self) -> None:
        self.change_wanted.emit(self)


class OthersCard(Card):
    """The competences of which nothing was decided yet: read side by side, nothing to confirm."""

    def __init__(self, plan: Plan) -> None:
        """Show them with what is most like each, then what the new fiche has besides."""
        super().__init__(padding="l", spacing="m")
        reached = {code for line in plan.lines for code in plan.goes(line)}
        for line in plan.others:
            goes = plan.goes(line)
            title = plan.after.competence(goes[0]).title if goes else ""
            self._add(line.competence.title, title, likeness_words(plan.likeness(line)), _role(plan.likeness(line)))
        for competence in plan.after.competences():
            if competence.code not in reached:
                self._add("", competence.title, self.tr("nouvelle"), "tag")

    def _add(self, old: str, new: str, said: str, role: str) -> None:
        left, right = QWidget(), QWidget()
        beside = column(left)
        beside.addWidget(label(old or "–", "" if old else "muted"))
        beside.addStretch(1)
        inside = column(right, spacing="xs")
        if new:
            inside.addWidget(label(new))
        inside.addLayout(row(label(said, role, wrap=False), None))
        self.column.addLayout(_halves(left, right))


def _halves(left: QWidget, right: QWidget):
    """Return two things side by side, each with half of the width, from the top."""
    line = row(left, right, spacing="xl")
    for number, half in enumerate((left, right)):
        line.setStretch(number, 1)
        half.setMinimumWidth(1)
    return line


def _role(likeness: Likeness) -> str:
    return "tag" if likeness in (Likeness.IDENTICAL, Likeness.VERY_CLOSE, Likeness.CLOSE) else "attention"
