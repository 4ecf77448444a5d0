"""The hours of one module: what the programme plans, what is kept."""

from PySide6.QtCore import Signal, Slot

from workbench.domain.positioning import Duration, Positioning, module_balance, with_duration
from workbench.domain.positioning_changes import ModuleTimed
from workbench.domain.referential import Bloc, Fiche
from workbench.ui.positioning.words import balance_words, hours_words, read_hours
from workbench.ui.widgets.basics import Card, label
from workbench.ui.widgets.fields import TextField, labelled


class ModuleForm(Card):
    """Two durations, written as soon as their field is left; the second follows the decisions while it is empty."""

    written = Signal(object)

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__(padding="xl", spacing="m")
        self._fiche = ""
        self._bloc = Bloc("", "", ())
        self._shown = Duration()
        self._title, self._says, self.error = label("", "heading"), label("", "strong"), label("", "small")
        self.planned, self.kept = TextField(), TextField()
        self.column.addWidget(self._title)
        help_text = self.tr("35, 3,5 ou 3 h 30.")
        self.column.addLayout(labelled(self.tr("Heures prévues par le programme"), self.planned, help_text))
        kept_help = self.tr("Vide : les heures suivent les décisions prises pour chaque compétence.")
        self.column.addLayout(labelled(self.tr("Heures gardées"), self.kept, kept_help))
        self.error.hide()
        for widget in (self.error, self._says):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        for field in (self.planned, self.kept):
            field.editingFinished.connect(self.write)

    def show_module(self, fiche: Fiche, bloc: Bloc, positioning: Positioning) -> None:
        """Show a module's hours."""
        is_other = (fiche.code, bloc.code) != (self._fiche, self._bloc.code)
        self._fiche, self._bloc, self._shown = fiche.code, bloc, positioning.duration(bloc.code)
        self._title.setText(bloc.title or bloc.code)
        kept = "" if self._shown.kept is None else hours_words(self._shown.kept)
        planned = hours_words(self._shown.planned) if self._shown.planned else ""
        for field, text in ((self.planned, planned), (self.kept, kept)):
            if field.text() != text and (is_other or not field.hasFocus()):
                field.setText(text)
        free = with_duration(positioning, bloc.code, Duration(self._shown.planned))
        self.kept.setPlaceholderText(hours_words(module_balance(bloc, free).after))
        self._says.setText(balance_words(module_balance(bloc, positioning)))
        if is_other:
            self.error.hide()

    @Slot()
    def write(self) -> None:
        """Emit the durations if they changed and say durations."""
        planned = read_hours(self.planned.text()) if self.planned.text().strip() else 0
        kept = read_hours(self.kept.text()) if self.kept.text().strip() else None
        is_wrong = planned is None or (kept is None and bool(self.kept.text().strip()))
        self.error.setVisible(is_wrong)
        self.error.setText(self.tr("Écrivez des heures, par exemple 35 ou 3 h 30.") if is_wrong else "")
        if self._bloc.code and not is_wrong and Duration(planned, kept) != self._shown:
            self.written.emit(ModuleTimed(self._fiche, self._bloc.code, Duration(planned, kept)))
