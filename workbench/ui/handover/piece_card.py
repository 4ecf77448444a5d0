"""One piece of a document before it leaves: its words with what is pointed at, and what becomes of it."""

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from workbench.domain.handover import Treatment
from workbench.domain.reduction import treated
from workbench.services.read_back import ReadPiece, choice_for
from workbench.ui import theme
from workbench.ui.handover.words import marks_words
from workbench.ui.widgets.basics import Button, Card, label, unbroken
from workbench.ui.widgets.flow import FlowLayout


class MarkedWords(QLabel):
    """Words of which some are underlined and tinted, told aloud as they are."""

    def __init__(self) -> None:
        """Show nothing."""
        super().__init__()
        self._read: ReadPiece | None = None
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumWidth(40)
        self.setProperty("role", "quote")
        theme.current().changed.connect(self._paint)

    def show_piece(self, read: ReadPiece) -> None:
        """Show the words of a piece."""
        self._read = read
        self.setAccessibleName(unbroken(read.piece.words))
        self._paint()

    @Slot()
    def _paint(self) -> None:
        if self._read is None:
            return
        words, place, parts = self._read.piece.words, 0, []
        look = theme.current()
        tint = f"background-color: {look.color('warning_soft').name()}; color: {look.color('warning').name()}"
        for mark in self._read.marks:
            inside = escape(words[mark.span.start : mark.span.end])
            parts.append(escape(words[place : mark.span.start]))
            parts.append(f'<span style="text-decoration: underline; {tint}">{inside}</span>')
            place = mark.span.end
        parts.append(escape(words[place:]))
        self.setText("".join(parts).strip().replace("\n", "<br>"))


class PieceCard(Card):
    """Shows a piece and emits what is chosen for it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """Make an empty card."""
        super().__init__(spacing="m")
        self.place = label("", "overline")
        self.words = MarkedWords()
        self.shows = label("", "small")
        self.marks = label("", "attention")
        self.leaves = label("", "muted")
        self.buttons = {
            Treatment.KEEP: Button(self.tr("Garder  (G)")),
            Treatment.MASK: Button(self.tr("Masquer  (M)")),
            Treatment.WITHDRAW: Button(self.tr("Retirer  (R)")),
        }
        group = QButtonGroup(self)
        for treatment, button in self.buttons.items():
            button.setCheckable(True)
            button.setObjectName(treatment)
            button.clicked.connect(self._tell)
            group.addButton(button)
        answers = QWidget()
        answers.setLayout(FlowLayout(*self.buttons.values()))
        for part in (self.place, self.words, self.marks, self.shows, answers, self.leaves):
            self.column.addWidget(part)

    def show_piece(self, read: ReadPiece, treatment: Treatment) -> None:
        """Show a piece and what becomes of it."""
        self.place.setText(read.piece.place)
        self.words.show_piece(read)
        named = marks_words(read.piece.words, read.marks)
        self.marks.setText(self.tr("À relire : {0}").format(named))
        self.marks.setVisible(bool(named))
        self.shows.setText(self.tr("Montre : {0}").format(" ; ".join(read.piece.shows)))
        self.shows.setVisible(bool(read.piece.shows))
        for known, button in self.buttons.items():
            button.setChecked(known is treatment)
            button.show_icon("coche" if known is treatment else "cercle")
            button.setAccessibleDescription(unbroken(read.piece.words))
        self._show_what_leaves(read, treatment)

    def spoken(self) -> str:
        """Return the piece as a screen reader says it."""
        named = "" if self.marks.isHidden() else self.marks.text()
        return " ".join(part for part in (self.place.text(), self.words.accessibleName(), named) if part)

    def _show_what_leaves(self, read: ReadPiece, treatment: Treatment) -> None:
        left = " ".join(treated(read.piece.words, choice_for(read, treatment)).split())
        masked = self.tr("Partira ainsi : « {0} »")
        if read.piece.is_file:
            masked = self.tr("Seul son titre partira : « {0} ». Rien ne se masque dans un fichier.")
        self.leaves.setText(
            {
                Treatment.KEEP: self.tr("Partira tel quel."),
                Treatment.MASK: masked.format(left),
                Treatment.WITHDRAW: self.tr("Ne partira pas, avec cet envoi seulement. Le dossier le garde."),
            }[treatment]
        )

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(Treatment(self.sender().objectName()))
