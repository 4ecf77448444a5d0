"""The proofs that a portfolio may quote, and where in its story each stands."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workbench.documents.blocks import joined
from workbench.documents.words import day, period
from workbench.domain.dossier import Archive, Dossier, Evidence, Experience
from workbench.domain.positions import Span
from workbench.domain.referential import Competence, Fiche

NO_NAME: Final = "Personne non nommée"


@dataclass(frozen=True, slots=True)
class Proofs:
    """What is quoted of a dossier, worked out once.

    `by_competence` is keyed by fiche (a code, or the identifier of an archive) and competence, strongest first;
    `places` gives, by récit, its quoted passages in the order of the story.
    """

    by_competence: Mapping[tuple[str, str], tuple[Evidence, ...]]
    places: Mapping[str, tuple[Span, ...]]

    def of(self, fiche: str, competence: str) -> tuple[Evidence, ...]:
        """Return the proofs of a competence, strongest first."""
        return self.by_competence.get((fiche, competence), ())

    @property
    def every(self) -> tuple[Evidence, ...]:
        """Return all of them."""
        return tuple(proof for proofs in self.by_competence.values() for proof in proofs)


def gather(dossier: Dossier) -> Proofs:
    """Return the proofs whose fiche is in the dossier and whose words remain."""
    known = {(key, c.code) for key, fiche in referentials(dossier).items() for c in fiche.competences()}
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for proof in dossier.evidence.values():
        if (proof.fiche, proof.competence) in known and not proof.span.is_empty:
            found[proof.fiche, proof.competence].append(proof)
    spans: dict[str, set[Span]] = defaultdict(set)
    for proof in (proof for proofs in found.values() for proof in proofs):
        spans[proof.recit_id].add(proof.span)
    return Proofs(
        {key: tuple(sorted(proofs, key=lambda e: -e.strength)) for key, proofs in found.items()},
        {recit: tuple(sorted(several, key=lambda s: (s.start, s.end))) for recit, several in spans.items()},
    )


def referentials(dossier: Dossier) -> dict[str, Fiche]:
    """Return the fiches by code, then those that were archived, by their identifier."""
    return {**dossier.fiches, **{archive.id: archive.fiche for archive in dossier.archives.values()}}


def kept_archives(dossier: Dossier) -> tuple[Archive, ...]:
    """Return the archives in which something was recognised that has no equivalent."""
    return tuple(archive for archive in dossier.archives.values() if dossier.without_equivalent(archive.id))


def shown_in(dossier: Dossier, proofs: Proofs, experience: Experience) -> tuple[Competence, ...]:
    """Return the competences that an experience shows, each once, in the order of the referentials."""
    recits = {r.id for r in dossier.recits.values() if r.experience_id == experience.id}
    return tuple(
        competence
        for key, fiche in referentials(dossier).items()
        for competence in fiche.competences()
        if any(proof.recit_id in recits for proof in proofs.of(key, competence.code))
    )


def source(dossier: Dossier, proof: Evidence, proofs: Proofs, *, with_place: bool) -> str:
    """Say where a quote comes from: its experience and, if wanted, its place in the story and the day it was told."""
    recit = dossier.recits.get(proof.recit_id)
    if recit is None:
        return "récit retiré du dossier"
    experience = dossier.experiences.get(recit.experience_id)
    title = experience.title if experience else ""
    if not with_place:
        return title or f"récit « {recit.title or 'sans titre'} »"
    when = period(experience.start, experience.end) if experience else ""
    frame = f"{title} ({when})" if title and when else title
    told = f"raconté le {_day_of(recit.begun_at)}" if recit.begun_at else ""
    return joined((f"récit « {recit.title or 'sans titre'} »", _place(proof, proofs), told, frame), ", ")


def _place(proof: Evidence, proofs: Proofs) -> str:
    spans = proofs.places[proof.recit_id]
    return f"passage {spans.index(proof.span) + 1} sur {len(spans)}" if len(spans) > 1 else ""


def _day_of(moment: str) -> str:
    """Say the day of an instant where the person sits."""
    return day(datetime.fromisoformat(moment).astimezone().date())
