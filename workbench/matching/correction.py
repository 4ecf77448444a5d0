"""A learned correction of who-did-what: where the rules are known to err, the turn of the sentence decides.

A multinomial logistic regression over what the rules saw and the words that are there; for whether a deed is told,
over what the words mean too. The weights lie in `ressources/modeles/qui-a-fait-quoi.json`, written by
`workbench.training.who_did_what`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from msgspec import Struct

from workbench.domain.analysis import Actor, Reality, WhoDidWhat
from workbench.matching.vectors import WIDTH, Floats, unit
from workbench.matching.who_did_what import Clause, most_telling, read_clauses
from workbench.paths import RESSOURCES

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODEL: Final = RESSOURCES / "modeles" / "qui-a-fait-quoi.json"
TELLING: Final = "oui"
WORD_WEIGHT: Final = 0.5
"""What a word counts beside what the rules saw: words are many, and known less well."""


class Choice(Struct, forbid_unknown_fields=True, frozen=True):
    """The classes of one label, and what each feature adds to each of them."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def best(self, features: Mapping[str, float]) -> str:
        """Return the class that the features speak for."""
        scores = self._scores(features)
        return self.classes[scores.index(max(scores))]

    def lead(self, features: Mapping[str, float], name: str) -> float:
        """Return by how much the features speak for one of two classes rather than for the other (a logit)."""
        scores = self._scores(features)
        ahead = self.classes.index(name)
        return scores[ahead] - scores[1 - ahead]

    def _scores(self, features: Mapping[str, float]) -> list[float]:
        scores = list(self.bias)
        for name, value in features.items():
            for number, weight in enumerate(self.weights.get(name, ())):
                scores[number] += value * weight
        return scores


class Deed(Struct, forbid_unknown_fields=True, frozen=True):
    """Whether a sentence tells a deed worth showing: from its features, and from where its words point."""

    choice: Choice
    meaning: tuple[float, ...]

    def lead(self, features: Mapping[str, float], pointing: Floats) -> float:
        """Return by how much a deed is told rather than not (a logit)."""
        return self.choice.lead(features, TELLING) + float(pointing @ np.array(self.meaning, np.float32))


class Correction(Struct, forbid_unknown_fields=True, frozen=True):
    """One choice for the actor, one for the reality, and whether the sentence tells a deed."""

    actor: Choice
    reality: Choice
    deed: Deed


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """Who did what in a sentence, and how much it tells a deed of the person (a logit; 0 is even)."""

    who: WhoDidWhat
    telling: float


@lru_cache(maxsize=1)
def load_correction() -> Correction:
    """Return the shipped correction."""
    return msgspec.json.decode(MODEL.read_bytes(), type=Correction)


def read_sentence(doc: "Doc") -> SentenceRead:
    """Read who did what in a sentence: the rules' reading, corrected where it is known to err."""
    clauses = read_clauses(doc)
    ruled = most_telling(doc, clauses)
    seen = features(doc, clauses, ruled)
    correction = load_correction()
    actor, reality = Actor(correction.actor.best(seen)), Reality(correction.reality.best(seen))
    who = WhoDidWhat(
        actor,
        reality,
        ruled.actor_words if actor is ruled.actor else _words_of(clauses, actor=actor),
        ruled.reality_words if reality is ruled.reality else _words_of(clauses, reality=reality),
    )
    return SentenceRead(who, correction.deed.lead(seen, direction(doc)))


def _words_of(clauses: Sequence[Clause], actor: Actor | None = None, reality: Reality | None = None) -> tuple[str, ...]:
    """Return the words of the first clause that says so, if one does."""
    for clause in clauses:
        if clause.actor is actor:
            return clause.actor_words
        if clause.reality is reality:
            return clause.reality_words
    return ()


def features(doc: "Doc", clauses: Sequence[Clause], ruled: WhoDidWhat) -> dict[str, float]:
    """Return what a sentence shows, by name; what the rules saw counts 1, words count less."""
    seen = {f"regle={ruled.actor}", f"regle={ruled.reality}", f"regle={ruled.actor}+{ruled.reality}"}
    for clause in clauses[:6]:
        seen |= {f"prop={clause.actor}", f"prop={clause.reality}", f"prop={clause.actor}+{clause.reality}"}
    if clauses:
        first, last = clauses[0], clauses[-1]
        seen |= {f"premiere={first.actor}+{first.reality}", f"derniere={last.actor}+{last.reality}"}
    seen |= {f"propositions={min(4, len(clauses))}", f"longueur={min(5, len(doc) // 6)}", *_root(doc)}
    return {**dict.fromkeys(sorted(seen), 1.0), **dict.fromkeys(sorted(_words(doc)), WORD_WEIGHT)}


def direction(doc: "Doc") -> Floats:
    """Return where the words of a sentence point: the mean of their vectors, brought to length 1; shape (300,)."""
    known = [np.asarray(t.vector, np.float32) for t in doc if t.is_alpha and t.has_vector and not t.is_stop]
    if not known:
        return np.zeros(WIDTH, np.float32)
    return unit(np.stack(known).mean(axis=0).astype(np.float32))


def _root(doc: "Doc") -> set[str]:
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return set()
    subject = next((c for c in root.children if c.dep_.startswith(("nsubj", "expl"))), None)
    kind = "aucun" if subject is None else subject.lower_ if subject.pos_ == "PRON" else subject.pos_
    seen = {f"racine={root.pos_}", f"racine.sujet={kind}"}
    seen |= {f"racine.temps={tense}" for tense in root.morph.get("Tense", [])}
    return seen | ({"racine.copule"} if any(c.dep_ == "cop" for c in root.children) else set())


def _words(doc: "Doc") -> set[str]:
    low = [t.lower_ for t in doc if not t.is_space]
    seen = {f"mot={w}" for w in low} | {f"debut={' '.join(low[:2])}", f"debut={low[0] if low else ''}"}
    seen |= {f"suite={a} {b}" for a, b in pairwise(low)}
    return seen | {f"verbe={t.lemma_.lower()}" for t in doc if t.pos_ in {"VERB", "AUX"}}
