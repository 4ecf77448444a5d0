"""What a screen says when there is nothing to show: a sentence, and the act that comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.widgets.basics import Button, Icon, column, label, row


class EmptyState(QWidget):
    """An invitation."""

    acted = Signal()

    def __init__(self, icon: str, heading: str, sentence: str, action: str = "") -> None:
        """Say the sentence; `action` names the button, if there is one."""
        super().__init__()
        self.heading = label(heading, "heading")
        self.sentence = label(sentence, "muted")
        inside = column(self, margins="xxl", spacing="m")
        inside.addStretch(1)
        inside.addLayout(row(None, Icon(icon, "accent", 44), None))
        for text in (self.heading, self.sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(text)
        if action:
            self.button = Button(action, role="primary")
            self.button.clicked.connect(self.acted)
            inside.addLayout(row(None, self.button, None))
        inside.addStretch(2)
