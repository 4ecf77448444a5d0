"""How the portfolio ends: how to read it, its words, where the referentials come from, who signs."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import (
    Block,
    Heading,
    KeyValues,
    Notice,
    SignaturePlace,
    Signatures,
    Table,
    joined,
    plain,
)
from workbench.documents.portfolio.proofs import kept_archives
from workbench.documents.words import STRENGTH, STRENGTH_MEANING, day
from workbench.domain.dossier import Dossier
from workbench.domain.referential import Fiche

_GLOSSARY: Final = (
    ("Bloc de compétences", "Une part d’une certification, qui peut être reconnue seule."),
    ("Certification", "Un diplôme, un titre ou un certificat, décrit par l’organisme qui le délivre."),
    ("Compétence", "Ce que l’on sait faire dans une situation réelle, pour obtenir un résultat."),
    ("Compétence étayée", "Au moins un passage d’un récit la montre, et la personne en est d’accord."),
    ("Expérience", "Un emploi, un engagement, un proche accompagné : toute occasion d’avoir agi."),
    ("Maîtrise", "À quel point l’on sait faire, dit par la personne et par le conseil, chacun pour soi."),
    ("Passage", "Quelques mots d’un récit, cités sans les changer."),
    ("Récit", "Ce que la personne raconte d’un moment qu’elle a vécu."),
    ("Référentiel", "La liste des compétences attendues pour un métier ou une certification."),
    ("VAE", "Validation des acquis de l’expérience : faire reconnaître par un jury ce que l’on sait faire."),
)


def reading_guide(mention: str) -> Iterator[Block]:
    """Say what is counted, and what a proof is worth."""
    yield Heading(1, "Comment lire ce document")
    yield plain(
        "Une compétence est dite étayée quand au moins un passage d’un récit la montre à l’œuvre et que la personne "
        "l’a accepté. Une compétence qui n’est pas encore racontée n’est pas une compétence absente : "
        "personne n’en a encore parlé, c’est tout."
    )
    rows = tuple((STRENGTH[s], STRENGTH_MEANING[s]) for s in STRENGTH)
    yield Table(
        "Ce que vaut une preuve, de la plus simple à la plus forte", ("Preuve", "Ce que cela veut dire"), rows, (1, 3)
    )
    yield plain(
        "Les mots cités sont ceux de la personne. Ils peuvent être relus, corrigés ou retirés à sa demande, "
        "à tout moment."
    )
    yield what_it_is_not(mention)


def what_it_is_not(mention: str) -> Notice:
    """Say that nobody is certified by this."""
    return Notice(
        f"{mention}.",
        "Ce portefeuille aide à préparer un entretien, une formation ou une démarche de VAE. Il ne remplace "
        "ni un titre, ni un diplôme, ni la décision d’un jury.",
    )


def glossary() -> Iterator[Block]:
    """Explain the words."""
    yield Heading(1, "Les mots de ce document")
    yield KeyValues("Glossaire", _GLOSSARY)


def origins(dossier: Dossier) -> Iterator[Block]:
    """Say where each referential comes from."""
    fiches = (*dossier.fiches.values(), *(archive.fiche for archive in kept_archives(dossier)))
    if not fiches:
        return
    yield Heading(1, "D’où viennent les référentiels")
    for fiche in fiches:
        yield KeyValues(f"Référentiel « {fiche.title} »", _origin_facts(fiche))


def _origin_facts(fiche: Fiche) -> tuple[tuple[str, str], ...]:
    state = "" if fiche.active else joined(("Fiche inactive", _replacement(fiche)), " ; ")
    facts = (
        ("Référentiel", f"{fiche.title} ({fiche.code})"),
        ("Origine", fiche.origin or "Non précisée"),
        ("Certificateurs", ", ".join(fiche.certifiers)),
        ("État", state),
        ("Avertissement", fiche.notice),
    )
    return tuple((key, value) for key, value in facts if value.strip())


def _replacement(fiche: Fiche) -> str:
    return f"remplacée par {', '.join(fiche.replaced_by)}" if fiche.replaced_by else ""


def signatures(dossier: Dossier, on: date, place: str) -> Iterator[Block]:
    """End with the places where both sign."""
    yield Heading(1, "Signatures")
    where = f"Fait à {place}, le {day(on)}." if place.strip() else f"Fait le {day(on)}."
    yield plain(f"{where} Chacun signe après avoir relu ; la personne garde l’original.")
    yield Signatures(
        (
            SignaturePlace("La personne", dossier.person.name),
            SignaturePlace("Le conseiller, la conseillère", dossier.counsellor),
        )
    )
