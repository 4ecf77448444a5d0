"""What changes are told with: the parts of the workbench, and the names that things had when each happened."""

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.referential import Fiche


class Area(StrEnum):
    """The part of the workbench that a change belongs to."""

    PERSON = "personne"
    INTERVIEW = "entretien"
    EXPERIENCES = "experiences"
    STORIES = "recits"
    RECOGNITION = "reconnaissance"
    POSITIONING = "positionnement"
    VAE = "vae"
    REFERENTIALS = "referentiels"
    EXAMPLES = "exemples"
    DOCUMENTS = "documents"
    HISTORY = "historique"


@dataclass(slots=True)
class Names:
    """How things were called when each event happened, what each event was said to do and to which story."""

    experiences: dict[str, str] = field(default_factory=dict)
    recits: dict[str, str] = field(default_factory=dict)
    fiches: dict[str, str] = field(default_factory=dict)
    blocs: dict[tuple[str, str], str] = field(default_factory=dict)
    competences: dict[tuple[str, str], str] = field(default_factory=dict)
    passages: dict[str, tuple[str, str]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    attachments: dict[str, str] = field(default_factory=dict)
    recipients: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    about: dict[str, tuple[Area, str]] = field(default_factory=dict)
    retracted: dict[str, str] = field(default_factory=dict)

    def recit(self, key: str) -> str:
        """Return the title of a story, between guillemets."""
        return quoted(self.recits.get(key, ""))

    def learn_fiche(self, key: str, fiche: Fiche) -> None:
        """Take in a fiche's wordings, under the key that passages name."""
        self.fiches[key] = fiche.title
        self.blocs.update({(key, b.code): b.title for b in fiche.blocs})
        self.competences.update({(key, k.code): k.title for k in fiche.competences()})

    def competence_of(self, passage_id: str) -> str:
        """Return the competence that a passage shows or was refused for, between guillemets."""
        fiche, code = self.passages.get(passage_id, ("", ""))
        return quoted(self.competences.get((fiche, code), code))


def quoted(words: str) -> str:
    """Put words between guillemets."""
    return f"« {words or 'sans titre'} »"
