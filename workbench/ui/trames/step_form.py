"""The form of one step: all of a free one, the minutes and own questions of a locked one."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from workbench.domain.adaptation import field_lines, fields_of, lines
from workbench.domain.trame import CONDITIONS, LONGEST_STEP, SCREENS, Step
from workbench.ui import theme
from workbench.ui.widgets.basics import column
from workbench.ui.widgets.fields import Choice, LongField, TextField, labelled
from workbench.ui.words import condition_words, screen_words


class Minutes(QSpinBox):
    """A number of minutes; the wheel never changes it by accident."""

    def __init__(self) -> None:
        """Make a field of no minutes."""
        super().__init__()
        self.setRange(0, LONGEST_STEP)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setMaximumWidth(theme.current().px(140))
        self.setSuffix(self.tr(" min"))

    def wheelEvent(self, event) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class LockedForm(QWidget):
    """What an organisation may change of a locked step."""

    written = Signal(object)

    def __init__(self, step: Step) -> None:
        """Show a step."""
        super().__init__()
        self._step = step
        self.minutes, self.questions = Minutes(), LongField(3)
        self.minutes.setValue(step.minutes)
        self.questions.setText("\n".join(step.own_questions))
        self.minutes.editingFinished.connect(self.write)
        self.questions.left.connect(self.write)
        whole = column(self, spacing="m")
        whole.addLayout(
            labelled(self.tr("Vos questions en plus"), self.questions, self.tr("Une par ligne, après les premières."))
        )
        whole.addLayout(labelled(self.tr("Durée prévue"), self.minutes))

    @Slot()
    def write(self) -> None:
        """Emit the step if it changed."""
        questions = lines(self.questions.text())
        written = replace(self._step, minutes=self.minutes.value(), own_questions=questions)
        if written != self._step:
            self._step = written
            self.written.emit(written)


class FreeForm(QWidget):
    """All of a free step."""

    written = Signal(object)

    def __init__(self, step: Step) -> None:
        """Show a step."""
        super().__init__()
        self._step = step
        self.title, self.purpose = TextField(), LongField(2)
        self.questions, self.answers, self.minutes = LongField(4), LongField(3), Minutes()
        self.screen = Choice([(screen_words(name), name) for name in SCREENS])
        self._conditions = {name: QCheckBox(condition_words(name).capitalize()) for name in CONDITIONS}
        self._fill()
        self._lay_out()
        for field in (self.purpose, self.questions, self.answers):
            field.left.connect(self.write)
        self.title.editingFinished.connect(self.write)
        self.minutes.editingFinished.connect(self.write)
        self.screen.picked.connect(self.write)
        for box in self._conditions.values():
            box.toggled.connect(self.write)

    def begin(self) -> None:
        """Put the cursor in the title, chosen whole."""
        self.title.setFocus()
        self.title.selectAll()

    @Slot()
    def write(self) -> None:
        """Emit the step if it changed; a title is never left empty."""
        step = self._step
        written = replace(
            step,
            title=self.title.text().strip() or step.title,
            purpose=self.purpose.text().strip(),
            minutes=self.minutes.value(),
            screen=self.screen.value(),
            questions=lines(self.questions.text()),
            fields=fields_of(self.answers.text(), step.fields),
            waits_for=tuple(name for name, box in self._conditions.items() if box.isChecked()),
        )
        if written != step:
            self._step = written
            self.written.emit(written)

    def _fill(self) -> None:
        step = self._step
        self.title.setText(step.title)
        self.purpose.setText(step.purpose)
        self.minutes.setValue(step.minutes)
        self.screen.choose(step.screen)
        self.questions.setText("\n".join(step.questions))
        self.answers.setText(field_lines(step.fields))
        for name, box in self._conditions.items():
            box.setChecked(name in step.waits_for)

    def _lay_out(self) -> None:
        whole = column(self, spacing="m")
        for text, field, help_text in (
            (self.tr("Titre"), self.title, ""),
            (self.tr("À quoi elle sert"), self.purpose, ""),
            (self.tr("Questions"), self.questions, self.tr("Une par ligne.")),
            (self.tr("Ce qu’on note"), self.answers, self.tr("Une réponse par ligne ; « * » à la fin : à remplir.")),
            (self.tr("Durée prévue"), self.minutes, ""),
            (self.tr("L’écran où elle se fait"), self.screen, ""),
        ):
            whole.addLayout(labelled(text, field, help_text))
        boxes = QWidget()
        inside = column(boxes, spacing="xs")
        for box in self._conditions.values():
            inside.addWidget(box)
        whole.addLayout(labelled(self.tr("Ce qui doit exister avant la suite"), boxes))
