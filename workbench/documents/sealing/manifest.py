"""What a seal says, and how it lies in the bytes of a PDF.

The seal is a file embedded in the PDF, `sceau.json`: digests for a person or a program to compare, then, last,
an Ed25519 signature of every byte of the PDF but the signature itself and the checksum after it. It is embedded
uncompressed (a stored block of Flate, RFC 1951), so that its bytes lie in the file as they are and its length is
known before it is filled in: nothing moves when the signature takes its place.
"""

import hashlib
import re
import struct
import zlib
from dataclasses import dataclass
from typing import Final

import msgspec

FILE_NAME: Final = "sceau.json"
MEDIA_TYPE: Final = "application/json"
FORMAT: Final = "etabli-sceau-1"
DESCRIPTION: Final = "Sceau d’Établi : il montre si un octet de ce fichier a changé."
EXPLANATION: Final = (
    "Sceau d’Établi. document : SHA-256 des octets du PDF hors de ce sceau. signature : Ed25519, par la clé publique "
    "cle, de la suite « etabli-sceau-1 », octet nul, SHA-256 des octets du PDF hors de la signature (128 chiffres) "
    "et des huit octets qui la suivent. Vérifier : etabli verifier FICHIER."
)
BLANK_DIGEST: Final = "0" * 64
BLANK_SIGNATURE: Final = "0" * 128
_SIGNATURE: Final = re.compile(r"[0-9a-f]{128}")
_KEY: Final = re.compile(r"[0-9a-f]{64}")
_LENGTH: Final = re.compile(r"[0-9]{12}")
_MARK: Final = f'{{\n  "format": "{FORMAT}",'.encode()
_HEADER: Final = b"\x78\x01\x01"  # zlib, fastest; one last stored block
_HEADER_LENGTH: Final = len(_HEADER) + 4
_END: Final = b'"\n}\n'
_CHECKSUM_LENGTH: Final = 4
_TAIL: Final = len(BLANK_SIGNATURE) + len(_END) + _CHECKSUM_LENGTH


class FileDigest(msgspec.Struct, frozen=True):
    """A file embedded in the PDF."""

    nom: str
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of `sceau.json`; `octets` is the length of the PDF, in twelve digits."""

    format: str
    lire: str
    cle: str
    scelle_le: str
    fichiers: tuple[FileDigest, ...]
    octets: str = "0" * 12
    document: str = BLANK_DIGEST
    signature: str = BLANK_SIGNATURE

    def render(self) -> bytes:
        """Return the JSON, the signature at its end."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the stream of a seal begins and ends in a file, and where its signature begins."""

    start: int
    end: int

    @property
    def signature(self) -> int:
        """Return where the signature begins."""
        return self.end - _TAIL

    def outside(self, content: bytes) -> str:
        """Return the digest of what is not the seal."""
        return hashlib.sha256(content[: self.start] + content[self.end :]).hexdigest()

    def message(self, content: bytes) -> bytes:
        """Return what the signature signs."""
        rest = content[: self.signature] + content[self.end :]
        return FORMAT.encode() + b"\0" + hashlib.sha256(rest).digest()


def stored(data: bytes) -> bytes:
    """Return data as a Flate stream that leaves its bytes as they are; at most 65,535 bytes."""
    length = len(data)
    return _HEADER + struct.pack("<HH", length, length ^ 0xFFFF) + data + struct.pack(">I", zlib.adler32(data))


def find_seals(content: bytes) -> list[Place]:
    """Return the places of what begins as a seal does and ends within the file."""
    places = []
    for found in re.finditer(re.escape(_MARK), content):
        start = found.start() - _HEADER_LENGTH
        length = int.from_bytes(content[found.start() - 4 : found.start() - 2], "little")
        end = found.start() + length + _CHECKSUM_LENGTH
        if start >= 0 and end <= len(content) and length > _TAIL:
            places.append(Place(start, end))
    return places


def read_manifest(content: bytes, place: Place) -> Manifest | None:
    """Return what a seal says, or None where its stream is not as it was made."""
    data = content[place.start + _HEADER_LENGTH : place.end - _CHECKSUM_LENGTH]
    if stored(data) != content[place.start : place.end]:
        return None
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError:
        return None
    # One spelling only: the signature does not cover its own letters.
    is_whole = _SIGNATURE.fullmatch(manifest.signature) and data.endswith(manifest.signature.encode() + _END)
    return manifest if is_whole and _KEY.fullmatch(manifest.cle) and _LENGTH.fullmatch(manifest.octets) else None


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of data."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(public_key: bytes) -> str:
    """Return the first half of the SHA-256 of a public key, in groups to read aloud (`3F2A 9C01 …`)."""
    digits = hashlib.sha256(public_key).hexdigest()[:32].upper()
    return " ".join(digits[i : i + 4] for i in range(0, 32, 4))
