"""Who did what: the actor and the reality of a sentence, read from its parse, with the words that say so.

The rules look at each clause (a predicate and its subject), name what they saw, and keep the clause
that says most about the person's work: a deed of hers before a deed of the group, a main clause before
a subordinate one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.domain.analysis import Actor, Reality, WhoDidWhat
from workbench.matching.tenses import is_conditional, is_future

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SELF_WORDS: Final = frozenset({"je", "j'", "j’", "moi"})
GROUP_WORDS: Final = frozenset({"on", "nous"})
OTHER_PRONOUNS: Final = frozenset({"il", "elle", "ils", "elles", "tu", "vous", "celui", "celle", "lui", "eux"})
THING_PRONOUNS: Final = frozenset({"ça", "cela", "ce", "c'", "c’", "ceci", "tout", "rien", "y"})
PEOPLE: Final = frozenset(
    """
    chef cheffe patron patronne collègue responsable directeur directrice collaborateur formateur formatrice
    infirmier infirmière médecin docteur kiné ergothérapeute psychologue aide-soignant aide-soignante stagiaire
    apprenti apprentie tuteur tutrice client cliente patient patiente résident résidente enfant gamin gamine
    bébé parent mère père maman papa mari femme frère sœur soeur fils fille neveu petits-enfants petit-fils
    petite-fille nièce oncle tante voisin voisine dame monsieur madame mademoiselle homme gars type chauffeur
    livreur fournisseur employé employée équipe personne gens famille élève jeune ado locataire propriétaire
    gardien policier pompier maçon électricien plombier technicien ingénieur vétérinaire comptable secrétaire
    assistant assistante bénévole président présidente association mairie agence cuisinier cuisinière serveur
    serveuse vendeur vendeuse caissier caissière salarié salariée ouvrier ouvrière conducteur conductrice usager
    intérimaire manager gérant gérante adjoint ancien animatrice animateur éducateur éducatrice développeur
    développeuse grand-mère grand-père cousin cousine copain copine ami amie
    """.split()
)
NEGATIONS: Final = frozenset({"pas", "jamais", "plus", "point", "guère", "rien", "personne", "aucun", "aucune", "ni"})
WISH_VERBS: Final = frozenset({"aimer", "vouloir", "souhaiter", "rêver", "espérer", "adorer", "préférer", "plaire"})
STATE_VERBS: Final = frozenset(
    """
    être penser croire aimer adorer détester trouver sentir sembler paraître rester savoir connaître avoir
    espérer préférer plaire comprendre craindre supporter regretter ressembler coûter valoir exister habiter
    appartenir suffire arriver
    """.split()
)
ORDER_VERBS: Final = frozenset({"demander", "dire", "charger", "ordonner", "confier", "imposer", "obliger", "exiger"})
MUST_VERBS: Final = frozenset({"devoir", "falloir"})
TOP_DEPS: Final = frozenset({"ROOT", "conj", "parataxis", "advcl", "ccomp"})
NEVER_SUBJECTS: Final = frozenset("m' m’ me t' te se s' s’ l' l’ y en où que qu' qu’".split())
PARTICIPLE_ENDINGS: Final = ("é", "és", "ée", "ées", "i", "is", "it", "u", "us", "ert", "int", "ait")
SUBJECT_DEPS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "expl:subj"})

ACTOR_WEIGHT: Final = {Actor.SELF: 1.0, Actor.GROUP: 0.8, Actor.OTHER: 0.5, Actor.NOBODY: 0.1}
REALITY_WEIGHT: Final = {
    Reality.DONE: 0.8,
    Reality.WISHED: 0.7,
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
    if not clauses:
        return _without_verb(doc)
    best = max(clauses, key=lambda c: c.weight)
    return WhoDidWhat(best.actor, best.reality, best.actor_words, best.reality_words)


def _predicates(doc: "Doc") -> Iterator["Token"]:
    """Yield the heads of clauses: finite verbs, what a copula or an auxiliary makes finite, bare participles."""
    for token in doc:
        if token.dep_.startswith(("aux", "cop")) or token.pos_ == "PUNCT":
            continue
        form = token.morph.get("VerbForm", [])
        carried = any(c.dep_.startswith(("aux", "cop")) for c in token.children)
        told_shortly = "Part" in form and token.pos_ == "VERB" and token.dep_ in TOP_DEPS and _subject(token) is None
        has_subject = token.pos_ == "VERB" and any(c.dep_ in SUBJECT_DEPS for c in token.children)
        if "Fin" in form or carried or told_shortly or has_subject:
            yield token


def _without_verb(doc: "Doc") -> WhoDidWhat:
    """Read a sentence without a verb: telegraphic notes open on a participle that the tagger takes for a noun."""
    first = next((t for t in doc if t.is_alpha), None)
    if first is not None and first.lower_.endswith(PARTICIPLE_ENDINGS):
        return WhoDidWhat(Actor.SELF, Reality.DONE, (first.text,), (first.text,))
    return WhoDidWhat(Actor.SELF, Reality.OTHER, (), ())


def _clause(predicate: "Token") -> Clause:
    presented = _presented(predicate)
    if presented is not None:
        return _presenting_clause(presented)
    actor, actor_words = _actor(predicate)
    reality, reality_words = _reality(predicate, actor)
    weight = ACTOR_WEIGHT[actor] + REALITY_WEIGHT[reality]
    if not _is_subordinate(predicate):
        weight += MAIN_WEIGHT
    if predicate.dep_ == "ROOT":
        weight += ROOT_WEIGHT
    return Clause(actor, reality, actor_words, reality_words, weight)


def _presenting_clause(person: "Token") -> Clause:
    """Read « c'est moi qui fermais », « le café, c'était Yvette »: somebody is named for a deed, or set aside."""
    actor, words = _actor_of_noun(person)
    negation = _negation(person)
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


# --- who --------------------------------------------------------------------------------------------


def _actor(predicate: "Token") -> tuple[Actor, tuple[str, ...]]:
    subject = _subject(predicate)
    if subject is None:
        return _actor_without_subject(predicate)
    word = subject.lower_
    if word == "qui":
        return _actor_of_noun(predicate.head)
    if subject.dep_ == "nsubj:pass" and word not in SELF_WORDS | GROUP_WORDS:
        return Actor.NOBODY, (subject.text,)
    return _actor_of_noun(subject)


def _presented(predicate: "Token") -> "Token | None":
    """Return who is presented by « c'est … » (« c'est moi qui », « c'était Yvette »)."""
    copula = any(c.dep_ == "cop" for c in predicate.children)
    pointed = any(c.lower_ in {"c'", "c’", "ce"} for c in predicate.children)
    is_person = predicate.pos_ in {"PROPN", "PRON"} or predicate.lemma_.lower() in PEOPLE
    return predicate if copula and pointed and is_person else None


