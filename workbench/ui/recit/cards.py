"""The cards of the panel: a suggestion to answer, a passage accepted, a suggestion that was refused."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workbench.domain.analysis import Reason, Suggestion
from workbench.domain.dossier import Evidence, Refusal, Strength
from workbench.ui import theme
from workbench.ui.recit.painting import bloc_ground, bloc_pen
from workbench.ui.recit.sentence_view import CompetenceView
from workbench.ui.widgets.basics import Button, Card, label, row
from workbench.ui.widgets.fields import Choice
from workbench.ui.words import link_words, score_words, strength_words

MOST_REASONS = 3


class BlocMark(QWidget):
    """The colour and the line of a bloc, as they are in the story."""

    def __init__(self, mark: int) -> None:
        """Draw the mark of a bloc."""
        super().__init__()
        self._mark = mark
        self.setFixedSize(theme.current().px(26), theme.current().px(16))

    def paintEvent(self, _event) -> None:
        """Draw a piece of ground and its line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bloc_ground(self._mark))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setPen(bloc_pen(self._mark, max(2.0, 2 * theme.current().zoom)))
        painter.drawLine(1, self.height() - 2, self.width() - 1, self.height() - 2)


class BlocName(QWidget):
    """A bloc's mark beside its title."""

    def __init__(self, competence: CompetenceView) -> None:
        """Name the bloc of a competence."""
        super().__init__()
        name = label(competence.bloc_title, "small")
        name.setToolTip(competence.bloc_code)
        line = row(BlocMark(competence.mark), name)
        line.setStretch(1, 1)
        line.setAlignment(line.itemAt(0).widget(), Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)


class Likelihood(QWidget):
    """A small bar that fills with the probability."""

    def __init__(self, score: float) -> None:
        """Draw a probability between 0 and 1."""
        super().__init__()
        self._score = score
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return a size for a glance."""
        return QSize(theme.current().px(56), theme.current().px(8))

    def paintEvent(self, _event) -> None:
        """Draw the bar."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.setBrush(look.color("accent"))
        width = max(self.height(), round(self.width() * self._score))
        painter.drawRoundedRect(QRectF(0, 0, width, self.height()), self.height() / 2, self.height() / 2)


class SuggestionCard(Card):
    """A competence that a sentence may show, why, and the two answers."""

    accepted = Signal(str, str)
    refused = Signal(str, str)

    def __init__(self, suggestion: Suggestion, competence: CompetenceView) -> None:
        """Show a suggestion."""
        super().__init__(padding="m", spacing="s")
        self._key = competence.key
        self.setAccessibleName(competence.title)
        self.column.addWidget(label(competence.title))
        self.column.addWidget(BlocName(competence))
        self.column.addLayout(
            row(Likelihood(suggestion.score), label(score_words(suggestion.score), "small", wrap=False), None)
        )
        for reason in suggestion.reasons[:MOST_REASONS]:
            self.column.addWidget(label(_reason_words(reason), "small"))
        accept = Button(self.tr("Accepter"), icon="coche", tip=self.tr("Accepter (Ctrl+Entrée)"))
        refuse = Button(self.tr("Refuser"), role="quiet", tip=self.tr("Refuser (Ctrl+Retour arrière)"))
        for button in (accept, refuse):
            button.setAccessibleDescription(competence.title)
        accept.clicked.connect(self.accept)
        refuse.clicked.connect(self.refuse)
        self.column.addLayout(row(accept, refuse, None))

    @Slot()
    def accept(self) -> None:
        """Say that the person recognises this competence."""
        self.accepted.emit(*self._key)

    @Slot()
    def refuse(self) -> None:
        """Say that the person does not."""
        self.refused.emit(*self._key)


class AcceptedCard(Card):
    """A passage accepted for a competence, with the strength of the proof."""

    rated = Signal(str, int)
    removed = Signal(str)

    def __init__(self, evidence: Evidence, competence: CompetenceView) -> None:
        """Show what was accepted."""
        super().__init__(padding="m", spacing="s")
        self._evidence_id = evidence.id
        self.column.addWidget(label(self.tr("✓ Accepté"), "overline"))
        self.column.addWidget(label(competence.title))
        self.column.addWidget(BlocName(competence))
        strength = Choice([(strength_words(s), s) for s in Strength])
        strength.setAccessibleName(self.tr("Force de la preuve"))
        strength.choose(evidence.strength)
        strength.picked.connect(self._rate)
        remove = Button(self.tr("Retirer"), role="quiet")
        remove.setAccessibleDescription(competence.title)
        remove.clicked.connect(self._remove)
        self.column.addLayout(row(strength, remove, None))

    @Slot(object)
    def _rate(self, strength: Strength) -> None:
        self.rated.emit(self._evidence_id, int(strength))

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._evidence_id)


class RefusedRow(QWidget):
    """A suggestion that was refused, and the way back."""

    removed = Signal(str)

    def __init__(self, refusal: Refusal, competence: CompetenceView) -> None:
        """Show what was refused."""
        super().__init__()
        self._refusal_id = refusal.id
        back = Button(self.tr("Proposer à nouveau"), role="quiet")
        back.setAccessibleDescription(competence.title)
        back.clicked.connect(self._remove)
        card = Card("sunken", padding="m", spacing="xs")
        card.column.addWidget(label(self.tr("Refusé : {0}").format(competence.title), "small"))
        card.column.addLayout(row(back, None))
        line = row(card)
        self.setLayout(line)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._refusal_id)


def _reason_words(reason: Reason) -> str:
    if not reason.story_words:
        return f"« {reason.referential_words} » ({link_words(reason.link)})"
    return f"« {reason.story_words} » ↔ « {reason.referential_words} » ({link_words(reason.link)})"
