"""What is written once for a positioning: who, when and how; or the plan and its conditions."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal, Slot

from workbench.domain.positioning import Note, Positioning, medical_words
from workbench.domain.positioning_changes import PositioningNoted
from workbench.ui.widgets.basics import Card, label
from workbench.ui.widgets.fields import LongField, TextField, labelled

_tr = QCoreApplication.translate
ABOUT = (Note.ORGANISATION, Note.HELD_ON, Note.ASSESSOR, Note.METHOD)
CONDITIONS = (Note.PLAN, Note.ADJUSTMENTS, Note.RHYTHM, Note.FUNDING)
_LONG: Mapping[Note, int] = {Note.METHOD: 2, Note.PLAN: 5, Note.ADJUSTMENTS: 3}


class NotesForm(Card):
    """Some of the notes, each written as soon as its field is left."""

    written = Signal(object)

    def __init__(self, title: str, notes: tuple[Note, ...]) -> None:
        """Make empty fields for these notes."""
        super().__init__(padding="xl", spacing="m")
        self._fiche, self._shown = "", Positioning()
        self.fields = {note: LongField(_LONG[note]) if note in _LONG else TextField() for note in notes}
        self.column.addWidget(label(title, "heading"))
        for note, field in self.fields.items():
            name, help_text = _names(note)
            self.column.addLayout(labelled(name, field, help_text))
            (field.left if isinstance(field, LongField) else field.editingFinished).connect(self.write)
            if note is Note.ADJUSTMENTS:
                self.warning = label("", "small")
                self.warning.hide()
                self.column.addWidget(self.warning)
                field.textChanged.connect(self._warn)
        self.column.addStretch(1)

    def show_positioning(self, fiche: str, positioning: Positioning) -> None:
        """Show what is written; a field that is being written in is left alone."""
        is_other = fiche != self._fiche
        self._fiche, self._shown = fiche, positioning
        for note, field in self.fields.items():
            if field.text() != positioning.note(note) and (is_other or not field.hasFocus()):
                field.setText(positioning.note(note))

    @Slot()
    def write(self) -> None:
        """Emit each note that changed."""
        for note, field in self.fields.items():
            text = field.text().strip()
            if self._fiche and text != self._shown.note(note):
                self.written.emit(PositioningNoted(self._fiche, note, text))

    @Slot()
    def _warn(self) -> None:
        """Point at words that say more than the need; nothing is blocked."""
        found = medical_words(self.fields[Note.ADJUSTMENTS].text())
        self.warning.setVisible(bool(found))
        words = ", ".join(f"« {word} »" for word in found)
        self.warning.setText(
            self.tr("À relire : {0}. Écrivez le besoin seulement, jamais un diagnostic.").format(words) if found else ""
        )


def _names(note: Note) -> tuple[str, str]:
    """Return the name of a note's field and its line of help."""
    return {
        Note.ORGANISATION: (_tr("NotesForm", "Organisme de formation"), ""),
        Note.HELD_ON: (_tr("NotesForm", "Date"), _tr("NotesForm", "Le jour où l’on se positionne.")),
        Note.ASSESSOR: (_tr("NotesForm", "Qui évalue"), ""),
        Note.METHOD: (_tr("NotesForm", "Méthode"), _tr("NotesForm", "Entretien, mise en situation, questionnaire…")),
        Note.PLAN: (
            _tr("NotesForm", "Plan individuel"),
            _tr("NotesForm", "Par quoi l’on commence, ce qui s’ajoute, ce que l’on ne refait pas."),
        ),
        Note.ADJUSTMENTS: (
            _tr("NotesForm", "Aménagements utiles"),
            _tr("NotesForm", "Le besoin seulement, jamais un diagnostic ni sa raison."),
        ),
        Note.RHYTHM: (_tr("NotesForm", "Rythme"), _tr("NotesForm", "Jours et heures possibles.")),
        Note.FUNDING: (_tr("NotesForm", "Financement"), ""),
    }[note]
