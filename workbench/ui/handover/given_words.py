"""What a document contained, as one text to read: a long one is set at once."""

from html import escape

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QTextBrowser

from workbench.domain.handover import HandedPiece, Treatment
from workbench.ui import theme
from workbench.ui.handover.words import treatment_words
from workbench.ui.widgets.basics import unbroken

LEAST_HEIGHT = 220


class GivenWords(QTextBrowser):
    """Shows where each piece came from and the words that were given."""

    def __init__(self) -> None:
        """Show nothing."""
        super().__init__()
        self._pieces: tuple[HandedPiece, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Ce que le document contenait"))
        self.setTabChangesFocus(True)
        theme.current().changed.connect(self._dress)

    def show_pieces(self, pieces: tuple[HandedPiece, ...]) -> None:
        """Show the pieces of a document, from the first."""
        if pieces != self._pieces:
            self._pieces = pieces
            self._dress()

    @Slot()
    def _dress(self) -> None:
        look = theme.current()
        self.setMinimumHeight(look.px(LEAST_HEIGHT))
        self.document().setDefaultFont(look.font("body"))
        self.document().setDocumentMargin(look.space("l"))
        muted = look.color("muted").name()
        self.setHtml("".join(self._paragraphs(piece, muted) for piece in self._pieces))

    def _paragraphs(self, piece: HandedPiece, muted: str) -> str:
        said = treatment_words(piece.treatment)
        place = escape(unbroken(f"{piece.place} – {said}" if said else piece.place))
        words = "" if piece.treatment is Treatment.WITHDRAW else escape(unbroken(" ".join(piece.words.split())))
        line = f"<br>{words}" if words else ""
        return f'<p><span style="color: {muted}">{place}</span>{line}</p>'
