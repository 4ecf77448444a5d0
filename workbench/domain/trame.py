"""A trame: the steps of a guided interview, what each is for, what it asks, what it waits for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.domain.dossier import Dossier


@dataclass(frozen=True, slots=True)
class TrameField:
    """Something to write down during a step; `id` is unique within the step."""

    id: str
    label: str
    help: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the interview.

    `screen` names the part of the workbench that the step is done in (accueil, personne, experiences,
    recit, referentiel, reconnaissance, portfolio); `waits_for` lists conditions of `CONDITIONS`.
    """

    id: str
    title: str
    purpose: str
    minutes: int
    screen: str
    questions: tuple[str, ...] = ()
    fields: tuple[TrameField, ...] = ()
    waits_for: tuple[str, ...] = ()
    locked: bool = True


@dataclass(frozen=True, slots=True)
class Trame:
    """An interview guide."""

    id: str
    title: str
    purpose: str
    steps: tuple[Step, ...]


CONDITIONS: Mapping[str, Callable[[Dossier], bool]] = {
    "personne": lambda d: bool(d.person.name),
    "experience": lambda d: bool(d.experiences),
    "recit": lambda d: any(r.text.strip() for r in d.recits.values()),
    "referentiel": lambda d: bool(d.fiches),
    "preuve": lambda d: bool(d.evidence),
}


def answer_key(step: Step, field: TrameField) -> str:
    """Return the name under which a dossier keeps the answer."""
    return f"{step.id}.{field.id}"


def missing(step: Step, dossier: Dossier) -> tuple[str, ...]:
    """Return what must be filled before moving on: conditions by name, fields by label."""
    conditions = [name for name in step.waits_for if not CONDITIONS[name](dossier)]
    fields = [f.label for f in step.fields if f.required and not dossier.answers.get(answer_key(step, f), "").strip()]
    return (*conditions, *fields)
