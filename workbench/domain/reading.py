"""What a person reads back of her dossier: each claim with her own words, in the order in which she told it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.domain.dossier import Dossier, Evidence
from workbench.domain.mastery import Ratings

_CODE: Final = re.compile(r"^(?:[A-Z]{1,4}[\d.]*\d|\d+(?:\.\d+)*)\s*[-–—:.)]*\s+")
_TURNS: Final = re.compile(
    r"[,;(]\s|\s(?:afin d|en vue d|dans le but d|de (?:manière|façon|sorte) à\b|pour que\b|conformément|"
    r"dans le respect\b|en respectant\b|en tenant compte\b|en fonction d|selon\b|à l[’']aide d|"
    r"en (?:[a-zéèêâîôûç’']+ant)\b)"
)
_LEAST_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage and the competence that it shows; `words` are the person's, `title` is the competence's wording.

    `is_confirmed` says that the person agreed to these very words; `is_taken_back` that she withdrew it: it proves
    nothing any more, and can be brought back.
    """

    evidence: Evidence
    words: str
    story: str
    title: str
    ratings: Ratings
    is_confirmed: bool = False
    is_taken_back: bool = False

    @property
    def is_answered(self) -> bool:
        """Say whether the person answered: confirmed, reworded or withdrew it."""
        return self.is_taken_back or self.is_confirmed

    @property
    def has_changed(self) -> bool:
        """Say whether the words are no longer those that the person agreed to."""
        return bool(self.evidence.agreed) and not self.is_confirmed


def claims(dossier: Dossier) -> tuple[Claim, ...]:
    """Return every claim that still has words and a competence, withdrawn ones at their place."""
    order = {recit_id: place for place, recit_id in enumerate(dossier.recits)}
    found = sorted(_claims(dossier), key=lambda claim: (order[claim.evidence.recit_id], claim.evidence.span.start))
    return tuple(found)


def _claims(dossier: Dossier) -> Iterator[Claim]:
    for evidence, is_taken_back in (
        *((e, False) for e in dossier.evidence.values()),
        *((e, True) for e in dossier.taken_back.values()),
    ):
        competence = dossier.competence_of(evidence)
        words = " ".join(dossier.passage(evidence).split())
        if competence is not None and words:
            story = dossier.recits[evidence.recit_id].title
            ratings = dossier.ratings_of(evidence.fiche, evidence.competence)
            confirmed = dossier.is_confirmed(evidence)
            yield Claim(evidence, words, story, competence.title, ratings, confirmed, is_taken_back)


def in_plain_words(title: str) -> str:
    """Return the first thing that a competence's wording says, without its code, purpose or manner.

    « C2.1 – Préparer un repas équilibré, en tenant compte… » gives « Préparer un repas équilibré ».
    A wording that would be left with fewer than three words is kept whole.
    """
    whole = _CODE.sub("", " ".join(title.split())).rstrip(" .")
    for turn in _TURNS.finditer(whole):
        start = whole[: turn.start()]
        if len(start.split()) >= _LEAST_WORDS:
            return start
    return whole
