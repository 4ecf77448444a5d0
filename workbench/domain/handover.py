"""What leaves a dossier: to whom the person agreed to give it, until when, and what was in each document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.positions import Span


class Treatment(StrEnum):
    """What becomes of a piece of the dossier in one document."""

    KEEP = "garder"
    MASK = "masquer"
    WITHDRAW = "retirer"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a piece; `hidden` are the places of its words to mask, all of them where there is none."""

    treatment: Treatment
    hidden: tuple[Span, ...] = ()


Choices = Mapping[str, Choice]
"""Choices by the key of their piece; what is not there is kept."""


@dataclass(frozen=True, slots=True)
class HandedPiece:
    """A piece as it left: where it was in the dossier, what became of it, and the words that were given."""

    place: str
    treatment: Treatment
    words: str


@dataclass(frozen=True, slots=True)
class Consent:
    """The person's agreement to give documents to somebody; dates are ISO 8601 days, `until` is the last one.

    An empty `until` sets no end; an empty `withdrawn` says that the person did not take it back.
    """

    id: str
    recipient: str
    purpose: str
    given: str
    until: str = ""
    withdrawn: str = ""

    def holds(self, on: date) -> bool:
        """Say whether it still holds on a day."""
        return not self.withdrawn and (not self.until or on.isoformat() <= self.until)


@dataclass(frozen=True, slots=True)
class Handed:
    """A document that left; `consent_id` is empty for one given to the person, `digest` is the file's SHA-256 (hex)."""

    id: str
    consent_id: str
    document: str
    form: str
    file: str
    digest: str
    on: str
    pieces: tuple[HandedPiece, ...] = ()

    def count(self, treatment: Treatment) -> int:
        """Count the pieces that were so treated."""
        return sum(piece.treatment is treatment for piece in self.pieces)
