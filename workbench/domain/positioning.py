"""Positioning a person before a training programme: what is decided of each competence, and the hours that it leaves.

Nothing here judges: ratings and decisions are human; the only figures are sums of hours. Durations are minutes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeVar

from workbench.domain.mastery import Ratings
from workbench.domain.referential import Bloc, Fiche

Item = TypeVar("Item")

QUARTER: Final = 15
"""Minutes to which a proposed duration is rounded: programmes are planned in quarters of an hour."""

_MEDICAL: Final = re.compile(
    r"\b(?:diagnosti|pathologi|maladi|dysle|dysphasi|dyspraxi|dyscalculi|dysorthographi|autis|asperger|tdah|tsa\b|"
    r"dépressi|bipolai|schizo|épilep|diabét|diabèt|cancer|sclérose|anxiolyt|addict|alcooli|traitement médic|"
    r"médicament|psychiatr|invalidité|rqth)\w*",
    re.IGNORECASE,
)


class Decision(StrEnum):
    """What the programme becomes for a competence, from the least to the most demanding."""

    WAIVED = "dispense"
    LIGHTENED = "allegement"
    FULL = "complet"
    REINFORCED = "renforcement"


SHARE_KEPT: Final[Mapping[Decision, Fraction]] = MappingProxyType(
    {
        Decision.WAIVED: Fraction(0),
        Decision.LIGHTENED: Fraction(1, 2),
        Decision.FULL: Fraction(1),
        Decision.REINFORCED: Fraction(3, 2),
    }
)
"""What a decision leaves of a competence's share of the hours, until somebody writes the hours themselves."""


class Note(StrEnum):
    """What is written once for the whole positioning."""

    ORGANISATION = "organisme"
    HELD_ON = "date"
    ASSESSOR = "evaluateur"
    METHOD = "methode"
    PLAN = "plan"
    ADJUSTMENTS = "amenagements"
    RHYTHM = "rythme"
    FUNDING = "financement"


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """What the programme supposes; `met` is None until it was looked at, `proof` says on what."""

    id: str
    title: str
    met: bool | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What is decided of one competence; `proof` is beside the accepted passages, `plan` is what is done of it."""

    decision: Decision | None = None
    proof: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """The minutes of a module: as the programme plans it, and as it is kept for this person.

    `kept` is None until somebody writes it: then the decisions say it.
    """

    planned: int = 0
    kept: int | None = None


@dataclass(frozen=True, slots=True)
class Positioning:
    """A person before one programme: notes, prerequisites, positions by competence, durations by bloc."""

    notes: Mapping[Note, str] = field(default_factory=lambda: MappingProxyType({}))
    prerequisites: Mapping[str, Prerequisite] = field(default_factory=lambda: MappingProxyType({}))
    positions: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}))
    durations: Mapping[str, Duration] = field(default_factory=lambda: MappingProxyType({}))

    def note(self, note: Note) -> str:
        """Return what was written, or nothing."""
        return self.notes.get(note, "")

    def position(self, competence: str) -> Position:
        """Return what was decided of a competence."""
        return self.positions.get(competence, UNDECIDED)

    def duration(self, bloc: str) -> Duration:
        """Return the duration of a module."""
        return self.durations.get(bloc, UNTIMED)


UNDECIDED: Final = Position()
UNTIMED: Final = Duration()
NOT_STARTED: Final = Positioning()

PositioningMap = Mapping[str, Positioning]
"""Positionings by fiche (a code, or the identifier of an archive)."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Minutes before and after the positioning."""

    before: int
    after: int

    @property
    def change(self) -> int:
        """Return the minutes added, negative where the programme is lighter."""
        return self.after - self.before

    def __add__(self, other: "Balance") -> "Balance":
        """Return both together."""
        return Balance(self.before + other.before, self.after + other.after)


def proposed_minutes(planned: int, decisions: Sequence[Decision | None]) -> int:
    """Return what decisions leave of a module whose competences share its minutes alike.

    What is not decided yet keeps its whole share; the sum is rounded to the nearest quarter of an hour, and is what
    was planned to the minute where nothing changes.
    """
    if not decisions:
        return planned
    kept = sum((SHARE_KEPT[d] if d else Fraction(1) for d in decisions), Fraction(0)) / len(decisions)
    return planned if kept == 1 else round(planned * kept / QUARTER) * QUARTER


