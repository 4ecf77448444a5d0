"""The interview guides that the screens choose from and adapt, kept the same for all of them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from workbench.domain.trame import Trame
from workbench.errors import EtabliError
from workbench.services.trames import DEFAULT, Shelf
from workbench.ui.use_cases import UseCases


class Guides(QObject):
    """Emits `changed` when a guide was copied, changed or removed."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, use_cases: UseCases, parent: QObject | None = None) -> None:
        """Read the guides."""
        super().__init__(parent)
        self._use_cases = use_cases
        self.organisation = ""
        self.shelf: Shelf = use_cases.load_shelf()

    def choices(self) -> list[tuple[str, object]]:
        """Return (title, identifier) pairs."""
        return [(trame.title, trame.id) for trame in self.shelf.trames]

    def followed(self, trame_id: str) -> Trame:
        """Return the guide of a dossier, or the usual one where it is no longer there."""
        return self.shelf.get(trame_id) or self.shelf.get(DEFAULT)

    def is_gone(self, trame_id: str) -> bool:
        """Say whether a dossier names a guide that is no longer there."""
        return bool(trame_id) and self.shelf.get(trame_id) is None

    def copy(self, trame: Trame, title: str) -> Trame | None:
        """Write a copy under another title and the organisation's name; return it, or None if it cannot be written."""
        named = replace(trame, organisation=self.organisation or trame.organisation)
        return self._do(self._use_cases.copy_trame, named, title)

    def save(self, trame: Trame) -> None:
        """Write a guide of the organisation, if it changed."""
        if self.shelf.get(trame.id) != trame:
            self._do(self._use_cases.save_trame, trame)

    def remove(self, trame_id: str) -> None:
        """Take a guide of the organisation off the disk."""
        self._do(self._use_cases.remove_trame, trame_id)

    def read_again(self) -> None:
        """Read the files again: one may have been written by hand."""
        shelf = self._use_cases.load_shelf()
        if shelf != self.shelf:
            self.shelf = shelf
            self.changed.emit()

    def _do(self, action: Callable, *args: object) -> Trame | None:
        made = None
        try:
            made = action(*args)
        except EtabliError as error:
            self.failed.emit(error)
        self.read_again()
        return made
