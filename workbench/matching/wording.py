"""How a competence is worded: its main clause apart from means, purpose and setting.

« Nettoyer les sols en choisissant le produit adapté afin de garantir l'hygiène » says *what* in its
first five words; the rest helps, but must not win over another competence's main clause.
"""

import re
from dataclasses import dataclass
from typing import Final

_TAIL: Final = re.compile(
    r"[,;]?\s+(?=(?:afin\s+(?:de|d|que)|pour\s+\w+(?:er|ir|re|oir)\b|en\s+(?:vue\s+de|\w+ant\b)|dans\s+le\s+(?:respect|cadre)|"
    r"selon\s|conformément|à\s+l['’]aide|au\s+moyen|à\s+partir\s+d|en\s+(?:fonction|conformité|lien)|"
    r"tout\s+en\s|de\s+manière\s+à|de\s+façon\s+à|en\s+tenant)\b)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"^(?:en\s+\w+ant|selon|dans\s+le|dans\s+la|à\s+l['’]aide|à\s+partir|conformément|au\s+moyen|lors)\b[^,]*,\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The characters of a competence's title: its main clause, and everything around it."""

    main: str
    tail: str


def read_wording(title: str) -> Wording:
    """Return the main clause of a competence and its tails."""
    opening = _OPENING.match(title)
    start = opening.end() if opening else 0
    cut = _TAIL.search(title, start + 8)
    end = cut.start() if cut else len(title)
    return Wording(title[start:end], f"{title[:start]} {title[end:]}".strip())
