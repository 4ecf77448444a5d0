"""From a journal to a dossier: what each event that counts does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from workbench.domain import changes as c
from workbench.domain.attachment_fold import ATTACHMENT_FOLDED
from workbench.domain.dossier import (
    Dossier,
    Evidence,
    Overruling,
    Postponing,
    Recit,
    Refusal,
    Visit,
)
from workbench.domain.handover_fold import HANDOVER_FOLDED
from workbench.domain.history import read_history
from workbench.domain.mastery import with_rating
from workbench.domain.migration import migrated
from workbench.domain.positioning_fold import POSITIONING_FOLDED
from workbench.domain.question_fold import QUESTION_FOLDED
from workbench.domain.vae_fold import VAE_FOLDED

Item = TypeVar("Item")


def fold(dossier_id: str, events: Iterable[c.Event]) -> Dossier:
    """Return the dossier that a journal tells."""
    history = read_history(events)
    dossier = apply_all(Dossier(dossier_id), history.counted)
    return replace(dossier, updated_at=history.events[-1].at) if history.events else dossier


def apply_all(dossier: Dossier, events: Sequence[c.Event]) -> Dossier:
    """Return `dossier` after events that count, in their order."""
    for event in events:
        dossier = apply(dossier, event)
    return dossier


def apply(dossier: Dossier, event: c.Event) -> Dossier:
    """Return `dossier` after one event that counts."""
    changed = FOLDED[type(event.change)](dossier, event.change)
    if isinstance(event.change, c.DossierCreated):
        changed = replace(changed, created_at=event.at)
    if isinstance(event.change, c.RecitStarted):
        begun = replace(changed.recits[event.change.recit_id], begun_at=event.at)
        changed = replace(changed, recits=_with(changed.recits, begun.id, begun))
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


def _visited(dossier: Dossier, change: c.StepVisited) -> Dossier:
    visit = Visit(change.interview_id, change.step, change.began, change.seconds)
    return replace(dossier, visits=(*dossier.visits, visit))


def _experience(dossier: Dossier, change: c.ExperienceWritten) -> Dossier:
    written = change.experience
    return replace(dossier, experiences=_with(dossier.experiences, written.id, written))


def _experience_removed(dossier: Dossier, change: c.ExperienceRemoved) -> Dossier:
    recits = [r.id for r in dossier.recits.values() if r.experience_id == change.experience_id]
    attached = [a.id for a in dossier.attachments.values() if a.experience_id == change.experience_id]
    return replace(
        _without_recits(dossier, recits),
        experiences=_without(dossier.experiences, [change.experience_id]),
        attachments=_without(dossier.attachments, attached),
    )


def _without_recits(dossier: Dossier, recits: Sequence[str]) -> Dossier:
    return replace(
        dossier,
        recits=_without(dossier.recits, recits),
        evidence=dossier.evidence.without_recits(recits),
        refusals=dossier.refusals.without_recits(recits),
        overrulings=dossier.overrulings.without_recits(recits),
        postponed=dossier.postponed.without_recits(recits),
        taken_back=dossier.taken_back.without_recits(recits),
        relances=dossier.relances.without_recits(recits),
    )


def _recit(dossier: Dossier, change: c.RecitStarted) -> Dossier:
    recit = Recit(change.recit_id, change.experience_id, change.title)
    return replace(dossier, recits=_with(dossier.recits, recit.id, recit))


def _recit_renamed(dossier: Dossier, change: c.RecitRenamed) -> Dossier:
    recit = dossier.recits.get(change.recit_id)
    if recit is None:
        return dossier
    return replace(dossier, recits=_with(dossier.recits, recit.id, replace(recit, title=change.title)))


def _recit_removed(dossier: Dossier, change: c.RecitRemoved) -> Dossier:
    return _without_recits(dossier, [change.recit_id])


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
        evidence=dossier.evidence.moved(recit.id, change.edits),
        refusals=dossier.refusals.moved(recit.id, change.edits),
        overrulings=dossier.overrulings.moved(recit.id, change.edits),
        postponed=dossier.postponed.moved(recit.id, change.edits),
        taken_back=dossier.taken_back.moved(recit.id, change.edits),
        relances=dossier.relances.moved(recit.id, change.edits),
    )


def _fiche(dossier: Dossier, change: c.FicheAdded) -> Dossier:
    return replace(dossier, fiches=_with(dossier.fiches, change.fiche.code, change.fiche))


def _fiche_removed(dossier: Dossier, change: c.FicheRemoved) -> Dossier:
    return replace(dossier, fiches=_without(dossier.fiches, [change.code]))


def _fiche_migrated(dossier: Dossier, change: c.FicheMigrated) -> Dossier:
    return migrated(dossier, change.archive_id, change.before, change.after, change.correspondences)


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
    return _claimed(dossier, evidence)


def _rated(dossier: Dossier, change: c.EvidenceRated) -> Dossier:
    return replace(dossier, evidence=dossier.evidence.amended(change.evidence_id, strength=change.strength))


def _reassigned(dossier: Dossier, change: c.EvidenceReassigned) -> Dossier:
    moved = {"fiche": change.fiche, "competence": change.competence, "agreed": ""}
    return replace(dossier, evidence=dossier.evidence.amended(change.evidence_id, **moved))


def _evidence_removed(dossier: Dossier, change: c.EvidenceRemoved) -> Dossier:
    return replace(dossier, evidence=dossier.evidence.without([change.evidence_id]))


def _claimed(dossier: Dossier, evidence: Evidence) -> Dossier:
    others = dossier.taken_back.without([evidence.id]) if evidence.id in dossier.taken_back else dossier.taken_back
    return replace(dossier, evidence=dossier.evidence.with_item(evidence), taken_back=others)


def _confirmed(dossier: Dossier, change: c.ClaimConfirmed) -> Dossier:
    agreed = _words_of(dossier, change.evidence_id)
    return replace(dossier, evidence=dossier.evidence.amended(change.evidence_id, agreed=agreed))


def _reworded(dossier: Dossier, change: c.ClaimReworded) -> Dossier:
    agreed = _words_of(dossier, change.evidence_id)
    evidence = dossier.evidence.amended(change.evidence_id, agreed=agreed, wording=change.wording)
    return replace(dossier, evidence=evidence)


def _words_of(dossier: Dossier, evidence_id: str) -> str:
    evidence = dossier.evidence.get(evidence_id)
    return dossier.passage(evidence) if evidence is not None else ""


def _claim_withdrawn(dossier: Dossier, change: c.ClaimWithdrawn) -> Dossier:
    evidence = dossier.evidence.get(change.evidence_id)
    if evidence is None:
        return dossier
    return replace(
        dossier,
        evidence=dossier.evidence.without([evidence.id]),
        taken_back=dossier.taken_back.with_item(replace(evidence, agreed="")),
    )


def _claim_restored(dossier: Dossier, change: c.ClaimRestored) -> Dossier:
    evidence = dossier.taken_back.get(change.evidence_id)
    return dossier if evidence is None else _claimed(dossier, evidence)


def _mastery_rated(dossier: Dossier, change: c.MasteryRated) -> Dossier:
    key = (change.fiche, change.competence)
    return replace(dossier, ratings=with_rating(dossier.ratings, key, change.rater, change.mastery))


def _refused(dossier: Dossier, change: c.SuggestionRefused) -> Dossier:
    refusal = Refusal(change.refusal_id, change.recit_id, change.span, change.fiche, change.competence)
    return replace(dossier, refusals=dossier.refusals.with_item(refusal))


def _refusal_removed(dossier: Dossier, change: c.RefusalRemoved) -> Dossier:
    return replace(dossier, refusals=dossier.refusals.without([change.refusal_id]))


def _postponed(dossier: Dossier, change: c.SuggestionPostponed) -> Dossier:
    postponing = Postponing(change.postponing_id, change.recit_id, change.span, change.fiche, change.competence)
    return replace(dossier, postponed=dossier.postponed.with_item(postponing))


def _postponing_removed(dossier: Dossier, change: c.PostponingRemoved) -> Dossier:
    return replace(dossier, postponed=dossier.postponed.without([change.postponing_id]))


def _silenced(dossier: Dossier, change: c.CompetenceSilenced) -> Dossier:
    return replace(dossier, silenced=dossier.silenced | {(change.fiche, change.competence)})


def _heard(dossier: Dossier, change: c.CompetenceHeard) -> Dossier:
    return replace(dossier, silenced=dossier.silenced - {(change.fiche, change.competence)})


def _overruled(dossier: Dossier, change: c.ActorOverruled) -> Dossier:
    overruling = Overruling(change.overruling_id, change.recit_id, change.span, change.actor, change.reality)
    earlier = [o.id for o in dossier.overrulings.touching(change.recit_id, change.span)]
    return replace(dossier, overrulings=dossier.overrulings.without(earlier).with_item(overruling))


def _overruling_removed(dossier: Dossier, change: c.OverrulingRemoved) -> Dossier:
    return replace(dossier, overrulings=dossier.overrulings.without([change.overruling_id]))


def _example_withdrawn(dossier: Dossier, change: c.ExampleWithdrawn) -> Dossier:
    return replace(dossier, withdrawn=dossier.withdrawn | {change.example_id})


def _example_restored(dossier: Dossier, change: c.ExampleRestored) -> Dossier:
    return replace(dossier, withdrawn=dossier.withdrawn - {change.example_id})


FOLDED: Mapping[type, Callable[[Dossier, Any], Dossier]] = {
    c.DossierCreated: _created,
    c.PersonDescribed: _person,
    c.TrameChosen: _trame,
    c.StepAnswered: _answered,
    c.StepVisited: _visited,
    c.ExperienceWritten: _experience,
    c.ExperienceRemoved: _experience_removed,
    c.RecitStarted: _recit,
    c.RecitRenamed: _recit_renamed,
    c.RecitRemoved: _recit_removed,
    c.TextEdited: _text,
    c.FicheAdded: _fiche,
    c.FicheRemoved: _fiche_removed,
    c.FicheMigrated: _fiche_migrated,
    c.EvidenceAccepted: _accepted,
    c.EvidenceRated: _rated,
    c.EvidenceReassigned: _reassigned,
    c.EvidenceRemoved: _evidence_removed,
    c.ClaimConfirmed: _confirmed,
    c.ClaimReworded: _reworded,
    c.ClaimWithdrawn: _claim_withdrawn,
    c.ClaimRestored: _claim_restored,
    c.MasteryRated: _mastery_rated,
    c.SuggestionRefused: _refused,
    c.RefusalRemoved: _refusal_removed,
    c.SuggestionPostponed: _postponed,
    c.PostponingRemoved: _postponing_removed,
    c.CompetenceSilenced: _silenced,
    c.CompetenceHeard: _heard,
    c.ActorOverruled: _overruled,
    c.OverrulingRemoved: _overruling_removed,
    c.ExampleWithdrawn: _example_withdrawn,
    c.ExampleRestored: _example_restored,
    **POSITIONING_FOLDED,
    **VAE_FOLDED,
    **QUESTION_FOLDED,
    **ATTACHMENT_FOLDED,
    **HANDOVER_FOLDED,
}
