"""Putting a seal in a PDF."""

from datetime import date
from io import BytesIO

import msgspec
import pikepdf
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from workbench.documents.blocks import Attachment
from workbench.documents.pdf.embedding import embed, embedded
from workbench.documents.sealing.manifest import (
    DESCRIPTION,
    EXPLANATION,
    FILE_NAME,
    FORMAT,
    MEDIA_TYPE,
    FileDigest,
    Manifest,
    Place,
    digest_of,
    find_seals,
    stored,
)


def seal(pdf: bytes, private_key: bytes, on: date) -> bytes:
    """Return a PDF with its seal, by an Ed25519 key (32 bytes): always the same bytes for the same three.

    Raises:
        ValueError: it is sealed already.
    """
    if find_seals(pdf):
        raise ValueError("this PDF is sealed already")
    signer = Ed25519PrivateKey.from_private_bytes(private_key)
    content, manifest = _with_blank_seal(pdf, signer.public_key().public_bytes_raw().hex(), on)
    (place,) = find_seals(content)
    manifest = msgspec.structs.replace(manifest, octets=f"{len(content):012}", document=place.outside(content))
    content = _put(content, place, manifest)
    signature = signer.sign(place.message(content)).hex()
    return _put(content, place, msgspec.structs.replace(manifest, signature=signature))


def _with_blank_seal(pdf: bytes, public_key: str, on: date) -> tuple[bytes, Manifest]:
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        files = tuple(FileDigest(name, digest_of(file.read_bytes())) for name, file in embedded(opened).items())
        manifest = Manifest(FORMAT, EXPLANATION, public_key, on.isoformat(), files)
        data = manifest.render()
        stream = opened.make_stream(b"")
        stream.write(stored(data), filter=pikepdf.Name.FlateDecode)
        embed(opened, Attachment(FILE_NAME, MEDIA_TYPE, DESCRIPTION, data), on, stream)
        opened.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue(), manifest


def _put(content: bytes, place: Place, manifest: Manifest) -> bytes:
    made = stored(manifest.render())
    if len(made) != place.end - place.start:
        raise ValueError("a seal must not change its length")
    return content[: place.start] + made + content[place.end :]
