"""A migration: a fiche of a dossier gives way to its successor, and what was decided on it follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from workbench.domain.dossier import Archive, Dossier, Evidence, Postponing, Refusal
from workbench.domain.mastery import migrated_ratings
from workbench.domain.passages import PassageMap
from workbench.domain.positioning import migrated_positionings
from workbench.domain.referential import Fiche

Decided = TypeVar("Decided", Evidence, Refusal, Postponing)


class Likeness(StrEnum):
    """How alike two competences are worded, from the same words to nothing in common."""

    IDENTICAL = "identique"
    VERY_CLOSE = "tres-proche"
    CLOSE = "proche"
    TO_CHECK = "a-verifier"
    NONE = "sans-equivalent"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A competence of the new fiche that may take the place of one of the old; `score` is from 0 to 1."""

    competence: str
    score: float
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Alignment:
    """A competence of the old fiche and all those of the new one, the most alike first."""

    before: str
    candidates: tuple[Candidate, ...]

    @property
    def proposed(self) -> tuple[str, ...]:
        """Return the competence to propose, or none where nothing is alike."""
        best = self.candidates[:1]
        return tuple(c.competence for c in best if c.likeness is not Likeness.NONE)

    def likeness_to(self, competence: str) -> Likeness:
        """Return how alike a competence of the new fiche is."""
        return next((c.likeness for c in self.candidates if c.competence == competence), Likeness.NONE)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Where what was decided of a competence goes (codes): to some of the new fiche, or to none."""

    before: str
    after: tuple[str, ...] = ()


def migrated(
    dossier: Dossier, archive_id: str, before: Fiche, after: Fiche, correspondences: Iterable[Correspondence]
) -> Dossier:
    """Return a dossier whose fiche `before` gave way to `after`, at its place.

    What finds no competence stays with `before`, kept under `archive_id`. A dossier that holds another version of
    `before` stays as it is: the correspondences were confirmed for the wordings of this one.
    """
    if dossier.fiches.get(before.code) != before:
        return dossier
    known = {c.code for c in after.competences()}
    goes = {c.before: tuple(dict.fromkeys(code for code in c.after if code in known)) for c in correspondences}
    move = _Move(archive_id, before.code, after.code)
    accepted = {e.id: goes.get(e.competence, ()) for e in dossier.evidence.values() if e.fiche == before.code}
    evidence, copied = move.apply(dossier.evidence, accepted)
    refused = {r.id: _not_accepted(r, goes, evidence, after.code) for r in _on(dossier.refusals, before.code)}
    refusals, also_copied = move.apply(dossier.refusals, refused)
    postponed, _ = move.apply(
        dossier.postponed, {p.id: goes.get(p.competence, ()) for p in _on(dossier.postponed, before.code)}
    )
    taken_back, _ = move.apply(
        dossier.taken_back, {e.id: goes.get(e.competence, ()) for e in _on(dossier.taken_back, before.code)}
    )
    withdrawn = {copy for copy, source in {**copied, **also_copied}.items() if source in dossier.withdrawn}
    return replace(
        dossier,
        fiches=_succeeded(dossier.fiches, before, after),
        archives=MappingProxyType({**dossier.archives, archive_id: Archive(archive_id, before, after.code)}),
        evidence=_said_once(evidence, {*copied, *(key for key, codes in accepted.items() if codes)}),
        refusals=refusals,
        withdrawn=dossier.withdrawn | withdrawn,
        postponed=postponed,
        taken_back=taken_back,
        ratings=migrated_ratings(dossier.ratings, before.code, after.code, archive_id, goes),
        positionings=migrated_positionings(dossier.positionings, before.code, after, archive_id, goes),
        silenced=_still_silenced(dossier.silenced, before.code, after.code, goes),
        vae=dossier.vae.moved(before, after, goes),
    )


@dataclass(frozen=True, slots=True)
class _Move:
    """From which fiche to which (codes), and where the rest is kept."""

    archive_id: str
    before: str
    after: str

    def apply(
        self, passages: PassageMap[Decided], goes: Mapping[str, Sequence[str]]
    ) -> tuple[PassageMap[Decided], dict[str, str]]:
        """Return passages once each went where `goes` says by identifier, and which ones are copies of which.

        One that goes to several competences stays itself for the first, and has a copy for each other.
        """
        moved = passages.amended_each({key: self._fields(codes) for key, codes in goes.items()})
        copied: dict[str, str] = {}
        for key, codes in goes.items():
            for number, code in enumerate(codes[1:], 1):
                copy_key = copy_id(key, self.archive_id, number)
                copy = replace(passages[key], id=copy_key, fiche=self.after, competence=code)
                moved = moved.with_item(copy)
                copied[copy.id] = key
        return moved, copied

    def _fields(self, codes: Sequence[str]) -> dict[str, Any]:
        return {"fiche": self.after, "competence": codes[0]} if codes else {"fiche": self.archive_id}


def copy_id(key: str, archive_id: str, number: int) -> str:
    """Return the identifier of a passage's copy, for the competence of that number (from 1) past the first."""
    return f"{key}/{archive_id}/{number}"


