"""Handing a document over: what it holds is read back piece by piece, then written, then told in the dossier."""

import hashlib
import shutil
import tempfile
from pathlib import Path

from workbench.documents.registry import KINDS
from workbench.domain.dossier import Dossier
from workbench.domain.handover import Handed, HandedPiece, Treatment
from workbench.domain.reduction import narrowed, reduced, treated
from workbench.errors import StoreError
from workbench.services.documents import write_document
from workbench.services.read_back import Handover, choice_for, read_back
from workbench.services.session import new_id


def hand_over(dossier: Dossier, asked: Handover, path: Path, key: bytes) -> Handed:
    """Write a document without what is masked or withdrawn, a PDF with its seal, and return what was in it.

    Raises:
        StoreError: the file cannot be written.
    """
    read = read_back(dossier, asked.document, asked.wish.fiche, asked.also)
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
            f"Impossible d’écrire « {path.name} » : vérifiez la place libre et les droits du dossier."
        ) from error
    given = tuple(
        HandedPiece(r.piece.place, choices[r.piece.key].treatment, treated(r.piece.words, choices[r.piece.key]))
        for r in read
    )
    return Handed(
        new_id(), asked.consent_id, asked.document, asked.form, path.name, digest, asked.wish.on.isoformat(), given
    )
