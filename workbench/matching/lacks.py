"""What a sentence lacks to be a proof, read with the sentences around it: the fifteen codes of the field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from workbench.domain.analysis import Actor, Basis, Reality, WhoDidWhat
from workbench.domain.solidity import Grade, Point, Sign, Solidity
from workbench.matching.proof_signs import KEPT_SENTENCES, Signs, clues, found, gestures, own_forms, plain, read_signs
from workbench.matching.verb_forms import infinitives, is_participle, supposed_form

BEFORE: Final = 2
AFTER: Final = 1
"""Sentences around one that belong to its passage."""
REACH: Final = 6
"""Sentences that a date or a place holds for, once said."""

_UNTOLD: Final = frozenset({Reality.DENIED, Reality.WISHED, Reality.SUPPOSED})
_LASTING: Final = frozenset({Point.ONCE, Point.CONTEXT})
_DONE_BY_HER: Final = frozenset({Point.MEANS, Point.STEPS, Point.DECISION})
NEARLY: Final = 4
"""Points from which one precise time is what would help most."""

_MUST: Final = re.compile(
    r"\bil (?:ne )?(?:faut|fallait|faudra|faudrait|a fallu|avait fallu|convient|convenait) (?!que je|que j')"
)
_PASSIVE: Final = re.compile(
    r"(?<!\bil )(?<!\belle )(?<!\bils )(?<!\belles )"
    r"\b(?:est|sont|était|étaient|a été|ont été|avait été|avaient été) "
    r"(?:(?:bien|toujours|tous|toutes|tout|déjà|ensuite|souvent) )*"
    r"(?!parti|venu|arrivé|resté|tombé)(?P<part>\w+)\b(?! par )"
)
_INFINITIVE_FIRST: Final = re.compile(
    r"^(?:[-–•*]\s*)?(?:ne pas |bien |toujours |puis |et |ensuite )?(?P<verb>\w{2,}(?:er|ir|re|oir))\b"
)
_OPINION: Final = re.compile(
    r"\b(?:je (?:pense|crois|trouve|pensais|croyais|trouvais|préfère|considère|me considère|me sens|déteste)"
    r"|j'(?:aime|adore|aimais|adorais|estime|ai le sens|ai l'esprit)|à mon avis|selon moi|pour moi,? c'(?:est|était)"
    r"|ça me plaît|ça me plaisait|mon point fort|ma qualité|mes qualités|ce qui compte pour moi)\b"
)
_SELF_IS: Final = re.compile(
    r"\b(?:je|j')\s?(?:ne |n')?(?:suis|étais|ai toujours été|ai été|me suis toujours senti|reste) "
    r"(?:\w+ment |très |assez |plutôt |toujours |quelqu'un de |une personne |un peu |quand même |aussi |hyper |super "
    r"|vraiment |bien |pas |tout à fait )*(?P<quality>[\w-]+|à l'aise|à l'écoute)"
)
_PRESCRIBED: Final = re.compile(
    r"\b(?:je (?:ne )?(?:dois|devais)|(?:on|nous) (?:doit|devait|devons|devions)|j'ai dû"
    r"|j'avais à \w+er|(?:je suis|j'étais|j'ai été) (?:chargée?|tenue?) d"
    r"|on (?:m'a|me) (?:demandé|demande|demandait|confié|dit)(?: \w+){0,2} d[e']"
    r"|\w+ (?:m'a|m'ont|m'avait|me) (?:demandé|demandait|demandaient|chargée?|confié)|mon rôle|ma mission|mes missions"
    r"|mon travail (?:c'|consist)|j'avais pour (?:mission|tâche|rôle)|il (?:faut|fallait) que (?:je |j'))"
)


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a story, as it was read; `paragraph` numbers the blank lines before it."""

    text: str
    who: WhoDidWhat
    paragraph: int = field(default=0, compare=False)

    @property
    def signs(self) -> Signs:
        """Return what the sentence holds by itself."""
        return read_signs(self.text, self.who)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and those around it that speak for it, nearest first; `far` ones lend a date or a place only."""

    told: Told
    before: tuple[Told, ...] = ()
    after: tuple[Told, ...] = ()
    far: tuple[Told, ...] = ()

    @property
    def near(self) -> tuple[Told, ...]:
        """Return the sentences that belong to the passage, but for its own."""
        return (*self.before, *self.after)

    @property
    def solidity(self) -> Solidity:
        """Return the points of the passage and the words that gave them."""
        return Solidity(tuple(sign for point in Point if (sign := self._sign(point)) is not None))

    def _sign(self, point: Point) -> Sign | None:
        own = self.told.signs
        if words := own.words_for(point):
            return Sign(point, words)
        if point is Point.DEED or (point is Point.ONCE and own.habit):
            return None
        if point is Point.STEPS and self.told.signs.deeds and (deeds := self._deeds_around()):
            return Sign(point, deeds, nearby=True)
        around = (*self.near, *(self.far if point in _LASTING else ()))
        return next((Sign(point, words, nearby=True) for t in around if (words := _lent(t, point))), None)

    def _deeds_around(self) -> str:
        return next((t.signs.deeds[0] for t in self.near if t.who.is_evidence and t.signs.deeds), "")

    def holds(self, kind: str) -> bool:
        """Say whether the passage names someone else (`others`), a `number` or a `trace`."""
        return any(getattr(t.signs, kind) for t in (self.told, *self.near))


def passages(story: Sequence[Told]) -> Iterator[Passage]:
    """Give the passage of each sentence of a story, in its order."""
    for place, told in enumerate(story):
        before = [t for t in reversed(story[max(0, place - REACH) : place]) if _speaks_for(t, told)]
        after = [t for t in story[place + 1 : place + 1 + AFTER] if _speaks_for(t, told)]
        yield Passage(told, tuple(before[:BEFORE]), tuple(after), tuple(before[BEFORE:]))


@lru_cache(maxsize=KEPT_SENTENCES)
def read_passage(passage: Passage) -> tuple[Solidity, tuple[str, ...]]:
    """Return how solid a passage is, and what it lacks; a passage that did not change costs nothing."""
    return passage.solidity, lacks(passage)


def lacks(passage: Passage) -> tuple[str, ...]:
    """Return the codes of what a passage lacks, the most useful to ask first; nothing where no deed may be behind."""
    told = passage.told
    if _is_hers_not(told.who) or not _has_words(told):
        return ()
    troubles = tuple(_troubles(passage))
    if told.who.is_evidence or "FAIB" in troubles:
        return tuple(dict.fromkeys((*troubles, *_missing(passage))))
    return troubles


def _is_hers_not(who: WhoDidWhat) -> bool:
    """Say whether no deed of the person may be behind; what somebody asked of her is hers."""
    asked = who.reality is Reality.PRESCRIBED
    return (who.actor is Actor.OTHER and not asked) or who.reality in {Reality.DENIED, Reality.WISHED}


def _troubles(passage: Passage) -> Iterator[str]:
    """Give the codes of what hides the person's deed."""
    told = passage.told
    who, low = told.who, plain(told.text).lower()
    if _is_supposed(who, low):
        yield "HYP"
    elif _is_prescribed(told, low):
        yield "PRES"
    elif _is_nobody(who, low):
        yield "IMP"
    elif _is_opinion(who, low):
        yield "OPI"
    elif who.actor is Actor.GROUP and not told.signs.deeds and not _is_told_with_i(passage):
        yield "COLL"
    if told.signs.habit and not _says_when(told):
        yield "HAB"
    if told.signs.only_weak_verbs and who.actor is Actor.SELF and who.reality in {Reality.DONE, Reality.OTHER}:
        yield "FAIB"