def source_id(key: str) -> str:
    """Return the passage that a copy was made from, or the passage itself."""
    return key.split("/", maxsplit=1)[0]


def _still_silenced(
    silenced: frozenset[tuple[str, str]], before: str, after: str, goes: Mapping[str, Sequence[str]]
) -> frozenset[tuple[str, str]]:
    """Return the competences that stay silenced: those of the old fiche go where the rest of it goes."""
    moved = {(after, new) for fiche, code in silenced if fiche == before for new in goes.get(code, ())}
    return frozenset({key for key in silenced if key[0] != before} | moved)


def _on(passages: PassageMap[Decided], code: str) -> list[Decided]:
    return [item for item in passages.values() if item.fiche == code]


def _not_accepted(
    refusal: Refusal, goes: Mapping[str, tuple[str, ...]], evidence: PassageMap[Evidence], fiche: str
) -> tuple[str, ...]:
    """Return where a refusal goes: where two competences became one, what was accepted there wins."""
    codes = goes.get(refusal.competence, ())
    if not codes:
        return ()
    accepted = {e.competence for e in evidence.touching(refusal.recit_id, refusal.span) if e.fiche == fiche}
    return tuple(code for code in codes if code not in accepted)


def _succeeded(fiches: Mapping[str, Fiche], before: Fiche, after: Fiche) -> Mapping[str, Fiche]:
    others = {code: fiche for code, fiche in fiches.items() if code != after.code or code == before.code}
    return MappingProxyType({f.code: f for f in (after if f == before else f for f in others.values())})


def _said_once(evidence: PassageMap[Evidence], moved: set[str]) -> PassageMap[Evidence]:
    """Return the evidence where the same passage moved twice to a competence is one proof, the strongest of both."""
    first: dict[tuple[object, ...], Evidence] = {}
    again: dict[str, list[Evidence]] = {}
    for item in evidence.values():
        kept = first.setdefault((item.recit_id, item.span, item.fiche, item.competence), item)
        if kept is not item and not item.span.is_empty and moved & {kept.id, item.id}:
            again.setdefault(kept.id, [kept]).append(item)
    gathered = {key: _gathered(items) for key, items in again.items()}
    return evidence.without(e.id for items in again.values() for e in items[1:]).amended_each(gathered)


def _gathered(items: Sequence[Evidence]) -> dict[str, object]:
    """Return what one proof keeps of several: the strongest, what the person agreed to, the first words of her own."""
    return {
        "strength": max(e.strength for e in items),
        "agreed": next((e.agreed for e in items if e.agreed), ""),
        "wording": next((e.wording for e in items if e.wording), ""),
    }
