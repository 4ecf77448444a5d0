"""A story open for writing: the editor, the panel beside it, and the analyst that follows what is typed."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame

from workbench.domain import changes as c
from workbench.domain.analysis import SentenceAnalysis, StoryAnalysis
from workbench.domain.positions import Edit, Span
from workbench.ui import theme
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.passages import Passages
from workbench.ui.recit.answers import Answers
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.recit.find_bar import FindBar
from workbench.ui.recit.next_question import QuestionGuide
from workbench.ui.recit.painting import Mark
from workbench.ui.recit.panel import SuggestionPanel
from workbench.ui.recit.question_card import NextQuestionCard
from workbench.ui.recit.rename import RenameDialog
from workbench.ui.recit.sentence_view import Decided, competence_views, sentence_view
from workbench.ui.recit.set_aside import SetAsideDialog
from workbench.ui.recit.spelling import Spelling
from workbench.ui.recit.story_passages import StoryPassages, touching
from workbench.ui.tasks import Analyst
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Split, column, label
from workbench.ui.widgets.page import Page

NARROW = 440


class RecitScreen(Page):
    """One story at a time."""

    back_wanted = Signal()
    referential_wanted = Signal()
    removal_wanted = Signal(str)

    def __init__(self, analyst: Analyst, use_cases: UseCases) -> None:
        """Make the screen; `show_recit` says which story."""
        super().__init__("", scrolls=False)
        self._analyst = analyst
        self._open: OpenDossier | None = None
        self._recit_id = ""
        self._first_asked = self._asked = self._reading = self._read = 0
        self._edits_since: list[Edit] = []
        self._fiches: tuple = ()
        self._passages = StoryPassages()
        self.editor = RecitEditor()
        self.find_bar = FindBar(self.editor)
        self.spelling = Spelling(self.editor, analyst, use_cases)
        card = NextQuestionCard()
        self.panel = SuggestionPanel(card)
        self.guide = QuestionGuide(self.editor, card)
        self.answers = Answers(self.editor, self.panel)
        self._build()
        self._connect()

    def show_recit(self, opened: OpenDossier, recit_id: str) -> None:
        """Open a story of a dossier."""
        self.leave()
        self._open, self._recit_id = opened, recit_id
        recit = opened.dossier.recits[recit_id]
        experience = opened.dossier.experiences.get(recit.experience_id)
        self.subtitle.setText(experience.title if experience else "")
        self.editor.sentences = Passages()
        self.editor.load(recit.text)
        self._fiches = tuple(opened.dossier.fiches.values())
        self._passages.read(opened.dossier, recit_id)
        self.answers.follow(opened, recit_id)
        self._ask()
        self._first_asked = self._asked
        self.refresh()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def go_to(self, span: Span) -> None:
        """Bring a passage of the story into sight."""
        self.editor.go_to(span)

    def go_to_suggestions(self) -> None:
        """Go to the first sentence that something waits for an answer in, unless the cursor is in one."""
        found = self.editor.current_sentence()
        waiting = [span for span, s in self.editor.sentences.all() if s.span.start in self.editor.waiting]
        if waiting and (found is None or found[0] not in waiting):
            self.go_to(waiting[0])

    @property
    def shows(self) -> str:
        """Return the identifier of the story on screen."""
        return self._recit_id

    def refresh(self) -> None:
        """Show the dossier as it is now; a story that an undo took away sends back to the list."""
        if self._open is None:
            return
        recit = self._open.dossier.recits.get(self._recit_id)
        if recit is None:
            self._open = None
            self.back_wanted.emit()
            return
        self.title.setText(recit.title)
        brought = self.editor.bring_to(recit.text)
        dossier = self._open.dossier
        self._known = competence_views(dossier)
        said = self._passages.said()
        self._passages.read(dossier, self._recit_id)
        fiches = tuple(dossier.fiches.values())
        if brought is not None:
            self._edits_since.append(brought)
            self.guide.note(brought)
        self.guide.follow(self._open, self._recit_id)
        if brought is not None or fiches != self._fiches or said != self._passages.said():
            self._fiches = fiches
            self.editor.show_sentences(Passages(list(self._corrected(self.editor.sentences))))
            self._ask()
        self._show_marks()
        self._show_sentence()

    def leave(self) -> None:
        """Write the typing that is under way."""
        if self._open is not None:
            self._open.flush()

    @Slot()
    def undo(self) -> None:
        """Take back the latest change of the dossier."""
        if self._open is not None:
            self._open.undo()

    def resizeEvent(self, event) -> None:
        """Let what the analyst is at go on below where it would be cut."""
        super().resizeEvent(event)
        margins = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right()
        is_narrow = room < theme.current().px(NARROW)
        self.state.setWordWrap(is_narrow)
        self.state.setMinimumWidth(room if is_narrow else 0)

    def _build(self) -> None:
        self.state = label("", "small", wrap=False)
        back = Button(self.tr("Tous les récits"), icon="retour", role="quiet")
        back.clicked.connect(self.back_wanted)
        self.header.insertWidget(0, back, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.actions.addWidget(self.state)
        rename = Button(self.tr("Renommer…"), role="quiet", tip=self.tr("Donner un autre titre à ce récit"))
        rename.clicked.connect(self._rename)
        remove = Button("", icon="corbeille", role="quiet", tip=self.tr("Retirer ce récit du dossier…"))
        remove.clicked.connect(self._ask_removal)
        self.actions.addWidget(rename)
        self.actions.addWidget(remove)
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = column(frame, margins="xs", spacing="xs")
        inside.addWidget(self.find_bar)
        inside.addWidget(self.editor, 1)
        self.body.addWidget(Split(frame, self.panel, (660, 350), (340, 300)), 1)

    def _connect(self) -> None:
        self.editor.edited.connect(self._type)
        self.editor.left.connect(self.leave)
        self.editor.sentence_changed.connect(self._show_sentence)
        self.editor.who_asked.connect(self._ask_who)
        for answered in (
            self.panel.suggestion_accepted,
            self.panel.other_accepted,
            self.panel.refused,
            self.panel.postponed,
            self.panel.silenced,
            self.panel.removed,
            self.panel.reassigned,
            self.panel.overruled,
            self.panel.believed,
            self.panel.search_left,
        ):
            answered.connect(self._go_back_to_writing)
        self.find_bar.closed.connect(self._go_back_to_writing)
        self.panel.referential_wanted.connect(self.referential_wanted)
        self.panel.search_wanted.connect(self.search_competence)
        self.panel.relance_asked.connect(self._note_asked)
        self.guide.changed.connect(self._show_sentence)
        self._analyst.ready.connect(self._say_state)
        self._analyst.started.connect(self._note_reading)
        self._analyst.analysed.connect(self._receive)
        self._analyst.restarted.connect(self.ask_again)
        self._say_state()

    @Slot()
    def _rename(self) -> None:
        dialog = RenameDialog(self._open.dossier.recits[self._recit_id].title, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.rename(dialog.name)

    def rename(self, title: str) -> None:
        """Give the story another title."""
        if title != self._open.dossier.recits[self._recit_id].title:
            self._open.record(c.RecitRenamed(self._recit_id, title))

    @Slot()
    def _ask_removal(self) -> None:
        self.leave()
        self.removal_wanted.emit(self._recit_id)

    @Slot(object)
    def _type(self, edit: Edit) -> None:
        self._passages.apply(edit)
        self._edits_since.append(edit)
        self.guide.note(edit)
        self._open.type(self._recit_id, edit)
        self._ask()

    def _ask(self) -> None:
        said = self._passages.said()
        self._asked = self._analyst.ask(self.editor.source.text, self._fiches, self._recit_id, said)
        self._say_state()

    @Slot()
    def ask_again(self) -> None:
        """Have the story read again: the analyst is another, or has learnt something."""
        self._say_state()
        if self._open is not None:
            self._ask()

    @Slot(int, object)
    def _receive(self, number: int, analysis: StoryAnalysis) -> None:
        if self._open is None or number != self._reading or number < self._first_asked:
            return
        self._read = number
        placed = Passages([(s.span, s) for s in analysis.sentences], self._edits_since)
        self.editor.show_sentences(Passages(list(self._corrected(placed))) if self._passages.said() else placed)
        self.guide.wait()
        self._show_marks()
        self._show_sentence()
        self._say_state()

    def _show_marks(self) -> None:
        known = ((span, e, self._known.get((e.fiche, e.competence))) for span, e in self._passages.evidence.all())
        marks = [(span, Mark(view.mark, e.strength, view.title)) for span, e, view in known if view]
        settled, silenced = self._passages.settled(), self._open.dossier.silenced
        waiting = frozenset(
            s.span.start
            for span, s in self.editor.sentences.all()
            if span.start not in settled
            and any(x.proposed and (x.fiche, x.competence) not in silenced for x in s.suggestions)
        )
        self.editor.show_marks(Passages(marks), waiting)

    def _corrected(self, sentences: Passages[SentenceAnalysis]) -> Iterator[tuple[Span, SentenceAnalysis]]:
        """Give sentences with what the counsellor said of them since they were read."""
        for span, sentence in sentences.all():
            said = next(touching(self._passages.overrulings, span), None)
            yield span, replace(sentence, who=said.who) if said else sentence

    @Slot()
    def _go_back_to_writing(self) -> None:
        """Give the keyboard back to the story: the button that had it is gone with its card."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_sentence(self) -> None:
        if self._open is None:
            return
        found = self.editor.current_sentence()
        if found is None or not self._fiches:
            self.panel.show_nothing(has_fiches=bool(self._fiches))
            return
        span, analysis = found
        decided = Decided(
            touching(self._passages.evidence, span),
            touching(self._passages.refusals, span),
            touching(self._passages.postponed, span),
            self._open.dossier.silenced,
        )
        view = sentence_view(span, analysis, decided, self._known)
        if analysis is not None:
            view = replace(view, relances=self.guide.relances(span, analysis, self.editor.source.text))
        self.panel.show_sentence(view, self._known)

    @Slot()
    def search_competence(self) -> None:
        """Look for the competence that the sentence, or what is selected, shows."""
        span = self.answers.passage()
        if span is not None and self._fiches:
            self.panel.search(self.editor.source.text[span.start : span.end])

    def toggle_calm(self) -> None:
        """Leave the story alone on the screen, or bring back what is beside it."""
        self.panel.setVisible(self.panel.isHidden())
        self._go_back_to_writing()

    def show_set_aside(self) -> None:
        """Show what was put off, and what is no longer suggested."""
        self.leave()
        dialog = SetAsideDialog(self._open, self._recit_id, self)
        dialog.passage_wanted.connect(self.go_to)
        dialog.exec()

    @Slot(QPoint)
    def _ask_who(self, place: QPoint) -> None:
        self.panel.ask_who(place)

    @Slot(str)
    def _note_asked(self, code: str) -> None:
        found = self.editor.current_sentence()
        if found is not None:
            span, sentence = found
            questions = self.guide.relances(span, sentence, self.editor.source.text) if sentence else ()
            for relance in (r for r in questions if r.code == code):
                self.guide.handle(span, code, relance.question)

    @Slot()
    def _say_state(self) -> None:
        if not self._analyst.is_ready:
            words = self.tr("Le modèle de langue se charge… (quelques secondes) — vous pouvez écrire")
        else:
            words = self.tr("Analyse à jour") if self._read == self._asked else self.tr("Lecture en cours…")
        self.state.setText(words)

    @Slot(int)
    def _note_reading(self, number: int) -> None:
        self._reading = number
        self._edits_since = []
        self._say_state()
