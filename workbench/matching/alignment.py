"""Which competence of a fiche's successor says the same as each of its own, by the likeness of their wordings."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from workbench.domain.migration import Alignment, Candidate, Likeness
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.matching.encoder import Encoder
from workbench.matching.kernel import TextIndex, Texts
from workbench.matching.vectors import Bag, Floats, Lexicon
from workbench.matching.words import content_words, fold

LEVELS: Final = ((0.75, Likeness.VERY_CLOSE), (0.65, Likeness.CLOSE), (0.45, Likeness.TO_CHECK))
"""From which score wordings are said to be so alike.

Of real wordings that lost four words in ten, 97 in 100 score 0.45 with the whole one, 93 score 0.65 and 85 score 0.75;
of wordings of unrelated fiches, 7 in 100 find one that scores 0.45, 2 in 1,000 one that scores 0.65.
"""
TAKEN: Final = 0.1
"""What a competence that stands unchanged in the successor costs to any other: it speaks for its own first."""
BLOC_WEIGHT: Final = 0.04
"""What the likeness of the blocs adds: enough to choose between twins, never between different wordings."""

_Placed = tuple[Bloc, Competence]


def align(before: Fiche, after: Fiche, lexicon: Lexicon, encoder: Encoder) -> tuple[Alignment, ...]:
    """Return, for each competence of a fiche in its order, those of its successor, the most alike first."""
    old, new = _placed(before), _placed(after)
    if not old or not new:
        return tuple(Alignment(competence.code, ()) for _, competence in old)
    titles = [competence.title for _, competence in old], [competence.title for _, competence in new]
    same = np.array([[_plain(one) == _plain(other) for other in titles[1]] for one in titles[0]])
    others = np.clip(_likeness(*titles, lexicon, encoder) - TAKEN * same.any(axis=0), 0, 1)
    scores = np.where(same, 1.0, others)
    blocs = _likeness([b.title for b, _ in old], [b.title for b, _ in new], lexicon, encoder)
    ranked = np.argsort(-(scores + BLOC_WEIGHT * blocs), axis=1, kind="stable")
    return tuple(
        Alignment(
            competence.code,
            tuple(
                Candidate(
                    new[n][1].code,
                    float(scores[row, n]),
                    Likeness.IDENTICAL if same[row, n] else level_of(float(scores[row, n])),
                )
                for n in ranked[row]
            ),
        )
        for row, (_, competence) in enumerate(old)
    )


def level_of(score: float) -> Likeness:
    """Return how alike two wordings that are not the same are said to be."""
    return next((level for least, level in LEVELS if score >= least), Likeness.NONE)


def _placed(fiche: Fiche) -> list[_Placed]:
    return [(bloc, competence) for bloc in fiche.blocs for competence in bloc.competences]


def _plain(title: str) -> str:
    return " ".join(fold(title).split()).strip(" .;:-•")


def _likeness(ours: Sequence[str], theirs: Sequence[str], lexicon: Lexicon, encoder: Encoder) -> Floats:
    """Return how alike texts are, half by their words and half by where the encoder puts them; (ours, theirs)."""
    one, other = [_bag(t, lexicon) for t in ours], [_bag(t, lexicon) for t in theirs]
    by_words = TextIndex(other).likenesses(Texts(one))
    by_sense = np.stack([encoder.vector(b) for b in one]) @ np.stack([encoder.vector(b) for b in other]).T
    result: Floats = (by_words + np.clip(by_sense, 0, 1)) / 2
    return result


def _bag(text: str, lexicon: Lexicon) -> Bag:
    return lexicon.bag(text, content_words(text))
