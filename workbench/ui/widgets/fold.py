"""A part that opens under its title; what is in it is made the first time."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from workbench.ui.widgets.basics import Button, column, row


class Fold(QWidget):
    """A title that one opens and closes."""

    def __init__(self, title: str, make: Callable[[], QWidget]) -> None:
        """Keep what makes the inside; it is closed."""
        super().__init__()
        self._title, self._make = title, make
        self._inside: QWidget | None = None
        self.button = Button(title, icon="droite", role="link")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._open)
        self._column = column(self, spacing="xs")
        self._column.addLayout(row(self.button, None))
        self._describe(is_open=False)

    @Slot(bool)
    def _open(self, is_open: bool) -> None:  # noqa: FBT001  (a Qt signal has no keywords)
        if self._inside is None:
            self._inside = self._make()
            self._column.addWidget(self._inside)
        self._inside.setVisible(is_open)
        self.button.show_icon("bas" if is_open else "droite")
        self._describe(is_open=is_open)

    def _describe(self, *, is_open: bool) -> None:
        translate = QCoreApplication.translate
        self.button.setAccessibleDescription(translate("Fold", "ouvert") if is_open else translate("Fold", "fermé"))
