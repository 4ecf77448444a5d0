"""Who did what: the actor and the reality of a sentence, read from its parse, with the words that say so.

The rules look at each clause (a predicate and its subject), name what they saw, and keep the clause
that says most about the person's work: a deed of hers before a deed of the group, a main clause before
a subordinate one.
"""

from collections.abc import Iterator
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
    bébé parent mère père maman papa mari femme frère sœur soeur fils fille neveu voisin voisine dame monsieur
    madame mademoiselle homme gars type chauffeur livreur fournisseur employé employée équipe personne gens
    famille élève jeune ado locataire propriétaire gardien policier pompier maçon électricien plombier
    technicien ingénieur vétérinaire comptable secrétaire assistant assistante bénévole président présidente
    association mairie agence cuisinier cuisinière serveur serveuse vendeur vendeuse caissier caissière salarié
    salariée ouvrier ouvrière conducteur conductrice usager intérimaire manager gérant gérante adjoint ancien
    animatrice animateur éducateur éducatrice développeur développeuse grand-mère grand-père cousin cousine
    copain copine ami amie
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
CONDITION_MARKS: Final = frozenset({"si", "s'", "s’"})
MAIN_DEPS: Final = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
SUBJECT_DEPS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "expl:subj"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with what decides of it; `weight` says how much it tells of the person's work."""

    actor: Actor
    reality: Reality
    actor_words: tuple[str, ...]
    reality_words: tuple[str, ...]
    weight: float


def who_did_what(doc: "Doc") -> WhoDidWhat:
    """Return the actor and the reality of a sentence, from its most telling clause."""
    clauses = [_clause(predicate) for predicate in _predicates(doc)]
    if not clauses:
        return _without_verb(doc)
    best = max(clauses, key=lambda c: c.weight)
    return WhoDidWhat(best.actor, best.reality, best.actor_words, best.reality_words)


def _predicates(doc: "Doc") -> Iterator["Token"]:
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"aux:tense", "aux:pass", "cop", "aux", "aux:caus"}:
            continue
        finite = "Fin" in token.morph.get("VerbForm", []) or any(
            c.dep_.startswith(("aux", "cop")) for c in token.children
        )
        if (finite and token.pos_ != "PUNCT") or token.dep_ == "ROOT":
            yield token


def _without_verb(doc: "Doc") -> WhoDidWhat:
    return WhoDidWhat(Actor.SELF, Reality.OTHER, (), (doc.text[:30],))


def _clause(predicate: "Token") -> Clause:
    actor, actor_words = _actor(predicate)
    reality, reality_words = _reality(predicate, actor)
    weight = _weight(predicate, actor, reality)
    return Clause(actor, reality, actor_words, reality_words, weight)


def _weight(predicate: "Token", actor: Actor, reality: Reality) -> float:
    weight = {Actor.SELF: 2.0, Actor.GROUP: 1.4, Actor.OTHER: 0.6, Actor.NOBODY: 0.2}[actor]
    weight += 1.0 if predicate.dep_ in MAIN_DEPS else 0.0
    weight += {Reality.DONE: 0.8, Reality.OTHER: 0.0}.get(reality, 0.6)
    return weight + (0.3 if predicate.dep_ == "ROOT" else 0.0)


# --- who --------------------------------------------------------------------------------------------


def _actor(predicate: "Token") -> tuple[Actor, tuple[str, ...]]:
    subject = _subject(predicate)
    if subject is None:
        return _actor_without_subject(predicate)
    word = subject.lower_
    if word in {"qui", "qu'", "que"}:
        return _actor_of_noun(_antecedent(predicate))
    passive = subject.dep_ == "nsubj:pass"
    if passive and word not in SELF_WORDS | GROUP_WORDS:
        return Actor.NOBODY, (subject.text,)
    return _actor_of_noun(subject)


def _actor_of_noun(subject: "Token") -> tuple[Actor, tuple[str, ...]]:
    word, lemma = subject.lower_, subject.lemma_.lower()
    words = (subject.text,)
    if word in SELF_WORDS:
        return Actor.SELF, words
    if word in GROUP_WORDS or _joined_with_self(subject):
        return Actor.GROUP, words
    if word in THING_PRONOUNS or subject.dep_ == "expl:subj":
        return Actor.NOBODY, words
    is_person = word in OTHER_PRONOUNS or subject.pos_ == "PROPN" or lemma in PEOPLE or word in PEOPLE
    return (Actor.OTHER if is_person else Actor.NOBODY), words


def _joined_with_self(subject: "Token") -> bool:
    return any(t.lower_ == "moi" for t in subject.subtree if t.dep_ in {"conj", "nmod", "appos"})


def _subject(predicate: "Token") -> "Token | None":
    own = [c for c in predicate.children if c.dep_ in SUBJECT_DEPS]
    pronouns = [c for c in own if c.lower_ in SELF_WORDS | GROUP_WORDS | OTHER_PRONOUNS]
    if own:
        return (pronouns or own)[-1]
    if predicate.dep_ in {"conj", "xcomp"} and predicate.head is not predicate:
        return _subject(predicate.head)
    return None


def _antecedent(predicate: "Token") -> "Token":
    head = predicate.head
    return head if head is not predicate else predicate


def _actor_without_subject(predicate: "Token") -> tuple[Actor, tuple[str, ...]]:
    """Read a clause without subject: a bare participle or noun is the person's, telegraphically told."""
    previous = [t for t in predicate.doc[: predicate.i + 1] if t.lower_ in SELF_WORDS]
    if previous:
        return Actor.SELF, (previous[0].text,)
    if "Inf" in predicate.morph.get("VerbForm", []) and predicate.dep_ == "ROOT" and predicate.i == 0:
        return Actor.NOBODY, (predicate.text,)
    if predicate.i <= 2:
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
        return Reality.PRESCRIBED, (must[0].text,)
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
    for child in predicate.children:
        if child.lower_ in NEGATIONS and child.dep_ in {"advmod", "obj", "nsubj", "det"}:
            return child
    return None


def _is_order(predicate: "Token", lemmas: set[str], actor: Actor) -> bool:
    to_me = any(c.lower_ in {"m'", "m’", "me", "nous"} for c in predicate.children)
    infinitive = any(c.dep_ == "xcomp" for c in predicate.children)
    return bool(lemmas & ORDER_VERBS) and to_me and infinitive and actor is not Actor.SELF
