"""What has changed in a dossier from one moment to another."""

from collections.abc import Collection
from dataclasses import dataclass

from workbench.domain.dossier import AskedRelance, Dossier, Evidence, Experience, PreparedQuestion, Recit, Strength
from workbench.domain.migration import source_id


@dataclass(frozen=True, slots=True)
class Told:
    """A story, and how many characters it has more than before (fewer if negative)."""

    recit: Recit
    more: int


@dataclass(frozen=True, slots=True)
class Raised:
    """A proof that became stronger, and how strong it was."""

    evidence: Evidence
    before: Strength


@dataclass(frozen=True, slots=True)
class Progress:
    """What a dossier has more than at an earlier moment, and what was taken back of it.

    `competences` are keys (fiche, code) shown for the first time; `answers` are the fields of the guide (`step.field`)
    that were filled; `removed` are proofs as they were before.
    """

    experiences: tuple[Experience, ...]
    told: tuple[Told, ...]
    passages: tuple[Evidence, ...]
    removed: tuple[Evidence, ...]
    competences: tuple[tuple[str, str], ...]
    raised: tuple[Raised, ...]
    answers: tuple[str, ...]
    asked: tuple[PreparedQuestion, ...]
    relances: tuple[AskedRelance, ...]


def progress(before: Dossier, after: Dossier) -> Progress:
    """Compare a dossier with itself at an earlier moment."""
    held, holds = _shown(before), _shown(after)
    old, new = {source_id(e.id) for e in held}, {source_id(e.id) for e in holds}
    return Progress(
        experiences=tuple(x for x in after.experiences.values() if x.id not in before.experiences),
        told=_told(before, after),
        passages=tuple(e for e in holds if source_id(e.id) not in old),
        removed=tuple(e for e in held if source_id(e.id) not in new),
        competences=_newly_shown(before, held, holds),
        raised=_raised(before, holds),
        answers=tuple(k for k, v in after.answers.items() if v.strip() and not before.answers.get(k, "").strip()),
        asked=tuple(q for q in after.preparation.values() if q.asked and not _was_asked(before, q.id)),
        relances=tuple(r for r in after.relances.values() if r.after and not _was_answered(before, r.id)),
    )


def _shown(dossier: Dossier) -> list[Evidence]:
    return [e for e in dossier.evidence.values() if not e.span.is_empty]


def _told(before: Dossier, after: Dossier) -> tuple[Told, ...]:
    told = []
    for recit in after.recits.values():
        known = before.recits.get(recit.id)
        if known is None or known.text != recit.text:
            told.append(Told(recit, len(recit.text) - (len(known.text) if known else 0)))
    return tuple(told)


def _newly_shown(
    before: Dossier, held: Collection[Evidence], holds: Collection[Evidence]
) -> tuple[tuple[str, str], ...]:
    """Return the competences shown for the first time; one that a newer fiche only words anew is not."""
    old = {e.id for e in held}
    known = {(e.fiche, e.competence) for e in held}
    known |= {(e.fiche, e.competence) for e in holds if source_id(e.id) in old and e.fiche not in before.fiches}
    return tuple(dict.fromkeys((e.fiche, e.competence) for e in holds if (e.fiche, e.competence) not in known))


def _raised(before: Dossier, holds: Collection[Evidence]) -> tuple[Raised, ...]:
    was = {e.id: before.evidence[source_id(e.id)].strength for e in holds if source_id(e.id) in before.evidence}
    return tuple(Raised(e, was[e.id]) for e in holds if e.id in was and e.strength > was[e.id])


def _was_asked(dossier: Dossier, question_id: str) -> bool:
    known = dossier.preparation.get(question_id)
    return known is not None and known.asked


def _was_answered(dossier: Dossier, relance_id: str) -> bool:
    return relance_id in dossier.relances and dossier.relances[relance_id].after is not None
