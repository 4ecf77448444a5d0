"""The next good question of the story on screen, one at a time; what was asked or set aside is kept for the session."""

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.domain.analysis import Relance, SentenceAnalysis, StoryAnalysis
from workbench.domain.dossier import Dossier
from workbench.domain.positions import Edit, Span
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.passages import Passages
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.widgets.basics import Button, Card, label, row
from workbench.ui.words import gain_words

if TYPE_CHECKING:
    from workbench.matching.next_question import Known, NextQuestion

PAUSE_MS = 400
"""Milliseconds without news before the story is looked through: typing never waits for it."""


class NextQuestionCard(Card):
    """One question about the story, what its answer would bring, and what can be done with it."""

    asked = Signal()
    set_aside = Signal()
    passage_wanted = Signal()

    def __init__(self) -> None:
        """Make a card that shows once it has a question."""
        super().__init__("sunken", padding="m", spacing="s")
        self.setAccessibleName(self.tr("La prochaine bonne question"))
        self.question = label("", "quote")
        self.gain = label("", "small")
        self.column.addWidget(label(self.tr("La prochaine bonne question"), "overline"))
        self.column.addWidget(self.question)
        self.column.addWidget(self.gain)
        self.asked_button = Button(self.tr("Posée"), icon="coche", tip=self.tr("Cette question a été posée"))
        self.aside_button = Button(
            self.tr("Mettre de côté"), role="quiet", tip=self.tr("Ne plus proposer cette question pour ce passage")
        )
        self.passage_button = Button(self.tr("Voir le passage"), icon="droite", role="quiet")
        self.asked_button.clicked.connect(self.asked)
        self.aside_button.clicked.connect(self.set_aside)
        self.passage_button.clicked.connect(self.passage_wanted)
        self.column.addLayout(row(self.asked_button, self.aside_button, None))
        self.column.addLayout(row(self.passage_button, None))
        self.hide()

    def show_question(self, question: "NextQuestion | None") -> None:
        """Show a question, or nothing."""
        self.setVisible(question is not None)
        if question is not None:
            self.question.setText(question.question)
            self.gain.setText(gain_words(question.gain))


class QuestionGuide(QObject):
    """Knows what was asked about each story of the session, and finds what to ask next."""

    changed = Signal()

    def __init__(self, editor: RecitEditor, card: NextQuestionCard) -> None:
        """Follow an editor, and show what it finds on a card."""
        super().__init__(card)
        self._editor, self._card = editor, card
        self._opened: OpenDossier | None = None
        self._recit_id = ""
        self._handled: dict[str, Passages[str]] = defaultdict(Passages)
        self._current: Passages = Passages()
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.look)
        card.asked.connect(self._handle)
        card.set_aside.connect(self._handle)
        card.passage_wanted.connect(self._show_passage)

    def follow(self, opened: OpenDossier, recit_id: str) -> None:
        """Look at a story of a dossier, a moment later."""
        if recit_id != self._recit_id:
            self._current = Passages()
            self._card.show_question(None)
        self._opened, self._recit_id = opened, recit_id
        self._timer.start()

    def note(self, edit: Edit) -> None:
        """Move what was asked with an edit of the story."""
        self._handled[self._recit_id].apply(edit)
        self._current.apply(edit)

    def relances(self, span: Span, sentence: SentenceAnalysis, text: str) -> tuple[Relance, ...]:
        """Return the question to ask about a sentence, other than those asked already."""
        asked = self._asked_at(span)
        if not asked:
            return sentence.relances
        from workbench.matching.relances import next_relance  # noqa: PLC0415  (the window shows before it is needed)

        return next_relance(text[span.start : span.end], sentence.lacks, asked)

    def handle(self, span: Span, code: str) -> None:
        """Note that a question was asked about a passage, or set aside, and look for the next."""
        kept = list(self._handled[self._recit_id].all())
        self._handled[self._recit_id] = Passages([*kept, (span, code)])
        self.look()
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Find the next question in the story as it stands, and show it."""
        self._timer.stop()
        if self._opened is None or self._recit_id not in self._opened.dossier.recits:
            return
        from workbench.matching.next_question import next_questions  # noqa: PLC0415  (the window shows before)

        dossier = self._opened.dossier
        sentences = tuple(replace(s, span=span) for span, s in self._editor.sentences.all())
        fiches = dossier.fiches.values()
        found = next_questions(self._editor.source.text, StoryAnalysis(sentences), fiches, self._known(dossier), most=1)
        self._current = Passages([(q.span, q) for q in found])
        self._card.show_question(found[0] if found else None)

    def _known(self, dossier: Dossier) -> "Known":
        from workbench.matching.next_question import Handled, Known  # noqa: PLC0415  (the window shows before)

        evidence = dossier.evidence.values()
        return Known(
            evidence=[e for e in evidence if e.recit_id == self._recit_id],
            refusals=[r for r in dossier.refusals.values() if r.recit_id == self._recit_id],
            elsewhere={(e.fiche, e.competence) for e in evidence if e.recit_id != self._recit_id} | dossier.silenced,
            handled=[Handled(span, code) for span, code in self._handled[self._recit_id].all()],
        )

    def _asked_at(self, span: Span) -> tuple[str, ...]:
        return tuple(c for s, c in self._handled[self._recit_id].near(span.start, span.end) if s.overlaps(span))

    @Slot()
    def _handle(self) -> None:
        for span, question in list(self._current.all())[:1]:
            self.handle(span, question.code)

    @Slot()
    def _show_passage(self) -> None:
        for span, _ in list(self._current.all())[:1]:
            self._editor.go_to(span)
