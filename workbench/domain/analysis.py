"""What an analysis says of a story: sentences, who did what, suggestions with their reasons, relances."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.positions import Span
from workbench.domain.solidity import NOTHING_SOLID, Solidity


class Actor(StrEnum):
    """Who does the main thing that a sentence tells."""

    SELF = "je"
    GROUP = "collectif"
    OTHER = "autrui"
    NOBODY = "impersonnel"


class Reality(StrEnum):
    """Whether that thing was done."""

    DONE = "fait"
    DENIED = "nie"
    WISHED = "souhait"
    SUPPOSED = "hypothese"
    PRESCRIBED = "prescrit"
    OTHER = "autre"


class Basis(StrEnum):
    """On what it is said who did what."""

    READ = "lu"
    CORRECTED = "corrige"
    TURN = "tour"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a competence is suggested: words of the story, words of the referential, what links them.

    `link` is one of lemme, thesaurus, exemple, encodeur, voisinage, bloc; `weight` is its share of the score.
    """

    story_words: str
    referential_words: str
    link: str
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A competence that a sentence may show; `score` lies between 0 and 1."""

    fiche: str
    bloc: str
    competence: str
    score: float
    proposed: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Relance:
    """A question that would strengthen a sentence; `code` is one of the fifteen of the field (QUANT, MOY…)."""

    code: str
    question: str


@dataclass(frozen=True, slots=True)
class WhoDidWhat:
    """Who acts and whether it was done, each with the words of the sentence that say so.

    `basis` tells what was read there from what a counsellor said of it, and from the counsellor's own words.
    """

    actor: Actor
    reality: Reality
    actor_words: tuple[str, ...] = ()
    reality_words: tuple[str, ...] = ()
    basis: Basis = Basis.READ

    @property
    def is_evidence(self) -> bool:
        """Say whether the sentence may prove anything: a deed done, by the person or with others."""
        return self.reality is Reality.DONE and self.actor in {Actor.SELF, Actor.GROUP}


@dataclass(frozen=True, slots=True)
class SentenceAnalysis:
    """One sentence of the story, its place in the text's characters, and what was found.

    `solidity` is read with the sentences around it; `lacks` are the codes of what it could still be asked for, the
    most useful first, of which `relances` asks one.
    """

    span: Span
    who: WhoDidWhat
    suggestions: tuple[Suggestion, ...] = ()
    relances: tuple[Relance, ...] = ()
    solidity: Solidity = NOTHING_SOLID
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryAnalysis:
    """The sentences of a story, in its order."""

    sentences: tuple[SentenceAnalysis, ...]
