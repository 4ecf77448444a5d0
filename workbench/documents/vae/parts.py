"""What both documents of a VAE say alike: texts that may be drafts, what is still to fill, the sworn statement."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import (
    Block,
    Emphasis,
    Heading,
    Notice,
    Paragraph,
    Run,
    SignaturePlace,
    Signatures,
    Tone,
    plain,
)
from workbench.documents.words import day
from workbench.domain.dossier import Dossier
from workbench.domain.referential import Fiche
from workbench.domain.vae_drafts import Written, answer_to
from workbench.domain.vae_form import FIELDS, Section

TO_FILL: Final = "À compléter"
WITHDRAWN: Final = "La personne a choisi de ne rien dire ici."
NO_NAME: Final = "Personne non nommée"
FROM_PASSAGES: Final = "tiré des passages acceptés"
FROM_EXPERIENCE: Final = "repris de l’expérience"


def written(text: Written, source: str, empty: str = f"{TO_FILL}.") -> Iterator[Block]:
    """Tell a text line by line; a draft is announced with its `source`, `empty` stands for one without a word."""
    if not text.text.strip():
        yield plain(empty if text.is_draft else WITHDRAWN)
        return
    if text.is_draft:
        yield Paragraph((Run("Brouillon", Emphasis.STRONG), Run(f" {source}, à relire.")), Tone.SMALL)
    for line in text.text.splitlines():
        if line.strip():
            yield plain(line.strip())


def section_pairs(dossier: Dossier, fiche: Fiche, section: Section) -> tuple[tuple[str, str], ...]:
    """Return the fields of a section with their answers; optional ones without an answer are left out."""
    owner = "" if section.personal else fiche.code
    pairs = []
    for field in section.fields:
        answer = field.words(answer_to(dossier, owner, field.name).text.strip())
        if answer or not field.optional:
            pairs.append((field.label, answer or TO_FILL))
    return tuple(pairs)


def answer_of(dossier: Dossier, owner: str, name: str) -> str:
    """Return the answer to a field in words, or nothing; `owner` is a fiche's code, empty for the person's fields."""
    return FIELDS[name].words(answer_to(dossier, owner, name).text.strip())


def drafts_notice(number: int) -> Iterator[Block]:
    """Say that a document holds drafts."""
    if number:
        what = "Un texte de ce document est un brouillon" if number == 1 else f"{number} textes sont des brouillons"
        yield Notice("À relire.", f"{what}, à modifier ou à confirmer avec la personne avant tout envoi.")


def sworn(dossier: Dossier, on: date, place: str) -> Iterator[Block]:
    """End with the person's sworn statement and both signatures."""
    yield Heading(1, "Attestation sur l’honneur et signatures")
    me = f"Moi, {dossier.person.name}, j’atteste" if dossier.person.name else "J’atteste"
    yield plain(
        f"{me} sur l’honneur que ce qui est dit ici de mon identité et de mon "
        "parcours est exact, et que les activités décrites sont les miennes."
    )
    where = f"Fait à {place}, le {day(on)}." if place.strip() else f"Fait le {day(on)}."
    yield plain(f"{where} Chacun signe après avoir relu.")
    yield Signatures(
        (
            SignaturePlace("La personne candidate", dossier.person.name),
            SignaturePlace("L’accompagnateur, l’accompagnatrice", dossier.counsellor),
        )
    )
