"""The next good question of a whole story: the one most likely to turn a candidate competence into a proven one.

A competence is proven as far as its best passage is: the probability that it speaks of it, times how solid it is.
A question is worth what its answer would add to that, times the chance that it brings what it asks for. The question
itself quotes the person and names no competence: it never suggests content.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from workbench.domain.analysis import SentenceAnalysis, StoryAnalysis
from workbench.domain.dossier import Evidence, Refusal
from workbench.domain.positions import Span
from workbench.domain.referential import Fiche
from workbench.domain.solidity import ENOUGH_TO_PROVE, Grade, Point, grade
from workbench.matching.asking import word

ANSWERS: Final[Mapping[str, tuple[Point | None, float]]] = {
    "COLL": (Point.DEED, 0.7),
    "IMP": (Point.DEED, 0.5),
    "PRES": (Point.DEED, 0.6),
    "OPI": (Point.DEED, 0.4),
    "HYP": (Point.DEED, 0.3),
    "HAB": (Point.ONCE, 0.7),
    "FAIB": (Point.STEPS, 0.8),
    "ETAP": (Point.STEPS, 0.8),
    "CONT": (Point.CONTEXT, 0.9),
    "MOY": (Point.MEANS, 0.8),
    "DEC": (Point.DECISION, 0.7),
    "RES": (Point.RESULT, 0.7),
    "INTER": (None, 0.9),
    "QUANT": (None, 0.9),
    "PREUVE": (None, 0.4),
}
"""The point that a good answer to a code gives, and the chance of such an answer: our estimates, not yet measured."""

UNPROVABLE: Final = 0.8
"""The most that the points of a passage count while the person's deed or the one time lacks."""
DETAIL: Final = 0.02
"""What a detail that gives no point is worth, so that it is asked last rather than never."""
LEAST_LIKELY: Final = 0.1
"""Probability under which a suggestion is no reason to ask."""

Key = tuple[str, str]
"""A fiche's code and a competence's."""


@dataclass(frozen=True, slots=True)
class Handled:
    """A question that was asked about a passage, or set aside."""

    span: Span
    code: str


Lying = TypeVar("Lying", Evidence, Refusal, Handled)


@dataclass(frozen=True, slots=True)
class Gain:
    """What an answer would bring: the points and the grade of the passage, before and after.

    `first_proof` says that nothing was accepted yet for the competence.
    """

    points: int
    points_after: int
    grade: Grade
    grade_after: Grade
    first_proof: bool


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """A question about a passage, the competence that it could prove, and what that is worth (0 to 1)."""

    span: Span
    code: str
    question: str
    fiche: str
    competence: str
    gain: Gain
    worth: float


@dataclass(frozen=True, slots=True)
class Known:
    """What the dossier knows of a story: what was accepted and refused in it, proven elsewhere, asked or set aside."""

    evidence: Sequence[Evidence] = ()
    refusals: Sequence[Refusal] = ()
    elsewhere: Collection[Key] = frozenset()
    handled: Sequence[Handled] = ()


@dataclass(frozen=True, slots=True)
class _Option:
    """A code that could be asked about a sentence, before it is worded."""

    sentence: SentenceAnalysis
    code: str
    key: Key
    after: frozenset[Point]
    worth: float


def next_questions(
    text: str, analysis: StoryAnalysis, fiches: Iterable[Fiche], known: Known = Known(), *, most: int = 5
) -> tuple[NextQuestion, ...]:
    """Return the questions most worth asking about a story, the best first; at most one a sentence.

    Nothing is asked twice about the same words. Only competences of `fiches` count.
    """
    keys = {(f.code, c.code) for f in fiches for c in f.competences()}
    spans = [s.span for s in analysis.sentences]
    settled = zip(_placed(spans, known.evidence), _placed(spans, known.refusals), strict=True)
    chances = [_chances(s, keys, *answers) for s, answers in zip(analysis.sentences, settled, strict=True)]
    proven = _proven(analysis.sentences, chances)
    best = (
        max(_options(s, _open(likely, known), proven, {h.code for h in asked}), key=lambda o: o.worth, default=None)
        for s, likely, asked in zip(analysis.sentences, chances, _placed(spans, known.handled), strict=True)
    )
    ranked = sorted((o for o in best if o is not None), key=lambda o: (-o.worth, o.sentence.span.start))
    return tuple(_worded(text, option, known) for option in ranked[:most])


