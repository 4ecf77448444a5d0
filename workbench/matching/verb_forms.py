"""Verb forms told from their letters and the list of infinitives, without a parse."""

import re
from functools import lru_cache
from typing import Final

from workbench.matching.tenses import is_conditional, is_future
from workbench.paths import RESSOURCES

INFINITIVES: Final = RESSOURCES / "lexique" / "infinitifs.txt"

_IRREGULAR: Final = re.compile(
    r"(?:re|ré|r|dé|dés|com|ap|sur|sou|entre|main|ob|con|pro|re?de|inter|inscr|décr)?"
    r"(?:pris|mis|assis|acquis|dit|fait|écrit|crit|conduit|produit|construit|duit|truit|cuit|ouvert|couvert|offert|"
    r"servi|suivi|vécu|peint|éteint|atteint|joint|craint|vu|lu|bu|su|cru|dû|pu|eu|tenu|venu|reçu|perçu|couru|voulu|"
    r"fallu|plu|mort|né|été|connu|paru|battu|cousu|résolu)"
)
_CONDITIONAL_OR_FUTURE: Final = re.compile(r"\b(?P<stem>\w+r)(?:ais|ait|ions|iez|aient|ai|as|a|ons|ez|ont)\b")


@lru_cache(maxsize=1)
def infinitives() -> frozenset[str]:
    """Return the French infinitives that are shipped."""
    lines = INFINITIVES.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_participle(word: str) -> bool:
    """Say whether a word in lower case may be a past participle, whatever its agreement."""
    bare = re.sub(r"(?<=[éiust])(?:es?|s)$", "", word) if not _IRREGULAR.fullmatch(word) else word
    if _IRREGULAR.fullmatch(bare) or _IRREGULAR.fullmatch(bare + "s"):
        return True
    stem, known = bare[:-1], infinitives()
    if bare.endswith("é"):
        return stem + "er" in known
    if bare.endswith("i"):
        return stem + "ir" in known
    return bare.endswith("u") and any(stem + ending in known for ending in ("re", "ir", "oir"))


def supposed_form(low: str) -> str:
    """Return the first form of a text in lower case that is in the conditional or the future, or nothing."""
    for match in _CONDITIONAL_OR_FUTURE.finditer(low):
        form, stem = match.group(), match["stem"]
        lemma = next((verb for verb in (stem, stem + "e") if verb in infinitives()), "")
        if is_conditional(form, lemma) or is_future(form, lemma):
            return form
    return ""
