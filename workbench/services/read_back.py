"""Reading a document back before it leaves: its pieces, what deserves to be read again in each, what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.documents.registry import KINDS, Wish
from workbench.domain.dossier import Dossier
from workbench.domain.handover import Choice, Treatment
from workbench.domain.local_examples import known_names
from workbench.domain.pieces import Piece, pieces
from workbench.domain.pointing import Mark
from workbench.domain.reduction import narrowed
from workbench.matching.sensitive import marks


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """A piece with what deserves to be read again in it."""

    piece: Piece
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """What is to be handed over: a document, in a format, and what becomes of each piece that is not kept.

    `consent_id` is empty where the document is for the person; `also` are words that were pointed at by hand.
    """

    document: str
    form: str
    wish: Wish
    treatments: Mapping[str, Treatment]
    consent_id: str = ""
    also: tuple[str, ...] = ()


def read_back(dossier: Dossier, document: str, fiche: str, also: tuple[str, ...] = ()) -> tuple[ReadPiece, ...]:
    """Return every piece that a document may show, with its marks; their places are within the piece's words.

    `also` are words to point at beside those that are known.
    """
    own = _own_names(dossier)
    shown = narrowed(dossier, KINDS[document].shows, fiche)
    return tuple(ReadPiece(piece, marks(piece.words, own, also)) for piece in pieces(shown, KINDS[document].shows))


def choice_for(read: ReadPiece, treatment: Treatment) -> Choice:
    """Return what a treatment does to a piece: masking hides what is pointed at, or all of it."""
    return Choice(treatment, tuple(mark.span for mark in read.marks))


def _own_names(dossier: Dossier) -> frozenset[str]:
    """Return the names of the person and of the counsellor, word by word."""
    return known_names(replace(dossier, experiences={}))
