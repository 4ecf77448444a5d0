"""The next good question of the story on screen, one at a time; what became of each is kept in the dossier."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.domain import question_changes as q
from workbench.domain.analysis import Relance, SentenceAnalysis, StoryAnalysis
from workbench.domain.dossier import AskedRelance, Dossier, Outcome
from workbench.domain.positions import Edit, Span
from workbench.domain.solidity import Grade, Standing
from workbench.services.session import new_id
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.passages import Passages
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.recit.question_card import NextQuestionCard
from workbench.ui.words import effect_words

if TYPE_CHECKING:
    from workbench.matching.next_question import Known

PAUSE_MS = 400
"""Milliseconds without news before the story is looked through: typing never waits for it."""


class QuestionGuide(QObject):
    """Finds what to ask next about the story on screen, and notes what was asked, answered and set aside."""

    changed = Signal()

    def __init__(self, editor: RecitEditor, card: NextQuestionCard) -> None:
        """Follow an editor, and show what it finds on a card."""
        super().__init__(card)
        self._editor, self._card = editor, card
        self._opened: OpenDossier | None = None
        self._recit_id = ""
        self._handled: Passages[AskedRelance] = Passages()
        self._current: Passages = Passages()
        self._last_answered = ""
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.look)
        card.asked.connect(self.note_asked)
        card.set_aside.connect(self.note_set_aside)
        card.answered.connect(self.note_answered)
        card.forgotten.connect(self._forget)
        card.passage_wanted.connect(self._show_passage)

    def follow(self, opened: OpenDossier, recit_id: str) -> None:
        """Read what a dossier holds of a story, whose typing was all written, and look at it a moment later."""
        if recit_id != self._recit_id:
            self._current = Passages()
            self._last_answered = ""
            self._card.show_question(None)
        self._opened, self._recit_id = opened, recit_id
        handled = opened.dossier.relances.values()
        self._handled = Passages([(r.span, r) for r in handled if r.recit_id == recit_id])
        self._show_waiting()
        self.wait()

    def wait(self) -> None:
        """Look at the story a moment later."""
        self._timer.start()

    def note(self, edit: Edit) -> None:
        """Move what was asked with an edit of the story."""
        self._handled.apply(edit)
        self._current.apply(edit)

    def relances(self, span: Span, sentence: SentenceAnalysis, text: str) -> tuple[Relance, ...]:
        """Return the question to ask about a sentence, other than those asked already."""
        if not sentence.lacks:
            return sentence.relances
        from workbench.matching.relances import next_relance  # noqa: PLC0415  (the window shows before it is needed)

        return next_relance(text[span.start : span.end], sentence.lacks, self._asked_at(span))

    def handle(self, span: Span, code: str, question: str, outcome: Outcome = Outcome.ASKED) -> None:
        """Note that a question was asked about a passage, or set aside, and look for the next."""
        self._last_answered = ""
        before = self._standing(span)
        self._record(q.RelanceHandled(new_id(), self._recit_id, span, code, question, outcome, before))

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
        self._current = Passages([(asked.span, asked) for asked in found])
        self._card.show_question(found[0] if found else None)
        self._show_waiting()

    def _known(self, dossier: Dossier) -> "Known":
        from workbench.matching.next_question import Handled, Known  # noqa: PLC0415  (the window shows before)

        evidence = dossier.evidence.values()
        return Known(
            evidence=[e for e in evidence if e.recit_id == self._recit_id],
            refusals=[r for r in dossier.refusals.values() if r.recit_id == self._recit_id],
            elsewhere={(e.fiche, e.competence) for e in evidence if e.recit_id != self._recit_id} | dossier.silenced,
            handled=[Handled(span, relance.code) for span, relance in self._handled.all()],
        )

    def _asked_at(self, span: Span) -> tuple[str, ...]:
        return tuple(r.code for place, r in self._handled.near(span.start, span.end) if place.overlaps(span))

    def _standing(self, span: Span) -> Standing:
        """Return how solid the passage is now: the most solid of the sentences that it touches."""
        near = self._editor.sentences.near(span.start, span.end)
        standings = [s.solidity.standing for place, s in near if place.overlaps(span)]
        return max(standings, key=_points, default=Standing(0, Grade.GENERIC))

    def _waiting(self) -> tuple[Span, AskedRelance] | None:
        """Return the question asked last of those that wait for an answer."""
        waiting = {r.id: (span, r) for span, r in self._handled.all() if r.outcome is Outcome.ASKED}
        kept = self._opened.dossier.relances if self._opened else ()
        return next((waiting[key] for key in reversed(tuple(kept)) if key in waiting), None)

    def _show_waiting(self) -> None:
        waiting, relances = self._waiting(), self._opened.dossier.relances
        answered = relances.get(self._last_answered)
        if waiting is not None:
            span, relance = waiting
            self._card.show_waiting(relance.question, effect_words(relance.before, self._standing(span)))
        elif answered is not None and answered.after is not None:
            self._card.show_waiting("", effect_words(answered.before, answered.after))
        else:
            self._card.show_waiting("", "")

    def _record(self, change: q.QuestionChange) -> None:
        self._opened.record(change)
        self.follow(self._opened, self._recit_id)
        self.look()
        self.changed.emit()

    @Slot()
    def note_asked(self) -> None:
        """Note that the question on the card was asked."""
        self._handle_current(Outcome.ASKED)

    @Slot()
    def note_set_aside(self) -> None:
        """Note that the question on the card is not to be asked."""
        self._handle_current(Outcome.SET_ASIDE)

    def _handle_current(self, outcome: Outcome) -> None:
        for span, question in list(self._current.all())[:1]:
            self.handle(span, question.code, question.question, outcome)

    @Slot()
    def note_answered(self) -> None:
        """Note that the question asked last was answered, and what that changed."""
        waiting = self._waiting()
        if waiting is not None:
            span, relance = waiting
            self._last_answered = relance.id
            self._record(q.RelanceAnswered(relance.id, self._standing(span)))

    @Slot()
    def _forget(self) -> None:
        waiting = self._waiting()
        if waiting is not None:
            self._record(q.RelanceForgotten(waiting[1].id))

    @Slot()
    def _show_passage(self) -> None:
        for span, _ in list(self._current.all())[:1]:
            self._editor.go_to(span)


def _points(standing: Standing) -> int:
    return standing.points
