"""The signs of a proof in a sentence, read from its words, which are listed in `ressources/lexique/indices.toml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from msgspec import Struct

from workbench.domain.analysis import Actor, Reality, WhoDidWhat
from workbench.domain.solidity import Point
from workbench.matching.people import is_person
from workbench.matching.verb_forms import infinitives, is_participle, supposed_form
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

CLUES: Final = RESSOURCES / "lexique" / "indices.toml"
KEPT_SENTENCES: Final = 20_000

_YEAR: Final = re.compile(r"\b(?:en |depuis |le \d+ \w+ )?(?:19|20)\d\d\b", re.IGNORECASE)
_DATE: Final = re.compile(
    r"\ble (?:\d{1,2}|1er) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b",
    re.IGNORECASE,
)
_AT: Final = re.compile(
    r"\bchez (?:l'|(?:la|le|les|un|une|des|mon|ma|mes) )?(?:(?:m\.|mme|mlle|monsieur|madame) )?[\w-]+", re.IGNORECASE
)
_WITH: Final = re.compile(
    r"\bavec (?:du |l'|de l'|(?:un|une|le|la|les|de la|des|mon|ma|mes|son|sa|ses|notre|nos|deux|trois) )"
    r"(?P<noun>[\w-]+)",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    r"(?:\b(?:avec|et|que|qu'|par|pour|à|aidé|appelé|vu|prévenu|demandé à) (?P<after>[A-ZÉÈ][a-zéèêëïîôàâç-]+)"
    r"|\b(?:M\.|Mme|Mlle|Monsieur|Madame|monsieur|madame|mademoiselle) ?[A-ZÉÈ]?[\w-]*)"
)
_NUMBER: Final = re.compile(
    r"\b(?:(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)?\s?(?:[a-zé°%€]\w*|[%€°])"
    r"|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|cent|mille)(?:-\w+)? [a-zé]\w{2,}"
    r"|(?:di|ving|quinz|douz|tren|quaran|cinquan|cen)\w*aines?|demi-heure|quart d'heure|demi-journée|la moitié)\b",
    re.IGNORECASE,
)
_CLITICS: Final = r"(?:ne |n'|me |m'|le |la |les |l'|lui |leur |y |en |nous |vous |te |se |s')*"
_ADVERBS: Final = (
    r"(?:(?:bien|tout|toujours|aussi|juste|vite|encore|déjà|d'abord|ensuite|vraiment|beaucoup|souvent|même|simplement|"
    r"directement|tous|toutes|moi-même|rapidement|immédiatement|aussitôt|donc|pas|jamais|rien|plus) )*"
)
_MOVED: Final = r"(?:re)?(?:all|ven|part|arriv|mont|descend|entr|rentr|sort|rest|pass|tomb|tourn|dev|interv)\w*"
_COMPOUND: Final = (
    rf"{_CLITICS}(?:(?:ai|avais) {_ADVERBS}|(?:me |m')(?:suis|étais) {_ADVERBS}|(?:suis|étais) {_ADVERBS}(?={_MOVED}))"
    r"(?P<part>[\w-]+)(?!')"
)
_SOON: Final = rf"(?:vais|allais|viens de|venais de) {_CLITICS}(?P<soon>\w+(?:er|ir|re))\b"
_DEED: Final = re.compile(rf"\bj(?:e |')(?!m'appel)(?:{_COMPOUND}|{_SOON}|{_CLITICS}(?P<form>[\w-]+))", re.IGNORECASE)
_OWN_PAST: Final = re.compile(rf"\bj(?:e |'){_COMPOUND}", re.IGNORECASE)
_GROUP_PAST: Final = re.compile(
    rf"\b(?:(?:on a|nous avons) {_ADVERBS}|(?:on est|nous sommes) {_ADVERBS}(?={_MOVED}))(?P<part>[\w-]+)(?!')",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(
    r"(?:^|[,;:.]|\bet|\bpuis|\bensuite|\bmais)\s?(?:(?:et|puis|ensuite|d'abord|après|aussi|tout|bien) )*"
    r"(?P<form>\w{2,})\b(?!')",
    re.IGNORECASE,
)
_NOT_A_DEED: Final = frozenset(
    "depuis puis lui oui mardi lundi jeudi samedi vendredi ici qui si ni midi été su".split()
)
_CAUSED: Final = re.compile(r" (?P<verb>\w+(?:er|ir|re))\b")
"""What is made to happen (« j'ai fait manger ») is the gesture, not « faire »."""
_DENIES: Final = re.compile(r"\b(?:ne |n'|pas |jamais )", re.IGNORECASE)
_SPEAKS_AS_I: Final = re.compile(r"\bj(?:e\b|')", re.IGNORECASE)


class Clue(Struct, forbid_unknown_fields=True, frozen=True):
    """The words of one kind of sign: a list, or a text of single words."""

    mots: tuple[str, ...] | str

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words one by one."""
        return tuple(self.mots.split()) if isinstance(self.mots, str) else self.mots


@dataclass(frozen=True, slots=True)
class Signs:
    """What one sentence holds: the words for each point, and for what else a question may ask."""

    points: tuple[tuple[Point, str], ...]
    deeds: tuple[str, ...]
    habit: str
    others: str
    number: str
    trace: str
    only_weak_verbs: bool

    def words_for(self, point: Point) -> str:
        """Return the words that give a point, or nothing."""
        return dict(self.points).get(point, "")


@lru_cache(maxsize=1)
def clues() -> dict[str, re.Pattern[str]]:
    """Return, for each kind of sign, what finds its words in a text with straight apostrophes."""
    return {kind: _finder(clue.words) for kind, clue in read_toml(CLUES, dict[str, Clue]).items()}


def plain(text: str) -> str:
    """Return a text with straight apostrophes and single spaces, so that a pattern is written once."""
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


@lru_cache(maxsize=KEPT_SENTENCES)
def read_signs(text: str, who: WhoDidWhat) -> Signs:
    """Look in a sentence for the signs of a proof."""
    text = plain(text)
    forms = _deed_forms(text, who)
    deeds = gestures(forms)
    past = _compound_past(text) or (" ".join(text.split()[:2]) if _is_telegraphic(text, who) else "")
    habit = found("habitude", text) or ("" if past else found("moments", text))
    points = {
        Point.DEED: _own_deed(text, who),
        Point.ONCE: found("une_fois", text) or _first(_DATE, text) or ("" if habit else past),
        Point.CONTEXT: _first(_AT, text) or found("contexte", text) or _first(_YEAR, text),
        Point.MEANS: found("moyens", text) or _means(text) or found("outils", text),
        Point.STEPS: found("etapes", text) or (", ".join(deeds[:3]) if len(deeds) >= 2 else ""),
        Point.DECISION: found("decision", text),
        Point.RESULT: found("resultat", text),
    }
    return Signs(
        points=tuple((point, words) for point, words in points.items() if words),
        deeds=deeds,
        habit=habit,
        others=_others(text),
        number=_first(_NUMBER, text),
        trace=found("traces", text),
        only_weak_verbs=not deeds and any(clues()["verbes_faibles"].fullmatch(f) for f in forms),
    )


def found(kind: str, text: str) -> str:
    """Return the first words of a kind in a text with straight apostrophes, or nothing."""
    return _first(clues()[kind], text)


def _finder(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    shapes = [re.escape(w).replace(r"\*", r"\w*") + ("" if w.endswith("'") else r"(?![\w-])") for w in longest_first]
    return re.compile(r"(?<![\w-])(?:" + "|".join(shapes) + ")", re.IGNORECASE)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group().strip() if match else ""


def gestures(forms: Iterable[str]) -> tuple[str, ...]:
    """Return the verb forms that show a gesture: neither a weak verb, nor a state or a thought."""
    dull = (clues()["verbes_faibles"], clues()["verbes_sans_geste"])
    return tuple(f for f in forms if not any(kind.fullmatch(f) for kind in dull) and not supposed_form(f))


def own_forms(text: str, *, telegraphic: bool = False) -> tuple[str, ...]:
    """Return the verb forms of what the person says she did, in the order of a text."""
    placed = {m.start(): form for m in _DEED.finditer(text) if (form := _form(m))}
    if placed or telegraphic:
        for match in _ALSO.finditer(text):
            form = match["form"].lower()
            if form not in _NOT_A_DEED and is_participle(form):
                placed[match.start("form")] = form
    return tuple(form for _, form in sorted(placed.items()))


def _form(match: re.Match[str]) -> str:
    part = (match["part"] or "").lower()
    if (part and not is_participle(part)) or _DENIES.search(match.group()):
        return ""
    form = part or (match["soon"] or match["form"]).lower()
    caused = _CAUSED.match(match.string, match.end())
    return caused["verb"] if form.startswith("fai") and caused and caused["verb"] in infinitives() else form


def _deed_forms(text: str, who: WhoDidWhat) -> tuple[str, ...]:
    return own_forms(text, telegraphic=_is_telegraphic(text, who))


def _is_telegraphic(text: str, who: WhoDidWhat) -> bool:
    """Say whether a deed is told without any subject (« Scanné les colis »)."""
    return who.actor is Actor.SELF and who.reality is Reality.DONE and not _SPEAKS_AS_I.search(text)


def _own_deed(text: str, who: WhoDidWhat) -> str:
    if who.actor is not Actor.SELF or who.reality is not Reality.DONE:
        return ""
    told = [m for m in _DEED.finditer(text) if (form := _form(m)) and not clues()["verbes_sans_geste"].fullmatch(form)]
    match = next((m for m in told if gestures([_form(m)])), told[0] if told else None)
    if match is None and _is_telegraphic(text, who):
        return " ".join(who.reality_words) or " ".join(text.split()[:2])
    return match.group() if match else ""


def _compound_past(text: str) -> str:
    matches = (*_OWN_PAST.finditer(text), *_GROUP_PAST.finditer(text))
    return next((m.group() for m in matches if is_participle(m["part"].lower()) and not _DENIES.search(m.group())), "")


def _means(text: str) -> str:
    for match in _WITH.finditer(text):
        if not is_person(match["noun"].lower()) and not clues()["autres"].fullmatch(match["noun"]):
            return match.group()
    return ""


def _others(text: str) -> str:
    named = _first(_NAME, text)
    if named:
        return named
    person = next((w for w in re.findall(r"[\w-]+", text.lower()) if is_person(w)), "")
    return person or found("autres", text)