def module_balance(bloc: Bloc, positioning: Positioning) -> Balance:
    """Return the minutes of a module before and after: those that were written, or those that decisions leave."""
    duration = positioning.duration(bloc.code)
    decisions = [positioning.position(c.code).decision for c in bloc.competences]
    proposed = proposed_minutes(duration.planned, decisions)
    return Balance(duration.planned, proposed if duration.kept is None else duration.kept)


def programme_balance(fiche: Fiche, positioning: Positioning) -> Balance:
    """Return the minutes of the whole programme before and after."""
    return sum((module_balance(bloc, positioning) for bloc in fiche.blocs), Balance(0, 0))


def tally(fiche: Fiche, positioning: Positioning) -> Mapping[Decision | None, int]:
    """Count the competences of a programme by decision; None counts those that wait for one."""
    decided = [positioning.position(c.code).decision for c in fiche.competences()]
    return MappingProxyType({d: decided.count(d) for d in (*Decision, None)})


def gap(ratings: Ratings) -> int | None:
    """Return how many levels the counsellor's rating stands above the person's own, or None where one is missing."""
    if ratings.person is None or ratings.counsellor is None:
        return None
    return ratings.counsellor - ratings.person


def medical_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that name an illness or its care: adjustments say the need only."""
    return tuple(dict.fromkeys(found[0] for found in _MEDICAL.finditer(text)))


def with_note(positioning: Positioning, note: Note, text: str) -> Positioning:
    """Return a positioning once a note was written, or taken out where it is empty."""
    return replace(positioning, notes=_put(positioning.notes, note, text.strip() or None))


def with_prerequisite(positioning: Positioning, key: str, prerequisite: Prerequisite | None) -> Positioning:
    """Return a positioning once a prerequisite was written or taken out."""
    return replace(positioning, prerequisites=_put(positioning.prerequisites, key, prerequisite))


def with_position(positioning: Positioning, competence: str, position: Position) -> Positioning:
    """Return a positioning once something was decided of a competence, or taken back."""
    kept = None if position == UNDECIDED else position
    return replace(positioning, positions=_put(positioning.positions, competence, kept))


def with_duration(positioning: Positioning, bloc: str, duration: Duration) -> Positioning:
    """Return a positioning once the duration of a module was written, or taken back."""
    kept = None if duration == UNTIMED else duration
    return replace(positioning, durations=_put(positioning.durations, bloc, kept))


def with_positioning(positionings: PositioningMap, fiche: str, positioning: Positioning) -> PositioningMap:
    """Return the positionings with one written; one that says nothing is no longer there."""
    return _put(positionings, fiche, None if positioning == NOT_STARTED else positioning)


def migrated_positionings(
    positionings: PositioningMap, before: str, after: Fiche, archive_id: str, goes: Mapping[str, Sequence[str]]
) -> PositioningMap:
    """Return the positionings once the competences of fiche `before` went to those of `after`, as `goes` says by code.

    Notes and prerequisites follow; modules do where they keep their code; what goes nowhere stays with the archive.
    Where several competences become one, the most demanding decision is kept.
    """
    old = positionings.get(before)
    if old is None:
        return positionings
    blocs = {bloc.code for bloc in after.blocs}
    gathered: dict[str, Position] = {}
    for competence, position in old.positions.items():
        for code in goes.get(competence, ()):
            gathered[code] = _most_demanding(gathered.get(code), position)
    moved = replace(
        old,
        positions=MappingProxyType(gathered),
        durations=_those(old.durations, (code for code in old.durations if code in blocs)),
    )
    left = Positioning(
        positions=_those(old.positions, (code for code in old.positions if not goes.get(code))),
        durations=_those(old.durations, (code for code in old.durations if code not in blocs)),
    )
    others = {key: item for key, item in positionings.items() if key != before}
    return with_positioning(with_positioning(others, after.code, moved), archive_id, left)


def _most_demanding(one: Position | None, other: Position) -> Position:
    if one is None:
        return other
    order = [None, *Decision]
    return max(one, other, key=lambda position: order.index(position.decision))


def _those(items: Mapping[str, Item], keys: Iterable[str]) -> Mapping[str, Item]:
    return MappingProxyType({key: items[key] for key in keys})


Key = TypeVar("Key", bound=str)


def _put(items: Mapping[Key, Item], key: Key, item: Item | None) -> Mapping[Key, Item]:
    """Return items with one at its place, or without it; a new one comes last."""
    if item is None:
        return MappingProxyType({k: v for k, v in items.items() if k != key})
    return MappingProxyType({**items, key: item})
