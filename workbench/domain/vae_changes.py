"""What can happen to the VAE of a dossier."""

from dataclasses import dataclass

from workbench.domain.vae import Held, Practice


@dataclass(frozen=True, slots=True)
class VaeAnswered:
    """A field of the VAE was written, or taken back (empty); `fiche` is empty for what belongs to the person."""

    fiche: str
    field: str
    answer: str


@dataclass(frozen=True, slots=True)
class VaeAimed:
    """The blocs that a VAE asks for were named."""

    fiche: str
    blocs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VaeRated:
    """Whether a competence is held was said, or taken back (None)."""

    fiche: str
    competence: str
    held: Held | None


@dataclass(frozen=True, slots=True)
class VaeCommented:
    """The comment of a bloc was written or confirmed; an empty one brings back its draft."""

    fiche: str
    bloc: str
    comment: str


@dataclass(frozen=True, slots=True)
class VaePracticeTold:
    """A heading of an example of practice was written; an empty text brings back its draft."""

    practice: Practice
    text: str


VaeChange = VaeAnswered | VaeAimed | VaeRated | VaeCommented | VaePracticeTold
