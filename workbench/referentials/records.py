"""What the catalogue writes of a fiche: its content in JSON, digests, and what to search and choose it by."""

import hashlib
import re
import zlib
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from workbench.domain.catalogue import Entry, FicheDetails, kind_of
from workbench.domain.referential import Bloc, Fiche
from workbench.referentials.paragraphs import set_out
from workbench.referentials.rncp import export_date
from workbench.referentials.words import indexed, plain

_ENCODE: Final = msgspec.json.Encoder().encode
_HEADING: Final = msgspec.json.Decoder(Fiche)
_BLOCS: Final = msgspec.json.Decoder(tuple[Bloc, ...])
_DETAILS: Final = msgspec.json.Decoder(FicheDetails)
_ROME: Final = re.compile(r"([A-N]\d{4}|Z\d{4}) ")
_QUICKLY: Final = 1
"""How hard to compress: a higher level saves little and takes twice as long."""


@dataclass(frozen=True, slots=True)
class Record:
    """A fiche as its rows hold it; the digests leave `origin` out, which changes with each export."""

    entry: Entry
    heading: bytes
    blocs: bytes
    digest: bytes
    details: bytes | None
    details_digest: bytes | None

    @property
    def fiche(self) -> Fiche:
        """Return the fiche."""
        return self.entry.fiche

    @property
    def seen(self) -> str:
        """Return the date of the export that has it, or nothing."""
        return export_date(self.entry.fiche.origin)


def record(entry: Entry) -> Record:
    """Return what is written of a fiche."""
    heading = _ENCODE(replace(entry.fiche, blocs=(), origin=""))
    blocs = _ENCODE(entry.fiche.blocs)
    details = None if entry.details is None else _ENCODE(entry.details)
    return Record(entry, heading, blocs, _digest(heading + blocs), details, details and _digest(details))


def facets_of(record: Record) -> tuple[object, ...]:
    """Return what a fiche is chosen by, in the order of the columns after its id."""
    fiche, details = record.fiche, record.entry.details
    return (
        fiche.code,
        str(kind_of(fiche.code)),
        fiche.active,
        fiche.level,
        None if details is None else details.open_to_vae,
        rome_codes(fiche.jobs),
        plain("\n".join(fiche.certifiers)),
        fiche.origin,
        record.seen,
        "",
    )


def rome_codes(jobs: tuple[str, ...]) -> str:
    """Return the ROME codes among jobs, each after a space."""
    found = (_ROME.match(job) for job in jobs)
    return "".join(f" {code[1]}" for code in found if code)


def packed(details: bytes) -> bytes:
    """Return the details as their row holds them."""
    return zlib.compress(details, _QUICKLY)


def read_details(content: bytes | None, gone_on: str) -> FicheDetails:
    """Return the details of a row, one item a line."""
    details = _DETAILS.decode(zlib.decompress(content)) if content else FicheDetails()
    return replace(
        details,
        objectives=set_out(details.objectives),
        activities=set_out(details.activities),
        employments=set_out(details.employments),
        sectors=set_out(details.sectors),
        rules=set_out(details.rules),
        prerequisites=set_out(details.prerequisites),
        assessments=tuple((code, set_out(text)) for code, text in details.assessments),
        gone_on=gone_on,
    )


def read_heading(heading: bytes, origin: str, active: int) -> Fiche:
    """Return a fiche without its blocs; one that the last export no longer has is not active any more."""
    return replace(_HEADING.decode(heading), origin=origin, active=bool(active))


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


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()
