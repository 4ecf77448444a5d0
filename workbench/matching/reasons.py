"""Reasons: the words of the story, the words that they met, by which link, and how much each weighed."""

from collections.abc import Iterable
from typing import Final

from workbench.domain.analysis import Reason
from workbench.matching.kernel import nearest_words
from workbench.matching.signals import FicheIndex, Said
from workbench.matching.words import Word, content_words

MOST: Final = 3
PAIRS: Final = 3
LEARNT: Final = "une phrase déjà reconnue à ce bureau"
LEAST: Final = 0.05
"""Share of the whole under which a reason is not worth reading."""
LEAST_GESTE: Final = 2.0
"""How much a gesture must speak for a competence to be a reason that a reader believes: one verb names too many."""


def reasons(index: FicheIndex, place: int, said: Said, recit: str = "") -> tuple[Reason, ...]:
    """Return why a sentence is thought to show a competence, the weightiest first; the weights sum to 1 at most.

    A sentence accepted in another récit than `recit` is not quoted: those are somebody else's words.
    """
    found = [*_by_wording(index, place, said), *_by_geste(index, place, said), *_by_example(index, place, said, recit)]
    total = sum(r.weight for r in found) or 1.0
    shares = [Reason(r.story_words, r.referential_words, r.link, round(r.weight / total, 3)) for r in found]
    kept = sorted((r for r in shares if r.weight >= LEAST), key=lambda r: -r.weight)
    return tuple(kept[:MOST])


def _by_wording(index: FicheIndex, place: int, said: Said) -> Iterable[Reason]:
    title = index.places[place][0][1].title
    pairs = nearest_words(said.bag, index.title_bags[place])[:PAIRS]
    if not pairs:
        return
    words = content_words(title)
    strength = float(index.compared(said)[0][place])
    link = "lemme" if any(a == b for a, b, _ in pairs) else "vecteur"
    story = _quote(said.text, said.words, {a for a, _, _ in pairs})
    yield Reason(story, _quote(title, words, {b for _, b, _ in pairs}), link, strength)


def _by_geste(index: FicheIndex, place: int, said: Said) -> Iterable[Reason]:
    best = max(said.heard, key=lambda h: h.strength * float(index.gestes[h.geste, place]), default=None)
    if best is None:
        return
    speaks = best.strength * float(index.gestes[best.geste, place])
    if speaks < LEAST_GESTE:
        return
    weight = 0.05 * speaks
    concept = index.concept(best.geste)
    yield Reason(_quote(said.text, said.words, set(best.stems)), concept, "thesaurus", weight)


def _by_example(index: FicheIndex, place: int, said: Said, recit: str) -> Iterable[Reason]:
    likeness = index.compared(said)[1]
    number = index.classifier.nearest_example(likeness, place)
    bag, strength, shown = None, 0.0, ""
    if number is not None and number < len(index.examples):
        bag, strength = index.example_bags[number], float(likeness[number])
        shown = index.examples[number].text
    lesson = index.pupil and index.pupil.nearest_lesson(
        index.pupil.likeness(said.bag, likeness), place, index.pupil.dropped_for(said.text, recit)
    )
    if lesson and lesson[1] > strength:
        learnt, strength = lesson
        bag = index.bag(learnt.text)
        shown = learnt.text if recit and learnt.recit == recit else LEARNT
    pairs = nearest_words(said.bag, bag)[:PAIRS] if bag else []
    if pairs:
        story = _quote(said.text, said.words, {a for a, _, _ in pairs})
        yield Reason(story, shown, "exemple", strength)


def _quote(text: str, words: Iterable[Word], stems: set[str]) -> str:
    """Return the words of a text that have those stems, as they stand there, joined when they touch."""
    spans = [(w.start, w.end) for w in words if w.stem in stems]
    pieces: list[tuple[int, int]] = []
    for start, end in spans:
        if pieces and start - pieces[-1][1] <= 4:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return " … ".join(text[a:b] for a, b in pieces)
