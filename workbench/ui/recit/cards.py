"""The cards of the panel: a suggestion to answer, a passage accepted, a suggestion that was refused."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workbench.domain.analysis import Reason, Suggestion
from workbench.domain.dossier import Evidence, Postponing, Refusal, Strength
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
    """A competence that a sentence may show, why, and the answers."""

    accepted = Signal(str, str)
    refused = Signal(str, str)
    postponed = Signal(str, str)
    silenced = Signal(str, str)

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
        wait = self.tr("Ni oui ni non pour l’instant (Ctrl+Maj+Entrée)")
        later = Button(self.tr("Plus tard"), role="quiet", tip=wait)
        never = Button(
            self.tr("Ne plus proposer"),
            role="quiet",
            tip=self.tr("Ne plus proposer cette compétence dans ce dossier (Ctrl+Maj+Retour arrière)"),
        )
        for button, answer in (
            (accept, self.accept),
            (refuse, self.refuse),
            (later, self.postpone),
            (never, self.silence),
        ):
            button.setAccessibleDescription(competence.title)
            button.clicked.connect(answer)
        self.column.addLayout(row(accept, refuse, None))
        self.column.addLayout(row(later, never, None))

    @Slot()
    def accept(self) -> None:
        """Say that the person recognises this competence."""
        self.accepted.emit(*self._key)

    @Slot()
    def refuse(self) -> None:
        """Say that the person does not."""
        self.refused.emit(*self._key)

    @Slot()
    def postpone(self) -> None:
        """Say that it is too early to tell."""
        self.postponed.emit(*self._key)

    @Slot()
    def silence(self) -> None:
        """Say that this competence has no place in the dossier."""
        self.silenced.emit(*self._key)

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells this card from the others."""
        return self._key


class AcceptedCard(Card):
    """A passage accepted for a competence, with the strength of the proof."""

    rated = Signal(str, int)
    removed = Signal(str)
    correction_wanted = Signal(str)

    def __init__(self, evidence: Evidence, competence: CompetenceView) -> None:
        """Show what was accepted."""
        super().__init__(padding="m", spacing="s")
        self._evidence_id, self._strength = evidence.id, evidence.strength
        self.setAccessibleName(competence.title)
        self.column.addWidget(label(self.tr("✓ Accepté"), "overline"))
        self.column.addWidget(label(competence.title))
        self.column.addWidget(BlocName(competence))
        strength = Choice([(strength_words(s), s) for s in Strength])
        strength.setAccessibleName(self.tr("Force de la preuve"))
        strength.setToolTip(self.tr("Force de la preuve : Alt+droite pour plus, Alt+gauche pour moins"))
        strength.choose(evidence.strength)
        strength.picked.connect(self._rate)
        self.column.addLayout(row(strength, None))
        correct = Button(self.tr("Corriger…"), role="quiet", tip=self.tr("C’est une autre compétence (F2)"))
        remove = Button(self.tr("Retirer"), role="quiet", tip=self.tr("Retirer cette preuve (Ctrl+Retour arrière)"))
        for button, answer in ((correct, self.correct), (remove, self.refuse)):
            button.setAccessibleDescription(competence.title)
            button.clicked.connect(answer)
        self.column.addLayout(row(correct, remove, None))

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells this card from the others."""
        return ("", self._evidence_id)

    def strengthen(self, degrees: int) -> None:
        """Make the proof stronger by some degrees, or weaker."""
        wanted = min(max(self._strength + degrees, Strength.TOLD), Strength.CERTIFIED)
        if wanted != self._strength:
            self.rated.emit(self._evidence_id, int(wanted))

    @Slot()
    def correct(self) -> None:
        """Say that the passage shows another competence."""
        self.correction_wanted.emit(self._evidence_id)

    @Slot()
    def refuse(self) -> None:
        """Take the proof back."""
        self.removed.emit(self._evidence_id)

    @Slot(object)
    def _rate(self, strength: Strength) -> None:
        self.rated.emit(self._evidence_id, int(strength))


class AsideRow(QWidget):
    """A suggestion that was refused or put off, and the way back."""

    removed = Signal(str)

    def __init__(self, item: Refusal | Postponing, competence: CompetenceView) -> None:
        """Show what was put aside."""
        super().__init__()
        self._item_id = item.id
        words = self.tr("Plus tard : {0}") if isinstance(item, Postponing) else self.tr("Refusé : {0}")
        back = Button(self.tr("Proposer à nouveau"), role="quiet")
        back.setAccessibleDescription(competence.title)
        back.clicked.connect(self._remove)
        card = Card("sunken", padding="m", spacing="xs")
        card.column.addWidget(label(words.format(competence.title), "small"))
        card.column.addLayout(row(back, None))
        line = row(card)
        self.setLayout(line)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._item_id)


def _reason_words(reason: Reason) -> str:
    if not reason.story_words:
        return f"« {reason.referential_words} » ({link_words(reason.link)})"
    return f"« {reason.story_words} » ↔ « {reason.referential_words} » ({link_words(reason.link)})"
