"""What can happen to the files that a person brings; the store keeps their bytes as long as the dossier."""

from dataclasses import dataclass

from workbench.domain.attachments import Attachment, AttachmentKind


@dataclass(frozen=True, slots=True)
class AttachmentAdded:
    """A file was added; its bytes are in the store already."""

    attachment: Attachment


@dataclass(frozen=True, slots=True)
class AttachmentDescribed:
    """A file got another title, or was said to be something else."""

    attachment_id: str
    title: str
    kind: AttachmentKind


@dataclass(frozen=True, slots=True)
class AttachmentRemoved:
    """A file was taken out of the dossier."""

    attachment_id: str


AttachmentChange = AttachmentAdded | AttachmentDescribed | AttachmentRemoved
