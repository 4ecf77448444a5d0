"""Which stories are compared with which fiches, and in what order these are shown."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from workbench.domain.catalogue import JOBS, Kind
from workbench.domain.partial import CERTIFICATIONS, Wanted
from workbench.ui import theme
from workbench.ui.widgets.fields import Choice

ALL_STORIES = ""
BY_NEARNESS, BY_BLOC = "proximite", "bloc"
ONE_LINE, ONE_FIELD = 820, 190
"""Pixels at zoom 1 that all the filters need side by side, and one of them."""
LEVELS = (3, 4, 5, 6, 7, 8)


class FilterLine(QWidget):
    """The stories, the source, the level, the order, those open to VAE."""

    changed = Signal()
    order_changed = Signal()

    def __init__(self) -> None:
        """Offer everything, the nearest first."""
        super().__init__()
        self._stories: list[tuple[str, str]] = []
        self.story = Choice([(self.tr("Tous les récits"), ALL_STORIES)])
        self.source = Choice(
            [
                (self.tr("Certifications"), CERTIFICATIONS),
                (self.tr("RNCP"), frozenset((Kind.RNCP,))),
                (self.tr("Répertoire spécifique (RS)"), frozenset((Kind.RS,))),
                (self.tr("Programmes locaux et exemples"), frozenset((Kind.LOCAL, Kind.EXAMPLE))),
                (self.tr("Métiers proches"), frozenset(JOBS)),
                (self.tr("Métiers du ROME"), frozenset((Kind.ROME,))),
                (self.tr("Métiers d’ESCO"), frozenset((Kind.ESCO,))),
            ]
        )
        self.level = Choice(
            [(self.tr("Tous les niveaux"), None), *((self.tr("Niveau {0}").format(n), n) for n in LEVELS)]
        )
        self.order = Choice([(self.tr("Les plus proches"), BY_NEARNESS), (self.tr("Les mieux couvertes"), BY_BLOC)])
        self.vae = QCheckBox(self.tr("Ouvertes à la VAE"))
        self.vae.setToolTip(self.tr("Cacher les fiches qui ne se disent pas ouvertes à la VAE"))
        self._name()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().space("s"))
        self._columns = 0
        self._lay_out()
        theme.current().changed.connect(self._lay_out)
        for choice in (self.story, self.source, self.level):
            choice.picked.connect(self._tell)
        self.vae.toggled.connect(self._tell)
        self.order.picked.connect(self._tell_order)

    @property
    def shows_jobs(self) -> bool:
        """Say whether métiers are asked for."""
        return self.source.value() <= frozenset(JOBS)

    def wanted(self) -> Wanted:
        """Return which fiches are asked for; métiers have no level and nobody validates them."""
        for field in (self.level, self.vae):
            field.setEnabled(not self.shows_jobs)
        if self.shows_jobs:
            return Wanted(self.source.value())
        return Wanted(self.source.value(), self.level.value(), self.vae.isChecked())

    def choose_kinds(self, kinds: frozenset[Kind]) -> None:
        """Show a source as chosen."""
        self.source.choose(kinds)

    def show_stories(self, stories: list[tuple[str, str]]) -> None:
        """Offer the stories (title, identifier), keeping the one that was chosen."""
        if stories == self._stories:
            return
        kept, self._stories = self.story.value(), stories
        self.story.clear()
        for title, recit_id in [(self.tr("Tous les récits"), ALL_STORIES), *stories]:
            self.story.addItem(title, recit_id)
        self.story.choose(kept)

    def resizeEvent(self, event) -> None:
        """Use a second line where the first is too short."""
        super().resizeEvent(event)
        self._lay_out()

    @Slot()
    def _lay_out(self) -> None:
        fields = (self.story, self.source, self.level, self.order, self.vae)
        fitting = min(3, max(1, self.width() // theme.current().px(ONE_FIELD)))
        columns = len(fields) if self.width() >= theme.current().px(ONE_LINE) else fitting
        if columns != self._columns:
            self._columns = columns
            for number, field in enumerate(fields):
                self._grid.addWidget(field, number // columns, number % columns)
            for number in range(len(fields)):
                self._grid.setColumnStretch(number, 1 if number < min(columns, 4) else 0)

    def _name(self) -> None:
        for choice, name in (
            (self.story, self.tr("Récits comparés")),
            (self.source, self.tr("Source des fiches")),
            (self.level, self.tr("Niveau des fiches")),
            (self.order, self.tr("Ordre")),
        ):
            choice.setAccessibleName(name)
            choice.setToolTip(name)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _tell_order(self) -> None:
        self.order_changed.emit()
