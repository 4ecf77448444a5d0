"""The dossier de faisabilité of the VAE, under the field names of France VAE's interoperability API (v1).

What the API names is named as it names it (`candidat`, `certification`, `experiences`); what a dossier de
faisabilité wants and the API has no name for stands under `blocs`; `manquants` names what nobody wrote yet.
Whether a competence is held (OUI, NON, PARTIELLEMENT) and the opinion are human judgements: never filled in here.
"""

from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct

from workbench.documents.data.common import recit_title, registered
from workbench.documents.words import KIND, STRENGTH, period
from workbench.domain.contact import email_of, phone_of
from workbench.domain.dossier import Dossier, Evidence, Experience
from workbench.domain.moments import read_moment
from workbench.domain.referential import Bloc, Competence, Fiche

_ALWAYS_MISSING: Final = (
    "candidat.genre",
    "candidat.dateNaissance",
    "candidat.communeNaissance",
    "candidat.departementNaissance",
    "candidat.nationalite",
    "candidat.adresse",
    "candidat.situation.niveauFormationPlusEleve",
    "candidat.situation.niveauCertificationObtenuePlusEleve",
    "candidat.situation.intituleCertificationObtenuePlusEleve",
    "candidat.situation.typologie",
    "certification.estViseePartiellement",
    "blocs.competences.statut",
    "blocs.commentaire",
    "avis",
    "attestationSurLHonneur",
)


class Duration(StrEnum):
    """How long an experience lasted, in the classes of France VAE."""

    UNKNOWN = "INCONNU"
    UNDER_ONE = "MOINS_D_UN_AN"
    ONE_TO_THREE = "ENTRE_UN_ET_TROIS_ANS"
    OVER_THREE = "PLUS_DE_TROIS_ANS"
    OVER_FIVE = "PLUS_DE_CINQ_ANS"
    OVER_TEN = "PLUS_DE_DIX_ANS"


class Candidate(Struct, omit_defaults=True):
    """The person."""

    prenom: str = ""
    nom: str = ""
    email: str = ""
    telephone: str = ""


class Certification(Struct, rename="camel", omit_defaults=True):
    """The certification aimed at; the number alone, as France VAE writes it."""

    nom: str
    code_rncp: str = ""
    code_referentiel: str = ""


class VaeExperience(Struct, rename="camel", omit_defaults=True):
    """An experience; `periodeDeclaree` keeps the person's own dates."""

    titre: str
    description: str
    duree: Duration
    date_demarrage: str = ""
    periode_declaree: str = ""


class Proof(Struct):
    """An accepted passage."""

    passage: str
    source: str
    force: str


class VaeCompetence(Struct):
    """A competence and what supports it."""

    code: str
    intitule: str
    preuves: tuple[Proof, ...]


class VaeBloc(Struct):
    """A bloc."""

    code: str
    intitule: str
    competences: tuple[VaeCompetence, ...]


class Feasibility(Struct):
    """The dossier de faisabilité for one certification."""

    certification: Certification
    blocs: tuple[VaeBloc, ...]


class FeasibilityFile(Struct, rename="camel"):
    """The person, the experiences, and one dossier de faisabilité for each fiche."""

    etabli_le: str
    candidat: Candidate
    experiences: tuple[VaeExperience, ...]
    dossiers_de_faisabilite: tuple[Feasibility, ...]
    manquants: tuple[str, ...]


def feasibility(dossier: Dossier, on: date) -> FeasibilityFile:
    """Return what a dossier de faisabilité can be filled with from a dossier as it stands on a date."""
    person = dossier.person
    candidate = Candidate(person.first_name, person.last_name, email_of(person.contact), phone_of(person.contact))
    written = {"candidat.prenom": candidate.prenom, "candidat.nom": candidate.nom}
    written |= {"candidat.email": candidate.email, "candidat.telephone": candidate.telephone}
    return FeasibilityFile(
        etabli_le=on.isoformat(),
        candidat=candidate,
        experiences=tuple(_experience(e, on) for e in dossier.experiences.values()),
        dossiers_de_faisabilite=tuple(_dossier(dossier, fiche) for fiche in dossier.fiches.values()),
        manquants=(*(name for name, value in written.items() if not value), *_ALWAYS_MISSING),
    )


def duration(experience: Experience, on: date) -> Duration:
    """Return how long an experience lasted, or unknown where its dates do not settle it.

    Without an end it lasts until `on`; « 2016 » and « 2024 » leave room for seven to nine years, one class.
    """
    start, end = read_moment(experience.start), read_moment(experience.end)
    if start is None or (experience.end.strip() and end is None):
        return Duration.UNKNOWN
    shortest = ((end.earliest if end else on) - start.latest).days
    longest = ((end.latest if end else on) - start.earliest).days
    classes = {_class_of(days) for days in (shortest, longest)}
    return classes.pop() if len(classes) == 1 and longest >= 0 else Duration.UNKNOWN


def _class_of(days: int) -> Duration:
    years = days / 365.25
    bounds = (
        (1, Duration.UNDER_ONE),
        (3, Duration.ONE_TO_THREE),
        (5, Duration.OVER_THREE),
        (10, Duration.OVER_FIVE),
    )
    return next((kind for bound, kind in bounds if years < bound), Duration.OVER_TEN)


def _experience(experience: Experience, on: date) -> VaeExperience:
    start = read_moment(experience.start)
    facts = (
        ("Cadre", KIND[experience.kind]),
        ("Lieu", experience.place),
        ("Structure", experience.organisation),
        ("Tâches et conditions", experience.tasks),
        ("Public", experience.public),
        ("Moyens", experience.means),
        ("Équipe", experience.team),
    )
    return VaeExperience(
        titre=experience.title or "Expérience sans titre",
        description=" ; ".join(f"{name} : {words}" for name, words in facts if words.strip()),
        duree=duration(experience, on),
        date_demarrage=start.iso if start and start.day else "",
        periode_declaree=period(experience.start, experience.end),
    )


def _dossier(dossier: Dossier, fiche: Fiche) -> Feasibility:
    known = registered(fiche.code)
    number = known[1] if known and known[0] == "RNCP" else ""
    return Feasibility(
        Certification(fiche.title or fiche.code, number, "" if number else fiche.code),
        tuple(_bloc(dossier, fiche, bloc) for bloc in fiche.blocs),
    )


def _bloc(dossier: Dossier, fiche: Fiche, bloc: Bloc) -> VaeBloc:
    return VaeBloc(bloc.code, bloc.title, tuple(_competence(dossier, fiche, c) for c in bloc.competences))


def _competence(dossier: Dossier, fiche: Fiche, competence: Competence) -> VaeCompetence:
    proofs = dossier.evidence_for(fiche.code, competence.code)
    return VaeCompetence(competence.code, competence.title, tuple(_proof(dossier, proof) for proof in proofs))


def _proof(dossier: Dossier, proof: Evidence) -> Proof:
    return Proof(dossier.passage(proof).strip(), recit_title(dossier, proof), STRENGTH[proof.strength])
