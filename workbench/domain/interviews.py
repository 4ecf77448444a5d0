"""The interviews of a dossier: when they were, where they stopped, how long was spent on what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from workbench.domain.dossier import Dossier

QUIET: Final = 30 * 60.0
"""Seconds after the last sign of life past which a step that was left open no longer counts."""
PASSING: Final = 10.0
"""Seconds under which a step was merely passed by."""


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview; `began` is ISO 8601, `last_step` is where it stopped."""

    id: str
    began: str
    last_step: str
    seconds: int


def interviews(dossier: Dossier) -> tuple[Interview, ...]:
    """Return the interviews of a dossier, the one visited last at the end."""
    found: dict[str, Interview] = {}
    for visit in dossier.visits:
        before = found.pop(visit.interview_id, None)
        began = before.began if before else visit.began
        seconds = (before.seconds if before else 0) + visit.seconds
        found[visit.interview_id] = Interview(visit.interview_id, began, visit.step, seconds)
    return tuple(found.values())


def seconds_on(dossier: Dossier, step_id: str) -> int:
    """Return the time spent on a step, all interviews together."""
    return sum(visit.seconds for visit in dossier.visits if visit.step == step_id)


class StepClock:
    """Measures how long a step stays open; `now` counts seconds and never goes back."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Make a clock that is stopped."""
        self._now = now
        self._since: float | None = None
        self._sign = 0.0

    @property
    def runs(self) -> bool:
        """Say whether a step is being measured."""
        return self._since is not None

    def start(self) -> None:
        """Begin to measure."""
        self._since = self._sign = self._now()

    def note_life(self) -> None:
        """Take in that somebody is at work; silence since the last sign counts unless it was too long."""
        now = self._now()
        if self._since is not None and now - self._sign > QUIET:
            self._since += now - self._sign - QUIET
        self._sign = now

    def seconds(self) -> int:
        """Return how long the step has been open."""
        if self._since is None:
            return 0
        return int(min(self._now(), self._sign + QUIET) - self._since)

    def stop(self) -> int:
        """Stop and return how long the step was open, or 0 where it was merely passed by."""
        seconds = self.seconds()
        self._since = None
        return seconds if seconds >= PASSING else 0