def worth_of(points: Collection[Point]) -> float:
    """Return how much a passage with these points proves, from 0 to 1: the last point that lacks is worth the most."""
    share = min(len(points), ENOUGH_TO_PROVE) / ENOUGH_TO_PROVE
    return (share if {Point.DEED, Point.ONCE} <= set(points) else min(share, UNPROVABLE)) ** 2


def _points(sentence: SentenceAnalysis) -> set[Point]:
    return {sign.point for sign in sentence.solidity.signs}


def _placed(spans: Sequence[Span], items: Iterable[Lying]) -> list[list[Lying]]:
    """Return, for each sentence, what lies on it; the sentences are in the order of the story."""
    ends = [span.end for span in spans]
    placed: list[list[Lying]] = [[] for _ in spans]
    for item in items:
        first = bisect_right(ends, item.span.start)
        for number in range(first, len(spans)):
            if not item.span.overlaps(spans[number]):
                break
            placed[number].append(item)
    return placed


def _chances(
    sentence: SentenceAnalysis, keys: Collection[Key], accepted: Iterable[Evidence], refused: Iterable[Refusal]
) -> dict[Key, float]:
    """Return the probability that a sentence speaks of each competence; a person's answer settles it."""
    chances = {
        (s.fiche, s.competence): s.score
        for s in sentence.suggestions
        if s.score >= LEAST_LIKELY and (s.fiche, s.competence) in keys
    }
    chances.update(dict.fromkeys(((e.fiche, e.competence) for e in accepted), 1.0))
    settled = {(r.fiche, r.competence) for r in refused}
    return {key: chance for key, chance in chances.items() if key in keys and key not in settled}


def _open(likely: Mapping[Key, float], known: Known) -> dict[Key, float]:
    return {key: chance for key, chance in likely.items() if key not in known.elsewhere}


def _proven(sentences: Sequence[SentenceAnalysis], chances: Sequence[Mapping[Key, float]]) -> dict[Key, float]:
    """Return how far each competence is proven by its best passage."""
    proven: dict[Key, float] = {}
    for sentence, likely in zip(sentences, chances, strict=True):
        worth = worth_of(_points(sentence)) if sentence.who.is_evidence else 0.0
        for key, chance in likely.items():
            proven[key] = max(proven.get(key, 0.0), chance * worth)
    return proven


def _options(
    sentence: SentenceAnalysis, likely: Mapping[Key, float], proven: Mapping[Key, float], asked: Collection[str]
) -> Iterator[_Option]:
    """Give the codes that a sentence can still be asked for, each for the competence that it helps most."""
    if not likely:
        return
    points = _points(sentence)
    codes = [c for c in sentence.lacks if c not in asked]
    hiding = [c for c in codes if ANSWERS[c][0] is Point.DEED and Point.DEED not in points]
    for code in hiding[:1] or codes:  # nothing else proves while the deed is hidden
        point, luck = ANSWERS[code]
        after = points | {point} if point else points
        worth_after = worth_of(after)
        worth, key = max((chance * worth_after - proven[key], key) for key, chance in likely.items())
        yield _Option(sentence, code, key, frozenset(after), luck * (max(0.0, worth) + DETAIL * likely[key]))


def _worded(text: str, option: _Option, known: Known) -> NextQuestion:
    span, points = option.sentence.span, _points(option.sentence)
    is_first = not any((e.fiche, e.competence) == option.key for e in known.evidence)
    gain = Gain(len(points), len(option.after), grade(points), grade(set(option.after)), first_proof=is_first)
    question = word(option.code, text[span.start : span.end])
    return NextQuestion(span, option.code, question, *option.key, gain, round(option.worth, 4))
