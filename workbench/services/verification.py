"""Verifying a sealed document, and saying in sentences what that proves and what it does not."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from workbench.documents.sealing import Finding, Verdict, fingerprint, verify
from workbench.documents.words import count, day
from workbench.errors import UnreadableFileError

_HEADLINES: Final = {
    Finding.INTACT: "Le fichier est intact : pas un octet n’a changé depuis qu’il a été scellé.",
    Finding.CHANGED: "Le document a changé depuis qu’il a été scellé, ou ce sceau vient d’un autre fichier.",
    Finding.FILE_CHANGED: "Un fichier joint au document a changé depuis qu’il a été scellé.",
    Finding.TRUNCATED: "Le fichier est tronqué : il en manque la fin.",
    Finding.EXTENDED: "Des octets ont été ajoutés au fichier depuis qu’il a été scellé.",
    Finding.WRONG_SIGNATURE: "La signature n’est pas celle de ce document : elle a été remplacée, ou le sceau modifié.",
    Finding.DAMAGED_SEAL: "Le sceau lui-même a été modifié ou abîmé : il ne prouve plus rien.",
    Finding.SEVERAL_SEALS: "Ce fichier porte plusieurs sceaux : il a été fait à partir d’autres, et rien n’est sûr.",
    Finding.UNSEALED: "Ce fichier ne porte aucun sceau d’Établi : il n’a jamais été scellé, ou son sceau a été retiré.",
    Finding.INCOMPLETE: "Ce PDF s’arrête avant sa fin : il est tronqué, et aucun sceau ne peut y être lu.",
    Finding.NOT_PDF: "Ce n’est pas un PDF : Établi ne scelle que des PDF.",
}
_WITHOUT_SEAL: Final = frozenset({Finding.UNSEALED, Finding.NOT_PDF})
_UNPROVED_WITHOUT_SEAL: Final = ("Que ce fichier est celui qui vous était destiné : demandez-en un nouvel exemplaire.",)
_ALWAYS_UNPROVED: Final = (
    "L’identité de qui a scellé : demandez l’empreinte par un autre moyen (téléphone, papier) et comparez-la.",
    "La date : c’est celle que donnait l’ordinateur.",
    "Que ce qui est écrit est vrai : le sceau garde les mots, il ne les juge pas.",
)


@dataclass(frozen=True, slots=True)
class Report:
    """A verdict in sentences; `is_intact` is the only good news, `is_sealed` tells a broken seal from none."""

    name: str
    is_intact: bool
    is_sealed: bool
    headline: str
    details: tuple[str, ...]
    proved: tuple[str, ...]
    unproved: tuple[str, ...]
    fingerprint: str = ""


def verify_file(path: Path, own_key: bytes | None = None) -> Report:
    """Return what a file proves; `own_key` is this store's, to say whether it made the seal.

    Raises:
        UnreadableFileError: the file cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            f"« {path} » ne peut pas être lu : vérifiez qu’il existe et qu’il s’ouvre."
        ) from error
    return report(path.name, verify(content), fingerprint_of(own_key) if own_key else "")


def fingerprint_of(private_key: bytes) -> str:
    """Return the fingerprint of an Ed25519 key, as it is read aloud."""
    return fingerprint(Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw())


def report(name: str, verdict: Verdict, own: str = "") -> Report:
    """Say a verdict; `own` is the fingerprint of this store's key."""
    is_intact = verdict.finding is Finding.INTACT
    return Report(
        name=name,
        is_intact=is_intact,
        is_sealed=verdict.finding not in _WITHOUT_SEAL,
        headline=_HEADLINES[verdict.finding],
        details=_details(verdict),
        proved=_proved(verdict, own) if is_intact else (),
        unproved=_ALWAYS_UNPROVED if is_intact else _UNPROVED_WITHOUT_SEAL,
        fingerprint=verdict.fingerprint if is_intact else "",
    )


def _proved(verdict: Verdict, own: str) -> tuple[str, ...]:
    whose = ""
    if own:
        whose = " C’est la clé de ce poste." if own == verdict.fingerprint else " Ce n’est pas la clé de ce poste."
    carried = f" Il porte {count(len(verdict.files), 'fichier joint', 'fichiers joints')}." if verdict.files else ""
    return (
        f"Le document est, à l’octet près, celui qui a été scellé.{carried}",
        f"Le sceau a été posé avec la clé d’empreinte {verdict.fingerprint}.{whose}",
    )


def _details(verdict: Verdict) -> tuple[str, ...]:
    said = []
    with suppress(ValueError):  # a seal that is not intact may say anything
        said.append(f"Date écrite dans le sceau : {day(date.fromisoformat(verdict.sealed_on))}.")
    if verdict.bytes_missing > 0:
        said.append(f"Octets manquants : {verdict.bytes_missing}.")
    if verdict.bytes_missing < 0:
        said.append(f"Octets en trop : {-verdict.bytes_missing}.")
    if verdict.changed:
        said.append(f"Fichiers joints changés ou illisibles : {', '.join(verdict.changed)}.")
    return tuple(said)
