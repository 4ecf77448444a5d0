"""The guide of the interview: its steps in any order, what each asks, what it still waits for."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot

from workbench.domain import changes as c
from workbench.domain.trame import Step, Trame, answer_key, missing
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.widgets.basics import Button, Card, Icon, Split, clear, column, label, row, scroller
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.fields import Choice, LongField, labelled
from workbench.ui.widgets.page import Page
from workbench.ui.words import condition_words

PREFERRED_TRAME = "cep-reconnaissance"
ROOMS = {
    "personne": "personne",
    "experiences": "experiences",
    "recit": "recits",
    "referentiel": "referentiels",
    "reconnaissance": "reconnaissance",
    "portfolio": "portfolio",
}


class InterviewScreen(Page):
    """Steps at the left; the step chosen, readable from a distance, at the right."""

    room_wanted = Signal(str)

    def __init__(self, opened: OpenDossier, trames: Mapping[str, Trame]) -> None:
        """Make the screen over a dossier; `trames` are the guides that may be chosen, by identifier."""
        super().__init__("", scrolls=False)
        self._open, self._trames = opened, trames
        self._choice = Choice([(t.title, t.id) for t in trames.values()])
        self._choice.setMinimumContentsLength(28)
        self._choice.setAccessibleName(self.tr("Trame d’entretien"))
        self._choice.setToolTip(self.tr("Changer de trame : les réponses déjà écrites sont gardées."))
        self._choice.picked.connect(self._choose_trame)
        self.actions.addWidget(self._choice)
        self._fields: dict[str, LongField] = {}
        self.list = CardList(self.tr("Étapes de l’entretien"))
        self.list.chosen.connect(self.choose)
        self._card = Card(padding="xl", spacing="m")
        self._state = column(spacing="xs")
        self._content = column(spacing="m")
        self._card.column.addLayout(self._content)
        self._card.column.addLayout(self._state)
        self._card.column.addStretch(1)
        self.body.addWidget(Split(self.list, scroller(self._card), (364, 640), (230, 360)), 1)
        self._follow_trame()

    def refresh(self) -> None:
        """Show which steps are done and what is missing."""
        if self._trame is not self._trame_chosen():
            self._follow_trame()
        self.list.show_rows([self._row(number, step) for number, step in enumerate(self._trame.steps, 1)])
        self.list.choose(self._step.id)
        for key, field in self._fields.items():
            if not field.hasFocus():
                field.setText(self._open.dossier.answers.get(key, ""))
        self._show_missing()

    @Slot(str)
    def choose(self, step_id: str) -> None:
        """Show another step."""
        if step_id != self._step.id and step_id in self._steps:
            self.leave()
            self._step = self._steps[step_id]
            self._build_step()
            self.refresh()

    @Slot()
    def leave(self) -> None:
        """Write the answers that changed."""
        for key, field in list(self._fields.items()):
            answer = field.text().strip()
            if answer != self._open.dossier.answers.get(key, ""):
                self._open.record(c.StepAnswered(key, answer))

    def _trame_chosen(self) -> Trame:
        return self._trames.get(self._open.dossier.trame) or self._trames[PREFERRED_TRAME]

    def _follow_trame(self) -> None:
        self._trame = self._trame_chosen()
        self._steps = {s.id: s for s in self._trame.steps}
        self._step: Step = self._trame.steps[0]
        self.title.setText(self._trame.title)
        self.subtitle.setText(self._trame.purpose)
        self._choice.choose(self._trame.id)
        self._build_step()

    @Slot(object)
    def _choose_trame(self, trame_id: str) -> None:
        if trame_id != self._trame.id:
            self.leave()
            self._open.record(c.TrameChosen(trame_id))

    def _row(self, number: int, step: Step) -> CardRow:
        lacks = missing(step, self._open.dossier)
        has_begun = any(self._open.dossier.answers.get(answer_key(step, f), "").strip() for f in step.fields)
        expects = bool(step.waits_for or step.fields)
        if expects and not lacks and (has_begun or step.waits_for):
            words, icon = self.tr("Fait"), "coche"
        elif lacks:
            words, icon = self.tr("Manque : {0}").format(", ".join(condition_words(m) for m in lacks)), "cercle"
        else:
            words, icon = self.tr("À faire"), "cercle"
        detail = self.tr("{0} min · {1}").format(step.minutes, words)
        return CardRow(step.id, f"{number}. {step.title}", detail, icon=icon)

    def _build_step(self) -> None:
        clear(self._content)
        step, content = self._step, self._content
        content.addWidget(label(step.title, "title"))
        content.addWidget(label(step.purpose, "muted"))
        for question in step.questions:
            mark = Icon("entretien", "accent", 20)
            line = row(mark, label(question, "question"), spacing="m")
            line.setStretch(1, 1)
            line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            content.addLayout(line)
        self._fields = {}
        for field in step.fields:
            entry = LongField(2)
            entry.setText(self._open.dossier.answers.get(answer_key(step, field), ""))
            entry.left.connect(self.leave)
            self._fields[answer_key(step, field)] = entry
            name = self.tr("{0} (à remplir)").format(field.label) if field.required else field.label
            content.addLayout(labelled(name, entry, field.help))

    def _show_missing(self) -> None:
        clear(self._state)
        lacks = missing(self._step, self._open.dossier)
        if lacks:
            words = ", ".join(condition_words(m) for m in lacks)
            self._state.addWidget(
                label(self.tr("Avant de passer à la suite, il manque : {0}.").format(words), "warning")
            )
        go = Button(self._go_words(), icon="suite", role="primary")
        go.clicked.connect(self._go)
        following = self._following()
        line = row(go, None)
        if following is not None:
            onward = Button(self.tr("Étape suivante"))
            onward.clicked.connect(self._go_on)
            line.addWidget(onward)
        self._state.addSpacing(8)
        self._state.addLayout(line)

    def _go_words(self) -> str:
        return {
            "personne": self.tr("Aller à la personne"),
            "experiences": self.tr("Aller aux expériences"),
            "recits": self.tr("Aller aux récits"),
            "referentiels": self.tr("Choisir un référentiel"),
            "reconnaissance": self.tr("Aller à la reconnaissance"),
            "portfolio": self.tr("Voir le portefeuille"),
        }[ROOMS.get(self._step.screen, "personne")]

    def _following(self) -> Step | None:
        index = self._trame.steps.index(self._step) + 1
        return self._trame.steps[index] if index < len(self._trame.steps) else None

    @Slot()
    def _go(self) -> None:
        self.room_wanted.emit(ROOMS.get(self._step.screen, "personne"))

    @Slot()
    def _go_on(self) -> None:
        self.list.choose(self._following().id)
