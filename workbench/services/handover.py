"""Handing a document over: what it holds is read back piece by piece, then written, then told in the dossier."""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.documents.registry import KINDS, Wish
from workbench.domain.dossier import Dossier
from workbench.domain.handover import Choice, Handed, HandedPiece, Treatment
from workbench.domain.local_examples import known_names
from workbench.domain.pieces import Piece, pieces
from workbench.domain.reduction import narrowed, reduced, treated
from workbench.errors import StoreError
from workbench.matching.sensitive import Mark, marks
from workbench.services.documents import write_document
from workbench.services.session import new_id


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """A piece with what deserves to be read again in it."""

    piece: Piece
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """What is to be handed over: a document, in a format, and what becomes of each piece that is not kept.

    `consent_id` is empty where the document is for the person.
    """

    document: str
    form: str
    wish: Wish
    treatments: Mapping[str, Treatment]
    consent_id: str = ""


def read_back(dossier: Dossier, document: str, fiche: str) -> tuple[ReadPiece, ...]:
    """Return every piece that a document may show, with its marks; their places are within the piece's words."""
    own = _own_names(dossier)
    shown = narrowed(dossier, KINDS[document].shows, fiche)
    return tuple(ReadPiece(piece, marks(piece.words, own)) for piece in pieces(shown, KINDS[document].shows))


def choice_for(read: ReadPiece, treatment: Treatment) -> Choice:
    """Return what a treatment does to a piece: masking hides what is pointed at, or all of it."""
    return Choice(treatment, tuple(mark.span for mark in read.marks))


def hand_over(dossier: Dossier, asked: Handover, path: Path, key: bytes) -> Handed:
    """Write a document without what is masked or withdrawn, a PDF with its seal, and return what was in it.

    Raises:
        StoreError: the file cannot be written.
    """
    read = read_back(dossier, asked.document, asked.wish.fiche)
    choices = {r.piece.key: choice_for(r, asked.treatments.get(r.piece.key, Treatment.KEEP)) for r in read}
    kind = KINDS[asked.document]
    small = reduced(narrowed(dossier, kind.shows, asked.wish.fiche), choices, whole_stories=kind.is_anonymous)
    try:
        with tempfile.TemporaryDirectory(prefix="etabli-", dir=path.parent) as folder:
            (made,) = write_document(small, asked.document, asked.wish, Path(folder), (asked.form,), key)
            digest = hashlib.sha256(made.read_bytes()).hexdigest()
            shutil.move(made, path)
    except OSError as error:
        raise StoreError(
            f"Impossible d'écrire « {path.name} » : vérifiez la place libre et les droits du dossier."
        ) from error
    given = tuple(
        HandedPiece(r.piece.place, choices[r.piece.key].treatment, treated(r.piece.words, choices[r.piece.key]))
        for r in read
    )
    return Handed(
        new_id(), asked.consent_id, asked.document, asked.form, path.name, digest, asked.wish.on.isoformat(), given
    )


def _own_names(dossier: Dossier) -> frozenset[str]:
    """Return the names of the person and of the counsellor, word by word."""
    return known_names(replace(dossier, experiences={}))
