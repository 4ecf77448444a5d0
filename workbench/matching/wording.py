"""How a competence is worded: what is done and to what, apart from the means, the purpose, the public and the setting.

« Nettoyer les sols en choisissant le produit adapté afin de garantir l'hygiène » says *what* in its
first four words; the rest helps, but must not win over another competence's main clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.domain.positions import Span


class Part(StrEnum):
    """What a piece of a wording says."""

    DEED = "geste"
    MEANS = "moyen"
    PURPOSE = "but"
    PUBLIC = "public"
    SETTING = "cadre"


_STARTS: Final = {
    Part.PURPOSE: r"afin\s+(?:de|d['’]|que)|pour\s+\w+(?:er|ir|re|oir)\b|en\s+vue\s+d"
    r"|de\s+(?:manière|façon|sorte)\s+(?:à|que)|dans\s+(?:le|un)\s+but|dans\s+l['’]objectif|pour\s+que\b",
    Part.MEANS: r"(?:tout\s+)?en\s+\w+ant\b|à\s+l['’]aide|au\s+moyen|à\s+partir\s+d|grâce\s+à|par\s+le\s+biais"
    r"|en\s+s['’]appuyant|via\s",
    Part.SETTING: r"dans\s+(?:le|un)\s+(?:respect|cadre|contexte)|selon\s|conformément"
    r"|en\s+(?:fonction|conformité|lien|situation)|en\s+(?:tenant\s+compte|respectant)|au\s+sein\s+d|lors\s+d|sous\s+(?:la|le)\s+(?:responsabilité|contrôle)|suivant\s",
    Part.PUBLIC: r"auprès\s+d|à\s+destination\s+d|envers\s+l|à\s+l['’]égard\s+d",
}
"""How each part begins; a setting is looked for before a means: « en tenant compte » is no tool."""
_ORDER: Final = (Part.PURPOSE, Part.SETTING, Part.PUBLIC, Part.MEANS)
_BOUNDARY: Final = re.compile(
    r"[,;]?\s+(?=(?:" + "|".join(f"(?P<{part.name}>{_STARTS[part]})" for part in _ORDER) + r"))", re.IGNORECASE
)
_OPENING: Final = re.compile(rf"(?:{'|'.join(_STARTS.values())}|lors\b|dans\s+la\b)[^,]*,\s*", re.IGNORECASE)
_KIND_OF_OPENING: Final = {part: re.compile(_STARTS[part], re.IGNORECASE) for part in _ORDER}
_VERB: Final = re.compile(
    r"(?:s['’]|se\s+)?\w+(?:er|ir|re|oir)\b(?:\s+(?:et|ou|,)\s+(?:s['’]|se\s+)?\w+(?:er|ir|re|oir)\b)*", re.IGNORECASE
)
_LEAST_DEED: Final = 8
"""Characters before which no other part may begin."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A competence's title and its parts in order; together they hold every word of it."""

    title: str
    parts: tuple[tuple[Part, Span], ...]

    @property
    def main(self) -> str:
        """Return the main clause: the deed and its object."""
        return " ".join(self.said(Part.DEED))

    @property
    def tail(self) -> str:
        """Return all that stands around the main clause."""
        return " ".join(self.title[s.start : s.end] for part, s in self.parts if part is not Part.DEED)

    @property
    def verb(self) -> str:
        """Return what is done (« Accueillir », « Réceptionner et contrôler »), or nothing where no verb opens."""
        found = _VERB.match(self.main)
        return found.group() if found else ""

    @property
    def object(self) -> str:
        """Return what it is done to: the main clause after its verb."""
        return self.main[len(self.verb) :].strip()

    def said(self, part: Part) -> list[str]:
        """Return the pieces of one kind, in order."""
        return [self.title[s.start : s.end] for kind, s in self.parts if kind is part]


def read_wording(title: str) -> Wording:
    """Return the parts of a competence's title; positions are characters of it."""
    opening = _OPENING.match(title)
    start = opening.end() if opening else 0
    parts = [(_kind_of(title), _trimmed(title, 0, start))] if opening else []
    parts += [(part, _trimmed(title, a, b)) for part, a, b in _pieces(title, start)]
    return Wording(title, tuple((part, span) for part, span in parts if span.end > span.start))


def _pieces(title: str, start: int) -> Iterator[tuple[Part, int, int]]:
    """Give each part from `start` on with where it begins and ends; the first is the deed."""
    part, begin = Part.DEED, start
    for found in _BOUNDARY.finditer(title, min(len(title), start + _LEAST_DEED)):
        yield part, begin, found.start()
        part, begin = Part[found.lastgroup or ""], found.end()
    yield part, begin, len(title)


def _kind_of(opening: str) -> Part:
    return next((part for part in _ORDER if _KIND_OF_OPENING[part].match(opening)), Part.SETTING)


def _trimmed(title: str, start: int, end: int) -> Span:
    piece = title[start:end]
    left = len(piece) - len(piece.lstrip(" ,;"))
    return Span(start + left, max(start + left, end - (len(piece) - len(piece.rstrip(" ,;.")))))
