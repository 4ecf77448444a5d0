"""The filters of the search, in a row that goes on below where room is short, and the button that clears them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from workbench.domain.catalogue import Filters, Kind
from workbench.ui import theme
from workbench.ui.widgets.basics import Button
from workbench.ui.widgets.fields import Choice, SearchField
from workbench.ui.widgets.flow import FlowLayout

LEVELS = range(1, 9)


class FilterRow(QWidget):
    """What the search leaves out."""

    changed = Signal()

    def __init__(self) -> None:
        """Leave nothing out."""
        super().__init__()
        self.kind = Choice(self._kinds())
        self.kind.setAccessibleName(self.tr("Sorte de référentiel"))
        levels = [(self.tr("Niveau {0}").format(level), level) for level in LEVELS]
        self.level = Choice([(self.tr("Tous niveaux"), None), *levels])
        self.level.setAccessibleName(self.tr("Niveau"))
        self.active = QCheckBox(self.tr("En vigueur"))
        self.vae = QCheckBox(self.tr("Ouverte à la VAE"))
        self.starred = QCheckBox(self.tr("Mes fiches"))
        self.rome = SearchField(self.tr("Code ROME"), glass=False)
        self.certifier = SearchField(self.tr("Certificateur"), glass=False)
        self.reset_button = Button(self.tr("Effacer les filtres"), icon="fermer", role="quiet")
        self.reset_button.clicked.connect(self.reset)
        self.setLayout(FlowLayout(*self._fields()))
        for choice in (self.kind, self.level):
            choice.picked.connect(self._tell)
        for box in (self.active, self.vae, self.starred):
            box.clicked.connect(self._tell)
        for field in (self.rome, self.certifier):
            field.searched.connect(self._tell)
        theme.current().changed.connect(self._measure)
        self._measure()
        self.reset_button.hide()

    def filters(self) -> Filters:
        """Return what is set."""
        return Filters(
            active_only=self.active.isChecked(),
            kind=self.kind.value(),
            level=self.level.value(),
            open_to_vae=self.vae.isChecked(),
            rome=self.rome.text(),
            certifier=self.certifier.text(),
            starred=self.starred.isChecked(),
        )

    @Slot()
    def reset(self) -> None:
        """Leave nothing out any more."""
        for choice in (self.kind, self.level):
            choice.choose(None)
        for box in (self.active, self.vae, self.starred):
            box.setChecked(False)
        for field in (self.rome, self.certifier):
            field.clear()
        self._tell()

    def _kinds(self) -> list[tuple[str, object]]:
        return [
            (self.tr("Toutes les sources"), None),
            (self.tr("RNCP"), Kind.RNCP),
            (self.tr("Répertoire spécifique"), Kind.RS),
            (self.tr("Métiers du ROME"), Kind.ROME),
            (self.tr("Métiers d’ESCO"), Kind.ESCO),
            (self.tr("Programmes locaux"), Kind.LOCAL),
            (self.tr("Exemples d’Établi"), Kind.EXAMPLE),
        ]

    def _fields(self) -> tuple[QWidget, ...]:
        return (self.kind, self.level, self.rome, self.certifier, self.active, self.vae, self.starred)

    @Slot()
    def _tell(self) -> None:
        self.reset_button.setVisible(self.filters().count() > 0)
        self.changed.emit()

    @Slot()
    def _measure(self) -> None:
        look = theme.current()
        for field, width in ((self.kind, 175), (self.level, 142), (self.rome, 118), (self.certifier, 140)):
            field.setFixedWidth(look.px(width))
