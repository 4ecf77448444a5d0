"""Words as people type them in a hurry, written so that the parser knows them.

« jai », « jy », « cest », « ya »: the parser would take them for nouns. Only who-did-what reads the result; passages
and words keep the person's own spelling.
"""

import re
from typing import Final

_HURRIED: Final = {
    "jai": "j'ai", "jétais": "j'étais", "jetais": "j'étais", "javais": "j'avais", "jaurais": "j'aurais",
    "jen": "j'en", "jy": "j'y", "jaime": "j'aime", "jaimerais": "j'aimerais", "jarrivais": "j'arrivais",
    "jallais": "j'allais", "jaidais": "j'aidais", "jouvrais": "j'ouvrais", "cest": "c'est", "cétait": "c'était",
    "cetait": "c'était", "ya": "il y a", "yavait": "il y avait", "quil": "qu'il", "quon": "qu'on",
    "sil": "s'il", "lavais": "l'avais", "mavait": "m'avait", "dabord": "d'abord", "jusqua": "jusqu'à",
    "aujourdhui": "aujourd'hui", "chui": "je suis", "chais": "je sais", "jsuis": "je suis", "jfais": "je fais",
    "jfaisais": "je faisais", "jpouvais": "je pouvais", "jdevais": "je devais", "jmettais": "je mettais",
    "jprenais": "je prenais", "nai": "n'ai", "navais": "n'avais", "nétait": "n'était", "netait": "n'était",
}  # fmt: skip
_WORD: Final = re.compile(r"\b[^\W\d_]+\b")
_SHOUTING: Final = 0.7
"""Share of capitals from which a sentence is read in lower case."""


def as_written_slowly(text: str) -> str:
    """Return a sentence with the usual shortcuts spelt out, and in lower case if it shouts."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 3 and sum(c.isupper() for c in letters) > _SHOUTING * len(letters):
        text = text[:1] + text[1:].lower()
    return _WORD.sub(_spell_out, text)


def _spell_out(match: re.Match[str]) -> str:
    word = match.group()
    plain = _HURRIED.get(word.lower())
    if plain is None:
        return word
    return plain[:1].upper() + plain[1:] if word[:1].isupper() else plain
