"""The referentials that come with Établi, and what must be said beside each."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from workbench.domain.referential import Fiche
from workbench.paths import REFERENTIELS
from workbench.referentials.spreadsheet import read_spreadsheet
from workbench.resources import read_toml

ORIGIN: Final = "Livré avec Établi"


class _Notice(msgspec.Struct, frozen=True):
    fiche: str
    intitule: str
    niveau: int
    illustratif: bool
    avertissement: str
    fiche_officielle: str = ""
    officielle_intitule: str = ""


class _Notices(msgspec.Struct, frozen=True):
    notice: list[_Notice]


def shipped_fiches(folder: Path = REFERENTIELS) -> tuple[Fiche, ...]:
    """Return the shipped fiches in order of code, each with its level and notice.

    Raises:
        UnreadableFileError: one of the files was damaged.
    """
    notices = {n.fiche: n for n in read_toml(folder / "notices.toml", _Notices).notice}
    fiches = (fiche for path in sorted(folder.glob("*.csv")) for fiche in read_spreadsheet(path))
    return tuple(_with_notice(fiche, notices.get(fiche.code)) for fiche in fiches)


def shipped_digest(folder: Path = REFERENTIELS) -> bytes:
    """Return what changes whenever one of the shipped files does."""
    paths = sorted([*folder.glob("*.csv"), folder / "notices.toml"])
    return hashlib.blake2b(b"".join(path.read_bytes() for path in paths), digest_size=16).digest()


def _with_notice(fiche: Fiche, notice: _Notice | None) -> Fiche:
    if notice is None:
        return replace(fiche, origin=ORIGIN)
    return replace(fiche, origin=ORIGIN, level=notice.niveau, notice=notice.avertissement)
