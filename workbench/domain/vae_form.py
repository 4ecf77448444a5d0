"""The fields of a dossier de faisabilité: their names, as France VAE has them, their French names, what they accept.

Field names of the candidate, the certification and the decision follow the public interoperability model of France
VAE; what it has no name for (hours, prerequisites, opinion) is named alike. Nothing here says what the answer is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final


class Kind(Enum):
    """How a field is filled."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    HOURS = "hours"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `optional` ones are never said to be missing, `choices` are (value, French words)."""

    name: str
    label: str
    kind: Kind = Kind.LINE
    help: str = ""
    optional: bool = False
    choices: tuple[tuple[str, str], ...] = ()

    def words(self, answer: str) -> str:
        """Return an answer as it is read: the words of a choice, hours with their unit, any other as it was written."""
        is_number = self.kind is Kind.HOURS and answer.replace(",", "").replace(".", "").isdigit()
        return f"{answer} h" if is_number else dict(self.choices).get(answer, answer)


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that are filled together; `personal` ones belong to the person, whatever the certification."""

    name: str
    title: str
    fields: tuple[Field, ...]
    personal: bool = False


_LEVELS: Final = (
    ("N1_SANS", "Niveau 1 : sans diplôme"),
    ("N2_CLEA", "Niveau 2 : CléA ou équivalent"),
    ("N3_CAP_BEP", "Niveau 3 : CAP, BEP"),
    ("N4_BAC", "Niveau 4 : baccalauréat"),
    ("N5_BAC_2", "Niveau 5 : bac + 2"),
    ("N6_BAC_3_4", "Niveau 6 : bac + 3 ou 4"),
    ("N7_BAC_5", "Niveau 7 : bac + 5"),
    ("N8_BAC_8", "Niveau 8 : doctorat"),
)
_STATUSES: Final = (
    ("NON_SPECIFIE", "Non précisé"),
    ("SALARIE_PRIVE", "Salariat, secteur privé"),
    ("SALARIE_PUBLIC", "Salariat, secteur public"),
    ("SALARIE_PUBLIC_HOSPITALIER", "Salariat, fonction publique hospitalière"),
    ("SALARIE_ALTERNANT", "Alternance"),
    ("SALARIE_INTERIMAIRE", "Intérim"),
    ("SALARIE_INTERMITTENT", "Intermittence"),
    ("SALARIE_EN_CONTRATS_AIDES", "Contrat aidé"),
    ("TRAVAILLEUR_NON_SALARIE", "Travail non salarié"),
    ("CONJOINT_COLLABORATEUR", "Conjoint collaborateur, conjointe collaboratrice"),
    ("DEMANDEUR_EMPLOI", "Recherche d’emploi"),
    ("AIDANTS_FAMILIAUX", "Aide familiale"),
    ("AIDANTS_FAMILIAUX_AGRICOLES", "Aide familiale agricole"),
    ("BENEVOLE", "Bénévolat"),
    ("STAGIAIRE", "Stage"),
    ("TITULAIRE_MANDAT_ELECTIF", "Mandat électif"),
    ("RETRAITE", "Retraite"),
    ("AUTRE", "Autre situation"),
)
_GENDERS: Final = (("FEMME", "Femme"), ("HOMME", "Homme"), ("NON_SPECIFIE", "Non précisé"))
_OPINIONS: Final = (("FAVORABLE", "Favorable"), ("DEFAVORABLE", "Défavorable"))
_DECISIONS: Final = (
    ("RECEVABLE", "Recevable"),
    ("COMPLET", "Complet"),
    ("INCOMPLET", "Incomplet"),
    ("IRRECEVABLE", "Rejeté"),
)
_SWORN: Final = (("OUI", "Signée"), ("NON", "Pas encore signée"))
_DAY_HELP: Final = "Par exemple 14/02/2026."
_PER_LINE: Final = "Un par ligne."

SECTIONS: Final = (
    Section(
        "candidat",
        "Candidat, candidate",
        (
            Field("candidat.genre", "Genre", Kind.CHOICE, choices=_GENDERS),
            Field("candidat.nomUsage", "Nom d’usage", optional=True),
            Field("candidat.prenom2", "Deuxième prénom", optional=True),
            Field("candidat.prenom3", "Troisième prénom", optional=True),
            Field("candidat.dateNaissance", "Date de naissance", Kind.DAY, _DAY_HELP),
            Field("candidat.communeNaissance", "Commune de naissance"),
            Field("candidat.departementNaissance", "Département de naissance"),
            Field("candidat.nationalite", "Nationalité"),
            Field("candidat.email", "Courriel"),
            Field("candidat.telephone", "Téléphone"),
            Field("candidat.adresse.rue", "Numéro et rue"),
            Field("candidat.adresse.complementAdresse", "Complément d’adresse", optional=True),
            Field("candidat.adresse.codePostal", "Code postal"),
            Field("candidat.adresse.ville", "Ville"),
            Field("candidat.adresse.pays", "Pays"),
        ),
        personal=True,
    ),
    Section(
        "situation",
        "Situation",
        (
            Field("candidat.situation.typologie", "Statut", Kind.CHOICE, choices=_STATUSES),
            Field(
                "candidat.situation.niveauFormationPlusEleve",
                "Niveau de formation le plus élevé",
                Kind.CHOICE,
                choices=_LEVELS,
            ),
            Field(
                "candidat.situation.niveauCertificationObtenuePlusEleve",
                "Niveau de la certification la plus élevée obtenue",
                Kind.CHOICE,
                choices=_LEVELS,
            ),
            Field(
                "candidat.situation.intituleCertificationObtenuePlusEleve",
                "Intitulé de cette certification",
                help="« Aucune » s’il n’y en a pas.",
            ),
        ),
        personal=True,
    ),
    Section(
        "demande",
        "La demande",
        (
            Field(
                "demande.situation",
                "Situation de la demande",
                Kind.TEXT,
                "Première demande, reprise d’une demande, projet collectif…",
            ),
            Field("demande.objectifs", "Objectifs", Kind.TEXT, "Ce que la personne attend de la certification."),
            Field("certification.certificateur", "Certificateur"),
            Field("certification.option", "Option ou parcours", optional=True),
            Field("prerequis.acquis", "Prérequis acquis", Kind.TEXT, f"{_PER_LINE} « Aucun » s’il n’y en a pas."),
            Field("prerequis.enCours", "Prérequis en cours", Kind.TEXT, _PER_LINE, optional=True),
        ),
    ),
    Section(
        "parcours",
        "Accompagnement et formation",
        (
            Field("parcours.heuresIndividuelles", "Accompagnement individuel", Kind.HOURS, "En heures."),
            Field("parcours.heuresCollectives", "Accompagnement collectif", Kind.HOURS, "En heures."),
            Field("parcours.heuresFormation", "Formation", Kind.HOURS, "En heures."),
            Field(
                "parcours.formationsObligatoires",
                "Formations obligatoires",
                Kind.TEXT,
                f"{_PER_LINE} « Aucune » s’il n’y en a pas.",
            ),
            Field(
                "parcours.savoirsDeBase",
                "Savoirs de base à consolider",
                Kind.TEXT,
                f"{_PER_LINE} « Aucun » s’il n’y en a pas.",
            ),
        ),
    ),
    Section(
        "avis",
        "Avis et pièces",
        (
            Field("avis", "Avis sur la faisabilité", Kind.CHOICE, choices=_OPINIONS),
            Field("avis.motifs", "Motifs de l’avis", Kind.TEXT, "Des faits, que la personne peut relire."),
            Field("attestationSurLHonneur", "Attestation sur l’honneur", Kind.CHOICE, choices=_SWORN),
            Field("documents", "Pièces jointes", Kind.TEXT, f"{_PER_LINE} Pièce d’identité, diplômes, attestations…"),
        ),
    ),
    Section(
        "suite",
        "Dates et décision",
        (
            Field("dates.entretien", "Entretien", Kind.DAY, _DAY_HELP, optional=True),
            Field("dates.faisabilite", "Envoi du dossier de faisabilité", Kind.DAY, _DAY_HELP, optional=True),
            Field("dates.recevabilite", "Réponse du certificateur", Kind.DAY, _DAY_HELP, optional=True),
            Field("decision", "Décision", Kind.CHOICE, optional=True, choices=_DECISIONS),
            Field("decision.commentaire", "Motifs de la décision", Kind.TEXT, optional=True),
            Field("dates.validation", "Dépôt du dossier de validation", Kind.DAY, _DAY_HELP, optional=True),
            Field("dates.jury", "Jury", Kind.DAY, _DAY_HELP, optional=True),
            Field("dates.postJury", "Entretien après le jury", Kind.DAY, _DAY_HELP, optional=True),
        ),
    ),
)

FIELDS: Final[Mapping[str, Field]] = MappingProxyType({f.name: f for section in SECTIONS for f in section.fields})
"""Every field by its name, in the order of the form."""


def label_of(name: str) -> str:
    """Return the French name of a field, or the name that a later version gave it."""
    known = FIELDS.get(name)
    return known.label if known else name
