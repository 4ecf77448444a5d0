"""The first page of the portfolio: whose it is, and what it says in a few lines."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import Block, BulletList, Cover, Heading, PageBreak, Table, Tone, plain
from workbench.documents.letters import shortened
from workbench.documents.portfolio.depths import Depth, Part
from workbench.documents.portfolio.proofs import NO_NAME, Proofs, referentials
from workbench.documents.words import STRENGTH, count, day
from workbench.domain.coverage import cover_dossier
from workbench.domain.dossier import Dossier
from workbench.domain.referential import Fiche

_LONGEST: Final = 90  # characters of a competence or title: the summary is one page
_FICHES: Final = 4
_STRONGEST: Final = 4
_LONG_GOAL: Final = 160  # characters: a longer one leaves no room for the summary under the cover


def cover(dossier: Dossier, depth: Depth, title: str, mention: str, on: date, place: str) -> Cover:
    """Return the head of the first page."""
    facts = (
        ("Destinataire", depth.recipient),
        ("Établi le", day(on)),
        ("Lieu", place),
        ("Avec", dossier.counsellor),
        ("Projet", dossier.person.goal),
        ("Contact", dossier.person.contact if depth.has(Part.CONTACT) else ""),
    )
    known = tuple((key, value) for key, value in facts if value.strip())
    return Cover(title, dossier.person.name or NO_NAME, known, f"{mention}.")


def summary(dossier: Dossier, proofs: Proofs, depth: Depth) -> Iterator[Block]:
    """Say on one page, the first if it holds there, what the others hold."""
    if proofs.every and (len(dossier.fiches) > 1 or len(dossier.person.goal) > _LONG_GOAL):
        yield PageBreak()
    yield Heading(1, "En quelques lignes")
    if not proofs.every:
        yield plain(_without_proof(dossier), Tone.LEAD)
        return
    yield plain(_told(dossier, proofs), Tone.LEAD)
    yield plain("Chaque compétence reconnue ici s’appuie sur ses propres mots, cités tels quels.")
    yield from _fiches(dossier, proofs, depth)
    yield _strongest(dossier, proofs)
    yield PageBreak()


def _told(dossier: Dossier, proofs: Proofs) -> str:
    told = f"{count(len(dossier.experiences), 'expérience', 'expériences')}, "
    told += count(len({e.recit_id for e in proofs.every}), "récit", "récits")
    kept = count(len({(e.recit_id, e.span) for e in proofs.every}), "passage retenu", "passages retenus")
    return f"Ce portefeuille est bâti sur ce que {dossier.person.name or 'la personne'} a raconté : {told}, {kept}."


def _without_proof(dossier: Dossier) -> str:
    if not dossier.experiences:
        return (
            "Ce portefeuille vient de s’ouvrir. Les expériences et les récits y prendront place "
            "au fil des entretiens : rien n’est encore écrit, et rien n’est jugé."
        )
    told = count(len(dossier.experiences), "expérience est déjà décrite", "expériences sont déjà décrites")
    return (
        f"Dans ce portefeuille, {told}. Aucun passage n’a encore été relié à une compétence : "
        "ce sera l’objet des prochains entretiens."
    )


def _fiches(dossier: Dossier, proofs: Proofs, depth: Depth) -> Iterator[Block]:
    fiches = list(dossier.fiches.values())
    lines = [_in_a_line(dossier, proofs, fiche, depth) for fiche in fiches[:_FICHES]]
    if len(fiches) > _FICHES:
        lines.append(f"Et {count(len(fiches) - _FICHES, 'autre référentiel', 'autres référentiels')}.")
    if lines:
        yield BulletList(tuple(lines))


def _in_a_line(dossier: Dossier, proofs: Proofs, fiche: Fiche, depth: Depth) -> str:
    title = shortened(fiche.title or fiche.code, _LONGEST)
    if not depth.has(Part.GAPS):
        shown = sum(bool(proofs.of(fiche.code, c.code)) for c in fiche.competences())
        return f"{title} : {count(shown, 'compétence étayée', 'compétences étayées')}."
    blocs = cover_dossier(fiche, dossier)
    supported, total = sum(b.supported for b in blocs), sum(b.total for b in blocs)
    return f"{title} : {count(supported, 'compétence étayée', 'compétences étayées')} sur {total}."


def _strongest(dossier: Dossier, proofs: Proofs) -> Table:
    """Name the competences that are proved best: by the strongest proof, then by how many there are."""
    fiches = referentials(dossier)
    ranked = sorted(proofs.by_competence.items(), key=lambda pair: (-pair[1][0].strength, -len(pair[1])))
    rows = []
    for (fiche, code), several in ranked[:_STRONGEST]:
        competence = fiches[fiche].competence(code)
        title = competence.title if competence and competence.title else code
        rows.append((shortened(title, _LONGEST), str(len(several)), STRENGTH[several[0].strength]))
    header = ("Compétence", "Preuves", "Preuve la plus forte")
    return Table("Les compétences les mieux prouvées", header, tuple(rows), (5, 1.2, 2.4))
