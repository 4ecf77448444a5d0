"""Reading a seal back: whether the file is as it was sealed, and if not, what changed."""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Final

import pikepdf
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from workbench.documents.pdf.embedding import embedded
from workbench.documents.sealing.manifest import (
    FILE_NAME,
    Manifest,
    Place,
    digest_of,
    find_seals,
    fingerprint,
    read_manifest,
)

_DAMAGED: Final = (pikepdf.PdfError, pikepdf.DataDecodingError, AttributeError, KeyError, TypeError, ValueError)
"""What pikepdf raises of a file that is not as it was written."""


class Finding(StrEnum):
    """What a verification came to."""

    INTACT = "intact"
    TRUNCATED = "tronque"
    EXTENDED = "allonge"
    FILE_CHANGED = "fichier-joint-change"
    CHANGED = "change"
    WRONG_SIGNATURE = "signature-fausse"
    DAMAGED_SEAL = "sceau-abime"
    SEVERAL_SEALS = "plusieurs-sceaux"
    UNSEALED = "sans-sceau"
    INCOMPLETE = "incomplet"
    NOT_PDF = "pas-un-pdf"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A finding; the rest is what the seal says, to be believed only if the file is intact.

    `changed` names the embedded files that differ; `bytes_missing` is negative where there are too many.
    """

    finding: Finding
    fingerprint: str = ""
    sealed_on: str = ""
    files: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    bytes_missing: int = 0


def verify(content: bytes) -> Verdict:
    """Return what can be said of a file."""
    places = find_seals(content)
    if len(places) > 1:
        return Verdict(Finding.SEVERAL_SEALS)
    if not places:
        return Verdict(_without_seal(content))
    manifest = read_manifest(content, places[0])
    return _judge(content, places[0], manifest) if manifest else Verdict(Finding.DAMAGED_SEAL)


def _without_seal(content: bytes) -> Finding:
    if not content.startswith(b"%PDF-"):
        return Finding.NOT_PDF
    if FILE_NAME in _files(content):
        return Finding.DAMAGED_SEAL
    return Finding.UNSEALED if b"%%EOF" in content[-1024:] else Finding.INCOMPLETE


def _judge(content: bytes, place: Place, manifest: Manifest) -> Verdict:
    public_key = bytes.fromhex(manifest.cle)
    sealed, found = {f.nom: f.sha256 for f in manifest.fichiers}, _files(content)
    # A PDF that no longer opens says nothing of its files: the document as a whole has changed.
    changed = tuple(name for name, digest in sealed.items() if found.get(name) != digest) if found else ()
    missing = int(manifest.octets) - len(content)
    if _is_signed(content, place, manifest, public_key) and len(found) > len(sealed) and not changed and not missing:
        finding = Finding.INTACT
    else:
        finding = _what_changed(missing, changed, is_document_same=place.outside(content) == manifest.document)
    return Verdict(finding, fingerprint(public_key), manifest.scelle_le, tuple(sealed), changed, missing)


def _what_changed(missing: int, changed: tuple[str, ...], *, is_document_same: bool) -> Finding:
    if missing:
        return Finding.TRUNCATED if missing > 0 else Finding.EXTENDED
    if is_document_same:
        return Finding.WRONG_SIGNATURE
    return Finding.FILE_CHANGED if changed else Finding.CHANGED


def _is_signed(content: bytes, place: Place, manifest: Manifest, public_key: bytes) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        key.verify(bytes.fromhex(manifest.signature), place.message(content))
    except (InvalidSignature, ValueError):
        return False
    return True


def _files(content: bytes) -> dict[str, str]:
    """Return the digests of the embedded files by name, empty for one that cannot be read; {} if nothing can be."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return {name: _digest(file) for name, file in embedded(pdf).items()}
    except _DAMAGED:
        return {}


def _digest(file: pikepdf.Object) -> str:
    try:
        return digest_of(file.read_bytes())
    except _DAMAGED:
        return ""
