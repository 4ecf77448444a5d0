"""Wording a question: the bank of relances, and quoting a person so that the quote reads well on its own."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from workbench.matching.people import is_person
from workbench.matching.proof_signs import KEPT_SENTENCES, plain
from workbench.matching.verb_forms import infinitives, is_participle
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

LONGEST: Final = 60
SHORTEST: Final = 14
"""Characters of a quote; a clause shorter than `SHORTEST` says too little to stand alone."""

_OPENING: Final = re.compile(
    r"^(?:[-–—•*·>\s]+|\d+[.)]\s*|(?:et puis|et alors|et donc|et là|et|mais|puis|alors|donc|bon|ben|bah|bref|voilà|euh|"
    r"du coup|enfin|ensuite|après|par contre|sinon|ouais|oui|non|en fait|en gros|genre|quoi)\b,?\s*)+",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(
    r"\s*[,;:(–—]\s*|\s+(?=(?:et|mais|puis|parce qu\S*|pour qu\S*|quand|pendant qu\S*|alors|donc|comme|car|où|afin)\b)"
)
_SPEAKS: Final = re.compile(r"(?:moi,? )?(?:je|on|nous) |j’", re.IGNORECASE)
_DANGLING: Final = frozenset(
    """
    le la les l' un une des de du d' à au aux et ou avec pour sur dans en par sans sous chez vers mon ma mes son sa ses
    notre nos votre vos leur leurs ce cet cette ces que qu' qui dont où quand si ne n' me m' te t' se s' je j' on nous
    il elle ils elles très plus trop assez tout tous toute toutes bien pas parce comme mais puis car donc entre jusqu'
    ai suis avais étais est était y lui chaque quelques plusieurs deux trois a avait ont monsieur
    madame m mme
    """.split()
)
_STARTERS: Final = frozenset(
    """
    je j on nous il ils elle elles tu vous le la les l un une des du de d ce c cet cette ces ça cela mon ma mes
    notre nos son sa ses leur leurs moi quand si comme pendant avant après depuis pour par dans sur sous chez à
    au aux avec sans en tous tout toute toutes chaque parfois souvent toujours jamais hier puis ensuite ici là y
    quelques plusieurs certains certaines personne rien deux trois quatre cinq six sept huit neuf dix vingt
    trente cent mille lundi mardi mercredi jeudi vendredi samedi dimanche matin midi soir jour nuit début fin
    petit petite grand grande gros grosse beaucoup peu plus moins très bien mal vite entre vers même aussi mes
    tes lorsque lorsqu dès jusqu qu que qui quoi pas ne n m s t faut premier première dernier dernière parce
    faire être avoir celui celle ceux afin selon autre autres
    """.split()
)
_INFLECTED: Final = re.compile(r"\w{2,}(?:ment|ais|ait|aient|ions)$")


class Wordings(Struct, forbid_unknown_fields=True, frozen=True):
    """What a code means and the ways to ask for what lacks."""

    why: str
    questions: tuple[str, ...]


@lru_cache(maxsize=1)
def wordings() -> Mapping[str, Wordings]:
    """Return the bank of questions, by code."""
    return read_toml(RESSOURCES / "relances.toml", dict[str, Wordings])


class _Chosen:
    """The questions to ask with in place of those that are shipped, by code."""

    questions: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def use_questions(questions: Mapping[str, tuple[str, ...]]) -> None:
    """Ask with these from now on in this process; a code that they do not name keeps what is shipped."""
    _Chosen.questions = questions
    word.cache_clear()


@lru_cache(maxsize=KEPT_SENTENCES)
def word(code: str, sentence: str) -> str:
    """Word the question of a code; sentences that begin the same get the same wording, so that typing moves nothing."""
    questions = _Chosen.questions.get(code) or wordings()[code].questions
    words = quote(sentence)
    chosen = questions[sum(words[:SHORTEST].encode()) % len(questions)]
    return chosen.replace("{mots}", words)


def quote(sentence: str) -> str:
    """Return words of a sentence, at most `LONGEST` characters, that stand on their own between guillemets."""
    text = _cleaned(sentence)
    text = _OPENING.sub("", text) or text
    return _lowered(_shortened(text))


def _cleaned(sentence: str) -> str:
    """Return a sentence on one line without its own quotes, brackets, emoji or final stop."""
    text = re.sub(r"\([^)]*\)?|[«»“”\"\[\]{}]", " ", plain(sentence))
    text = "".join(c for c in text if unicodedata.category(c) not in {"So", "Sk", "Cs", "Co", "Cn"} and c != "\ufe0f")
    text = re.sub(r"\s+([,.…])", r"\1", " ".join(text.split()))
    return text.strip(" .!?…,;:-–—").replace("'", "’")


def _shortened(text: str) -> str:
    """Return the whole text if it is short, else what the person does, up to the last clause that fits."""
    if len(text) <= LONGEST:
        return text
    starts = [0, *(m.end() for m in _BREAK.finditer(text))]
    own = next((start for start in starts if _SPEAKS.match(_OPENING.sub("", text[start:]))), 0)
    return _cut(_OPENING.sub("", text[own:]) if own else text)


def _cut(text: str) -> str:
    """Cut at the last clause that fits, else at the last word that can end a quote."""
    if len(text) <= LONGEST:
        return text
    clauses = [text[: m.start()] for m in _BREAK.finditer(text) if SHORTEST <= m.start() <= LONGEST]
    whole = [c for c in clauses if not _dangles(c)]
    if whole:
        return whole[-1]
    words = text[: text.rfind(" ", 0, LONGEST)] if " " in text[:LONGEST] else text[: LONGEST - 1]
    while " " in words and _dangles(words):
        words = words[: words.rfind(" ")]
    return words.rstrip(" ,;:") + "…"


def _dangles(text: str) -> bool:
    last = re.split(r"[\s’']", text.lower().rstrip("’'"))[-1]
    return last in _DANGLING or text.endswith("’")


def _lowered(text: str) -> str:
    """Lower the first letter, unless the first word is a name or an acronym; a shouted sentence is lowered whole."""
    if text.isupper() and " " in text:
        return text.lower()
    first = re.split(r"[\s’',.-]", text, maxsplit=1)[0]
    low = first.lower()
    is_acronym = len(first) > 1 and first.isupper()
    return text if is_acronym or not _is_common(low) else text[:1].lower() + text[1:]


def _is_common(word: str) -> bool:
    """Say whether a word in lower case is surely no name."""
    known = word in _STARTERS or is_person(word) or word in infinitives()
    return known or is_participle(word) or bool(_INFLECTED.match(word))
