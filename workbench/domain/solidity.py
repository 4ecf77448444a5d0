"""How solid a passage is as a proof: points for what it holds, each with the words that gave it.

The scale is the field's: one point each for a deed told with « je », a singular past, context, means, steps,
decision and result. It scores the text, never the person.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ENOUGH_TO_PROVE: Final = 5
ENOUGH_TO_DEVELOP: Final = 3


class Grade(StrEnum):
    """How well a passage would stand as a proof."""

    PROBATIVE = "probant"
    TO_DEVELOP = "à étoffer"
    GENERIC = "générique"


class Point(StrEnum):
    """What a passage may hold of what makes a proof."""

    DEED = "action"
    ONCE = "une_fois"
    CONTEXT = "contexte"
    MEANS = "moyens"
    STEPS = "etapes"
    DECISION = "decision"
    RESULT = "resultat"


@dataclass(frozen=True, slots=True)
class Standing:
    """How solid a passage was at a moment: its points (0 to 7) and what they were worth."""

    points: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Sign:
    """One point and the words that gave it; `nearby` if they stand in a neighbouring sentence."""

    point: Point
    words: str
    nearby: bool = False


@dataclass(frozen=True, slots=True)
class Solidity:
    """The points of a passage, one sign for each, in the order of `Point`."""

    signs: tuple[Sign, ...] = ()

    @property
    def points(self) -> int:
        """Count the points, seven at most."""
        return len(self.signs)

    @property
    def grade(self) -> Grade:
        """Return what the points are worth."""
        return grade({sign.point for sign in self.signs})

    @property
    def standing(self) -> Standing:
        """Return the points and the grade, to be compared with those of another moment."""
        return Standing(self.points, self.grade)


NOTHING_SOLID: Final = Solidity()


def grade(points: set[Point]) -> Grade:
    """Return what points are worth together: no proof without the person's deed, told of one time."""
    if len(points) >= ENOUGH_TO_PROVE and {Point.DEED, Point.ONCE} <= points:
        return Grade.PROBATIVE
    return Grade.TO_DEVELOP if len(points) >= ENOUGH_TO_DEVELOP else Grade.GENERIC
