"""Who acts in a clause: the subject that its predicate has, shares, or lets understand."""

from typing import TYPE_CHECKING, Final

from workbench.domain.analysis import Actor
from workbench.matching.people import is_person, is_somebody

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[Actor, tuple[str, ...]]
"""Who acts, and the words that say so."""

SELF_WORDS: Final = frozenset({"je", "j'", "j’", "moi", "tu", "t'", "t’"})
"""The person herself; « tu » too: « tu prends ta douchette, tu roules » is how one tells one's own gestures."""
GROUP_WORDS: Final = frozenset({"on", "nous"})
OTHER_PRONOUNS: Final = frozenset({"il", "elle", "ils", "elles", "vous", "celui", "celle", "lui", "eux"})
SOME_PEOPLE: Final = frozenset({"beaucoup", "certains", "certaines", "plusieurs", "quelqu'un", "chacun", "chacune"})
THING_PRONOUNS: Final = frozenset({"ça", "cela", "ce", "c'", "c’", "ceci", "tout", "rien", "y"})
NEVER_SUBJECTS: Final = frozenset("m' m’ me te se s' s’ l' l’ y en où que qu' qu’".split())
ME: Final = frozenset({"m'", "m’", "me", "nous"})
SUBJECT_DEPS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "expl:subj", "dislocated"})
WEATHERLY: Final = frozenset({"falloir", "pleuvoir", "neiger", "geler", "suffire", "sembler"})
"""Verbs whose « il » is nobody."""


def actor_of(predicate: "Token") -> Found:
    """Return who does what a predicate says."""
    if predicate.lemma_.lower() in WEATHERLY:
        return Actor.NOBODY, (predicate.text,)
    agent = _agent(predicate)
    if agent is not None:
        return actor_of_noun(agent)
    subject = subject_of(predicate)
    return _without_subject(predicate) if subject is None else _actor_of_subject(predicate, subject)


def _actor_of_subject(predicate: "Token", subject: "Token") -> Found:
    word = subject.lower_
    if word == "qui":
        return actor_of_noun(predicate.head)
    if word == "on" and (touched := [c.text for c in predicate.children if c.lower_ in ME and c.i > subject.i]):
        return Actor.OTHER, (subject.text, touched[0])
    if subject.dep_ == "nsubj:pass" and word not in SELF_WORDS | GROUP_WORDS:
        return Actor.NOBODY, (subject.text,)
    return actor_of_noun(subject)


def actor_of_noun(subject: "Token") -> Found:
    """Return whom a noun or a pronoun names."""
    word, lemma = subject.lower_, subject.lemma_.lower()
    words = (subject.text,)
    if word in SELF_WORDS:
        return Actor.SELF, words
    if word in GROUP_WORDS or any(t.lower_ == "moi" for t in subject.subtree if t.dep_ in {"conj", "nmod", "appos"}):
        return Actor.GROUP, words
    if word in THING_PRONOUNS or subject.dep_ == "expl:subj":
        return Actor.NOBODY, words
    named = word in OTHER_PRONOUNS | SOME_PEOPLE or subject.pos_ == "PROPN" or is_somebody(lemma) or is_somebody(word)
    return (Actor.OTHER if named else Actor.NOBODY), words


def subject_of(predicate: "Token") -> "Token | None":
    """Return the subject of a predicate: its own, the noun that its pronoun takes up, or the one it shares."""
    own = [c for c in predicate.children if c.dep_ in SUBJECT_DEPS and c.lower_ not in NEVER_SUBJECTS]
    pronouns = [c for c in own if c.lower_ in SELF_WORDS | GROUP_WORDS | OTHER_PRONOUNS]
    taken_up = [c for c in own if c.pos_ in {"NOUN", "PROPN"}]
    if taken_up and pronouns and pronouns[-1].lower_ in OTHER_PRONOUNS:
        return taken_up[-1]
    own = [c for c in own if c.dep_ != "dislocated"]
    if own:
        return (pronouns or own)[-1]
    if predicate.dep_ in {"conj", "xcomp"} and predicate.head is not predicate:
        return subject_of(predicate.head)
    return None


def presented(predicate: "Token") -> "Token | None":
    """Return who is presented by « c'est … » (« c'est moi qui », « c'était Yvette »)."""
    copula = any(c.dep_ == "cop" for c in predicate.children)
    pointed = any(c.lower_ in {"c'", "c’", "ce"} for c in predicate.children)
    named = predicate.pos_ in {"PROPN", "PRON"} or is_person(predicate.lemma_.lower())
    return predicate if copula and pointed and named else None


def _agent(predicate: "Token") -> "Token | None":
    """Return by whom something was done (« vérifiées par le chef »)."""
    for noun in predicate.children:
        by = any(c.lower_ == "par" for c in noun.children)
        if by and noun.dep_.startswith(("obl", "nmod")) and (noun.lower_ in SELF_WORDS or is_somebody(noun.lower_)):
            return noun
    return None


def _without_subject(predicate: "Token") -> Found:
    """Read a clause without subject: a bare participle is the person's deed, told in few words."""
    before = [t for t in predicate.doc[: predicate.i + 1] if t.lower_ in SELF_WORDS]
    if before:
        return Actor.SELF, (before[0].text,)
    if "Part" in predicate.morph.get("VerbForm", []) or predicate.i == 0:
        return Actor.SELF, (predicate.text,)
    return Actor.NOBODY, (predicate.text,)
