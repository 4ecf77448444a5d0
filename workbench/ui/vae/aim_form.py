"""What a VAE asks for: the whole certification, or some of its blocs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox

from workbench.domain.dossier import Dossier
from workbench.domain.referential import Fiche
from workbench.domain.vae_changes import VaeAimed
from workbench.ui.widgets.basics import Button, Card, clear, column, label, row, unbroken


class AimForm(Card):
    """A box for each bloc; each tick is written at once."""

    written = Signal(object)

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__(padding="xl", spacing="m")
        self._fiche = Fiche("", "", ())
        self._said: tuple[str, ...] | None = None
        self.boxes: dict[str, QCheckBox] = {}
        self.whole = Button(self.tr("La certification entière"), role="quiet")
        self.whole.clicked.connect(self._aim_at_all)
        self._state = label("", "muted")
        self._lines = column(spacing="s")
        self.column.addWidget(label(self.tr("Ce qui est demandé"), "heading"))
        self.column.addWidget(self._state)
        self.column.addLayout(row(self.whole, None))
        self.column.addLayout(self._lines)
        self.column.addStretch(1)

    def show_dossier(self, dossier: Dossier, fiche: Fiche) -> None:
        """Show which blocs are asked for."""
        self._said = dossier.vae.aimed.get(fiche.code)
        if fiche != self._fiche:
            self._fiche = fiche
            self._make_boxes()
        for code, box in self.boxes.items():
            box.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
            box.setChecked(self._said is not None and code in self._said)
            box.blockSignals(False)  # noqa: FBT003
        self._state.setText(self._words())

    def write(self) -> None:
        """Do nothing: each tick is written at once."""

    def _make_boxes(self) -> None:
        clear(self._lines)
        self.boxes = {}
        for bloc in self._fiche.blocs:
            box = QCheckBox()
            box.setAccessibleName(bloc.title or bloc.code)
            box.toggled.connect(self._tell)
            words = label(unbroken(bloc.title or bloc.code))
            words.setBuddy(box)
            line = row(box, words, spacing="m")
            line.setStretch(1, 1)
            self._lines.addLayout(line)
            self.boxes[bloc.code] = box

    def _words(self) -> str:
        if self._said is None:
            return self.tr("Rien n’est encore dit : choisissez la certification entière, ou cochez des blocs.")
        if not self._said:
            return self.tr("Aucun bloc n’est demandé : cochez-en au moins un.")
        if len(self._said) == len(self._fiche.blocs):
            return self.tr("La certification entière est demandée.")
        words = (
            self.tr("1 bloc sur {1} est demandé.")
            if len(self._said) == 1
            else self.tr("{0} blocs sur {1} sont demandés.")
        )
        return words.format(len(self._said), len(self._fiche.blocs))

    @Slot()
    def _tell(self) -> None:
        self.written.emit(VaeAimed(self._fiche.code, tuple(code for code, b in self.boxes.items() if b.isChecked())))

    @Slot()
    def _aim_at_all(self) -> None:
        self.written.emit(VaeAimed(self._fiche.code, tuple(self.boxes)))
