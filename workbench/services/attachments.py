"""Files that a person brings: read, checked, kept in the store beside the dossier."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final

import pikepdf
from PIL import Image

from workbench.documents.pictures import printable
from workbench.domain.attachments import PDF, Attachment, AttachmentKind
from workbench.errors import UnreadableFileError
from workbench.services.session import new_id

LARGEST: Final = 20_000_000
"""Bytes of a file at most: 20 Mo."""
_SIGNS: Final = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


@dataclass(frozen=True, slots=True)
class _Read:
    content: bytes
    media_type: str


def attach(path: Path, experience_id: str, keep_file: Callable[[bytes], str], on: date) -> Attachment:
    """Keep a file in the store and return what the dossier says of it, to be recorded.

    Raises:
        UnreadableFileError: it is too large, broken, protected, or neither PDF, PNG nor JPEG.
        StoreError: it cannot be kept.
    """
    read = _read(path)
    digest = keep_file(read.content)
    kind = AttachmentKind.OTHER if read.media_type == PDF else AttachmentKind.PICTURE
    title = " ".join(path.stem.replace("_", " ").split())
    return Attachment(new_id(), title, kind, read.media_type, len(read.content), digest, on.isoformat(), experience_id)


def _read(path: Path) -> _Read:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise UnreadableFileError(f"« {path.name} » ne s’ouvre pas : vérifiez qu’il est toujours là.") from error
    if size > LARGEST:
        raise UnreadableFileError(f"« {path.name} » pèse plus de 20 Mo : joignez-en une version plus légère.")
    media_type = next((known for sign, known in _SIGNS if content.startswith(sign)), "")
    if not media_type:
        raise UnreadableFileError(
            f"« {path.name} » n’est ni un PDF ni une image PNG ou JPEG : convertissez-le d’abord."
        )
    (_check_pdf if media_type == PDF else _check_picture)(content, path.name)
    return _Read(content, media_type)


def _check_pdf(content: bytes, name: str) -> None:
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pages = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise UnreadableFileError(
            f"« {name} » est protégé par un mot de passe : joignez-en une copie qui ne l’est pas."
        ) from error
    except pikepdf.PdfError as error:
        raise _damaged(name) from error
    if not pages:
        raise _damaged(name)


def _check_picture(content: bytes, name: str) -> None:
    try:
        printable(content)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> UnreadableFileError:
    return UnreadableFileError(f"« {name} » est abîmé : enregistrez-le de nouveau, puis joignez-le.")
