"""What the catalogue tells of a fiche beside what a dossier carries of it, and how its fiches are chosen among."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from workbench.domain.referential import Fiche
from workbench.errors import EtabliError


class Kind(StrEnum):
    """Where a fiche comes from, as one chooses among them."""

    RNCP = "RNCP"
    RS = "RS"
    ROME = "ROME"
    ESCO = "ESCO"
    LOCAL = "local"
    EXAMPLE = "exemple"


NATIONAL: Final = (Kind.RNCP, Kind.RS)
"""The kinds that come as exports of everything there is."""

JOBS: Final = (Kind.ROME, Kind.ESCO)
"""The kinds that are métiers: nobody is certified in them."""

_PREFIXES: Final = (("ROME-", Kind.ROME), ("ESCO-", Kind.ESCO), ("EX-", Kind.EXAMPLE))


def kind_of(code: str) -> Kind:
    """Return the kind of the fiche of this code."""
    for kind in NATIONAL:
        if code.startswith(kind) and code[len(kind) :].isdigit():
            return kind
    return next((kind for prefix, kind in _PREFIXES if code.startswith(prefix)), Kind.LOCAL)


def is_job(code: str) -> bool:
    """Say whether the fiche of this code is a métier rather than a certification."""
    return kind_of(code) in JOBS


@dataclass(frozen=True, slots=True)
class FicheDetails:
    """What one reads before choosing a fiche; it stays in the catalogue, a dossier never carries it.

    Texts have one item a line; dates are ISO dates; `assessments` are pairs of a bloc's code and a text;
    `open_to_vae` is None where the source does not say; `gone_on` is the date of the export that no longer has it.
    """

    objectives: str = ""
    activities: str = ""
    employments: str = ""
    sectors: str = ""
    rules: str = ""
    prerequisites: str = ""
    knowledge: str = ""
    assessments: tuple[tuple[str, str], ...] = ()
    open_to_vae: bool | None = None
    vae_jury: str = ""
    registration: str = ""
    decided_on: str = ""
    effective_on: str = ""
    published_on: str = ""
    last_award_on: str = ""
    replaces: tuple[str, ...] = ()
    gone_on: str = ""

    def assessment(self, bloc_code: str) -> str:
        """Return how a bloc is assessed, or nothing."""
        return next((text for code, text in self.assessments if code == bloc_code), "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A fiche as a source gives it; without details where the source has none."""

    fiche: Fiche
    details: FicheDetails | None = None


Titles = tuple[tuple[str, str], ...]
"""Codes and titles of fiches."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, in fiches, with the first titles of what moved.

    `gone` are those that a whole export no longer has; `newer` those that the catalogue has from a later export.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    newer: int = 0
    first_added: Titles = field(default=(), compare=False)
    first_updated: Titles = field(default=(), compare=False)
    first_gone: Titles = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class SourceImport:
    """What became of the files of one source: a report, or why they are not imported."""

    name: str
    report: ImportReport | None
    error: EtabliError | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search leaves out; as it is made, nothing.

    `rome` is the beginning of a ROME code; `certifier` is any part of a name, with accents and capitals or without.
    """

    active_only: bool = False
    kind: Kind | None = None
    level: int | None = None
    open_to_vae: bool = False
    rome: str = ""
    certifier: str = ""
    starred: bool = False

    def count(self) -> int:
        """Return how many of them are set."""
        return sum(
            (
                self.active_only,
                self.kind is not None,
                self.level is not None,
                self.open_to_vae,
                bool(self.rome.strip()),
                bool(self.certifier.strip()),
                self.starred,
            )
        )


NO_FILTER: Final = Filters()
