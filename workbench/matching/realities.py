"""Whether what a clause says was done: denied, wished for, supposed, prescribed, done, or no deed at all."""

import re
from typing import TYPE_CHECKING, Final

from workbench.domain.analysis import Actor, Reality
from workbench.matching.tenses import is_conditional, is_future

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[Reality, tuple[str, ...]]
"""Whether it was done, and the words that say so."""

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
ABLE_VERBS: Final = frozenset({"pouvoir", "savoir"})

_NOT_REALLY_DENIED: Final = re.compile(
    r"(?:pas|jamais|plus)\s+(?:que|trop|la\s+peine|plus|seulement|toujours|forcément|mal|tout|d['’]\w+|de\s+\w+\s+sans)\b"
)
"""Negations that deny no deed: « je mettais jamais plus de bouchon que sur l'affiche »."""
_SET_ASIDE: Final = re.compile(
    r"\b(?:(?:(?:quasi(?:ment)?|presque|pratiquement|surtout)\s+)?(?:pas|jamais|rien)\s+"
    r"(?:touchée?|eu\s+(?:le|à)|le\s+droit|mon\s+(?:affaire|rayon|travail|boulot|domaine|métier)|(?:à\s+)?moi\b)"
    r"|jamais\s+(?:fait|faite|faits|faites|appris|pratiqué)|(?:quasi(?:ment)?|presque|pratiquement)\s+(?:pas|jamais|rien)"
    r"|(?:connais|connaissais|comprends|comprenais)\s+(?:rien|pas\s+grand)"
    r"|m['’]en\s+(?:suis|occupais|occupe|mêlais|mêle)\s+(?:pas|jamais|bien\s+gardée?))"
)
"""What says of a task, whatever the rest of the sentence tells, that it was not the person's."""
_SOME_DAY: Final = re.compile(
    r"\b(?:demain|(?:l['’]année|le\s+mois|la\s+semaine|l['’]an)\s+prochaine?|un\s+jour|bientôt|plus\s+tard)\b"
)
_CONDITION: Final = re.compile(
    r"(?:^|[,;:]\s*|\bet\s+|\bmais\s+)(?:si\s+(?:je|j['’]|on|dieu|un\s+jour)|s['’]il\s+faut)"
)


def reality_of(predicate: "Token", actor: Actor) -> Found:
    """Return whether what a predicate says was done by its actor."""
    verbs = [predicate, *(c for c in predicate.children if c.dep_.startswith(("aux", "cop")))]
    lemmas = {t.lemma_.lower() for t in verbs}
    conditional = [t for t in verbs if is_conditional(t.text, t.lemma_)]
    if conditional:
        return (Reality.WISHED if _is_wish(predicate, lemmas) else Reality.SUPPOSED), (conditional[0].text,)
    future = [t for t in verbs if is_future(t.text, t.lemma_)]
    if future:
        return Reality.SUPPOSED, (future[0].text,)
    must = [t for t in verbs if t.lemma_.lower() in MUST_VERBS]
    negation = negation_of(predicate)
    if negation and not must:
        return Reality.DENIED, (negation.text,)
    if must:
        told = actor is not Actor.NOBODY or _has_past(predicate)
        return (Reality.PRESCRIBED if told else Reality.OTHER), (must[0].text,)
    if _is_order(predicate, lemmas, actor):
        return Reality.PRESCRIBED, (predicate.text,)
    return _deed_or_state(predicate, lemmas, actor)


def said_of_the_whole(text: str) -> Found | None:
    """Return what a turn of phrase makes of a whole sentence: a task set aside, a plan for some day."""
    low = text.lower()
    if found := _SET_ASIDE.search(low):
        return Reality.DENIED, (text[found.start() : found.end()],)
    condition, some_day = _CONDITION.search(low), _SOME_DAY.search(low)
    if condition and some_day:
        return Reality.SUPPOSED, (text[some_day.start() : some_day.end()],)
    return None


def negation_of(predicate: "Token") -> "Token | None":
    """Return the word that denies a predicate, if one does."""
    if predicate.pos_ not in {"VERB", "AUX"} and not any(c.dep_.startswith(("aux", "cop")) for c in predicate.children):
        return None
    around = [*predicate.children, *(g for c in predicate.children if c.dep_.startswith("aux") for g in c.children)]
    return next((t for t in around if t.dep_ in {"advmod", "obj", "nsubj"} and _denies(t)), None)


def _denies(token: "Token") -> bool:
    following = token.doc[token.i : token.i + 4].text.lower()
    return token.lower_ in NEGATIONS and not _NOT_REALLY_DENIED.match(following)


def _is_wish(predicate: "Token", lemmas: set[str]) -> bool:
    seeing_oneself = "voir" in lemmas and any(c.lower_ in {"me", "m'", "m’"} for c in predicate.children)
    return seeing_oneself or bool(lemmas & WISH_VERBS)


def _deed_or_state(predicate: "Token", lemmas: set[str], actor: Actor) -> Found:
    copula = [c for c in predicate.children if c.dep_ == "cop"]
    if copula:
        return Reality.OTHER, (copula[0].text, predicate.text)
    if lemmas <= STATE_VERBS | {"avoir", "être"} and predicate.pos_ in {"VERB", "AUX"}:
        return Reality.OTHER, (predicate.text,)
    if actor is Actor.NOBODY and not _has_past(predicate):
        return Reality.OTHER, (predicate.text,)
    if lemmas & ABLE_VERBS and "Pres" in predicate.morph.get("Tense", []):
        return Reality.OTHER, (predicate.text,)
    return Reality.DONE, (predicate.text,)


def _has_past(predicate: "Token") -> bool:
    verbs = [predicate, *(c for c in predicate.children if c.dep_.startswith(("aux", "cop")))]
    return bool({tense for t in verbs for tense in t.morph.get("Tense", [])} & {"Past", "Imp"})


def _is_order(predicate: "Token", lemmas: set[str], actor: Actor) -> bool:
    to_me = any(c.lower_ in {"m'", "m’", "me", "nous"} for c in predicate.children)
    infinitive = any(c.dep_ == "xcomp" for c in predicate.children)
    return bool(lemmas & ORDER_VERBS) and to_me and infinitive and actor is not Actor.SELF
