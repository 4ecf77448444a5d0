"""The time of an interview: measured while a step is open, written once it is left."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.domain import changes as c
from workbench.domain.interviews import Interview, StepClock, interviews, seconds_on
from workbench.domain.trame import Step
from workbench.services.session import new_id, utc_now
from workbench.ui.open_dossier import OpenDossier

TICK_MS = 20_000


class Timing(QObject):
    """Runs from the beginning of an interview until it is suspended; `ticked` says that the time shown is old."""

    ticked = Signal()

    def __init__(self, opened: OpenDossier, now: Callable[[], float] = time.monotonic) -> None:
        """Make a clock that is stopped; `now` counts seconds and never goes back."""
        super().__init__(opened)
        self._open = opened
        self._clock = StepClock(now)
        self._interview_id, self._began = "", ""
        self._step: Step | None = None
        opened.changed.connect(self._note_life)
        opened.typed.connect(self._note_life)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ticked)

    @property
    def runs(self) -> bool:
        """Say whether an interview is under way."""
        return self._clock.runs

    def last(self) -> Interview | None:
        """Return the interview under way or the latest, as far as it is written."""
        return next(reversed(interviews(self._open.dossier)), None)

    def begin(self, step: Step) -> None:
        """Begin another interview."""
        self._interview_id = new_id()
        self._measure(step)

    def resume(self, step: Step) -> None:
        """Take the latest interview up again."""
        self._interview_id = self.last().id
        self._measure(step)

    def move_to(self, step: Step) -> None:
        """Go on with another step, if an interview is under way."""
        if self.runs and step.id != self._step.id:
            self.suspend()
            self._measure(step)

    def suspend(self) -> None:
        """Write how long the step was open, and stop."""
        self._timer.stop()
        seconds = self._clock.stop()
        if seconds:
            self._open.record(c.StepVisited(self._interview_id, self._step.id, self._step.title, self._began, seconds))

    def seconds_on(self, step: Step) -> int:
        """Return the time spent on a step, now included."""
        running = self._clock.seconds() if self.runs and self._step.id == step.id else 0
        return seconds_on(self._open.dossier, step.id) + running

    def _measure(self, step: Step) -> None:
        self._step, self._began = step, utc_now()
        self._clock.start()
        self._timer.start()

    @Slot()
    def _note_life(self) -> None:
        self._clock.note_life()
