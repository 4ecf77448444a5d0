"""The dossier de faisabilité of the VAE, under the field names of France VAE's interoperability API (v1).

What the API names is named as it names it (`candidat`, `certification`, `experiences`); what a dossier de
faisabilité wants and the API has no name for stands under `blocs`; `manquants` names what nobody wrote yet.
Whether a competence is held (OUI, NON, PARTIELLEMENT) and the opinion are human judgements, and a draft is nobody's
comment yet: they are here once somebody said or confirmed them.
"""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import astuple

from workbench.documents.data.common import recit_title, registered
from workbench.documents.words import KIND, STRENGTH, period
from workbench.domain.dossier import Dossier, Evidence, Experience
from workbench.domain.moments import read_moment
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.domain.vae_drafts import answer_to, comment_on
from workbench.domain.vae_missing import aimed_blocs, missing

Part = TypeVar("Part", bound=Struct)


class Duration(StrEnum):
    """How long an experience lasted, in the classes of France VAE."""

    UNKNOWN = "INCONNU"
    UNDER_ONE = "MOINS_D_UN_AN"
    ONE_TO_THREE = "ENTRE_UN_ET_TROIS_ANS"
    OVER_THREE = "PLUS_DE_TROIS_ANS"
    OVER_FIVE = "PLUS_DE_CINQ_ANS"
    OVER_TEN = "PLUS_DE_DIX_ANS"


class Address(Struct, rename="camel", omit_defaults=True):
    """Where the person lives."""

    rue: str = ""
    complement_adresse: str = ""
    code_postal: str = ""
    ville: str = ""
    pays: str = ""


class Degree(Struct, omit_defaults=True):
    """A level, by its code."""

    code: str = ""
    niveau: int = 0


class Department(Struct, omit_defaults=True):
    """A département, by its number or its name, whichever was written."""

    code: str = ""
    nom: str = ""


class Situation(Struct, rename="camel", omit_defaults=True):
    """What the person does and studied."""

    typologie: str = ""
    niveau_formation_plus_eleve: Degree | None = None
    niveau_certification_obtenue_plus_elevee: Degree | None = field(
        default=None, name="niveauCertificationObtenuePlusEleve"
    )
    intitule_certification_obtenue_plus_elevee: str = field(default="", name="intituleCertificationObtenuePlusEleve")


class Candidate(Struct, rename="camel", omit_defaults=True):
    """The person."""

    genre: str = ""
    prenom: str = ""
    prenom2: str = ""
    prenom3: str = ""
    nom: str = ""
    nom_usage: str = ""
    date_naissance: str = ""
    commune_naissance: str = ""
    departement_naissance: Department | None = None
    nationalite: str = ""
    email: str = ""
    telephone: str = ""
    adresse: Address | None = None
    situation: Situation | None = None


class Certification(Struct, rename="camel", omit_defaults=True):
    """The certification aimed at; the number alone, as France VAE writes it."""

    nom: str
    code_rncp: str = ""
    code_referentiel: str = ""
    certificateur: str = ""
    option: str = ""
    est_visee_partiellement: bool | None = None


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


class VaeCompetence(Struct, omit_defaults=True):
    """A competence, whether it is held, and what supports it."""

    code: str
    intitule: str
    preuves: tuple[Proof, ...]
    statut: str = ""


class VaeBloc(Struct, omit_defaults=True):
    """A bloc that is asked for, with the comment that somebody wrote or confirmed."""

    code: str
    intitule: str
    competences: tuple[VaeCompetence, ...]
    commentaire: str = ""


class Support(Struct, rename="camel", omit_defaults=True):
    """The support and the training that are planned; hours as they were written."""

    heures_individuelles: str = ""
    heures_collectives: str = ""
    heures_formation: str = ""
    formations_obligatoires: str = ""
    savoirs_de_base: str = ""


class Said(Struct, omit_defaults=True):
    """A judgement of somebody, with its reasons."""

    valeur: str = ""
    commentaire: str = ""


class Feasibility(Struct, rename="camel", omit_defaults=True):
    """The dossier de faisabilité for one certification."""

    certification: Certification
    blocs: tuple[VaeBloc, ...]
    manquants: tuple[str, ...]
    situation: str = ""
    objectifs: str = ""
    prerequis_acquis: str = ""
    prerequis_en_cours: str = ""
    parcours: Support | None = None
    avis: Said | None = None
    attestation_sur_l_honneur: str = field(default="", name="attestationSurLHonneur")
    documents: tuple[str, ...] = ()
    date_envoi: str = ""
    decision: Said | None = None


class FeasibilityFile(Struct, rename="camel"):
    """The person, the experiences, and one dossier de faisabilité for each fiche; `manquants` is of the person."""

    etabli_le: str
    candidat: Candidate
    experiences: tuple[VaeExperience, ...]
    dossiers_de_faisabilite: tuple[Feasibility, ...]
    manquants: tuple[str, ...]


