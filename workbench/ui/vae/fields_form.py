"""A section of the form: each answer is written as soon as its field is left."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.dossier import Dossier
from workbench.domain.referential import Fiche
from workbench.domain.vae_changes import VaeAnswered
from workbench.domain.vae_drafts import answer_to
from workbench.domain.vae_form import Field, Kind, Section
from workbench.domain.vae_missing import is_readable
from workbench.ui.widgets.basics import Card, column, label
from workbench.ui.widgets.fields import Choice, LongField, TextField, labelled


class AnswerField(QWidget):
    """A field of the form, with what it says of its answer; emits the answer once it is left."""

    answered = Signal(str)

    def __init__(self, field: Field, *, says_optional: bool) -> None:
        """Make the field, empty."""
        super().__init__()
        self.field = field
        self._baseline, self._key = "", ""
        self.input = self._made()
        self.note = label("", "small")
        name = self.tr("{0} (facultatif)").format(field.label) if field.optional and says_optional else field.label
        whole = column(self, spacing="xs")
        whole.addLayout(labelled(name, self.input, field.help))
        whole.addWidget(self.note)

    def show_answer(self, answer: str, key: str, *, is_prefilled: bool) -> None:
        """Show an answer; one that is being written is left alone while `key` stays."""
        if isinstance(self.input, Choice):
            self.input.choose(answer)
        elif key != self._key or not (self.input.hasFocus() and self.input.text() != self._baseline):
            self.input.setText(answer)
            self._baseline = self.input.text()
        self._key = key
        self.note.setText(self._said_of(answer, is_prefilled=is_prefilled))
        self.note.setVisible(bool(self.note.text()))

    @Slot()
    def write(self) -> None:
        """Emit the answer if it was edited."""
        if isinstance(self.input, Choice) or self.input.text() == self._baseline:
            return
        self._baseline = self.input.text()
        self.answered.emit(self.input.text().strip())

    def _made(self) -> QWidget:
        if self.field.kind is Kind.CHOICE:
            choices = [(words, value) for value, words in self.field.choices]
            made = Choice([(self.tr("Pas encore dit"), ""), *choices])
            made.picked.connect(self._pick)
            return made
        if self.field.kind is Kind.TEXT:
            made = LongField(3)
            made.left.connect(self.write)
            return made
        made = TextField()
        made.editingFinished.connect(self.write)
        return made

    def _said_of(self, answer: str, *, is_prefilled: bool) -> str:
        if answer and not is_readable(self.field, answer):
            if self.field.kind is Kind.DAY:
                return self.tr("Cette date ne se lit pas : écrivez le jour, le mois et l’année.")
            return self.tr("Ce nombre ne se lit pas : écrivez des heures, comme 12 ou 3,5.")
        return self.tr("Repris du dossier.") if is_prefilled and answer else ""

    @Slot(object)
    def _pick(self, value: str) -> None:
        self.answered.emit(value)


class FieldsForm(Card):
    """The fields of one section."""

    written = Signal(object)

    def __init__(self, section: Section) -> None:
        """Make the fields, empty."""
        super().__init__(padding="xl", spacing="m")
        self._section, self._owner = section, ""
        some_asked = not all(field.optional for field in section.fields)
        self.fields = {field.name: AnswerField(field, says_optional=some_asked) for field in section.fields}
        self.column.addWidget(label(section.title, "heading"))
        self.above = label("", "muted")
        self.above.hide()
        self.column.addWidget(self.above)
        for field in self.fields.values():
            self.column.addWidget(field)
            field.answered.connect(self._tell)
        self.column.addStretch(1)

    def show_dossier(self, dossier: Dossier, fiche: Fiche) -> None:
        """Show the answers for a fiche."""
        self._owner = "" if self._section.personal else fiche.code
        for name, field in self.fields.items():
            written = answer_to(dossier, self._owner, name)
            field.show_answer(written.text, self._owner, is_prefilled=written.is_draft)

    def show_above(self, words: str) -> None:
        """Say something above the fields."""
        self.above.setText(words)
        self.above.setVisible(bool(words))

    @Slot()
    def write(self) -> None:
        """Emit what was edited."""
        for field in self.fields.values():
            field.write()

    @Slot(str)
    def _tell(self, answer: str) -> None:
        self.written.emit(VaeAnswered(self._owner, self.sender().field.name, answer))
