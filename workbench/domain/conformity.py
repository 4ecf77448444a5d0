"""What every guide of a kind has to hold, whoever adapted it, and what one lacks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.domain.trame import Step, Trame


@dataclass(frozen=True, slots=True)
class Invariant:
    """Something that no organisation takes out of a guide of those kinds (none named: all kinds).

    A step that keeps it asks to write down `fields` (identifiers; a « ! » after one that must be filled) and
    waits for `waits_for`.
    """

    id: str
    title: str
    reason: str
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lack:
    """An invariant that a guide does not keep: no step is there for it, or `step` lacks the parts named."""

    invariant: Invariant
    step: str = ""
    parts: tuple[str, ...] = ()


def demanded(kind: str, invariants: Iterable[Invariant]) -> tuple[Invariant, ...]:
    """Return what a guide of a kind has to hold."""
    return tuple(i for i in invariants if not i.kinds or kind in i.kinds)


def conformity(trame: Trame, invariants: Iterable[Invariant]) -> tuple[Lack, ...]:
    """Return what a guide lacks of what its kind demands; nothing is the mark of conformity."""
    lacks = (_lack(trame, invariant) for invariant in demanded(trame.kind, invariants))
    return tuple(lack for lack in lacks if lack is not None)


def mended(trame: Trame, model: Trame, invariants: Iterable[Invariant]) -> Trame:
    """Return the guide with the steps of its model in place of those that no longer keep what they should.

    A step that is missing comes back after the one that it follows in the model; own questions and minutes stay.
    """
    wanted = {lack.invariant.id for lack in conformity(trame, invariants)}
    for step in model.steps:
        if wanted.intersection(step.invariants):
            trame = _with_model_step(trame, model, step)
    return trame


def _lack(trame: Trame, invariant: Invariant) -> Lack | None:
    keepers = [step for step in trame.steps if invariant.id in step.invariants]
    if not keepers:
        return Lack(invariant)
    parts = [_missing_parts(step, invariant) for step in keepers]
    return Lack(invariant, keepers[0].title, parts[0]) if all(parts) else None


def _missing_parts(step: Step, invariant: Invariant) -> tuple[str, ...]:
    if not (step.questions or step.fields):
        return ("une question ou une réponse à noter",)
    fields = {field.id: field for field in step.fields}
    parts = []
    for wanted in invariant.fields:
        field = fields.get(wanted.rstrip("!"))
        if field is None:
            parts.append(f"la réponse « {wanted.rstrip('!')} »")
        elif wanted.endswith("!") and not field.required:
            parts.append(f"« {field.label} », à remplir")
    parts += [f"la condition « {name} »" for name in invariant.waits_for if name not in step.waits_for]
    return tuple(parts)


def _with_model_step(trame: Trame, model: Trame, step: Step) -> Trame:
    kept = trame.step(step.id)
    if kept is not None:
        again = replace(step, minutes=kept.minutes, own_questions=kept.own_questions)
        return replace(trame, steps=tuple(again if s.id == step.id else s for s in trame.steps))
    before = [s.id for s in model.steps[: model.steps.index(step)]]
    places = [n for n, s in enumerate(trame.steps, 1) if s.id in before]
    place = max(places, default=0)
    return replace(trame, steps=(*trame.steps[:place], step, *trame.steps[place:]))
