"""The pieces of a dossier that a person reads before a document leaves: each text of hers, with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.domain.dossier import Dossier
from workbench.domain.vae_form import FIELDS


class Topic(StrEnum):
    """The parts of a dossier that a document may show."""

    PERSON = "personne"
    PASSAGES = "passages"
    EXPERIENCES = "experiences"
    VAE = "vae"
    POSITIONING = "positionnement"
    INTERVIEW = "entretien"
    ATTACHMENTS = "pieces-jointes"


EVERYTHING: Final = frozenset(Topic)
TOLD: Final = frozenset({Topic.PERSON, Topic.PASSAGES, Topic.EXPERIENCES})
"""What the person told, without what any procedure adds."""

PERSON_FIELDS: Final = {"goal": "Projet", "contact": "Contact"}
EXPERIENCE_FIELDS: Final = {
    "title": "Titre",
    "organisation": "Structure",
    "place": "Lieu",
    "tasks": "Tâches et conditions",
    "means": "Moyens",
    "public": "Public",
    "team": "Équipe",
    "notes": "Compléments",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of the dossier; `place` says where it stands, `shows` which competences it proves, if any.

    `key` begins with its topic and names it as long as the dossier does not change.
    """

    key: str
    place: str
    words: str
    shows: tuple[str, ...] = ()

    @property
    def is_file(self) -> bool:
        """Say whether an attached file leaves with these words, which are its title."""
        return self.key.startswith(f"{Topic.ATTACHMENTS}\n")


def key_of(topic: Topic, *parts: str) -> str:
    """Return the key of a piece."""
    return "\n".join((topic, *parts))


def pieces(dossier: Dossier, topics: Iterable[Topic] = EVERYTHING) -> tuple[Piece, ...]:
    """Return every text that a document on these topics may show, passages first, in the order of the stories."""
    readers = {
        Topic.PASSAGES: _passages,
        Topic.EXPERIENCES: _experiences,
        Topic.PERSON: _person,
        Topic.VAE: _vae,
        Topic.POSITIONING: _positioning,
        Topic.INTERVIEW: _interview,
        Topic.ATTACHMENTS: _attachments,
    }
    wanted = set(topics)
    found = (piece for topic, read in readers.items() if topic in wanted for piece in read(dossier))
    return tuple(piece for piece in found if piece.words.strip())


def passage_key(recit_id: str, start: int, end: int) -> str:
    """Return the key of a passage of a story: what it proves for several competences is read once."""
    return key_of(Topic.PASSAGES, recit_id, str(start), str(end))


def _passages(dossier: Dossier) -> Iterator[Piece]:
    places: dict[tuple[int, int, int], list[str]] = {}
    recits = list(dossier.recits)
    for evidence in dossier.evidence.values():
        competence = dossier.competence_of(evidence)
        if evidence.recit_id in dossier.recits and competence is not None:
            place = (recits.index(evidence.recit_id), evidence.span.start, evidence.span.end)
            places.setdefault(place, []).append(competence.title)
    for (number, start, end), titles in sorted(places.items()):
        recit = dossier.recits[recits[number]]
        story = f"Récit « {recit.title or 'sans titre'} »"
        yield Piece(passage_key(recit.id, start, end), story, recit.text[start:end], tuple(dict.fromkeys(titles)))
    for evidence in dossier.evidence.values():
        competence = dossier.competence_of(evidence)
        if evidence.wording and competence is not None:
            key = key_of(Topic.PASSAGES, "relu", evidence.id)
            yield Piece(key, "Redit à la relecture", evidence.wording, (competence.title,))


def _experiences(dossier: Dossier) -> Iterator[Piece]:
    for experience in dossier.experiences.values():
        for name, label in EXPERIENCE_FIELDS.items():
            key = key_of(Topic.EXPERIENCES, experience.id, name)
            title = experience.title or "sans titre"
            yield Piece(key, f"Expérience « {title} », {label.lower()}", getattr(experience, name))
    for recit in dossier.recits.values():
        yield Piece(key_of(Topic.EXPERIENCES, "recit", recit.id), "Titre d’un récit", recit.title)


def _person(dossier: Dossier) -> Iterator[Piece]:
    for name, label in PERSON_FIELDS.items():
        yield Piece(key_of(Topic.PERSON, name), label, getattr(dossier.person, name))


def _vae(dossier: Dossier) -> Iterator[Piece]:
    for (fiche, name), answer in dossier.vae.answers.items():
        field = FIELDS.get(name)
        if field is None or not field.choices:
            yield Piece(key_of(Topic.VAE, "reponse", fiche, name), f"VAE, {field.label if field else name}", answer)
    for (fiche, bloc), comment in dossier.vae.comments.items():
        yield Piece(key_of(Topic.VAE, "bloc", fiche, bloc), f"VAE, commentaire du bloc {bloc}", comment)
    for practice, text in dossier.vae.practices.items():
        key = key_of(Topic.VAE, "pratique", practice.fiche, practice.bloc, practice.experience, practice.part)
        yield Piece(key, f"VAE, pratique du bloc {practice.bloc}", text)


def _positioning(dossier: Dossier) -> Iterator[Piece]:
    for fiche, positioning in dossier.positionings.items():
        for note, text in positioning.notes.items():
            yield Piece(key_of(Topic.POSITIONING, "note", fiche, note), f"Positionnement, {note}", text)
        for prerequisite in positioning.prerequisites.values():
            key = key_of(Topic.POSITIONING, "prerequis", fiche, prerequisite.id)
            yield Piece(key, f"Positionnement, prérequis « {prerequisite.title} »", prerequisite.proof)
        for code, position in positioning.positions.items():
            yield Piece(key_of(Topic.POSITIONING, "preuve", fiche, code), f"Positionnement, {code}", position.proof)
            yield Piece(key_of(Topic.POSITIONING, "plan", fiche, code), f"Positionnement, {code}", position.plan)


def _interview(dossier: Dossier) -> Iterator[Piece]:
    for field, answer in dossier.answers.items():
        yield Piece(key_of(Topic.INTERVIEW, field), "Entretien", answer)


def _attachments(dossier: Dossier) -> Iterator[Piece]:
    """Tell each attached file by its title: one without is read back all the same, for it leaves with its file."""
    for attachment in dossier.attachments.values():
        words = attachment.title.strip() or "Sans titre"
        yield Piece(key_of(Topic.ATTACHMENTS, attachment.id), f"Pièce jointe ({attachment.suffix.upper()})", words)
