"""Saying who did what in a sentence, in place of what was read there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from workbench.domain.analysis import Actor, Basis, Reality, WhoDidWhat
from workbench.ui.words import actor_words, reality_words


class WhoMenu(QMenu):
    """The four actors and the six realities, those in force checked; `say` takes both, `forget` the way back."""

    def __init__(
        self,
        who: WhoDidWhat,
        say: Callable[[Actor, Reality], None],
        forget: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Offer to say something else than `who`."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Qui a fait quoi"))
        self._who, self._say = who, say
        self.addSection(self.tr("Qui agit ?"))
        self._offer([(actor, actor_words(actor)) for actor in Actor], who.actor)
        self.addSection(self.tr("Est-ce fait ?"))
        self._offer([(reality, reality_words(reality)) for reality in Reality], who.reality)
        if who.basis is Basis.CORRECTED:
            self.addSeparator()
            self.addAction(self.tr("Reprendre la lecture d’Établi")).triggered.connect(forget)

    def _offer(self, choices: list[tuple[Actor | Reality, str]], chosen: Actor | Reality) -> None:
        group = QActionGroup(self)
        for value, words in choices:
            action = self.addAction(words)
            action.setCheckable(True)
            action.setChecked(value is chosen)
            action.setProperty("says", str(value))
            action.setProperty("about", type(value).__name__)
            action.triggered.connect(self._choose)
            group.addAction(action)

    @Slot()
    def _choose(self) -> None:
        action: QObject = self.sender()
        said = action.property("says")
        if action.property("about") == Actor.__name__:
            self._say(Actor(said), self._who.reality)
        else:
            self._say(self._who.actor, Reality(said))
