"""What every format needs: the competences that are proved, lasting identifiers."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.domain.dossier import Dossier, Evidence
from workbench.domain.referential import Bloc, Competence, Fiche

LANGUAGE: Final = "fr"
SELF_ASSERTED: Final = (
    "Déclaration de la personne, appuyée sur les passages de ses récits qu’elle a acceptés. "
    "Aucun organisme ne la certifie et elle n’est pas signée."
)
_RNCP: Final = re.compile(r"(RNCP|RS)(\d+)")


@dataclass(frozen=True, slots=True)
class Proven:
    """A competence with the passages that prove it, the strongest first.

    `key` tells an edition of a fiche from another that uses its codes: its code, or the identifier of its archive.
    """

    key: str
    fiche: Fiche
    bloc: Bloc
    competence: Competence
    proofs: tuple[Evidence, ...]

    @property
    def referential(self) -> str:
        """Name the fiche, and say if a newer edition took its place."""
        return f"{self.fiche.title or self.fiche.code}{'' if self.key == self.fiche.code else ' (version précédente)'}"


def proven(dossier: Dossier) -> Iterator[Proven]:
    """Yield the competences that have proofs, in the order of the fiches; those that gave way come after."""
    editions = (*dossier.fiches.items(), *((archive.id, archive.fiche) for archive in dossier.archives.values()))
    for key, fiche in editions:
        for bloc in fiche.blocs:
            for competence in bloc.competences:
                proofs = dossier.evidence_for(key, competence.code)
                if proofs:
                    yield Proven(key, fiche, bloc, competence, tuple(sorted(proofs, key=lambda e: -e.strength)))


def identifier(dossier: Dossier, *parts: str) -> str:
    """Return a URN that names the same thing of the same dossier each time, and tells nothing of it."""
    return uuid.uuid5(uuid.NAMESPACE_OID, "\n".join(("etabli", dossier.id, *parts))).urn


def at(on: date) -> str:
    """Return the beginning of a day, as formats that want an instant write it."""
    return f"{on.isoformat()}T00:00:00Z"


def registered(code: str) -> tuple[str, str] | None:
    """Return the national register (`RNCP`, `RS`) and the number of a fiche, or None for another referential."""
    found = _RNCP.fullmatch(code)
    return (found[1], found[2]) if found else None


def register_page(code: str) -> str:
    """Return the public page of a fiche of a national register, or nothing for another referential."""
    known = registered(code)
    return f"https://www.francecompetences.fr/recherche/{known[0].lower()}/{known[1]}/" if known else ""


def recit_title(dossier: Dossier, proof: Evidence) -> str:
    """Name the récit of a proof."""
    recit = dossier.recits.get(proof.recit_id)
    return f"Récit « {recit.title or 'sans titre'} »" if recit else "Récit retiré du dossier"
