"""Beside the steps of a guide: what the row chosen holds, shown or open to change."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.adaptation import with_step
from workbench.domain.conformity import Invariant
from workbench.domain.trame import Step, Trame
from workbench.ui.time_words import minutes_words
from workbench.ui.trames.step_form import FreeForm, LockedForm
from workbench.ui.widgets.basics import Button, Card, Icon, clear, column, label, row
from workbench.ui.widgets.fields import LongField, TextField, labelled
from workbench.ui.words import condition_words, screen_words


class TrameForm(QWidget):
    """The name of a guide, whose it is and what it is for."""

    written = Signal(object)

    def __init__(self, trame: Trame) -> None:
        """Show a guide."""
        super().__init__()
        self._trame = trame
        self.title, self.organisation, self.purpose = TextField(), TextField(), LongField(3)
        self.title.setText(trame.title)
        self.organisation.setText(trame.organisation)
        self.purpose.setText(trame.purpose)
        for field in (self.title, self.organisation):
            field.editingFinished.connect(self.write)
        self.purpose.left.connect(self.write)
        whole = column(self, spacing="m")
        whole.addLayout(labelled(self.tr("Nom de la trame"), self.title))
        whole.addLayout(labelled(self.tr("Organisation"), self.organisation))
        whole.addLayout(labelled(self.tr("À quoi elle sert"), self.purpose))

    def begin(self) -> None:
        """Put the cursor in the name, chosen whole."""
        self.title.setFocus()
        self.title.selectAll()

    @Slot()
    def write(self) -> None:
        """Emit the guide if it changed; a name is never left empty."""
        written = replace(
            self._trame,
            title=self.title.text().strip() or self._trame.title,
            organisation=self.organisation.text().strip(),
            purpose=self.purpose.text().strip(),
        )
        if written != self._trame:
            self._trame = written
            self.written.emit(written)


class TramePanel(Card):
    """Emits the guide as it was rewritten, or that it should go."""

    written = Signal(object)
    deletion_wanted = Signal()

    def __init__(self, invariants: tuple[Invariant, ...]) -> None:
        """Make an empty panel; `invariants` say why a step is locked."""
        super().__init__(padding="xl", spacing="m")
        self._invariants = {i.id: i for i in invariants}
        self._trame: Trame | None = None
        self._shown: tuple[object, ...] = ()
        self.form: QWidget | None = None
        self._content = column(spacing="m")
        self.column.addLayout(self._content)
        self.column.addStretch(1)

    def show_trame(self, trame: Trame, *, own: bool) -> None:
        """Show a guide as a whole."""
        self._trame = trame
        if self._is_shown("", own, trame.id):
            return
        if own:
            self._add_form(TrameForm(trame))
            delete = Button(self.tr("Supprimer cette trame…"), icon="corbeille", role="danger")
            delete.clicked.connect(self.deletion_wanted)
            self._content.addLayout(row(None, delete))
            return
        self._add(label(trame.title, "title"))
        self._add(label(trame.purpose))
        self._add(label(self.tr("Livrée avec Établi : copiez-la pour l’adapter à votre organisation."), "muted"))

    def show_step(self, trame: Trame, step: Step, *, own: bool) -> None:
        """Show a step of a guide."""
        self._trame = trame
        if self._is_shown(step.id, own, trame.id):
            return
        if step.locked or not own:
            self._add(label(step.title, "title"))
        self._explain(step)
        if step.locked or not own:
            self._describe(step)
        if own:
            self._add_form(LockedForm(step) if step.locked else FreeForm(step))

    def forget(self) -> None:
        """Let the form go unwritten, and show things anew next time, even if they are the same."""
        self._shown, self.form = (), None

    def leave(self) -> None:
        """Write what is under way."""
        if self.form is not None:
            self.form.write()

    def _is_shown(self, *what: object) -> bool:
        """Say whether the form that is there stays, so that the cursor does too; make room for another if not."""
        if what == self._shown:
            return True
        self._shown, self.form = what, None
        clear(self._content)
        return False

    def _add(self, widget: QWidget) -> None:
        self._content.addWidget(widget)

    def _add_form(self, form: QWidget) -> None:
        self.form = form
        form.written.connect(self._tell)
        self._content.addWidget(form)

    def _explain(self, step: Step) -> None:
        if not step.locked:
            self._add(label(self.tr("Étape libre : votre organisation en fait ce qu’elle veut."), "muted"))
            return
        line = row(Icon("cadenas", "accent", 20), label(self.tr("Étape verrouillée, et pourquoi"), "heading"))
        line.setStretch(1, 1)
        self._content.addLayout(line)
        for name in step.invariants:
            invariant = self._invariants.get(name)
            if invariant is not None:
                self._add(label(self.tr("{0}. {1}").format(invariant.title, invariant.reason), "muted"))

    def _describe(self, step: Step) -> None:
        self._add(label(step.purpose))
        for question in step.questions:
            self._add(label(self.tr("« {0} »").format(question), "quote"))
        answers = [self.tr("{0} (à remplir)").format(f.label) if f.required else f.label for f in step.fields]
        waits = [condition_words(name) for name in step.waits_for]
        for heading, words in ((self.tr("On note : {0}."), answers), (self.tr("On attend : {0}."), waits)):
            if words:
                self._add(label(heading.format(", ".join(words))))
        where = self.tr("{0} prévues, à l’écran « {1} ».")
        self._add(label(where.format(minutes_words(step.minutes), screen_words(step.screen)), "muted"))

    @Slot(object)
    def _tell(self, written: Trame | Step) -> None:
        trame = self._trame
        if isinstance(written, Step):
            self._trame = with_step(trame, written)
        else:
            self._trame = replace(written, steps=trame.steps)
        self.written.emit(self._trame)
