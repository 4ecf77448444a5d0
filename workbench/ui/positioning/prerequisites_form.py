"""What the programme supposes, line by line."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.positioning import Positioning, Prerequisite
from workbench.domain.positioning_changes import PrerequisiteRemoved, PrerequisiteWritten
from workbench.services.session import new_id
from workbench.ui.widgets.basics import Button, Card, clear, column, label, row
from workbench.ui.widgets.fields import Choice, TextField, labelled


class _Line(QWidget):
    """One prerequisite, written as soon as a field is left."""

    written = Signal(object)
    removed = Signal(str)

    def __init__(self, prerequisite: Prerequisite) -> None:
        super().__init__()
        self.prerequisite = prerequisite
        self.title, self.proof = TextField(), TextField()
        self.met = Choice([(self.tr("À vérifier"), None), (self.tr("Acquis"), True), (self.tr("À acquérir"), False)])
        self.title.setText(prerequisite.title)
        self.proof.setText(prerequisite.proof)
        self.met.choose(prerequisite.met)
        for field in (self.title, self.proof):
            field.editingFinished.connect(self.write)
        self.met.picked.connect(self.write)
        remove = Button("", icon="corbeille", role="quiet", tip=self.tr("Retirer ce préalable"))
        remove.clicked.connect(self._remove)
        first = row(spacing="m")
        first.addLayout(labelled(self.tr("Préalable"), self.title), 3)
        first.addLayout(labelled(self.tr("État"), self.met), 1)
        second = row(spacing="m")
        second.addLayout(labelled(self.tr("Ce qui le montre"), self.proof), 1)
        second.addWidget(remove)
        second.setAlignment(remove, Qt.AlignmentFlag.AlignBottom)
        whole = column(self, spacing="s")
        whole.addLayout(first)
        whole.addLayout(second)

    @Slot()
    def write(self) -> None:
        """Emit the prerequisite if it changed."""
        written = replace(
            self.prerequisite, title=self.title.text().strip(), met=self.met.value(), proof=self.proof.text().strip()
        )
        if written != self.prerequisite:
            self.prerequisite = written
            self.written.emit(written)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.prerequisite.id)


class PrerequisitesForm(Card):
    """Every prerequisite, and a button for one more."""

    written = Signal(object)

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__(padding="xl", spacing="l")
        self._fiche = ""
        self.lines: dict[str, _Line] = {}
        self.column.addWidget(label(self.tr("Ce que la formation suppose"), "heading"))
        self._lines = column(spacing="l")
        self.column.addLayout(self._lines)
        self.add = Button(self.tr("Ajouter un préalable"), icon="plus")
        self.add.clicked.connect(self._add)
        self.column.addLayout(row(self.add, None))
        self.column.addStretch(1)

    def show_positioning(self, fiche: str, positioning: Positioning) -> None:
        """Show the prerequisites; nothing moves while they are those that are shown."""
        shown = dict(positioning.prerequisites)
        said = {key: line.prerequisite for key, line in self.lines.items()}
        if fiche == self._fiche and shown == said:
            return
        self._fiche = fiche
        clear(self._lines)
        self.lines = {}
        for key, prerequisite in shown.items():
            line = _Line(prerequisite)
            line.written.connect(self._tell)
            line.removed.connect(self._remove)
            self.lines[key] = line
            self._lines.addWidget(line)

    def write(self) -> None:
        """Emit what is being written."""
        for line in list(self.lines.values()):
            line.write()

    @Slot()
    def _add(self) -> None:
        made = Prerequisite(new_id(), "")
        self.written.emit(PrerequisiteWritten(self._fiche, made))
        if made.id in self.lines:
            self.lines[made.id].title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _tell(self, prerequisite: Prerequisite) -> None:
        self.written.emit(PrerequisiteWritten(self._fiche, prerequisite))

    @Slot(str)
    def _remove(self, key: str) -> None:
        self.written.emit(PrerequisiteRemoved(self._fiche, key))
