"""Who did what: the actor and the reality of a sentence, read from its parse, with the words that say so.

The rules look at each clause (a predicate and its subject), name what they saw, and keep the clause
that says most about the person's work: a deed of hers before a deed of the group, a main clause before
a subordinate one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.domain.analysis import Actor, Reality, WhoDidWhat
from workbench.matching.actors import SUBJECT_DEPS, actor_of, actor_of_noun, presented, subject_of
from workbench.matching.people import is_somebody
from workbench.matching.realities import negation_of, reality_of, said_of_the_whole
from workbench.matching.verb_forms import is_participle

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TOP_DEPS: Final = frozenset({"ROOT", "conj", "parataxis", "advcl", "ccomp"})
WHAT_IS_DONE: Final = frozenset("le la les l' l’ un une tout toute toutes tous mon ma mes leur leurs à avec".split())
"""What follows a participle that opens a note (« Scanné les colis »)."""

ACTOR_WEIGHT: Final = {Actor.SELF: 1.0, Actor.GROUP: 0.8, Actor.OTHER: 0.5, Actor.NOBODY: 0.1}
REALITY_WEIGHT: Final = {
    Reality.DONE: 0.8,
    Reality.WISHED: 0.9,
    Reality.SUPPOSED: 0.7,
    Reality.PRESCRIBED: 0.5,
    Reality.DENIED: 0.4,
    Reality.OTHER: 0.0,
}
MAIN_WEIGHT: Final = 1.0
ROOT_WEIGHT: Final = 0.25
SET_ASIDE_WEIGHT: Final = 0.2
"""What makes a clause tell more: whose deed it is, whether it was done, and where it stands in the sentence."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with what decides of it; `weight` says how much it tells of the person's work."""

    actor: Actor
    reality: Reality
    actor_words: tuple[str, ...]
    reality_words: tuple[str, ...]
    weight: float


def who_did_what(doc: "Doc") -> WhoDidWhat:
    """Return the actor and the reality of a sentence, as its most telling clause has them."""
    return most_telling(doc, read_clauses(doc))


def read_clauses(doc: "Doc") -> tuple[Clause, ...]:
    """Return the clauses of a sentence in order; a sentence without any verb has none."""
    return tuple(_clause(predicate) for predicate in _predicates(doc))


def most_telling(doc: "Doc", clauses: Sequence[Clause]) -> WhoDidWhat:
    """Return what the weightiest clause says, or what a sentence without a verb lets understand."""
    told = _told_shortly(doc, clauses) or _weightiest(clauses) or WhoDidWhat(Actor.SELF, Reality.OTHER, (), ())
    whole = said_of_the_whole(doc.text)
    if whole is None:
        return told
    return WhoDidWhat(told.actor, whole[0], told.actor_words, whole[1])


def _weightiest(clauses: Sequence[Clause]) -> WhoDidWhat | None:
    if not clauses:
        return None
    best = max(clauses, key=lambda c: c.weight)
    return WhoDidWhat(best.actor, best.reality, best.actor_words, best.reality_words)


def _told_shortly(doc: "Doc", clauses: Sequence[Clause]) -> WhoDidWhat | None:
    """Read a note that opens on a participle, which the tagger may take for a noun: the person's own deed."""
    words = [t for t in doc if not t.is_punct and not t.is_space]
    if not words or not is_participle(words[0].lower_) or any(c.actor is Actor.SELF for c in clauses):
        return None
    if clauses and (len(words) < 2 or words[1].lower_ not in WHAT_IS_DONE):
        return None
    by_somebody = any(a.lower_ == "par" and is_somebody(b.lower_) for a, b in _with_next_noun(doc))
    if by_somebody:
        return None
    return WhoDidWhat(Actor.SELF, Reality.DONE, (words[0].text,), (words[0].text,))


def _with_next_noun(doc: "Doc") -> Iterator[tuple["Token", "Token"]]:
    for token in doc:
        noun = next((t for t in doc[token.i + 1 : token.i + 4] if t.pos_ in {"NOUN", "PROPN"}), None)
        if noun is not None:
            yield token, noun


def _predicates(doc: "Doc") -> Iterator["Token"]:
    """Yield the heads of clauses: finite verbs, what a copula or an auxiliary makes finite, bare participles."""
    for token in doc:
        if token.dep_.startswith(("aux", "cop")) or token.pos_ == "PUNCT":
            continue
        form = token.morph.get("VerbForm", [])
        carried = any(c.dep_.startswith(("aux", "cop")) for c in token.children)
        told_shortly = "Part" in form and token.pos_ == "VERB" and token.dep_ in TOP_DEPS and subject_of(token) is None
        has_subject = token.pos_ == "VERB" and any(c.dep_ in SUBJECT_DEPS for c in token.children)
        if "Fin" in form or carried or told_shortly or has_subject:
            yield token


def _clause(predicate: "Token") -> Clause:
    person = presented(predicate)
    if person is not None:
        return _presenting_clause(person)
    actor, actor_words = actor_of(predicate)
    reality, reality_words = reality_of(predicate, actor)
    weight = ACTOR_WEIGHT[actor] + REALITY_WEIGHT[reality]
    if not _is_subordinate(predicate):
        weight += MAIN_WEIGHT
    if predicate.dep_ == "ROOT":
        weight += ROOT_WEIGHT
    return Clause(actor, reality, actor_words, reality_words, weight)


def _presenting_clause(person: "Token") -> Clause:
    """Read « c'est moi qui fermais », « le café, c'était Yvette »: somebody is named for a deed, or set aside."""
    actor, words = actor_of_noun(person)
    negation = negation_of(person)
    if negation is not None:
        return Clause(actor, Reality.DENIED, words, (negation.text,), SET_ASIDE_WEIGHT)
    deed = next((c for c in person.children if c.dep_ in {"acl:relcl", "dep", "acl"} and c.pos_ == "VERB"), None)
    weight = ACTOR_WEIGHT[actor] + REALITY_WEIGHT[Reality.DONE] + MAIN_WEIGHT
    return Clause(actor, Reality.DONE, words, (deed.text,) if deed is not None else (), weight)


def _is_subordinate(predicate: "Token") -> bool:
    if predicate.dep_ in {"acl:relcl", "acl", "csubj"}:
        return True
    if predicate.dep_ == "conj" and predicate.head is not predicate:
        return _is_subordinate(predicate.head)
    marks = {c.lower_ for c in predicate.children if c.dep_ == "mark"}
    return predicate.dep_ not in {"ROOT", "parataxis"} and bool(marks - {"mais", "et"})
