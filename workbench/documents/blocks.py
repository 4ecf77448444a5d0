"""The neutral document: what it says and in which order, whatever the format it is written in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, TypeAlias

from workbench.documents.colours import ACCENT

SHORT_QUOTE: Final = 500
"""Characters of a quote that stays whole on a page, with its source."""


class Emphasis(Enum):
    """How much a run of words stands out of its paragraph."""

    NONE = "none"
    STRONG = "strong"
    SOFT = "soft"


class Tone(Enum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share one emphasis."""

    text: str
    emphasis: Emphasis = Emphasis.NONE


@dataclass(frozen=True, slots=True)
class Cover:
    """The head of the first page: whose document it is, since when, and what it is not."""

    title: str
    name: str
    facts: tuple[tuple[str, str], ...]
    mention: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; the title of the document stands above them."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, run by run."""

    runs: tuple[Run, ...]
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, and the line that says where they come from, weightiest word first."""

    text: str
    strength: str
    source: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `weights` share the width between the columns."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` out of `whole`."""

    label: str
    value: int
    whole: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars that show a table which stands beside them; `alternative` says in words what they show."""

    title: str
    bars: tuple[Bar, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of an axis of time, both days in it; `is_whole` unless its beginning or its end was not said."""

    label: str
    first: date
    last: date
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Stretches on one axis of time, which a table beside them tells too; `alternative` says what they show."""

    title: str
    spans: tuple[TimeSpan, ...]
    alternative: str

    @property
    def years(self) -> tuple[int, int]:
        """Return the first year of the axis and the one after its last."""
        return min(s.first.year for s in self.spans), max(s.last.year for s in self.spans) + 1

    def share(self, span: TimeSpan) -> tuple[float, float]:
        """Return where a stretch begins and ends on the axis, from 0 to 1."""
        first, last = self.years
        start = date(first, 1, 1).toordinal()
        whole = date(last, 1, 1).toordinal() - start
        return (span.first.toordinal() - start) / whole, (span.last.toordinal() + 1 - start) / whole


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list whose order carries no meaning."""

    items: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Names and what they stand for, a line each."""

    caption: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning or a mention that must not be missed."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """Where one person signs."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """The places where people sign, side by side."""

    places: tuple[SignaturePlace, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (JPEG, upright, sRGB) as large as the page lets it be; `alternative` stands for it in words."""

    content: bytes
    alternative: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a page."""


Block: TypeAlias = (
    Cover
    | Heading
    | Paragraph
    | Quote
    | Table
    | BarChart
    | TimeLine
    | BulletList
    | KeyValues
    | Notice
    | Signatures
    | Picture
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a document carries inside, where its format allows it.

    It `supplements` the document, or is its data.
    """

    name: str
    media_type: str
    description: str
    content: bytes
    supplements: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every page bears of an organisation: its colour, a line above and below, a logo (PNG) on the first."""

    accent: str = ACCENT
    header: str = ""
    footer: str = ""
    logo: bytes = b""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document; `author` is the person whose document it is, `mention` is repeated on every page.

    `large` asks for large type, upright and without serifs, for people who read with difficulty.
    """

    title: str
    author: str
    subject: str
    mention: str
    on: date
    blocks: tuple[Block, ...]
    language: str = "fr-FR"
    attachments: tuple[Attachment, ...] = ()
    large: bool = False
    layout: Letterhead = Letterhead()


def plain(text: str, tone: Tone = Tone.BODY) -> Paragraph:
    """Return a paragraph without emphasis."""
    return Paragraph((Run(text),), tone)


def joined(parts: Sequence[str], mark: str = " · ") -> str:
    """Return the parts that are not empty, joined on one line."""
    return mark.join(part.strip() for part in parts if part.strip())
