"""Words as people type them in a hurry, written so that the parser knows them.

« jai », « jouvrais », « cest », « on ma dit », « etait »: the parser would take them for nouns. Only who-did-what
reads the result; passages and words keep the person's own spelling.
"""

import re
from typing import Final

from workbench.matching.verb_forms import infinitives, is_participle

_HURRIED: Final = {
    "jai": "j'ai", "jétais": "j'étais", "jetais": "j'étais", "javais": "j'avais", "jaurais": "j'aurais",
    "jen": "j'en", "jy": "j'y", "cest": "c'est", "cétait": "c'était", "cetait": "c'était", "cetai": "c'était",
    "cété": "c'était", "ct": "c'était", "ya": "il y a", "yavait": "il y avait", "quil": "qu'il", "quelle": "quelle",
    "quon": "qu'on", "sil": "s'il", "lavais": "l'avais", "mavait": "m'avait", "mont": "m'ont", "dabord": "d'abord",
    "jusqua": "jusqu'à", "jusquà": "jusqu'à", "aujourdhui": "aujourd'hui", "chui": "je suis", "chuis": "je suis",
    "chais": "je sais", "jsuis": "je suis", "jfais": "je fais", "jfaisais": "je faisais", "jpouvais": "je pouvais",
    "jdevais": "je devais", "jmettais": "je mettais", "jprenais": "je prenais", "nai": "n'ai", "navais": "n'avais",
    "nétait": "n'était", "netait": "n'était", "etait": "était", "etais": "étais", "etaient": "étaient",
    "etai": "était", "étai": "était", "etions": "étions", "apres": "après", "tres": "très", "deja": "déjà",
    "meme": "même", "ete": "été", "voila": "voilà", "psk": "parce que", "pcq": "parce que", "tt": "tout",
    "qd": "quand", "bcp": "beaucoup", "ds": "dans", "pr": "pour", "ms": "mais",
}  # fmt: skip
_WORD: Final = re.compile(r"\b[^\W\d_]+\b")
_AUXILIARY: Final = re.compile(
    r"\b(?P<who>on|il|elle|ils|elles|qui|ça|ca)(?P<no>\s+n[e'’]?)?\s+(?P<me>[mtl])a\s+(?P<what>[^\W\d_]+)",
    re.IGNORECASE,
)
"""« on ma mis », « elle la lavé »: a pronoun and an auxiliary, run together."""
_ELIDED: Final = re.compile(r"j(?P<verb>h?[aeiouyéèêâô]\w+?)(?P<ending>e|ais|ai|é)")
_AFTER_JE: Final = re.compile(r"\bje\s$", re.IGNORECASE)
"""« je jetais » is no « j'étais »."""
_SHOUTING: Final = 0.7
"""Share of capitals from which a sentence is read in lower case."""


def as_written_slowly(text: str) -> str:
    """Return a sentence with the usual shortcuts spelt out, and in lower case if it shouts."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 3 and sum(c.isupper() for c in letters) > _SHOUTING * len(letters):
        text = text[:1] + text[1:].lower()
    return _AUXILIARY.sub(_part_auxiliary, _WORD.sub(_spell_out, text))


def _spell_out(match: re.Match[str]) -> str:
    word = match.group()
    if _AFTER_JE.search(match.string[: match.start()]):
        return word
    plain = _HURRIED.get(word.lower()) or _part_pronoun(word.lower())
    if plain is None:
        return word
    return plain[:1].upper() + plain[1:] if word[:1].isupper() else plain


def _part_pronoun(word: str) -> str | None:
    """Return « j'ouvrais » for « jouvrais », where a verb begins so and no verb in j- does."""
    match = _ELIDED.fullmatch(word)
    if match is None:
        return None
    endings = ("er",) if match["ending"] in {"e", "é"} else ("er", "ir", "re", "oir")
    known = infinitives()
    if any("j" + match["verb"] + e in known for e in endings) or not any(match["verb"] + e in known for e in endings):
        return None
    return f"j'{word[1:]}"


def _part_auxiliary(match: re.Match[str]) -> str:
    if not is_participle(match["what"].lower()):
        return match.group()
    return f"{match['who']}{match['no'] or ''} {match['me']}'a {match['what']}"
