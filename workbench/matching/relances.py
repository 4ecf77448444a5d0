"""Relances: what a passage lacks to be a proof, and the question that asks for it.

The codes and the points are those of explicitation interviews as the field uses them. One question at a time:
the counsellor listens to the answer before another.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.domain.analysis import Relance, SentenceAnalysis, StoryAnalysis, WhoDidWhat
from workbench.matching.asking import word
from workbench.matching.lacks import Told, lacks, passages, read_passage

if TYPE_CHECKING:
    from spacy.tokens import Doc


def relances(doc: "Doc", who: WhoDidWhat, *, asked: Sequence[str] = ()) -> tuple[Relance, ...]:
    """Return the question to ask about a sentence read by itself, if it lacks something; see `next_relance`."""
    passage = next(passages([Told(doc.text, who)]))
    return next_relance(doc.text, lacks(passage), asked)


def next_relance(sentence: str, codes: Sequence[str], asked: Sequence[str] = ()) -> tuple[Relance, ...]:
    """Return the first question that was not just asked: none or one.

    `codes` is what the passage lacks, the most useful first; `asked` the codes asked about it so far, the latest last.
    """
    fresh = [c for c in codes if c not in asked] or [c for c in codes if c != (asked[-1] if asked else "")]
    return tuple(Relance(code, word(code, sentence)) for code in fresh[:1])


def with_passages(text: str, analysis: StoryAnalysis) -> StoryAnalysis:
    """Return an analysis whose sentences know how solid they are, what they lack, and what to ask.

    A sentence is read with those around it; two neighbours are not asked the same where another question would do.
    """
    asked: tuple[str, ...] = ()
    deepened: list[SentenceAnalysis] = []
    for sentence, passage in zip(analysis.sentences, passages(_told(text, analysis.sentences)), strict=True):
        solidity, codes = read_passage(passage)
        questions = next_relance(passage.told.text, codes, asked) or next_relance(passage.told.text, codes)
        asked = tuple(q.code for q in questions)
        deepened.append(replace(sentence, relances=questions, solidity=solidity, lacks=codes))
    return StoryAnalysis(tuple(deepened))


def _told(text: str, sentences: Sequence[SentenceAnalysis]) -> list[Told]:
    told, paragraph, end = [], 0, 0
    for sentence in sentences:
        paragraph += text.count("\n", end, sentence.span.start) > 1
        end = sentence.span.end
        told.append(Told(text[sentence.span.start : end], sentence.who, paragraph))
    return told
