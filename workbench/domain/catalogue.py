"""What the catalogue tells of a fiche beside what a dossier carries of it, and how its fiches are chosen among."""

from enum import StrEnum
from typing import Final


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
