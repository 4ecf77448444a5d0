"""Looking for words in the story: a bar over it, what is found marked in it."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot

from workbench.domain.positions import Span
from workbench.ui.passages import Passages
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.recit.finding import occurrences
from workbench.ui.widgets.basics import Button, Card, label, row
from workbench.ui.widgets.fields import SearchField
from workbench.ui.words import number_words

AGAIN_MS = 300
"""Milliseconds after the last key in the story before it is looked through again."""


class FindBar(Card):
    """Finds as one types; Enter goes to the next place, Maj+Enter to the one before, Escape goes back to the story."""

    closed = Signal()

    def __init__(self, editor: RecitEditor) -> None:
        """Make a bar that shows once it is opened."""
        super().__init__("sunken", padding="s")
        self._editor = editor
        self._found: list[Span] = []
        self._field = SearchField(self.tr("Chercher dans le récit"))
        self._field.setToolTip(self.tr("Sans souci des accents ni des majuscules"))
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._look_near)
        self._count = label("", "small", wrap=False)
        self._count.setAccessibleName(self.tr("Nombre trouvé"))
        before = Button("", icon="monter", role="quiet", tip=self.tr("Précédent (Maj+F3)"))
        after = Button("", icon="descendre", role="quiet", tip=self.tr("Suivant (F3)"))
        close = Button("", icon="fermer", role="quiet", tip=self.tr("Fermer (Échap)"))
        before.clicked.connect(self.go_back)
        after.clicked.connect(self.go_on)
        close.clicked.connect(self.close_bar)
        line = row(self._field, self._count, before, after, close)
        line.setStretch(0, 1)
        self.column.addLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._timer.timeout.connect(self._look)
        editor.edited.connect(self._wait)
        self.hide()

    @Slot()
    def open(self) -> None:
        """Look for what is selected, else for what was looked for last."""
        span = self._editor.selection()
        selected = self._editor.source.text[span.start : span.end] if span else ""
        self.show()
        if selected and "\n" not in selected:
            self._field.setText(selected)
        self._look()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @Slot()
    def close_bar(self) -> None:
        """Go back to the story, where it was found."""
        self.hide()
        self._editor.show_found(Passages())
        self.closed.emit()

    @Slot()
    def go_on(self) -> None:
        """Go to the next place, the first one after the last."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the place before."""
        self._go(-1)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Answer to Enter and Escape."""
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(field, event)

    @Slot()
    def _wait(self) -> None:
        if not self.isHidden():
            self._timer.start()

    @Slot()
    def _look(self) -> None:
        self._found = list(occurrences(self._editor.source.text, self._field.text()))
        self._editor.show_found(Passages([(span, None) for span in self._found]))
        self._say()

    @Slot()
    def _look_near(self) -> None:
        """Find again, and go to the first place from the cursor on."""
        self._look()
        if self._found and self._selected() not in self._found:
            start = (self._editor.selection() or Span(self._editor.place(), 0)).start
            place = bisect_left([span.start for span in self._found], start)
            self._select(place % len(self._found))

    def _go(self, step: int) -> None:
        self._look()
        if not self._found:
            return
        selected = self._selected()
        starts = [span.start for span in self._found]
        if selected in self._found:
            place = self._found.index(selected) + step
        else:
            place = bisect_left(starts, self._editor.place()) - (step < 0)
        self._select(place % len(self._found))

    def _selected(self) -> Span | None:
        return self._editor.selection()

    def _select(self, place: int) -> None:
        self._editor.select(self._found[place])
        self._say()

    def _say(self) -> None:
        selected = self._selected()
        if not self._field.text().strip():
            words = ""
        elif not self._found:
            words = self.tr("Rien trouvé")
        elif selected in self._found:
            place, whole = number_words(self._found.index(selected) + 1), number_words(len(self._found))
            words = self.tr("{0} sur {1}").format(place, whole)
        else:
            words = self.tr("{0} trouvés").format(number_words(len(self._found)))
        self._count.setText(words)
