"""The attestation de compétences issues de l'expérience: two signatures under what was shown, on a page or two."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Final

from workbench.documents.blocks import Block, Cover, Document, Heading, Notice, Table, Tone, plain
from workbench.documents.recognised import both, by_fiche, facts, name_of, proof_table, signatures
from workbench.documents.words import STRENGTH, STRENGTH_MEANING, count, day
from workbench.domain.dossier import Dossier

TITLE: Final = "Attestation de compétences issues de l’expérience"
MENTION: Final = "Document sans valeur de certification"


def attestation(dossier: Dossier, on: date, place: str = "") -> Document:
    """Return the attestation of a dossier as it stands on a date."""
    name = name_of(dossier)
    known = facts(
        ("Établie le", day(on)), ("Lieu", place), ("Avec", dossier.counsellor), ("Projet", dossier.person.goal)
    )
    blocks: list[Block] = [Cover(TITLE, name, known, f"{MENTION}.")]
    blocks += _statement(dossier)
    blocks += _competences(dossier)
    blocks += _limits()
    sentence = "Chacun signe après avoir relu ; la personne garde l’original."
    blocks += signatures(on, place, sentence, *both(dossier))
    return Document(f"{TITLE} – {name}", name, TITLE, MENTION, on, tuple(blocks))


def missing_for_attestation(dossier: Dossier) -> tuple[str, ...]:
    """Return a sentence for each thing that the attestation lacks."""
    lacks = []
    if not dossier.person.name:
        lacks.append("Le nom de la personne.")
    if not any(True for _ in by_fiche(dossier)):
        lacks.append("Au moins un passage relié à une compétence.")
    if any(not dossier.is_confirmed(e) for _, found in by_fiche(dossier) for p in found for e in p.proofs):
        lacks.append("La relecture par la personne : des passages n’ont pas été confirmés.")
    return tuple(lacks)


def _statement(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Ce qui est attesté")
    found = [p for _, competences in by_fiche(dossier) for p in competences]
    if not found:
        yield plain(
            "Aucune compétence n’est encore étayée dans ce dossier : il n’y a rien à attester pour l’instant. "
            "Cela ne dit rien de ce que la personne sait faire.",
            Tone.LEAD,
        )
        return
    read = " et confirmé chaque passage retenu" if all(dossier.is_confirmed(e) for p in found for e in p.proofs) else ""
    competences = count(len(found), "compétence que montre", "compétences que montrent")
    yield plain(
        f"{name_of(dossier)} a raconté son expérience{read}. Cette attestation nomme {competences} ses propres récits.",
        Tone.LEAD,
    )


def _competences(dossier: Dossier) -> Iterator[Block]:
    for title, found in by_fiche(dossier):
        yield Heading(1, title)
        yield plain(f"{found[0].fiche.code} · {found[0].fiche.origin or 'Origine non précisée'}", Tone.SMALL)
        if found[0].fiche.notice:
            yield Notice("À savoir", found[0].fiche.notice)
        for _, group in groupby(found, key=lambda p: p.bloc.code):
            competences = list(group)
            yield proof_table(dossier, competences[0].bloc.title or competences[0].bloc.code, competences)


def _limits() -> Iterator[Block]:
    yield Heading(1, "Ce que ce document dit, et ne dit pas")
    yield plain(
        "Il dit que la personne a décrit, devant le conseiller ou la conseillère, des moments où elle a fait ce qui "
        "est nommé ci-dessus. Il ne mesure pas un niveau et ne parle pas des compétences qui n’y figurent pas."
    )
    rows = tuple((STRENGTH[s], STRENGTH_MEANING[s]) for s in STRENGTH)
    header = ("Preuve", "Ce que cela veut dire")
    yield Table("Ce que vaut une preuve, de la plus simple à la plus forte", header, rows, (1, 3))
    yield Notice(
        f"{MENTION}.", "Il ne remplace ni un titre, ni un diplôme, ni la décision d’un jury ou d’un employeur."
    )
