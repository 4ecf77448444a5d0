"""From a journal to a dossier: which events count, what each does, what can be undone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier, Evidence, Recit, Refusal
from workbench.domain.positions import Edit, move

Item = TypeVar("Item")
Passage = TypeVar("Passage", Evidence, Refusal)


@dataclass(frozen=True, slots=True)
class History:
    """Which events count, and the next ones to undo and to redo (identifiers, the nearest last)."""

    counted: tuple[c.Event, ...]
    undoable: tuple[str, ...]
    redoable: tuple[str, ...]


def read_history(events: Iterable[c.Event]) -> History:
    """Sort a journal's events into those that count and those that can be undone or redone.

    `redoable` holds retractions: retracting the last of them redoes what it undid.
    """
    ordered = sorted(events, key=lambda e: (e.clock, e.id))
    by_id = {e.id: e for e in ordered}
    inactive: set[str] = set()
    undoable: list[str] = []
    redoable: list[str] = []
    for event in ordered:
        change = event.change
        if not isinstance(change, c.Retracted):
            redoable.clear()
            if not isinstance(change, c.DossierCreated):
                undoable.append(event.id)
            continue
        target = by_id.get(change.event_id)
        if target is None:
            continue
        if isinstance(target.change, c.Retracted):
            inactive.discard(target.change.event_id)
            undoable.append(target.change.event_id)
            redoable = [e for e in redoable if e != target.id]
        else:
            inactive.add(target.id)
            undoable = [e for e in undoable if e != target.id]
            redoable.append(event.id)
    counted = tuple(e for e in ordered if e.id not in inactive and not isinstance(e.change, c.Retracted))
    return History(counted, tuple(undoable), tuple(redoable))


def fold(dossier_id: str, events: Iterable[c.Event]) -> Dossier:
    """Return the dossier that a journal tells."""
    ordered = sorted(events, key=lambda e: (e.clock, e.id))
    dossier = apply_all(Dossier(dossier_id), read_history(ordered).counted)
    return replace(dossier, updated_at=ordered[-1].at) if ordered else dossier


def apply_all(dossier: Dossier, events: Sequence[c.Event]) -> Dossier:
    """Return `dossier` after events that count, in their order."""
    for event in events:
        dossier = apply(dossier, event)
    return dossier


def apply(dossier: Dossier, event: c.Event) -> Dossier:
    """Return `dossier` after one event that counts."""
    changed = _RULES[type(event.change)](dossier, event.change)
    if isinstance(event.change, c.DossierCreated):
        changed = replace(changed, created_at=event.at)
    return replace(changed, updated_at=event.at)


def _with(items: Mapping[str, Item], key: str, item: Item) -> Mapping[str, Item]:
    return MappingProxyType({**items, key: item})


def _without(items: Mapping[str, Item], keys: Iterable[str]) -> Mapping[str, Item]:
    gone = set(keys)
    return MappingProxyType({k: v for k, v in items.items() if k not in gone})


def _created(dossier: Dossier, change: c.DossierCreated) -> Dossier:
    return replace(dossier, person=change.person, counsellor=change.counsellor, trame=change.trame)


def _person(dossier: Dossier, change: c.PersonDescribed) -> Dossier:
    return replace(dossier, person=change.person)


def _trame(dossier: Dossier, change: c.TrameChosen) -> Dossier:
    return replace(dossier, trame=change.trame)


def _answered(dossier: Dossier, change: c.StepAnswered) -> Dossier:
    return replace(dossier, answers=_with(dossier.answers, change.field, change.answer))


def _experience(dossier: Dossier, change: c.ExperienceWritten) -> Dossier:
    written = change.experience
    return replace(dossier, experiences=_with(dossier.experiences, written.id, written))


def _experience_removed(dossier: Dossier, change: c.ExperienceRemoved) -> Dossier:
    recits = {r.id for r in dossier.recits.values() if r.experience_id == change.experience_id}
    return replace(
        dossier,
        experiences=_without(dossier.experiences, [change.experience_id]),
        recits=_without(dossier.recits, recits),
        evidence=_without(dossier.evidence, [e.id for e in dossier.evidence.values() if e.recit_id in recits]),
        refusals=_without(dossier.refusals, [r.id for r in dossier.refusals.values() if r.recit_id in recits]),
    )


def _recit(dossier: Dossier, change: c.RecitStarted) -> Dossier:
    recit = Recit(change.recit_id, change.experience_id, change.title)
    return replace(dossier, recits=_with(dossier.recits, recit.id, recit))


def _text(dossier: Dossier, change: c.TextEdited) -> Dossier:
    recit = dossier.recits.get(change.recit_id)
    if recit is None:
        return dossier
    text = recit.text
    for edit in change.edits:
        text = edit.apply(text)
    return replace(
        dossier,
        recits=_with(dossier.recits, recit.id, replace(recit, text=text)),
        evidence=_moved(dossier.evidence, recit.id, change.edits),
        refusals=_moved(dossier.refusals, recit.id, change.edits),
    )


def _moved(items: Mapping[str, Passage], recit_id: str, edits: Sequence[Edit]) -> Mapping[str, Passage]:
    """Return the passages with those of one récit moved by its edits."""
    first = min((e.start for e in edits), default=0)
    moved: dict[str, Passage] = {}
    for key, item in items.items():
        span = item.span
        if item.recit_id == recit_id and span.end >= first:
            for edit in edits:
                span = move(span, edit)
        moved[key] = item if span == item.span else replace(item, span=span)
    return MappingProxyType(moved)


def _fiche(dossier: Dossier, change: c.FicheAdded) -> Dossier:
    return replace(dossier, fiches=_with(dossier.fiches, change.fiche.code, change.fiche))


def _fiche_removed(dossier: Dossier, change: c.FicheRemoved) -> Dossier:
    return replace(dossier, fiches=_without(dossier.fiches, [change.code]))


def _accepted(dossier: Dossier, change: c.EvidenceAccepted) -> Dossier:
    evidence = Evidence(
        change.evidence_id,
        change.recit_id,
        change.span,
        change.fiche,
        change.competence,
        change.strength,
        change.suggested,
    )
    return replace(dossier, evidence=_with(dossier.evidence, evidence.id, evidence))


def _rated(dossier: Dossier, change: c.EvidenceRated) -> Dossier:
    evidence = dossier.evidence.get(change.evidence_id)
    if evidence is None:
        return dossier
    rated = replace(evidence, strength=change.strength)
    return replace(dossier, evidence=_with(dossier.evidence, rated.id, rated))


def _evidence_removed(dossier: Dossier, change: c.EvidenceRemoved) -> Dossier:
    return replace(dossier, evidence=_without(dossier.evidence, [change.evidence_id]))


def _refused(dossier: Dossier, change: c.SuggestionRefused) -> Dossier:
    refusal = Refusal(change.refusal_id, change.recit_id, change.span, change.fiche, change.competence)
    return replace(dossier, refusals=_with(dossier.refusals, refusal.id, refusal))


def _refusal_removed(dossier: Dossier, change: c.RefusalRemoved) -> Dossier:
    return replace(dossier, refusals=_without(dossier.refusals, [change.refusal_id]))


_RULES: Mapping[type, Callable[[Dossier, Any], Dossier]] = {
    c.DossierCreated: _created,
    c.PersonDescribed: _person,
    c.TrameChosen: _trame,
    c.StepAnswered: _answered,
    c.ExperienceWritten: _experience,
    c.ExperienceRemoved: _experience_removed,
    c.RecitStarted: _recit,
    c.TextEdited: _text,
    c.FicheAdded: _fiche,
    c.FicheRemoved: _fiche_removed,
    c.EvidenceAccepted: _accepted,
    c.EvidenceRated: _rated,
    c.EvidenceRemoved: _evidence_removed,
    c.SuggestionRefused: _refused,
    c.RefusalRemoved: _refusal_removed,
}
