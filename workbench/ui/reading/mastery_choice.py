"""How well a competence is mastered, in four sentences to choose from; none is chosen until somebody says so."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.mastery import Mastery, Rater
from workbench.ui import theme
from workbench.ui.widgets.basics import Button, column, label
from workbench.ui.words import mastery_sentence

WIDTH = 380


class MasteryChoice(QWidget):
    """Emits the level that was chosen, or None when the one in force is chosen again."""

    rated = Signal(object, object)

    def __init__(self, rater: Rater, keys: str) -> None:
        """Make the four sentences; `keys` says how a digit is typed, « {0} » being the digit."""
        super().__init__()
        self._rater = rater
        self._shown: Mastery | None = None
        self.heading = label("", "strong")
        whole = column(self, spacing="xs")
        whole.addWidget(self.heading)
        self.buttons: dict[Mastery, Button] = {}
        for mastery in Mastery:
            button = Button(f"{keys.format(int(mastery))}   {mastery_sentence(rater, mastery)}", role="choice")
            button.setCheckable(True)
            button.setObjectName(str(int(mastery)))
            button.setAccessibleName(mastery_sentence(rater, mastery))
            button.clicked.connect(self._tell)
            self.buttons[mastery] = button
            whole.addWidget(button)
        theme.current().changed.connect(self._measure)
        self._measure()

    def show_rating(self, who: str, mastery: Mastery | None) -> None:
        """Show who speaks and what was said."""
        self._shown = mastery
        self.heading.setText(who)
        for level, button in self.buttons.items():
            button.setChecked(level is mastery)
            button.show_icon("coche" if level is mastery else "cercle")
            button.setAccessibleDescription(who)

    def choose(self, mastery: Mastery) -> None:
        """Say a level, or take it back where it is the one in force."""
        self.rated.emit(self._rater, None if mastery is self._shown else mastery)

    @Slot()
    def _tell(self) -> None:
        self.choose(Mastery(int(self.sender().objectName())))

    @Slot()
    def _measure(self) -> None:
        self.setMinimumWidth(theme.current().px(WIDTH))
