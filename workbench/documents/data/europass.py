"""Europass: what is proved, in the shape of the European Learning Model 3 (EuropeanDigitalCredential).

It is not a credential that Europass would issue: `DIFFERENCES` says how it differs, and is written in it. The four
things that the generic profile wants and that are missing are what its SHACL shapes (edc-generic-full) report, no more.
"""

from datetime import date
from itertools import groupby
from typing import Final

from msgspec import Struct, field

from workbench.documents.data.common import LANGUAGE, Proven, at, identifier, proven
from workbench.domain.dossier import Dossier

Words = dict[str, tuple[str, ...]]

DIFFERENCES: Final = (
    "Ce fichier suit la forme du modèle européen des apprentissages (ELM 3) sans être une attestation Europass : "
    "il n’est ni signé ni cacheté. Ce que le profil générique d’Europass exige et qui n’y est pas : un émetteur "
    "identifié (eidasLegalIdentifier), car c’est la personne qui déclare ; un processus d’attribution (awardedBy) ; "
    "une image d’affichage (individualDisplay) ; la référence du schéma (credentialSchema). "
    "Aucune évaluation, aucun niveau, aucun crédit n’y figure."
)
_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/language"
_PROFILES: Final = "http://data.europa.eu/snb/credential/25831c2"


class Scheme(Struct):
    """A controlled vocabulary."""

    id: str
    type: str = "ConceptScheme"


class Concept(Struct, rename="camel"):
    """A term of a controlled vocabulary."""

    id: str
    in_scheme: Scheme
    pref_label: Words
    type: str = "Concept"


class Outcome(Struct):
    """A competence."""

    id: str
    title: Words
    type: str = "LearningOutcome"


class Specification(Struct, rename="camel"):
    """What the achievement is made of."""

    id: str
    title: Words
    learning_outcome: tuple[Outcome, ...]
    type: str = "LearningAchievementSpecification"


class Claim(Struct, rename="camel"):
    """A bloc, with its competences that are proved."""

    id: str
    title: Words
    description: Words
    specified_by: Specification
    type: str = "LearningAchievement"


class Subject(Struct, rename="camel", omit_defaults=True):
    """The person."""

    id: str
    has_claim: tuple[Claim, ...]
    given_name: Words = {}
    family_name: Words = {}
    type: str = field(default_factory=lambda: "Person")


class Issuer(Struct):
    """Who declares it: the person, whereas Europass wants an organisation."""

    id: str
    type: str = "Person"


class Display(Struct, rename="camel"):
    """What is shown of the whole: its title and how it differs from a credential."""

    id: str
    title: Words
    description: Words
    language: tuple[Concept, ...]
    primary_language: Concept
    type: str = "DisplayParameter"


class EuropeanCredential(Struct, rename="camel"):
    """An EuropeanDigitalCredential without seal."""

    id: str
    credential_profiles: tuple[Concept, ...]
    display_parameter: Display
    issuer: Issuer
    issuance_date: str
    issued: str
    valid_from: str
    credential_subject: Subject
    context: tuple[str, ...] = field(
        name="@context",
        default=("https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap"),
    )
    type: tuple[str, ...] = ("VerifiableCredential", "EuropeanDigitalCredential")


def european_credential(dossier: Dossier, on: date) -> EuropeanCredential:
    """Return what is proved in a dossier as it stands on a date, bloc by bloc."""
    blocs = groupby(proven(dossier), lambda found: (found.key, found.bloc.code))
    claims = tuple(_claim(dossier, tuple(group)) for _, group in blocs)
    person, moment = identifier(dossier), at(on)
    return EuropeanCredential(
        id=identifier(dossier, "europass", on.isoformat()),
        credential_profiles=(
            Concept("http://data.europa.eu/snb/credential/e34929035b", Scheme(_PROFILES), _words("Générique")),
        ),
        display_parameter=_display(dossier),
        issuer=Issuer(person),
        issuance_date=moment,
        issued=moment,
        valid_from=moment,
        credential_subject=Subject(person, claims, _words(dossier.person.first_name), _words(dossier.person.last_name)),
    )


def _words(text: str) -> Words:
    return {LANGUAGE: (text,)} if text else {}


def _display(dossier: Dossier) -> Display:
    french = Concept(f"{_AUTHORITY}/FRA", Scheme(_AUTHORITY), _words("français"))
    return Display(
        identifier(dossier, "europass", "affichage"),
        _words("Compétences étayées par l’expérience"),
        _words(DIFFERENCES),
        (french,),
        french,
    )


def _claim(dossier: Dossier, found: tuple[Proven, ...]) -> Claim:
    key, bloc = found[0].key, found[0].bloc
    title = _words(bloc.title or bloc.code)
    said = f"{len(found)} sur {len(bloc.competences)} compétences du bloc {bloc.code} ({found[0].referential})"
    outcomes = tuple(
        Outcome(
            identifier(dossier, "europass", key, f.competence.code),
            _words(f.competence.title or f.competence.code),
        )
        for f in found
    )
    return Claim(
        identifier(dossier, "europass", "bloc", key, bloc.code),
        title,
        _words(f"{said} étayées par des récits ; le bloc n’est pas acquis pour autant."),
        Specification(identifier(dossier, "europass", "contenu", key, bloc.code), title, outcomes),
    )
