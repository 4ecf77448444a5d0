"""What is still missing, each thing leading to where it is filled."""

from textwrap import shorten

from PySide6.QtCore import Signal, Slot

from workbench.domain.vae_missing import Missing
from workbench.ui import theme
from workbench.ui.widgets.basics import Button, Card, clear, column, label

LONGEST_TITLE = 44
"""Characters of a link: a button never goes on below, and a longer one would widen the whole form."""


class MissingForm(Card):
    """A link for each part that lacks something, with what it lacks."""

    led = Signal(str)

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__(padding="xl", spacing="m")
        self.links: list[Button] = []
        self.column.addWidget(label(self.tr("Ce qui reste à compléter"), "heading"))
        self._lines = column(spacing="s")
        self.column.addLayout(self._lines)
        self.column.addStretch(1)

    def show_missing(self, lacks: dict[str, tuple[str, list[Missing]]]) -> None:
        """Show what lacks by the key of its part, with the part's title."""
        clear(self._lines)
        self.links = []
        if not lacks:
            self._lines.addWidget(label(self.tr("Rien ne manque : tout est rempli et relu."), "muted"))
        longest = LONGEST_TITLE * 2 // 3 if theme.current().zoom > 2 else LONGEST_TITLE
        for key, (title, missing) in lacks.items():
            link = Button(shorten(title, longest, placeholder="…"), role="link", icon="droite", tip=title)
            link.setObjectName(key)
            words = " ; ".join(m.words for m in missing)
            link.setAccessibleDescription(words)
            link.clicked.connect(self._lead)
            self._lines.addWidget(link)
            self._lines.addWidget(label(words, "small"))
            self.links.append(link)

    def write(self) -> None:
        """Do nothing: nothing is written here."""

    @Slot()
    def _lead(self) -> None:
        self.led.emit(self.sender().objectName())