def _actor_of_noun(subject: "Token") -> tuple[Actor, tuple[str, ...]]:
    word, lemma = subject.lower_, subject.lemma_.lower()
    words = (subject.text,)
    if word in SELF_WORDS:
        return Actor.SELF, words
    if word in GROUP_WORDS or any(t.lower_ == "moi" for t in subject.subtree if t.dep_ in {"conj", "nmod", "appos"}):
        return Actor.GROUP, words
    if word in THING_PRONOUNS or subject.dep_ == "expl:subj":
        return Actor.NOBODY, words
    is_person = word in OTHER_PRONOUNS or subject.pos_ == "PROPN" or bool({lemma, word} & PEOPLE)
    return (Actor.OTHER if is_person else Actor.NOBODY), words


def _subject(predicate: "Token") -> "Token | None":
    own = [c for c in predicate.children if c.dep_ in SUBJECT_DEPS and c.lower_ not in NEVER_SUBJECTS]
    pronouns = [c for c in own if c.lower_ in SELF_WORDS | GROUP_WORDS | OTHER_PRONOUNS]
    if own:
        return (pronouns or own)[-1]
    if predicate.dep_ in {"conj", "xcomp"} and predicate.head is not predicate:
        return _subject(predicate.head)
    return None


def _actor_without_subject(predicate: "Token") -> tuple[Actor, tuple[str, ...]]:
    """Read a clause without subject: a bare participle is the person's deed, told in few words."""
    before = [t for t in predicate.doc[: predicate.i + 1] if t.lower_ in SELF_WORDS]
    if before:
        return Actor.SELF, (before[0].text,)
    if "Part" in predicate.morph.get("VerbForm", []) or predicate.i == 0:
        return Actor.SELF, (predicate.text,)
    return Actor.NOBODY, (predicate.text,)


