"""The form of one experience; written as soon as a field is left."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea

from workbench.domain.dossier import Experience, ExperienceKind
from workbench.ui.experiences.attachments import AttachmentsPanel
from workbench.ui.widgets.basics import Button, Card, dress_scroller, row
from workbench.ui.widgets.fields import Choice, LongField, TextField, labelled
from workbench.ui.widgets.flow import EndsLayout
from workbench.ui.words import kind_words

_TEXTS = ("title", "start", "end", "tasks", "means", "team", "public", "organisation", "place", "notes")
_LONG = ("tasks", "public", "means", "team", "notes")


class ExperienceForm(QScrollArea):
    """Emits the experience as written whenever it changed."""

    written = Signal(object)
    recit_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, attachments: AttachmentsPanel) -> None:
        """Make an empty form, with the files that go with the experience."""
        super().__init__()
        self._attachments = attachments
        self._experience: Experience | None = None
        self._fields = {name: LongField(2) if name in _LONG else TextField() for name in _TEXTS}
        self._kind = Choice([(kind_words(k), k) for k in ExperienceKind])
        self._kind.picked.connect(self.write)
        for field in self._fields.values():
            (field.left if isinstance(field, LongField) else field.editingFinished).connect(self.write)
        self._lay_out()

    def show_experience(self, experience: Experience) -> None:
        """Show an experience; fields that are being written in are left alone."""
        is_other = self._experience is None or self._experience.id != experience.id
        self._experience = experience
        for name, field in self._fields.items():
            value = getattr(experience, name)
            if field.text() != value and (is_other or not field.hasFocus()):
                field.setText(value)
        self._kind.choose(experience.kind)
        self._attachments.show_experience(experience.id)

    def begin(self) -> None:
        """Put the cursor in the title, chosen whole."""
        self._fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fields["title"].selectAll()

    @Slot()
    def write(self) -> None:
        """Emit the experience if it changed; a title is never left empty."""
        if self._experience is None:
            return
        values = {name: field.text().strip() for name, field in self._fields.items()}
        values["title"] = values["title"] or self._experience.title
        written = replace(self._experience, kind=self._kind.value(), **values)
        if written != self._experience:
            self._experience = written
            self.written.emit(written)

    def _lay_out(self) -> None:
        card = Card(padding="xl", spacing="m")
        add = card.column.addLayout
        fields = self._fields
        add(labelled(self.tr("Intitulé"), fields["title"]))
        add(labelled(self.tr("Cadre"), self._kind))
        period = row(spacing="m")
        period.addLayout(labelled(self.tr("Début"), fields["start"]))
        period.addLayout(labelled(self.tr("Fin"), fields["end"]))
        add(period)
        self._add_headings(card)
        card.column.addWidget(self._attachments)
        tell = Button(self.tr("Raconter un moment"), icon="recits", role="primary")
        remove = Button(self.tr("Retirer…"), icon="corbeille", role="danger")
        tell.clicked.connect(self._tell)
        remove.clicked.connect(self._remove)
        add(EndsLayout(tell, remove))
        dress_scroller(self, card)

    def _add_headings(self, card: Card) -> None:
        """Set out the five headings of an evidence card."""
        tasks = self.tr("Ce qui était à faire, avec quels horaires, quelles contraintes.")
        for name, words, help_text in (
            ("tasks", self.tr("1. Tâches et conditions"), tasks),
            ("means", self.tr("2. Moyens"), self.tr("Outils, machines, documents.")),
            ("team", self.tr("3. Avec qui"), self.tr("L’équipe, sous la responsabilité de qui.")),
            ("public", self.tr("Pour qui"), self.tr("Le public : qui, combien de personnes.")),
            ("organisation", self.tr("4. Structure"), self.tr("Entreprise, association, service.")),
            ("place", self.tr("Lieu"), ""),
            ("notes", self.tr("5. Compléments"), ""),
        ):
            card.column.addLayout(labelled(words, self._fields[name], help_text))

    @Slot()
    def _tell(self) -> None:
        self.write()
        self.recit_wanted.emit(self._experience.id)

    @Slot()
    def _remove(self) -> None:
        self.removal_wanted.emit(self._experience.id)
