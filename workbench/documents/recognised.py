"""What several documents say of the competences that are recognised: which, where they were shown, who signs."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Final

from workbench.documents.blocks import Block, Heading, SignaturePlace, Signatures, Table, plain
from workbench.documents.data.common import Proven, proven
from workbench.documents.words import STRENGTH, day
from workbench.domain.dossier import Dossier, Evidence

NO_NAME: Final = "Personne non nommée"


def name_of(dossier: Dossier) -> str:
    """Return the person's name, or words that say that there is none."""
    return dossier.person.name or NO_NAME


def facts(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs that say something."""
    return tuple((key, value) for key, value in pairs if value.strip())


def by_fiche(dossier: Dossier) -> Iterator[tuple[str, list[Proven]]]:
    """Yield each referential by its title, with the competences of it that are proved."""
    for _, found in groupby(proven(dossier), key=lambda p: p.key):
        competences = list(found)
        yield competences[0].referential, competences


def shown_in(dossier: Dossier, proofs: Iterable[Evidence]) -> str:
    """Name the experiences that passages come from, each once."""
    recits = (dossier.recits.get(proof.recit_id) for proof in proofs)
    experiences = (dossier.experiences.get(recit.experience_id) for recit in recits if recit)
    return " ; ".join(dict.fromkeys(e.title or "Expérience sans titre" for e in experiences if e)) or "–"


def proof_table(dossier: Dossier, caption: str, competences: Iterable[Proven]) -> Table:
    """Return a table of competences with where they were shown and how well that proves them."""
    rows = tuple(
        (p.competence.title or p.competence.code, shown_in(dossier, p.proofs), STRENGTH[p.proofs[0].strength])
        for p in competences
    )
    return Table(caption, ("Compétence", "Montrée dans", "Preuve la plus forte"), rows, (4, 2.4, 1.8))


def signatures(on: date, place: str, sentence: str, *places: SignaturePlace) -> Iterator[Block]:
    """Yield the end of a document that people sign."""
    yield Heading(1, "Signatures")
    where = f"Fait à {place}, le {day(on)}." if place.strip() else f"Fait le {day(on)}."
    yield plain(f"{where} {sentence}")
    yield Signatures(places)


def both(dossier: Dossier) -> tuple[SignaturePlace, SignaturePlace]:
    """Return the places where the person and the counsellor sign."""
    return (
        SignaturePlace("La personne", dossier.person.name),
        SignaturePlace("Le conseiller, la conseillère", dossier.counsellor),
    )
