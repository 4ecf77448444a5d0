"""The fiche de liaison: what a named recipient needs to take over, and nothing more."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import Block, BulletList, Cover, Document, Heading, KeyValues, Notice, Tone, plain
from workbench.documents.recognised import both, by_fiche, facts, name_of, signatures
from workbench.documents.words import KIND, count, day, period
from workbench.domain.dossier import Dossier, Experience
from workbench.domain.reading import in_plain_words

TITLE: Final = "Fiche de liaison"
MENTION: Final = "Confidentiel : pour le seul destinataire nommé"
_NOBODY: Final = "Destinataire non nommé"


def liaison(dossier: Dossier, recipient: str, on: date, place: str = "") -> Document:
    """Return the fiche de liaison for a recipient; it quotes no words of the stories."""
    name, to = name_of(dossier), recipient.strip() or _NOBODY
    known = facts(
        ("Pour", to),
        ("De la part de", dossier.counsellor),
        ("Date", day(on)),
        ("Joindre la personne", dossier.person.contact),
    )
    blocks: list[Block] = [Cover(TITLE, name, known, f"{MENTION}.")]
    blocks += _request(dossier)
    blocks += _path(dossier)
    blocks += _competences(dossier)
    blocks += _agreement(dossier.person.name or "la personne", to)
    blocks += signatures(
        on, place, "La personne signe si elle est d’accord pour que cette fiche parte.", *both(dossier)
    )
    return Document(f"{TITLE} – {name}", name, f"{TITLE} pour {to}", MENTION, on, tuple(blocks))


def missing_for_liaison(dossier: Dossier, recipient: str) -> tuple[str, ...]:
    """Return a sentence for each thing that the fiche lacks."""
    lacks = [] if recipient.strip() else ["Le destinataire : une personne ou un service, nommé."]
    if not dossier.person.goal:
        lacks.append("Le projet ou la demande de la personne.")
    if not dossier.person.contact:
        lacks.append("Comment joindre la personne.")
    return tuple(lacks)


def _request(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "La demande")
    yield plain(dossier.person.goal or "La demande reste à préciser avec la personne.", Tone.LEAD)


def _path(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Le parcours")
    if not dossier.experiences:
        yield plain("Aucune expérience n’est encore décrite.")
        return
    yield KeyValues("Les expériences", tuple(_in_a_line(e) for e in dossier.experiences.values()))


def _in_a_line(experience: Experience) -> tuple[str, str]:
    when = period(experience.start, experience.end) or "Sans date"
    return when, f"{experience.title or 'Expérience sans titre'} ({KIND[experience.kind].lower()})"


def _competences(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Ce que la personne sait faire")
    found = list(by_fiche(dossier))
    if not found:
        yield plain("Aucune compétence n’est encore reliée à ses récits.")
    for title, competences in found:
        said = count(len(competences), "compétence étayée", "compétences étayées")
        items = tuple(in_plain_words(p.competence.title) or p.competence.code for p in competences)
        yield BulletList(items, f"{title} : {said}")
    if found:
        yield plain(
            "Les preuves et les mots de la personne sont dans son portefeuille, qui lui appartient.", Tone.SMALL
        )


def _agreement(name: str, to: str) -> Iterator[Block]:
    yield Heading(1, "L’accord de la personne")
    yield plain(
        f"En signant, {name} dit avoir relu cette fiche en entier et accepter qu’elle soit remise à : {to}. "
        "Cet accord vaut pour ce destinataire seulement. Il peut être retiré à tout moment, sans avoir à se justifier."
    )
    yield Notice(
        "Au destinataire.",
        "Cette fiche ne se transmet pas plus loin sans un nouvel accord de la personne. Elle n’est ni une évaluation "
        "ni une certification.",
    )
