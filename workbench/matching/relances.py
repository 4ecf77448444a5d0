"""Relances: what a sentence lacks to be a proof, and the question that asks for it.

The codes and the points are those of explicitation interviews as the field uses them: one point each
for a deed told with « je », a singular past, context, means, steps, decision and result.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from workbench.domain.analysis import Actor, Reality, Relance, WhoDidWhat
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Doc

WEAK_VERBS: Final = frozenset(
    ["faire", "gérer", "occuper", "participer", "aider", "assurer", "travailler", "intervenir"]
)
_HABIT: Final = re.compile(
    r"\b(toujours|souvent|chaque|tous les|toutes les|d'habitude|parfois|régulièrement|des fois|le (?:matin|soir|lundi|"
    r"mardi|mercredi|jeudi|vendredi|samedi|dimanche))\b",
    re.IGNORECASE,
)
_ONCE: Final = re.compile(
    r"\b(ce (?:jour|matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|cette fois|un jour|une fois|hier|"
    r"l'autre jour|en (?:19|20)\d\d|ce jour-là)\b",
    re.IGNORECASE,
)
_STEPS: Final = re.compile(r"\b(d'abord|puis|ensuite|après|enfin|avant de|pour finir|et là)\b", re.IGNORECASE)
_CONTEXT: Final = re.compile(
    r"\b(chez|au|à la|à l'|dans (?:le|la|les|un|une)|en (?:19|20)\d\d|pour (?:le|la|les|une|un)|service|entreprise|"
    r"magasin|chantier)\b",
    re.IGNORECASE,
)
_MEANS: Final = re.compile(
    r"\b(avec (?:le|la|les|l'|un|une|du|de|mon|ma|mes)|à l'aide|grâce|au moyen|sur (?:le|la|un|une|mon))\b",
    re.IGNORECASE,
)
_CHOICE: Final = re.compile(
    r"\b(choisi\w*|décid\w*|vérifi\w*|adapt\w*|parce qu|comme il|comme elle|sinon|plutôt|pour (?:ne pas|éviter|qu)|"
    r"selon|fallait pas|exprès)\b",
    re.IGNORECASE,
)
_RESULT: Final = re.compile(
    r"\b(du coup|résultat|à la fin|finalement|depuis|ça a marché|content\w*|plus jamais|réussi\w*|grâce à ça|au final|"
    r"alors (?:il|elle|ils|elles)|c'était (?:propre|prêt|bon|fini))\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\b(\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|mille|"
    r"dizaine|vingtaine|trentaine|centaine|demi-heure)\b",
    re.IGNORECASE,
)


class Grade(StrEnum):
    """How well a sentence would stand as a proof."""

    PROBATIVE = "probant"
    TO_DEVELOP = "à étoffer"
    GENERIC = "générique"


class Wordings(Struct, forbid_unknown_fields=True):
    """What a code means and the ways to ask for what lacks."""

    why: str
    questions: list[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """What a sentence holds of what makes a proof."""

    self_deed: bool
    singular_past: bool
    context: bool
    means: bool
    steps: bool
    decision: bool
    result: bool
    number: bool
    others: bool

    @property
    def points(self) -> int:
        """Count the seven points, each worth one."""
        return sum(
            (self.self_deed, self.singular_past, self.context, self.means, self.steps, self.decision, self.result)
        )

    @property
    def grade(self) -> Grade:
        """Return what the points are worth."""
        if self.points >= 5 and self.self_deed and self.singular_past:
            return Grade.PROBATIVE
        return Grade.TO_DEVELOP if self.points >= 3 else Grade.GENERIC


@lru_cache(maxsize=1)
def wordings() -> Mapping[str, Wordings]:
    """Return the bank of questions, by code."""
    return read_toml(RESSOURCES / "relances.toml", dict[str, Wordings])


def read_signs(doc: "Doc", who: WhoDidWhat) -> Signs:
    """Look in a sentence for the signs of a proof."""
    text = doc.text.replace("’", "'")
    deeds = [t for t in doc if t.pos_ == "VERB" and t.lemma_.lower() not in WEAK_VERBS]
    return Signs(
        self_deed=who.actor is Actor.SELF and who.reality is Reality.DONE,
        singular_past=bool(_ONCE.search(text)) or (_has_compound_past(doc) and not _HABIT.search(text)),
        context=bool(_CONTEXT.search(text)),
        means=bool(_MEANS.search(text)),
        steps=bool(_STEPS.search(text)) or len(deeds) >= 2,
        decision=bool(_CHOICE.search(text)),
        result=bool(_RESULT.search(text)),
        number=bool(_NUMBER.search(text)),
        others=any(t.pos_ == "PROPN" for t in doc) or "collègue" in text or " avec " in text,
    )


def relances(doc: "Doc", who: WhoDidWhat, *, limit: int = 2) -> tuple[Relance, ...]:
    """Return the questions that would most strengthen a sentence, the most useful first."""
    signs = read_signs(doc, who)
    return tuple(_ask(code, doc.text) for code in _codes(doc, who, signs)[:limit])


def _codes(doc: "Doc", who: WhoDidWhat, signs: Signs) -> Sequence[str]:
    if who.actor is Actor.OTHER or who.reality in {Reality.DENIED, Reality.WISHED}:
        return ()
    about_the_deed = [code for code, is_seen in _deed_troubles(doc, who) if is_seen]
    if about_the_deed:
        return about_the_deed
    lacks = [
        ("ETAP", not signs.steps),
        ("HAB", not signs.singular_past and bool(_HABIT.search(doc.text))),
        ("MOY", not signs.means),
        ("DEC", not signs.decision),
        ("RES", not signs.result),
        ("CONT", not signs.context),
        ("QUANT", not signs.number),
        ("INTER", not signs.others),
    ]
    missing = [code for code, is_missing in lacks if is_missing]
    return ["PREUVE", *missing] if signs.grade is Grade.PROBATIVE else missing


def _deed_troubles(doc: "Doc", who: WhoDidWhat) -> Sequence[tuple[str, bool]]:
    main = next((t for t in doc if t.dep_ == "ROOT"), None)
    weak = main is not None and main.lemma_.lower() in WEAK_VERBS
    return (
        ("HYP", who.reality is Reality.SUPPOSED),
        ("PRES", who.reality is Reality.PRESCRIBED and who.actor is not Actor.NOBODY),
        ("IMP", who.actor is Actor.NOBODY),
        ("OPI", who.reality is Reality.OTHER and who.actor is Actor.SELF),
        ("COLL", who.actor is Actor.GROUP),
        ("FAIB", weak and who.actor is Actor.SELF),
    )


def _has_compound_past(doc: "Doc") -> bool:
    return any(t.dep_ == "aux:tense" for t in doc)


def _ask(code: str, text: str) -> Relance:
    """Word a question; the same sentence always gets the same wording, another sentence another one."""
    questions = wordings()[code].questions
    chosen = questions[sum(text.encode()) % len(questions)]
    return Relance(code, chosen.replace("{mots}", _quote(text)))


def _quote(text: str, longest: int = 60) -> str:
    """Return the beginning of a sentence, cut at a word, without its final stop."""
    words = text.strip().rstrip(".!?… ")
    if len(words) > longest:
        words = words[: words.rfind(" ", 0, longest)].rstrip(",;: ") + "…"
    return words[:1].lower() + words[1:] if words[:2] not in {"J'", "J’"} else "j" + words[1:]
