"""A trame: the steps of a guided interview, what each is for, what it asks, what it waits for."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

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

    `screen` names the part of the workbench that the step is done in (one of `SCREENS`); `waits_for` lists
    conditions of `CONDITIONS`; `invariants` names what the step is there to guarantee. To a locked step, an
    organisation adds its `own_questions` and changes nothing but the minutes.
    """

    id: str
    title: str
    purpose: str
    minutes: int
    screen: str
    questions: tuple[str, ...] = ()
    fields: tuple[TrameField, ...] = ()
    waits_for: tuple[str, ...] = ()
    invariants: tuple[str, ...] = ()
    own_questions: tuple[str, ...] = ()

    @property
    def locked(self) -> bool:
        """Say whether the step guarantees something that every organisation keeps."""
        return bool(self.invariants)

    @property
    def all_questions(self) -> tuple[str, ...]:
        """Return what the step asks, the organisation's own questions last."""
        return (*self.questions, *self.own_questions)


@dataclass(frozen=True, slots=True)
class Trame:
    """An interview guide; `kind` is one of `KINDS`, `model` names the shipped guide that it was copied from."""

    id: str
    title: str
    purpose: str
    kind: str
    steps: tuple[Step, ...]
    model: str = ""
    organisation: str = ""

    @property
    def minutes(self) -> int:
        """Return how long the whole is planned to take."""
        return sum(step.minutes for step in self.steps)

    def step(self, step_id: str) -> Step | None:
        """Return the step of that identifier, or None."""
        return next((step for step in self.steps if step.id == step_id), None)


CONDITIONS: Final[Mapping[str, Callable[[Dossier], bool]]] = {
    "personne": lambda d: bool(d.person.name),
    "experience": lambda d: bool(d.experiences),
    "recit": lambda d: any(r.text.strip() for r in d.recits.values()),
    "referentiel": lambda d: bool(d.fiches),
    "preuve": lambda d: bool(d.evidence),
}

SCREENS: Final = ("personne", "experiences", "recit", "referentiel", "reconnaissance", "portfolio")
KINDS: Final = ("cep", "vae", "positionnement", "explicitation", "contact")
LONGEST_STEP: Final = 240
"""Minutes."""


def answer_key(step: Step, field: TrameField) -> str:
    """Return the name under which a dossier keeps the answer."""
    return f"{step.id}.{field.id}"


def missing(step: Step, dossier: Dossier) -> tuple[str, ...]:
    """Return what must be filled before moving on: conditions by name, fields by label."""
    conditions = [name for name in step.waits_for if not CONDITIONS[name](dossier)]
    fields = [f.label for f in step.fields if f.required and not dossier.answers.get(answer_key(step, f), "").strip()]
    return (*conditions, *fields)


def is_begun(step: Step, dossier: Dossier) -> bool:
    """Say whether something that the step waits for, or asks to write down, is there."""
    return any(CONDITIONS[name](dossier) for name in step.waits_for) or any(
        dossier.answers.get(answer_key(step, field), "").strip() for field in step.fields
    )


def flaw(trame: Trame) -> str:
    """Return what keeps a guide from being followed, as the end of a French sentence, or nothing."""
    if not (trame.id and trame.title.strip()):
        return "il lui faut un identifiant (id) et un titre (title)"
    if trame.kind not in KINDS:
        return f"son genre (kind) est « {trame.kind} », or il doit être l’un de : {', '.join(KINDS)}"
    if not trame.steps:
        return "il lui faut au moins une étape ([[steps]])"
    repeated = _repeated(step.id for step in trame.steps)
    if repeated:
        return f"deux étapes ont l’identifiant « {repeated} » : donnez-en un autre à l’une d’elles"
    return next((words for words in map(_step_flaw, trame.steps) if words), "")


def _step_flaw(step: Step) -> str:
    where = f"l’étape « {step.title or step.id} »"
    if not (step.id and step.title.strip()) or "." in step.id:
        return f"{where} doit avoir un titre, et un identifiant sans point"
    if step.screen not in SCREENS:
        return f"{where} mène à un écran inconnu, « {step.screen} » : choisissez parmi {', '.join(SCREENS)}"
    unknown = [name for name in step.waits_for if name not in CONDITIONS]
    if unknown:
        return f"{where} attend une condition inconnue, « {unknown[0]} » : choisissez parmi {', '.join(CONDITIONS)}"
    if not 0 <= step.minutes <= LONGEST_STEP:
        return f"{where} dure {step.minutes} minutes : donnez un nombre entre 0 et {LONGEST_STEP}"
    repeated = _repeated(field.id for field in step.fields)
    return f"{where} a deux réponses nommées « {repeated} » : renommez l’une d’elles" if repeated else ""


def _repeated(names: Iterable[str]) -> str:
    return next((name for name, count in Counter(names).items() if count > 1), "")
