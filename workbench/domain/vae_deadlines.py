"""The steps of a VAE and their dates: who has to answer until when. Pure functions of what was written and of a day.

The one period that the rules fix is the answer to the dossier de faisabilité: two months, then silence is a yes.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from workbench.domain.dossier import Dossier
from workbench.domain.moments import read_moment
from workbench.domain.referential import Fiche

ANSWER_MONTHS: Final = 2
"""Months that the certifier has to answer a dossier de faisabilité; silence then counts as recevable."""


class State(Enum):
    """Where a step stands."""

    DONE = "done"
    NEXT = "next"
    WAITING = "waiting"
    TACIT = "tacit"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: when it takes place, until when an answer is expected (`due`), and what is odd (`warning`)."""

    name: str
    title: str
    state: State
    on: date | None = None
    due: date | None = None
    warning: str = ""


_STEPS: Final = (
    ("dates.entretien", "Entretien"),
    ("dates.faisabilite", "Dossier de faisabilité"),
    ("dates.recevabilite", "Recevabilité"),
    ("dates.validation", "Dossier de validation"),
    ("dates.jury", "Jury"),
    ("dates.postJury", "Après le jury"),
)


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day: two months after 31 December comes 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def answer_due(sent: date) -> date:
    """Return the last day on which the certifier may answer a dossier sent on a day."""
    return months_later(sent, ANSWER_MONTHS)


def is_tacit(sent: date | None, answered: date | None, today: date) -> bool:
    """Say whether silence counts as a yes: the period is over and nobody answered."""
    return sent is not None and answered is None and today > answer_due(sent)


def steps(dossier: Dossier, fiche: Fiche, today: date) -> tuple[Step, ...]:
    """Return the steps of a VAE in their order, as they stand on a day."""
    days = {name: _day(dossier.vae.answers.get((fiche.code, name), "")) for name, _ in _STEPS}
    sent, answered = days["dates.faisabilite"], days["dates.recevabilite"]
    tacit = is_tacit(sent, answered, today)
    due = answer_due(sent) if sent else None
    made: list[Step] = []
    for name, title in _STEPS:
        on = days[name]
        is_answer = name == "dates.recevabilite"
        state = _state(on, today, is_next=all(s.state in _PAST for s in made))
        if is_answer and on is None and sent is not None:
            state = State.TACIT if tacit else State.WAITING
        warning = _warning(on, made, fiche, is_jury=name == "dates.jury")
        made.append(Step(name, title, state, on, due if is_answer else None, warning))
    return tuple(made)


_PAST: Final = (State.DONE, State.TACIT)


def _state(on: date | None, today: date, *, is_next: bool) -> State:
    if on is not None and on <= today:
        return State.DONE
    return State.NEXT if is_next else State.LATER


def _warning(on: date | None, before: list[Step], fiche: Fiche, *, is_jury: bool) -> str:
    if on is None:
        return ""
    earlier = [s for s in before if s.on is not None]
    if earlier and on < max(s.on for s in earlier if s.on):
        return f"Cette date vient avant celle de l’étape « {earlier[-1].title} »."
    end = _day(fiche.valid_until)
    if is_jury and end is not None and on > end:
        return "L’enregistrement de la certification sera échu : voyez avec le certificateur."
    return ""


def _day(text: str) -> date | None:
    moment = read_moment(text)
    return moment.earliest if moment and moment.day else None
