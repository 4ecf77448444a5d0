"""The card in the middle of the window before any dossier is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workbench.ui import theme
from workbench.ui.widgets.basics import Card, Icon, column, label, row

WIDTH = 560


class GatePage(QScrollArea):
    """A centred card with the name of the application above it; subclasses fill `card`."""

    def __init__(self, heading: str, sentence: str = "") -> None:
        """Make the card with its heading."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("page")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = column(inside, margins="xl", spacing="xl")
        whole.addStretch(1)
        whole.addLayout(row(None, Icon("etabli", "accent", 40), label(self.tr("Établi"), "display", wrap=False), None))
        self.card = Card(padding="xxl", spacing="l")
        self.card.setFixedWidth(min(theme.current().px(WIDTH), 920))
        self.card.column.addWidget(label(heading, "title"))
        if sentence:
            self.card.column.addWidget(label(sentence, "muted"))
        whole.addLayout(row(None, self.card, None))
        whole.addStretch(2)
        self.setWidget(inside)
