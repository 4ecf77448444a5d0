"""How well a person masters a competence, said by herself and by the counsellor: a human's judgement, side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from functools import reduce
from types import MappingProxyType


class Mastery(IntEnum):
    """The four levels, from the first steps to passing it on."""

    BEGUN = 1  # initié
    ACCOMPANIED = 2  # pratique accompagnée
    ALONE = 3  # autonome
    PASSES_ON = 4  # transmet, adapte


class Rater(StrEnum):
    """Who says it."""

    PERSON = "personne"
    COUNSELLOR = "conseiller"


@dataclass(frozen=True, slots=True)
class Ratings:
    """What both say of one competence; None where nothing was said."""

    person: Mastery | None = None
    counsellor: Mastery | None = None

    def by(self, rater: Rater) -> Mastery | None:
        """Return what one of them says."""
        return self.person if rater is Rater.PERSON else self.counsellor

    def rated(self, rater: Rater, mastery: Mastery | None) -> "Ratings":
        """Return the ratings once one of them said something else, or took it back."""
        return replace(self, person=mastery) if rater is Rater.PERSON else replace(self, counsellor=mastery)


NOT_RATED = Ratings()

RatingMap = Mapping[tuple[str, str], Ratings]
"""Ratings by fiche (a code, or the identifier of an archive) and competence."""


def with_rating(ratings: RatingMap, key: tuple[str, str], rater: Rater, mastery: Mastery | None) -> RatingMap:
    """Return the ratings once one of a competence was given or taken back."""
    rated = ratings.get(key, NOT_RATED).rated(rater, mastery)
    others = {k: v for k, v in ratings.items() if k != key}
    return MappingProxyType(others if rated == NOT_RATED else {**others, key: rated})


def migrated_ratings(
    ratings: RatingMap, before: str, after: str, archive_id: str, goes: Mapping[str, Sequence[str]]
) -> RatingMap:
    """Return the ratings once the competences of fiche `before` went to those of `after`, as `goes` says by code.

    What goes nowhere stays with the archive. Where several become one, the lowest rating is kept of each person:
    nobody said more of the whole.
    """
    gathered: dict[tuple[str, str], list[Ratings]] = {}
    for (fiche, competence), rated in ratings.items():
        for key in _places((fiche, competence), before, after, archive_id, goes):
            gathered.setdefault(key, []).append(rated)
    return MappingProxyType({key: reduce(_lowest, several) for key, several in gathered.items()})


def _places(
    key: tuple[str, str], before: str, after: str, archive_id: str, goes: Mapping[str, Sequence[str]]
) -> Iterable[tuple[str, str]]:
    fiche, competence = key
    if fiche != before:
        return [key]
    return [(after, code) for code in goes.get(competence, ())] or [(archive_id, competence)]


def _lowest(one: Ratings, other: Ratings) -> Ratings:
    return Ratings(_lower(one.person, other.person), _lower(one.counsellor, other.counsellor))


def _lower(one: Mastery | None, other: Mastery | None) -> Mastery | None:
    said = [mastery for mastery in (one, other) if mastery is not None]
    return min(said, default=None)
