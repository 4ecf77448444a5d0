"""Open Badges 3.0: one self-asserted credential for each competence that is proved, in one presentation.

Source: 1EdTech Open Badges 3.0 (AchievementCredential) over W3C Verifiable Credentials 2.0. The issuer is the
person and there is no proof: whoever reads it is told so, and a badge that an organisation signs is another badge.
"""

from datetime import date
from typing import Final

from msgspec import Struct, field

from workbench.documents.data.common import SELF_ASSERTED, Proven, at, identifier, proven, recit_title, register_page
from workbench.documents.words import STRENGTH
from workbench.domain.dossier import Dossier, Evidence

CREDENTIALS: Final = "https://www.w3.org/ns/credentials/v2"
BADGES: Final = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"


class Alignment(Struct, rename="camel", omit_defaults=True):
    """A bloc or a fiche of a national register."""

    target_name: str
    target_code: str
    target_url: str
    target_type: str
    target_framework: str = ""
    type: tuple[str, ...] = field(default_factory=lambda: ("Alignment",))


class Criteria(Struct):
    """What had to be shown."""

    narrative: str


class Achievement(Struct, rename="camel", omit_defaults=True):
    """The competence itself."""

    id: str
    name: str
    description: str
    criteria: Criteria
    achievement_type: str
    human_code: str
    in_language: str
    alignment: tuple[Alignment, ...] = ()
    type: tuple[str, ...] = field(default_factory=lambda: ("Achievement",))


class Subject(Struct, rename="camel"):
    """The person, and what is claimed of the person."""

    id: str
    achievement: Achievement
    type: tuple[str, ...] = ("AchievementSubject",)


class Profile(Struct, omit_defaults=True):
    """Who claims it: the person."""

    id: str
    name: str = ""
    description: str = ""
    type: tuple[str, ...] = field(default_factory=lambda: ("Profile",))


class BadgeEvidence(Struct):
    """A passage of a récit, in the person's own words."""

    id: str
    name: str
    narrative: str
    description: str
    genre: str
    type: tuple[str, ...] = ("Evidence",)


class Credential(Struct, rename="camel"):
    """An AchievementCredential without proof."""

    id: str
    name: str
    description: str
    issuer: Profile
    valid_from: str
    credential_subject: Subject
    evidence: tuple[BadgeEvidence, ...]
    context: tuple[str, ...] = field(name="@context", default=(CREDENTIALS, BADGES))
    type: tuple[str, ...] = ("VerifiableCredential", "AchievementCredential")


class Presentation(Struct, rename="camel"):
    """All the credentials of a dossier, each of which stands alone."""

    id: str
    holder: str
    verifiable_credential: tuple[Credential, ...]
    context: tuple[str, ...] = field(name="@context", default=(CREDENTIALS,))
    type: tuple[str, ...] = ("VerifiablePresentation",)


def open_badges(dossier: Dossier, on: date) -> Presentation:
    """Return the credentials of a dossier as it stands on a date."""
    credentials = tuple(_credential(dossier, found, on) for found in proven(dossier))
    return Presentation(identifier(dossier, "presentation", on.isoformat()), identifier(dossier), credentials)


def _credential(dossier: Dossier, found: Proven, on: date) -> Credential:
    person = identifier(dossier)
    name = found.competence.title or found.competence.code
    return Credential(
        id=identifier(dossier, "badge", found.key, found.competence.code, on.isoformat()),
        name=name,
        description=SELF_ASSERTED,
        issuer=Profile(person, dossier.person.name, "La personne elle-même"),
        valid_from=at(on),
        credential_subject=Subject(person, _achievement(dossier, found, name)),
        evidence=tuple(_evidence(dossier, proof) for proof in found.proofs),
    )


def _achievement(dossier: Dossier, found: Proven, name: str) -> Achievement:
    return Achievement(
        id=identifier(dossier, "competence", found.key, found.competence.code),
        name=name,
        description=f"{found.bloc.title or found.bloc.code} – {found.referential}",
        criteria=Criteria("Au moins un passage d’un récit vécu la montre à l’œuvre, et la personne l’a accepté."),
        achievement_type="Competency",
        human_code=found.competence.code,
        in_language="fr-FR",
        alignment=_alignments(found),
    )


def _alignments(found: Proven) -> tuple[Alignment, ...]:
    """Return the bloc and the fiche where they are in a national register; a local referential has no address."""
    page = register_page(found.fiche.code)
    if not page:
        return ()
    framework = "Répertoires nationaux de France compétences"
    fiche, bloc = found.fiche, found.bloc
    return (
        Alignment(bloc.title or bloc.code, bloc.code, page, "ext:BlocDeCompetences", framework),
        Alignment(fiche.title or fiche.code, fiche.code, page, "ceterms:Credential", framework),
    )


def _evidence(dossier: Dossier, proof: Evidence) -> BadgeEvidence:
    return BadgeEvidence(
        id=identifier(dossier, "preuve", proof.id),
        name=recit_title(dossier, proof),
        narrative=dossier.passage(proof).strip(),
        description=STRENGTH[proof.strength],
        genre="Récit d’expérience",
    )
