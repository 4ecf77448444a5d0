"""The editor of a story: plain text, exact edits, and marks that are worked out for what is visible only."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QTextCursor, QTextDocumentFragment
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from workbench.domain.analysis import SentenceAnalysis
from workbench.domain.cleaning import pasted
from workbench.domain.positions import Edit, Span
from workbench.ui import theme
from workbench.ui.passages import Passages
from workbench.ui.recit import painting
from workbench.ui.recit.competence_search import PASSAGE
from workbench.ui.recit.margin import WIDTH as MARGIN
from workbench.ui.recit.margin import Margin
from workbench.ui.recit.painting import Mark
from workbench.ui.text_positions import SourceText, smallest_edit
from workbench.ui.words import mark_words

_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_LINE_SEPARATORS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


class RecitEditor(QPlainTextEdit):
    """Tells every edit in Python characters, and paints who did what and what was accepted.

    Undo and redo belong to the dossier: their keys are left to the window.
    """

    edited = Signal(object)
    sentence_changed = Signal()
    who_asked = Signal(QPoint)
    word_asked = Signal(object)
    seen_changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Make an empty editor."""
        super().__init__()
        self.setObjectName("recit")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setAccessibleName(self.tr("Récit"))
        self.setPlaceholderText(
            self.tr("Écrivez ici, avec les mots de la personne. « Ce jour-là, je suis arrivée à huit heures… »")
        )
        self.source = SourceText()
        self.sentences: Passages[SentenceAnalysis] = Passages()
        self.marks: Passages[Mark] = Passages()
        self.waiting: frozenset[int] = frozenset()
        self._found: Passages[None] = Passages()
        self.misspelt: Passages[str] = Passages()
        self._quiet = False
        self.sentence: Span | None = None
        self._margin = Margin(self)
        self.document().contentsChange.connect(self._note_change)
        self.cursorPositionChanged.connect(self._follow_cursor)
        self.updateRequest.connect(self._scroll_margin)
        self.verticalScrollBar().valueChanged.connect(self.seen_changed)
        theme.current().changed.connect(self._measure)
        self._measure()

    def load(self, text: str) -> None:
        """Show another story; what Qt cannot hold as it is (control characters) becomes an edit."""
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False
        shown = self._read(0, self.document().characterCount())
        self.source = SourceText(text)
        if shown != text:
            self._edit(smallest_edit(text, shown))

    def bring_to(self, text: str) -> Edit | None:
        """Make the story into another state of itself by one small change, show where, and return that change."""
        edit = smallest_edit(self.source.text, text)
        if not edit.removed and not edit.inserted:
            return None
        cursor = self._cursor(edit.start, edit.start + edit.removed)
        self._quiet = True
        cursor.insertText(edit.inserted)
        self._quiet = False
        self._apply(edit)
        self.setTextCursor(self._cursor(edit.start + len(edit.inserted), edit.start + len(edit.inserted)))
        return edit

    def go_to(self, span: Span) -> None:
        """Put the cursor at the beginning of a passage and bring it into sight."""
        self.setTextCursor(self._cursor(span.start, span.start))
        self.centerCursor()

    def select(self, span: Span) -> None:
        """Select a passage and bring it into sight."""
        self.setTextCursor(self._cursor(span.start, span.end))
        self.ensureCursorVisible()

    def show_found(self, found: Passages[None]) -> None:
        """Mark what was looked for."""
        self._found = found
        self.repaint_marks()

    def show_misspelt(self, words: Passages[str]) -> None:
        """Mark words to look at again."""
        self.misspelt = words
        self.repaint_marks()

    def write(self, span: Span, text: str) -> None:
        """Write a text in place of a passage."""
        self._cursor(span.start, span.end).insertText(text)

    def in_sight(self) -> Span:
        """Return the paragraphs in sight."""
        spans = [self.block_span(block) for block, _ in self.visible_blocks()]
        return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)

    def under(self, place: int) -> QPoint:
        """Return the place of the screen under a character."""
        box = self.cursorRect(self._cursor(place, place))
        return self.viewport().mapToGlobal(box.bottomLeft())

    def contextMenuEvent(self, event) -> None:
        """Ask about the word under the mouse, if it is one to look at again."""
        place = self.source.to_python(self.cursorForPosition(event.pos()).position())
        found = self.misspelt.at(place)
        if found is not None and event.reason() is not event.Reason.Keyboard:
            self.word_asked.emit(found[0])
        else:
            super().contextMenuEvent(event)

    def place(self) -> int:
        """Return the cursor's place, in Python characters."""
        return self.source.to_python(self.textCursor().position())

    def selection(self) -> Span | None:
        """Return what is selected, in Python characters, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self.source.to_python(cursor.selectionStart()), self.source.to_python(cursor.selectionEnd()))

    def current_sentence(self) -> tuple[Span, SentenceAnalysis] | None:
        """Return the sentence that the cursor is in, or None."""
        return self.sentences.at(self.place())

    def show_sentences(self, sentences: Passages[SentenceAnalysis]) -> None:
        """Show another analysis."""
        self.sentences = sentences
        self._follow_cursor()
        self.repaint_marks()

    def show_marks(self, marks: Passages[Mark], waiting: frozenset[int]) -> None:
        """Show what was accepted, and which sentences (by start, as they were read) wait for an answer."""
        self.marks, self.waiting = marks, waiting
        self.repaint_marks()

    @Slot()
    def repaint_marks(self) -> None:
        """Paint again."""
        self.viewport().update()
        self._margin.update()

    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and the answers to suggestions to the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.ignore()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what was accepted where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip:
            place = self.source.to_python(self.cursorForPosition(event.pos()).position())
            marks = [mark for span, mark in self.marks.near(place, place) if span.start <= place < span.end]
            QToolTip.showText(event.globalPos(), "\n".join(mark_words(m.title, m.strength) for m in marks), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event) -> None:
        """Paint the marks, then the words over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, top in self.visible_blocks():
            self._paint_block(painter, block, top)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event) -> None:
        """Keep the margin at the left."""
        super().resizeEvent(event)
        box = self.contentsRect()
        self._margin.setGeometry(QRect(box.left(), box.top(), theme.current().px(MARGIN), box.height()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give what is dragged or copied as the story has it, and say that it comes from there."""
        span = self.selection() or Span(0, 0)
        made = QMimeData()
        made.setText(self.source.text[span.start : span.end])
        made.setData(PASSAGE, b"1")
        return made

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Write the words of what is pasted or dropped, plain and cleaned; what comes from a story stays as it is."""
        text = source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        self.textCursor().insertText(text if source.hasFormat(PASSAGE) else pasted(text))
        self.ensureCursorVisible()

    def focusOutEvent(self, event) -> None:
        """Say that the editor was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def visible_blocks(self):
        """Give the paragraphs in sight with their top, in pixels of the viewport."""
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > self.viewport().height():
                return
            if block.isVisible():
                yield block, box.top()
            block = block.next()

    def block_span(self, block) -> Span:
        """Return a paragraph's characters."""
        return Span(
            self.source.to_python(block.position()), self.source.to_python(block.position() + block.length() - 1)
        )

    def sentences_of(self, block) -> list[tuple[Span, SentenceAnalysis]]:
        """Return the sentences that begin in a paragraph."""
        span = self.block_span(block)
        return [(s, a) for s, a in self.sentences.near(span.start, span.end) if span.start <= s.start <= span.end]

    def line_top(self, block, top: float, position: int) -> QRect:
        """Return the box of the line that holds a position (Python characters) of a paragraph."""
        line = block.layout().lineForTextPosition(self.source.to_utf16(position) - block.position())
        return QRect(0, round(top + line.y()), 0, round(line.height()))

    def _paint_block(self, painter: QPainter, block, top: float) -> None:
        span, seen = self.block_span(block), self._seen(block, top)
        if self.sentence is not None:
            for box in self._boxes(block, top, self.sentence):
                painting.paint_sentence(painter, box, self.contentOffset().x())
        for passage, _ in self._found.near(seen.start, seen.end):
            for box in self._boxes(block, top, passage):
                painting.paint_found(painter, box)
        for passage, _ in self.misspelt.near(seen.start, seen.end):
            for box in self._boxes(block, top, passage):
                painting.paint_misspelt(painter, box)
        for passage, mark, lane in painting.in_lanes(self.marks.near(span.start, span.end)):
            if passage.end < seen.start or passage.start > seen.end:
                continue
            for number, box in enumerate(self._boxes(block, top, passage)):
                begins = not number and passage.start >= span.start
                painting.paint_mark(painter, box, mark, lane, begins=begins)

    def _seen(self, block, top: float) -> Span:
        """Return the characters of a paragraph whose lines are in sight."""
        first, last = painting.part_in_sight(block.layout(), top, self.viewport().height())
        position = block.position()
        return Span(self.source.to_python(position + first), self.source.to_python(position + last))

    def _boxes(self, block, top: float, span: Span) -> Iterator[QRectF]:
        start = self.source.to_utf16(span.start) - block.position()
        end = self.source.to_utf16(span.end) - block.position()
        left = self.contentOffset().x()
        for box in painting.line_boxes(block.layout(), start, end):
            yield box.translated(left, top)

    def _is_ours(self, event) -> bool:
        if any(event.matches(key) for key in _OURS):
            return True
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return with_control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self.source.to_utf16(start), last))
        cursor.setPosition(min(self.source.to_utf16(end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _read(self, position: int, length: int) -> str:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, last))
        cursor.setPosition(min(position + length, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().translate(_LINE_SEPARATORS)

    @Slot(int, int, int)
    def _note_change(self, position: int, removed: int, added: int) -> None:
        if self._quiet:
            return
        edit = self.source.edit_for(position, removed, self._read(position, added))
        if edit.removed or edit.inserted:
            self._edit(edit)

    def _edit(self, edit: Edit) -> None:
        self._apply(edit)
        self.edited.emit(edit)

    def _apply(self, edit: Edit) -> None:
        self.source.apply(edit)
        self.sentences.apply(edit)
        self.marks.apply(edit)
        self._found.apply(edit)
        self.misspelt.apply(edit)
        self._follow_cursor()

    @Slot()
    def _follow_cursor(self) -> None:
        found = self.current_sentence()
        span = found[0] if found else None
        if span != self.sentence:
            self.sentence = span
            self.repaint_marks()
            self.sentence_changed.emit()

    @Slot(QRect, int)
    def _scroll_margin(self, box: QRect, moved: int) -> None:
        if moved:
            self._margin.scroll(0, moved)
        else:
            self._margin.update(0, box.y(), self._margin.width(), box.height())

    @Slot()
    def _measure(self) -> None:
        look = theme.current()
        self.setFont(look.font("recit", reading=True))
        self.document().setDocumentMargin(look.space("l"))
        self.setViewportMargins(look.px(MARGIN), 0, 0, 0)
        self.setCursorWidth(look.px(2))
        self._margin.setFont(look.font("small"))
        self.repaint_marks()