# --- whether ----------------------------------------------------------------------------------------


def _reality(predicate: "Token", actor: Actor) -> tuple[Reality, tuple[str, ...]]:
    verbs = _verb_group(predicate)
    lemmas = {t.lemma_.lower() for t in verbs}
    conditional = [t for t in verbs if is_conditional(t.text, t.lemma_)]
    if conditional:
        wish = lemmas & WISH_VERBS
        return (Reality.WISHED if wish else Reality.SUPPOSED), (conditional[0].text,)
    future = [t for t in verbs if is_future(t.text, t.lemma_)]
    if future:
        return Reality.SUPPOSED, (future[0].text,)
    negation = _negation(predicate)
    must = [t for t in verbs if t.lemma_.lower() in MUST_VERBS]
    if negation and not must:
        return Reality.DENIED, (negation.text,)
    if must:
        told = actor is not Actor.NOBODY or _has_past(predicate)
        return (Reality.PRESCRIBED if told else Reality.OTHER), (must[0].text,)
    if _is_order(predicate, lemmas, actor):
        return Reality.PRESCRIBED, (predicate.text,)
    return _deed_or_state(predicate, lemmas, actor)


def _deed_or_state(predicate: "Token", lemmas: set[str], actor: Actor) -> tuple[Reality, tuple[str, ...]]:
    copula = [c for c in predicate.children if c.dep_ == "cop"]
    if copula:
        return Reality.OTHER, (copula[0].text, predicate.text)
    if lemmas <= STATE_VERBS | {"avoir", "être"} and predicate.pos_ in {"VERB", "AUX"}:
        return Reality.OTHER, (predicate.text,)
    if actor is Actor.NOBODY and not _has_past(predicate):
        return Reality.OTHER, (predicate.text,)
    return Reality.DONE, (predicate.text,)


def _verb_group(predicate: "Token") -> list["Token"]:
    return [predicate, *(c for c in predicate.children if c.dep_.startswith(("aux", "cop")))]


def _has_past(predicate: "Token") -> bool:
    tenses = {tense for t in _verb_group(predicate) for tense in t.morph.get("Tense", [])}
    return bool(tenses & {"Past", "Imp"})


def _negation(predicate: "Token") -> "Token | None":
    if not _is_verbal(predicate):
        return None
    around = [*predicate.children, *(g for c in predicate.children if c.dep_.startswith("aux") for g in c.children)]
    return next((t for t in around if t.lower_ in NEGATIONS and t.dep_ in {"advmod", "obj", "nsubj"}), None)


def _is_verbal(predicate: "Token") -> bool:
    return predicate.pos_ in {"VERB", "AUX"} or any(c.dep_.startswith(("aux", "cop")) for c in predicate.children)


def _is_order(predicate: "Token", lemmas: set[str], actor: Actor) -> bool:
    to_me = any(c.lower_ in {"m'", "m’", "me", "nous"} for c in predicate.children)
    infinitive = any(c.dep_ == "xcomp" for c in predicate.children)
    return bool(lemmas & ORDER_VERBS) and to_me and infinitive and actor is not Actor.SELF
