"""What a person brings beside her stories: papers and pictures, named in the dossier, their bytes kept in the store."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

PDF: Final = "application/pdf"
PICTURES: Final = {"image/png": "png", "image/jpeg": "jpg"}
"""The media types that are shown on a page, and the suffix of their files."""


class AttachmentKind(StrEnum):
    """What a paper or a picture is."""

    DIPLOMA = "diplome"
    CERTIFICATE = "attestation"
    WORK = "travail"
    PICTURE = "photo"
    OTHER = "autre"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the dossier; `digest` is the SHA-256 (hex) under which the store keeps it, `size` is in bytes.

    `added` is an ISO 8601 day. An empty `experience_id` is about none; an empty `digest` goes without its file.
    """

    id: str
    title: str
    kind: AttachmentKind
    media_type: str
    size: int
    digest: str
    added: str
    experience_id: str = ""

    @property
    def is_picture(self) -> bool:
        """Say whether it is shown on a page rather than carried as a file."""
        return self.media_type in PICTURES

    @property
    def suffix(self) -> str:
        """Return the suffix of its file, without the dot."""
        return PICTURES.get(self.media_type, "pdf")