def feasibility(dossier: Dossier, on: date) -> FeasibilityFile:
    """Return what a dossier de faisabilité can be filled with from a dossier as it stands on a date."""
    lacks = missing(dossier, Fiche("", "", ()))
    return FeasibilityFile(
        etabli_le=on.isoformat(),
        candidat=_candidate(dossier),
        experiences=tuple(_experience(e, on) for e in dossier.experiences.values()),
        dossiers_de_faisabilite=tuple(_dossier(dossier, fiche) for fiche in dossier.fiches.values()),
        manquants=tuple(dict.fromkeys(lack.name for lack in lacks if _is_of_person(lack.name))),
    )


def _is_of_person(name: str) -> bool:
    return name.startswith("candidat.") or name == "experiences"


def _candidate(dossier: Dossier) -> Candidate:
    def said(name: str) -> str:
        return answer_to(dossier, "", f"candidat.{name}").text.strip()

    return Candidate(
        genre=said("genre"),
        prenom=dossier.person.first_name,
        prenom2=said("prenom2"),
        prenom3=said("prenom3"),
        nom=dossier.person.last_name,
        nom_usage=said("nomUsage"),
        date_naissance=_iso(said("dateNaissance")),
        commune_naissance=said("communeNaissance"),
        departement_naissance=_department(said("departementNaissance")),
        nationalite=said("nationalite"),
        email=said("email"),
        telephone=said("telephone"),
        adresse=_or_nothing(Address(*(said(f"adresse.{part}") for part in _ADDRESS))),
        situation=_or_nothing(
            Situation(
                said("situation.typologie"),
                _degree(said("situation.niveauFormationPlusEleve")),
                _degree(said("situation.niveauCertificationObtenuePlusEleve")),
                said("situation.intituleCertificationObtenuePlusEleve"),
            )
        ),
    )


_ADDRESS = ("rue", "complementAdresse", "codePostal", "ville", "pays")


def _or_nothing(value: Part) -> Part | None:
    """Return a part of the file, or nothing where nobody wrote any of it."""
    return value if any(astuple(value)) else None


def _department(text: str) -> Department | None:
    if not text:
        return None
    return Department(code=text) if text[0].isdigit() else Department(nom=text)


def _degree(code: str) -> Degree | None:
    return Degree(code, int(code[1])) if code else None


def _iso(text: str) -> str:
    """Return a whole date, or nothing: the format has no place for half of one."""
    moment = read_moment(text)
    return moment.iso if moment and moment.day else ""


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
    def said(name: str) -> str:
        return answer_to(dossier, fiche.code, name).text.strip()

    lacks = (lack.name for lack in missing(dossier, fiche))
    return Feasibility(
        _certification(dossier, fiche),
        tuple(_bloc(dossier, fiche, bloc) for bloc in aimed_blocs(dossier, fiche)),
        situation=said("demande.situation"),
        objectifs=said("demande.objectifs"),
        prerequis_acquis=said("prerequis.acquis"),
        prerequis_en_cours=said("prerequis.enCours"),
        parcours=_or_nothing(Support(*(said(f"parcours.{part}") for part in _SUPPORT))),
        avis=_or_nothing(Said(said("avis"), said("avis.motifs"))),
        attestation_sur_l_honneur=said("attestationSurLHonneur"),
        documents=tuple(line.strip() for line in said("documents").splitlines() if line.strip()),
        date_envoi=_iso(said("dates.faisabilite")),
        decision=_or_nothing(Said(said("decision"), said("decision.commentaire"))),
        manquants=tuple(dict.fromkeys(name for name in lacks if not _is_of_person(name))),
    )


_SUPPORT = ("heuresIndividuelles", "heuresCollectives", "heuresFormation", "formationsObligatoires", "savoirsDeBase")


def _certification(dossier: Dossier, fiche: Fiche) -> Certification:
    known = registered(fiche.code)
    number = known[1] if known and known[0] == "RNCP" else ""
    is_told = fiche.code in dossier.vae.aimed
    return Certification(
        fiche.title or fiche.code,
        number,
        "" if number else fiche.code,
        answer_to(dossier, fiche.code, "certification.certificateur").text,
        answer_to(dossier, fiche.code, "certification.option").text,
        len(aimed_blocs(dossier, fiche)) < len(fiche.blocs) if is_told else None,
    )


def _bloc(dossier: Dossier, fiche: Fiche, bloc: Bloc) -> VaeBloc:
    comment = comment_on(dossier, fiche.code, bloc)
    competences = tuple(_competence(dossier, fiche, c) for c in bloc.competences)
    return VaeBloc(bloc.code, bloc.title, competences, "" if comment.is_draft else comment.text)


def _competence(dossier: Dossier, fiche: Fiche, competence: Competence) -> VaeCompetence:
    held = dossier.vae.held.get((fiche.code, competence.code))
    proofs = tuple(_proof(dossier, proof) for proof in dossier.evidence_for(fiche.code, competence.code))
    return VaeCompetence(competence.code, competence.title, proofs, held.value if held else "")


def _proof(dossier: Dossier, proof: Evidence) -> Proof:
    return Proof(dossier.passage(proof).strip(), recit_title(dossier, proof), STRENGTH[proof.strength])
