"""The three depths of the portfolio: what it holds for whom, all of it chosen here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final


class Reader(Enum):
    """Whom a portfolio is for."""

    PERSON = "personne"
    JURY = "jury"
    EMPLOYER = "employeur"


class Card(Enum):
    """The five headings of an evidence card, in their order."""

    TASKS = "Tâches et conditions"
    MEANS = "Moyens"
    OTHERS = "Avec qui, pour qui"
    FRAME = "Cadre"
    MORE = "Compléments"


class Part(Enum):
    """What a portfolio may hold beside the experiences and the competences that they show."""

    CONTACT = "how to reach the person"
    PLACES = "where in its story each quote stands, and when it was told"
    RATINGS = "how well a competence is mastered, said by both"
    GAPS = "the coverage, and what is not told yet"
    ATTACHMENTS = "the papers and pictures that go with it"
    GUIDE = "how to weigh a proof, the words explained, where the referentials come from"


@dataclass(frozen=True, slots=True)
class Depth:
    """How much a reader gets; `quotes` is the most that is quoted for one competence, None for all."""

    recipient: str
    headings: tuple[Card, ...]
    quotes: int | None
    parts: frozenset[Part]

    def has(self, part: Part) -> bool:
        """Say whether a part is for this reader."""
        return part in self.parts


DEPTHS: Final[Mapping[Reader, Depth]] = MappingProxyType(
    {
        Reader.PERSON: Depth("", tuple(Card), None, frozenset(Part)),
        Reader.JURY: Depth("Un jury", tuple(Card), 4, frozenset(Part) - {Part.CONTACT}),
        Reader.EMPLOYER: Depth("Un employeur", (Card.TASKS, Card.MEANS, Card.FRAME), 1, frozenset({Part.CONTACT})),
    }
)
"""The person gets everything; a jury the proofs, how to weigh them and what is missing; an employer what is known."""
