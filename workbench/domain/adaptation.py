"""Adapting a guide to an organisation: what is free changes, what is locked stays."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from workbench.domain.trame import Step, Trame, TrameField

REQUIRED_SIGN = "*"
"""Ends the line of an answer that must be filled."""


def copied(trame: Trame, new_id: str, title: str) -> Trame:
    """Return a copy that an organisation may adapt."""
    return replace(trame, id=new_id, title=title, model=trame.model or trame.id)


def with_new_step(trame: Trame, title: str, after: str) -> tuple[Trame, Step]:
    """Return the guide with a free step after another one, or at its end, and that step."""
    taken = {step.id for step in trame.steps}
    step_id = next(name for name in (f"libre-{n}" for n in count(1)) if name not in taken)
    step = Step(step_id, title, "", 5, "personne")
    place = next((n for n, s in enumerate(trame.steps, 1) if s.id == after), len(trame.steps))
    return replace(trame, steps=(*trame.steps[:place], step, *trame.steps[place:])), step


def without_step(trame: Trame, step_id: str) -> Trame:
    """Return the guide without a free step; one that is locked stays."""
    return replace(trame, steps=tuple(s for s in trame.steps if s.id != step_id or s.locked))


def can_move(trame: Trame, step_id: str, by: int) -> bool:
    """Say whether a step may trade places with its neighbour: locked steps keep their order."""
    place = next(n for n, s in enumerate(trame.steps) if s.id == step_id)
    if not 0 <= place + by < len(trame.steps):
        return False
    return not (trame.steps[place].locked and trame.steps[place + by].locked)


def moved(trame: Trame, step_id: str, by: int) -> Trame:
    """Return the guide with a step one place up (-1) or down (1), where it may go there."""
    if not can_move(trame, step_id, by):
        return trame
    steps = list(trame.steps)
    place = next(n for n, s in enumerate(steps) if s.id == step_id)
    steps[place], steps[place + by] = steps[place + by], steps[place]
    return replace(trame, steps=tuple(steps))


def with_step(trame: Trame, step: Step) -> Trame:
    """Return the guide with a step rewritten; of a locked one, the minutes and own questions alone are taken."""
    return replace(trame, steps=tuple(_rewritten(s, step) if s.id == step.id else s for s in trame.steps))


def _rewritten(before: Step, after: Step) -> Step:
    if before.locked:
        return replace(before, minutes=after.minutes, own_questions=after.own_questions)
    return after


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def field_lines(fields: Iterable[TrameField]) -> str:
    """Return the answers of a step, a line each."""
    return "\n".join(f"{f.label} {REQUIRED_SIGN}" if f.required else f.label for f in fields)


def fields_of(text: str, before: Sequence[TrameField]) -> tuple[TrameField, ...]:
    """Return the answers that lines name; one that is known, or merely reworded, keeps its identifier and its help."""
    written = lines(text)
    rest = list(before)
    found = [_taken(rest, _label(line)) for line in written]
    if len(written) == len(before):
        found = [field or rest.pop(0) for field in found]
    free = (n for n in (f"reponse-{k}" for k in count(1)) if n not in {f.id for f in before})
    return tuple(
        replace(field or TrameField(next(free), ""), label=_label(line), required=line.endswith(REQUIRED_SIGN))
        for line, field in zip(written, found, strict=True)
    )


def _taken(fields: list[TrameField], label: str) -> TrameField | None:
    """Take the answer of that label out of a list, or return None."""
    for place, field in enumerate(fields):
        if field.label == label:
            return fields.pop(place)
    return None


def _label(line: str) -> str:
    return line.rstrip(f"{REQUIRED_SIGN} ")
