"""How a document says values, in French."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from workbench.domain.attachments import AttachmentKind
from workbench.domain.dossier import ExperienceKind, Strength
from workbench.domain.mastery import Mastery
from workbench.domain.positioning import Decision

_MONTHS: Final = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)  # strftime would follow the machine's language

KIND: Final = {
    ExperienceKind.JOB: "Emploi",
    ExperienceKind.VOLUNTEERING: "Bénévolat",
    ExperienceKind.CARING: "Accompagnement d’un proche",
    ExperienceKind.INFORMAL: "Travail informel",
    ExperienceKind.ABROAD: "Travail à l’étranger",
    ExperienceKind.TRAINING: "Formation ou stage",
    ExperienceKind.HOBBY: "Passion, loisir",
}

ATTACHMENT: Final = {
    AttachmentKind.DIPLOMA: "Diplôme ou titre",
    AttachmentKind.CERTIFICATE: "Attestation, recommandation",
    AttachmentKind.WORK: "Contrat, bulletin de salaire",
    AttachmentKind.PICTURE: "Photo, réalisation",
    AttachmentKind.OTHER: "Autre pièce",
}

STRENGTH: Final = {
    Strength.TOLD: "Raconté",
    Strength.EXPLICIT: "Explicité",
    Strength.DOCUMENT: "Pièce à l’appui",
    Strength.ATTESTED: "Attesté par un tiers",
    Strength.CERTIFIED: "Garanti par un titre",
}

MASTERY: Final = {
    Mastery.BEGUN: "Initié : commence à savoir le faire",
    Mastery.ACCOMPANIED: "Pratique accompagnée : le fait avec quelqu’un à côté",
    Mastery.ALONE: "Autonome : le fait sans aide",
    Mastery.PASSES_ON: "Transmet et adapte : peut le montrer à d’autres",
}

STRENGTH_MEANING: Final = {
    Strength.TOLD: "La personne en parle dans son récit.",
    Strength.EXPLICIT: "La personne détaille comment elle s’y prend, étape par étape, un jour précis.",
    Strength.DOCUMENT: "Un document vient à l’appui : planning, photo, cahier, bulletin de salaire…",
    Strength.ATTESTED: "Quelqu’un d’autre le confirme : employeur, collègue, personne aidée.",
    Strength.CERTIFIED: "Un diplôme, un titre ou une habilitation l’établit déjà.",
}

DECISION: Final[Mapping[Decision | None, str]] = {
    None: "À décider",
    Decision.WAIVED: "Dispense",
    Decision.LIGHTENED: "Allègement",
    Decision.FULL: "Parcours complet",
    Decision.REINFORCED: "Renforcement",
}


def weight(size: int) -> str:
    """Say how many bytes a file weighs: « 12 Ko », « 1,5 Mo »."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} Ko"
    return f"{size / 1_000_000:.1f} Mo".replace(".", ",")


def day(on: date) -> str:
    """Say a date: « 1er mars 2026 »."""
    return f"{'1er' if on.day == 1 else on.day} {_MONTHS[on.month - 1]} {on.year}"


def count(number: int, one: str, several: str) -> str:
    """Say how many there are: « aucun récit » is left to the caller, zero reads « 0 récit »."""
    return f"{number} {one if number < 2 else several}"


def period(start: str, end: str) -> str:
    """Say when an experience took place, in the person's own dates."""
    if start and end:
        return start if start == end else f"{start} – {end}"
    return f"Depuis {start}" if start else (f"Jusqu’à {end}" if end else "")


def hours(minutes: int) -> str:
    """Say a duration: « 3 h 30 », « 35 h », « 45 min »."""
    whole, rest = divmod(abs(minutes), 60)
    if not whole and rest:
        return f"{rest} min"
    return f"{whole} h {rest:02}" if rest else f"{whole} h"


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text that somebody typed, blank lines left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
