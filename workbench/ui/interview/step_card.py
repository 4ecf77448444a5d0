"""One step of the guide, readable from a distance: what it is for, what to ask, what to write down."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot

from workbench.domain.dossier import Dossier
from workbench.domain.trame import Step, answer_key, missing
from workbench.ui.widgets.basics import Button, Card, Icon, clear, column, label, row
from workbench.ui.widgets.fields import LongField, labelled
from workbench.ui.widgets.flow import EndsLayout
from workbench.ui.words import condition_words

ROOMS = {
    "personne": "personne",
    "experiences": "experiences",
    "recit": "recits",
    "referentiel": "referentiels",
    "reconnaissance": "reconnaissance",
    "portfolio": "documents",
}


class StepCard(Card):
    """Emits the answers that changed, by their key, and where the counsellor wants to go."""

    answered = Signal(str, str)
    room_wanted = Signal(str)
    next_wanted = Signal()

    def __init__(self) -> None:
        """Make an empty card."""
        super().__init__(padding="xl", spacing="m")
        self._step: Step | None = None
        self._answers: Mapping[str, str] = {}
        self.fields: dict[str, LongField] = {}
        self._time = label("", "muted")
        self._state = column(spacing="xs")
        self._content = column(spacing="m")
        self.column.addLayout(self._content)
        self.column.addLayout(self._state)
        self.column.addStretch(1)

    def show_step(self, step: Step, dossier: Dossier) -> None:
        """Show another step."""
        self._step, self._answers = step, dossier.answers
        clear(self._content)
        self._time = label("", "muted")
        for widget in (label(step.title, "title"), self._time, label(step.purpose, "muted")):
            self._content.addWidget(widget)
        for question in step.all_questions:
            mark = Icon("entretien", "accent", 20)
            line = row(mark, label(question, "question"), spacing="m")
            line.setStretch(1, 1)
            line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            self._content.addLayout(line)
        self.fields = {}
        for field in step.fields:
            entry = LongField(2)
            entry.setText(dossier.answers.get(answer_key(step, field), ""))
            entry.left.connect(self.write)
            self.fields[answer_key(step, field)] = entry
            name = self.tr("{0} (à remplir)").format(field.label) if field.required else field.label
            self._content.addLayout(labelled(name, entry, field.help))

    def show_dossier(self, dossier: Dossier, *, is_last: bool) -> None:
        """Show the answers as they are, and what is missing."""
        self._answers = dossier.answers
        for key, field in self.fields.items():
            if not field.hasFocus():
                field.setText(dossier.answers.get(key, ""))
        clear(self._state)
        lacks = missing(self._step, dossier)
        if lacks:
            words = ", ".join(condition_words(m) for m in lacks)
            self._state.addWidget(
                label(self.tr("Avant de passer à la suite, il manque : {0}.").format(words), "warning")
            )
        go = Button(self._go_words(), icon="suite", role="primary")
        go.clicked.connect(self._go)
        line = EndsLayout(go)
        if not is_last:
            onward = Button(self.tr("Étape suivante"))
            onward.clicked.connect(self.next_wanted)
            line.addWidget(onward)
        self._state.addSpacing(8)
        self._state.addLayout(line)

    def show_time(self, words: str) -> None:
        """Say how long the step has taken."""
        self._time.setText(words)

    @Slot()
    def write(self) -> None:
        """Emit the answers that changed."""
        for key, field in list(self.fields.items()):
            answer = field.text().strip()
            if answer != self._answers.get(key, ""):
                self.answered.emit(key, answer)

    def _go_words(self) -> str:
        return {
            "personne": self.tr("Aller à la personne"),
            "experiences": self.tr("Aller aux expériences"),
            "recit": self.tr("Aller aux récits"),
            "referentiel": self.tr("Choisir un référentiel"),
            "reconnaissance": self.tr("Aller à la reconnaissance"),
            "portfolio": self.tr("Voir les documents"),
        }[self._step.screen]

    @Slot()
    def _go(self) -> None:
        self.room_wanted.emit(ROOMS[self._step.screen])