def _missing(passage: Passage) -> Iterator[str]:
    """Give the codes of what is not told of the deed."""
    solidity = passage.solidity
    got = {sign.point for sign in solidity.signs}
    if Point.ONCE not in got and solidity.points >= NEARLY:
        yield "HAB"
    for code, is_missing in (
        ("ETAP", Point.STEPS not in got),
        ("MOY", Point.MEANS not in got),
        ("DEC", Point.DECISION not in got),
        ("RES", Point.RESULT not in got),
        ("CONT", Point.CONTEXT not in got),
        ("PREUVE", solidity.grade is Grade.PROBATIVE and not passage.holds("trace")),
        ("INTER", not passage.holds("others")),
        ("HAB", Point.ONCE not in got),
        ("QUANT", not passage.holds("number")),
    ):
        if is_missing:
            yield code


def _lent(told: Told, point: Point) -> str:
    """Return the words that a neighbouring sentence gives for a point; a tense anchors nothing, a date does."""
    if point is Point.ONCE:
        return "" if told.signs.habit else found("une_fois", plain(told.text).lower())
    if point in _DONE_BY_HER and not told.who.is_evidence:
        return ""
    return told.signs.words_for(point)


def _speaks_for(other: Told, told: Told) -> bool:
    is_hers = other.who.basis is not Basis.TURN and other.who.reality not in _UNTOLD
    return is_hers and other.paragraph == told.paragraph


def _has_words(told: Told) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", told.text)) >= 2


def _is_supposed(who: WhoDidWhat, low: str) -> bool:
    return who.reality is Reality.SUPPOSED or (who.reality is Reality.OTHER and bool(supposed_form(low)))


def _is_prescribed(told: Told, low: str) -> bool:
    """Say whether a sentence tells what was asked for, and no deed besides."""
    if not _PRESCRIBED.search(low):
        return told.who.reality is Reality.PRESCRIBED and told.who.actor is not Actor.NOBODY
    return not gestures(own_forms(_PRESCRIBED.sub(" ", low)))


def _is_nobody(who: WhoDidWhat, low: str) -> bool:
    if _MUST.search(low) and who.actor is not Actor.SELF:
        return True
    if _opens_on_infinitive(low):
        return True
    return who.actor is Actor.NOBODY and any(is_participle(m["part"]) for m in _PASSIVE.finditer(low))


def _opens_on_infinitive(low: str) -> bool:
    match = _INFINITIVE_FIRST.match(low)
    return match is not None and match["verb"] in infinitives() and not re.search(r"\b(?:je |j'|on |nous )", low)


def _is_opinion(who: WhoDidWhat, low: str) -> bool:
    if who.reality is Reality.DONE:
        return False
    is_one = _SELF_IS.search(low)
    quality = is_one["quality"] if is_one else ""
    is_quality = quality in {"à l'aise", "à l'écoute"} or bool(clues()["qualites"].fullmatch(quality))
    return is_quality or bool(_OPINION.search(low))


def _is_told_with_i(passage: Passage) -> bool:
    """Say whether the next sentence tells the person's own part."""
    return any(t.who.actor is Actor.SELF and t.signs.deeds for t in passage.after)


def _says_when(told: Told) -> bool:
    return bool(found("une_fois", plain(told.text).lower()))
