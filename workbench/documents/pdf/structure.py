"""The logical structure of a PDF: which marked content belongs to which heading, paragraph, table…"""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence: `mcid` on the page of that index, from 0."""

    page: int
    mcid: int


@dataclass(slots=True)
class Element:
    """A structure element; its kids grow while the pages are drawn. `scope` and `summary` are for tables."""

    tag: str
    kids: list["Kid"] = field(default_factory=list)
    alternative: str = ""
    summary: str = ""
    scope: str = ""
    box: tuple[float, float, float, float] | None = None

    def add(self, tag: str, *, alternative: str = "", summary: str = "", scope: str = "") -> "Element":
        """Append a child and return it."""
        child = Element(tag, alternative=alternative, summary=summary, scope=scope)
        self.kids.append(child)
        return child


Kid: TypeAlias = Element | Mark
