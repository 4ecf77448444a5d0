"""Spelling in the story: looked at a moment after the last key, for what is in sight only, in the analyst's process."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QMenu

from workbench.domain.positions import Span
from workbench.domain.spelling import words_to_check
from workbench.errors import EtabliError
from workbench.ui import analyst_process
from workbench.ui.passages import Passages
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.tasks import Analyst
from workbench.ui.use_cases import UseCases

PAUSE_MS = 600
"""Milliseconds without a key before words are looked at: typing never waits for it."""


class Spelling(QObject):
    """Marks words to look at again, and offers others in their place; the word under the cursor is left alone."""

    def __init__(self, editor: RecitEditor, analyst: Analyst, use_cases: UseCases) -> None:
        """Follow an editor; the words added to the dictionary come from the use cases."""
        super().__init__(editor)
        self._editor, self._analyst, self._use_cases = editor, analyst, use_cases
        self._checked: dict[str, bool] = {}
        self._ignored: set[str] = set()
        self._own: frozenset[str] | None = None
        self.is_on = True
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.look)
        for happened in (editor.edited, editor.seen_changed, editor.sentence_changed, analyst.ready):
            happened.connect(self._wait)
        editor.word_asked.connect(self.ask)

    @Slot()
    def look(self) -> None:
        """Mark the words in sight that are known to be misspelt, and have the others checked."""
        if not self.is_on or not self._analyst.is_ready:
            return
        words = list(self._words_in_sight())
        fresh = tuple({word for _, word in words if word not in self._checked})
        if fresh:
            self._analyst.run(analyst_process.misspelt, fresh, on_done=partial(self._learn, fresh))
        wrong = [(span, word) for span, word in words if self._is_wrong(word)]
        self._editor.show_misspelt(Passages(wrong))

    def toggle(self) -> None:
        """Check spelling, or no longer."""
        self.is_on = not self.is_on
        self._editor.show_misspelt(Passages())
        self.look()

    @Slot()
    def go_on(self) -> None:
        """Go to the next word to look at again, and offer others."""
        places = [span for span, _ in self._editor.misspelt.all()]
        after = [span for span in places if span.start >= self._editor.place()]
        found = next(iter(after or places), None)
        if found is not None:
            self._editor.select(found)
            self.ask(found)

    @Slot(object)
    def ask(self, span: Span) -> None:
        """Offer other words in place of one, once they are found."""
        word = self._editor.source.text[span.start : span.end]
        self._analyst.run(analyst_process.spelling_of, word, on_done=partial(self._offer, word))

    def menu(self, span: Span, word: str, others: tuple[str, ...]) -> QMenu:
        """Return the menu of a word: others in its place, or to leave it as it is."""
        menu = QMenu(self._editor)
        menu.setAccessibleName(self.tr("Orthographe de « {0} »").format(word))
        for other in others:
            menu.addAction(other).triggered.connect(partial(self._replace, span, other))
        if not others:
            menu.addAction(self.tr("Aucune proposition")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Ignorer « {0} »").format(word)).triggered.connect(partial(self._ignore, word))
        if word == word.lower():
            add = menu.addAction(self.tr("Ajouter au dictionnaire"))
            add.triggered.connect(partial(self._add, word))
        return menu

    def _offer(self, word: str, others: tuple[str, ...]) -> None:
        """Show the menu, if the word is still in sight."""
        found = [span for span, wrong in self._editor.misspelt.all() if wrong == word]
        if found and self._editor.isVisible():
            near = min(found, key=lambda span: abs(span.start - self._editor.place()))
            menu = self.menu(near, word, others)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._editor.under(near.start))

    def _words_in_sight(self):
        sight, place = self._editor.in_sight(), self._editor.place()
        for span, word in words_to_check(self._editor.source.text[sight.start : sight.end]):
            moved = Span(span.start + sight.start, span.end + sight.start)
            if not (self._editor.hasFocus() and moved.start < place <= moved.end):
                yield moved, word

    def _is_wrong(self, word: str) -> bool:
        return self._checked.get(word, False) and word not in self._ignored and word.lower() not in self._own_words()

    def _own_words(self) -> frozenset[str]:
        if self._own is None:
            try:
                self._own = self._use_cases.own_words()
            except EtabliError as error:
                self._own = frozenset()
                self._analyst.failed.emit(error)
        return self._own

    def _learn(self, asked: tuple[str, ...], wrong: frozenset[str]) -> None:
        self._checked.update({word: word in wrong for word in asked})
        if wrong:
            self.look()

    def _replace(self, span: Span, word: str) -> None:
        self._editor.write(span, word)
        self.look()

    def _ignore(self, word: str) -> None:
        self._ignored.add(word)
        self.look()

    def _add(self, word: str) -> None:
        try:
            self._use_cases.add_word(word)
        except EtabliError as error:
            self._analyst.failed.emit(error)
        self._own = None
        self.look()

    @Slot()
    def _wait(self) -> None:
        if self.is_on:
            self._timer.start()
