"""The guide of the interview: its steps in any order, what each asks, what it still waits for."""

from PySide6.QtCore import Signal, Slot

from workbench.domain import changes as c
from workbench.domain.trame import Step, Trame, is_begun, missing
from workbench.ui import theme
from workbench.ui.interview.bar import InterviewBar
from workbench.ui.interview.prepared_line import PreparedLine
from workbench.ui.interview.step_card import StepCard
from workbench.ui.interview.timing import Timing
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.time_words import minutes_words, spent_words
from workbench.ui.trames.guides import Guides
from workbench.ui.widgets.basics import Button, Split, label, scroller
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.fields import Choice
from workbench.ui.widgets.page import LOW, Page
from workbench.ui.words import condition_words


class InterviewScreen(Page):
    """Steps at the left; the step chosen, readable from a distance, at the right; where one stands above."""

    room_wanted = Signal(str)

    def __init__(self, opened: OpenDossier, guides: Guides) -> None:
        """Make the screen over a dossier."""
        super().__init__(self.tr("Entretien"), scrolls=False)
        self._open, self._guides = opened, guides
        self.timing = Timing(opened)
        self._build()
        self._follow_trame()
        last = self.timing.last()
        if last is not None and last.last_step in self._steps:
            self.choose(last.last_step)
        guides.changed.connect(self.refresh)
        self.timing.ticked.connect(self._show_time)

    @Slot()
    def refresh(self) -> None:
        """Show which steps are done and what is missing."""
        if self._trame is not self._guides.followed(self._open.dossier.trame):
            self._follow_trame()
        self.prepared.refresh()
        self._gone.setVisible(self._guides.is_gone(self._open.dossier.trame))
        self.list.show_rows([self._row(number, step) for number, step in enumerate(self._trame.steps, 1)])
        self.list.choose(self._step.id)
        self.card.show_dossier(self._open.dossier, is_last=self._step is self._trame.steps[-1])
        self._show_time()

    def resizeEvent(self, event) -> None:
        """Give the place of the second line of the bar to the step where the window is low."""
        super().resizeEvent(event)
        self.bar.lacking.setVisible(self.height() >= theme.current().px(LOW))

    @Slot(str)
    def choose(self, step_id: str) -> None:
        """Show another step."""
        if step_id != self._step.id and step_id in self._steps:
            self.leave()
            self._open_step(self._steps[step_id])
            self.refresh()

    @Slot()
    def leave(self) -> None:
        """Write the answers that changed."""
        self.card.write()

    @Slot()
    def begin(self) -> None:
        """Begin another interview."""
        self.timing.begin(self._step)
        self.refresh()

    @Slot()
    def resume(self) -> None:
        """Take the latest interview up again."""
        self.timing.resume(self._step)
        self.refresh()

    @Slot()
    def suspend(self) -> None:
        """Stop the interview; it can be taken up again."""
        self.leave()
        self.timing.suspend()
        self.refresh()

    def _build(self) -> None:
        self._choice = Choice(self._guides.choices())
        self._choice.setMinimumContentsLength(24)
        self._choice.setAccessibleName(self.tr("Trame d’entretien"))
        self._choice.setToolTip(self.tr("Changer de trame : les réponses déjà écrites sont gardées."))
        self._choice.picked.connect(self._choose_trame)
        adapt = Button(self.tr("Adapter…"), tip=self.tr("Copier une trame et l’adapter à votre organisation"))
        adapt.clicked.connect(self._adapt)
        self.actions.addWidget(self._choice)
        self.actions.addWidget(adapt)
        self.bar = InterviewBar()
        self.bar.follow_up_wanted.connect(self._to_follow_up)
        self.bar.begin_wanted.connect(self.begin)
        self.bar.resume_wanted.connect(self.resume)
        self.bar.suspend_wanted.connect(self.suspend)
        self._gone = label(
            self.tr("La trame de ce dossier n’est plus là : voici la trame habituelle, les réponses sont gardées."),
            "warning",
        )
        self.list = CardList(self.tr("Étapes de l’entretien"))
        self.list.chosen.connect(self.choose)
        self.card = StepCard()
        self.card.answered.connect(self._answer)
        self.card.room_wanted.connect(self.room_wanted)
        self.card.next_wanted.connect(self._go_on)
        self.prepared = PreparedLine(self._open)
        self.prepared.list_wanted.connect(self._to_follow_up)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.prepared)
        self.body.addWidget(self._gone)
        self.body.addWidget(Split(self.list, scroller(self.card), (364, 640), (230, 360)), 1)

    def _follow_trame(self) -> None:
        self._trame: Trame = self._guides.followed(self._open.dossier.trame)
        self._steps = {s.id: s for s in self._trame.steps}
        self.subtitle.setText(self._trame.purpose)
        self._choice.offer(self._guides.choices())
        self._choice.choose(self._trame.id)
        shown = getattr(self, "_step", None)
        self._open_step(self._steps.get(shown.id if shown else "", self._trame.steps[0]))

    def _open_step(self, step: Step) -> None:
        self._step = step
        self.card.show_step(step, self._open.dossier)
        self.timing.move_to(step)

    @Slot(str, str)
    def _answer(self, key: str, answer: str) -> None:
        self._open.record(c.StepAnswered(key, answer))

    @Slot(object)
    def _choose_trame(self, trame_id: str) -> None:
        if trame_id != self._trame.id:
            self.leave()
            self._open.record(c.TrameChosen(trame_id))

    def _row(self, number: int, step: Step) -> CardRow:
        dossier = self._open.dossier
        lacks = missing(step, dossier)
        if not lacks and is_begun(step, dossier):
            words, icon = self.tr("Fait"), "coche"
        elif lacks:
            words, icon = self.tr("Manque : {0}").format(", ".join(condition_words(m) for m in lacks)), "cercle"
        else:
            words, icon = self.tr("À faire"), "cercle"
        time = spent_words(self.timing.seconds_on(step), step.minutes)
        return CardRow(step.id, f"{number}. {step.title}", f"{time} · {words}", icon=icon)

    @Slot()
    def _show_time(self) -> None:
        place = self._trame.steps.index(self._step) + 1
        spent = sum(self.timing.seconds_on(step) for step in self._trame.steps)
        where = self.tr("Étape {0} sur {1} · {2}").format(
            place, len(self._trame.steps), spent_words(spent, self._trame.minutes)
        )
        lacking = [step.title for step in self._trame.steps if missing(step, self._open.dossier)]
        words = self.tr("Reste à compléter : {0}").format(" ; ".join(lacking)) if lacking else self.tr("Tout y est.")
        self.bar.show_state(self.timing.last(), where, words, runs=self.timing.runs)
        self.card.show_time(self._step_time())

    def _step_time(self) -> str:
        seconds, planned = self.timing.seconds_on(self._step), self._step.minutes
        over = seconds // 60 - planned
        if planned and over > 0:
            return self.tr("{0} · {1} de plus que prévu").format(spent_words(seconds, planned), minutes_words(over))
        return spent_words(seconds, planned)

    @Slot()
    def _go_on(self) -> None:
        following = self._trame.steps.index(self._step) + 1
        self.list.choose(self._trame.steps[following].id)

    @Slot()
    def _to_follow_up(self) -> None:
        self.room_wanted.emit("suivi")

    @Slot()
    def _adapt(self) -> None:
        self.room_wanted.emit("trames")
