"""Candidates of a fiche for a sentence: shared words, weighed by where the competence has them."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from workbench.domain.analysis import Reason, Suggestion, WhoDidWhat
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.matching.lexical import Bm25
from workbench.matching.wording import read_wording
from workbench.matching.words import Word, content_words, fold

TAIL_WEIGHT: Final = 0.5
BLOC_WEIGHT: Final = 0.25
THRESHOLD: Final = 0.5
STEEPNESS: Final = 0.9
MIDDLE: Final = 4.0
MOST_PROPOSED: Final = 1


class FicheIndex:
    """A fiche, ready to be compared with sentences; competences with the same wording count as one."""

    def __init__(self, fiche: Fiche) -> None:
        """Read the fiche's wordings once."""
        self._fiche = fiche
        self._twins: dict[str, list[tuple[Bloc, Competence]]] = {}
        for bloc in fiche.blocs:
            for competence in bloc.competences:
                self._twins.setdefault(fold(competence.title).strip(" ."), []).append((bloc, competence))
        self._places = list(self._twins.values())
        wordings = [read_wording(twins[0][1].title) for twins in self._places]
        self._fields: Sequence[tuple[Bm25, float, str]] = (
            (Bm25([[w.stem for w in content_words(x.main)] for x in wordings]), 1.0, "lemme"),
            (Bm25([[w.stem for w in content_words(x.tail)] for x in wordings]), TAIL_WEIGHT, "lemme"),
            (Bm25([[w.stem for w in content_words(t[0][0].title)] for t in self._places]), BLOC_WEIGHT, "bloc"),
        )

    def suggest(self, text: str, words: Sequence[Word], who: WhoDidWhat) -> list[Suggestion]:
        """Return every competence that shares a word with the sentence, the best first."""
        contributions = self._contributions(words)
        ranked = sorted(contributions, key=lambda i: -sum(c[2] for c in contributions[i]))
        suggestions = []
        for rank, place in enumerate(ranked):
            score = _probability(sum(c[2] for c in contributions[place]))
            proposed = who.is_evidence and rank < MOST_PROPOSED and score >= THRESHOLD
            reasons = self._reasons(place, text, words, contributions[place])
            suggestions += [
                Suggestion(self._fiche.code, bloc.code, competence.code, score, proposed, reasons)
                for bloc, competence in self._places[place]
            ]
        return suggestions

    def _contributions(self, words: Sequence[Word]) -> Mapping[int, list[tuple[str, str, float]]]:
        """Return, for each place, the (stem, link, weight) that speak for it."""
        found: dict[int, list[tuple[str, str, float]]] = {}
        for field, weight, link in self._fields:
            for place, stems in field.scores(w.stem for w in words).items():
                found.setdefault(place, []).extend((stem, link, weight * value) for stem, value in stems.items())
        return found

    def _reasons(
        self, place: int, text: str, words: Sequence[Word], contributions: Sequence[tuple[str, str, float]]
    ) -> tuple[Reason, ...]:
        bloc, competence = self._places[place][0]
        total = sum(c[2] for c in contributions) or 1.0
        reasons = []
        for stem, link, weight in sorted(contributions, key=lambda c: -c[2])[:3]:
            there = bloc.title if link == "bloc" else competence.title
            reasons.append(Reason(_words_of(text, words, stem), _word_in(there, stem), link, round(weight / total, 3)))
        return tuple(reasons)


def _words_of(text: str, words: Sequence[Word], stem: str) -> str:
    word = next(w for w in words if w.stem == stem)
    return text[word.start : word.end]


def _word_in(title: str, stem: str) -> str:
    return _words_of(title, content_words(title), stem)


def _probability(score: float) -> float:
    return round(1 / (1 + math.exp(-STEEPNESS * (score - MIDDLE))), 4)
