"""Files that a person brings, for the tests: pictures, PDFs, and a dossier that has some."""

import hashlib
from dataclasses import replace
from io import BytesIO

import pikepdf
from PIL import Image

from tests.documents.samples import full_dossier
from workbench.domain.attachments import PDF, Attachment, AttachmentKind
from workbench.domain.dossier import Dossier


def png(size: tuple[int, int] = (400, 300), colour: str = "#7A1F5C") -> bytes:
    """Return a picture, half of it transparent."""
    output = BytesIO()
    picture = Image.new("RGBA", size, colour)
    picture.paste((0, 0, 0, 0), (0, 0, size[0] // 2, size[1]))
    picture.save(output, "PNG")
    return output.getvalue()


def jpeg(size: tuple[int, int] = (900, 1600), *, turned: bool = False, mode: str = "RGB", note: str = "") -> bytes:
    """Return a photograph; one that is `turned` says so in its EXIF data, where `note` is too."""
    output, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6 if turned else 1
    exif[0x010E] = note
    Image.linear_gradient("L").resize(size).convert(mode).save(output, "JPEG", exif=exif)
    return output.getvalue()


def pdf(words: str = "certificat") -> bytes:
    """Return a PDF of one page that holds words somewhere in its bytes."""
    output = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.Root.Words = pikepdf.String(words)
        made.save(output, compress_streams=False, deterministic_id=True)
    return output.getvalue()


def attachment(name: str, content: bytes, media_type: str, kind: AttachmentKind, experience: str = "x1") -> Attachment:
    """Return what a dossier says of a file."""
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(name, f"Titre de {name}", kind, media_type, len(content), digest, "2026-02-03", experience)


CONTENTS = {"un": pdf(), "deux": png(), "trois": jpeg(turned=True), "quatre": jpeg((1600, 400), mode="CMYK")}
_TYPES = {"un": PDF, "deux": "image/png", "trois": "image/jpeg", "quatre": "image/jpeg"}
_FILES = {
    name: attachment(name, content, _TYPES[name], AttachmentKind.DIPLOMA if name == "un" else AttachmentKind.PICTURE)
    for name, content in CONTENTS.items()
}
_BY_DIGEST = {known.digest: CONTENTS[name] for name, known in _FILES.items()}


def attached_dossier() -> Dossier:
    """Return the full dossier with a PDF and three pictures."""
    return replace(full_dossier(), attachments=_FILES)


def read_file(digest: str) -> bytes:
    """Return a file of that dossier."""
    return _BY_DIGEST[digest]
