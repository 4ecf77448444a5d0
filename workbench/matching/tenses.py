"""Conditional and future, told from the form itself: the tagger mistakes « préparais » and « devais » for them."""

import re
from typing import Final

_CONDITIONAL: Final = re.compile(r"(\w+r)(?:ais|ait|ions|iez|aient)$")
_FUTURE: Final = re.compile(r"(\w+r)(?:ai|as|a|ons|ez|ont)$")
_IRREGULAR_STEMS: Final = """
    aur ser ir fer pourr voudr devr saur viendr tiendr faudr verr enverr mourr courr vaudr recevr apercevr
    pleuvr acquerr cueiller décevr assiér siér
    """.split()
_PREFIXES: Final = ("", "re", "ré", "dé", "par", "pré", "con", "entre", "main", "sou", "sub", "sur", "ob", "ap")


def is_conditional(form: str, lemma: str) -> bool:
    """Say whether a verb form is in the conditional; `lemma` is its infinitive."""
    return _built_on_infinitive(_CONDITIONAL, form.lower(), lemma.lower())


def is_future(form: str, lemma: str) -> bool:
    """Say whether a verb form is in the simple future; `lemma` is its infinitive."""
    return _built_on_infinitive(_FUTURE, form.lower(), lemma.lower())


def _built_on_infinitive(shape: re.Pattern[str], form: str, lemma: str) -> bool:
    match = shape.match(form)
    if match is None:
        return False
    stem = match.group(1)
    if lemma in {stem, f"{stem}e"}:
        return True
    return any(stem == prefix + irregular for irregular in _IRREGULAR_STEMS for prefix in _PREFIXES)
