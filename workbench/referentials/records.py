"""What the catalogue writes of a fiche: its content in JSON, a digest, and the words to search it by."""

import hashlib
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from workbench.domain.referential import Bloc, Fiche
from workbench.referentials.words import indexed

_ENCODE: Final = msgspec.json.Encoder().encode
_HEADING: Final = msgspec.json.Decoder(Fiche)
_BLOCS: Final = msgspec.json.Decoder(tuple[Bloc, ...])


@dataclass(frozen=True, slots=True)
class Record:
    """A fiche as its row holds it; the digest leaves `origin` out, which changes with each export."""

    fiche: Fiche
    heading: bytes
    blocs: bytes
    digest: bytes


def record(fiche: Fiche) -> Record:
    """Return what is written of a fiche."""
    heading = _ENCODE(replace(fiche, blocs=(), origin=""))
    blocs = _ENCODE(fiche.blocs)
    digest = hashlib.blake2b(heading + blocs, digest_size=16).digest()
    return Record(fiche, heading, blocs, digest)


def read_heading(heading: bytes, origin: str) -> Fiche:
    """Return a fiche without its blocs."""
    return replace(_HEADING.decode(heading), origin=origin)


def read_blocs(blocs: bytes) -> tuple[Bloc, ...]:
    """Return the blocs of a fiche, uncut where they only have their certifier's list."""
    return _BLOCS.decode(blocs)


def words_of(fiche: Fiche) -> tuple[str, str, str, str, str]:
    """Return the columns of the search: code, title, jobs, blocs' titles, competences."""
    prefix = fiche.code.rstrip("0123456789")
    number = fiche.code[len(prefix) :]
    lists = (bloc.source_text or "\n".join(c.title for c in bloc.competences) for bloc in fiche.blocs)
    return (
        f"{fiche.code} {prefix} {number}",
        indexed(fiche.title),
        indexed("\n".join(fiche.jobs)),
        indexed("\n".join(bloc.title for bloc in fiche.blocs)),
        indexed("\n".join(lists)),
    )
