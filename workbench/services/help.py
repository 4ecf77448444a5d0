"""The help that is shipped in `ressources/aide`: its pages, what is found in them, and the steps of the tour."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from workbench.errors import UnreadableFileError
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

FOLDER = RESSOURCES / "aide"
LONGEST_EXCERPT = 110

_HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"[*_`]+")
_SIGNS = re.compile(r"[>|#]|-{3,}")


class _Entry(Struct, forbid_unknown_fields=True):
    """A page as the table of contents names it."""

    id: str
    rooms: list[str]


class _Contents(Struct, forbid_unknown_fields=True):
    """The file `sommaire.toml`."""

    pages: list[_Entry]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page: Markdown whose first heading is its title; `rooms` are the screens that it explains."""

    id: str
    title: str
    text: str
    rooms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Where words were found: a page, the heading above them, and the line around them."""

    page: HelpPage
    heading: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class TourStep:
    """A stop of the tour: the room that it brings up, the name of what it shows, and a few words of Markdown."""

    room: str
    target: str
    title: str
    text: str


class _Tour(Struct, forbid_unknown_fields=True):
    """The file `visite.toml`."""

    steps: tuple[TourStep, ...]


def load_pages(folder: Path = FOLDER) -> tuple[HelpPage, ...]:
    """Return the pages in the order of the table of contents.

    Raises:
        UnreadableFileError: a page is missing.
    """
    return tuple(_page(folder, entry) for entry in read_toml(folder / "sommaire.toml", _Contents).pages)


def load_tour(folder: Path = FOLDER) -> tuple[TourStep, ...]:
    """Return the stops of the tour."""
    return read_toml(folder / "visite.toml", _Tour).steps


def search(pages: Iterable[HelpPage], words: str) -> tuple[Found, ...]:
    """Return the sections where each word begins a word, whatever the accents; titles and headings come first."""
    wanted = _folded(words).split()
    if not wanted:
        return ()
    found = [(_rank(f, wanted), f) for page in pages for f in _sections(page, wanted)]
    return tuple(f for _, f in sorted(found, key=lambda pair: -pair[0]))


def _page(folder: Path, entry: _Entry) -> HelpPage:
    try:
        text = (folder / f"{entry.id}.md").read_text("utf-8")
    except OSError as error:
        raise UnreadableFileError(
            f"La page d’aide « {entry.id} » manque : installez de nouveau Établi pour la retrouver."
        ) from error
    title = _HEADING.search(text)
    return HelpPage(entry.id, title[1] if title else entry.id, text, tuple(entry.rooms))


def _sections(page: HelpPage, wanted: list[str]) -> Iterator[Found]:
    headings = list(_HEADING.finditer(page.text))
    ends = [h.start() for h in headings[1:]] + [len(page.text)]
    for heading, end in zip(headings, ends, strict=True):
        body = plain(page.text[heading.end() : end])
        if all(_holds(f"{heading[1]}\n{body}", word) for word in wanted):
            yield Found(page, plain(heading[1]), _excerpt(body, wanted))


def _rank(found: Found, wanted: list[str]) -> int:
    in_heading = sum(_holds(found.heading, word) for word in wanted)
    return in_heading * (3 if found.heading == found.page.title else 2)


def _excerpt(body: str, wanted: list[str]) -> str:
    """Return the first line that holds one of the words, or the first line, cut short."""
    kept = [line.strip() for line in body.splitlines() if line.strip()]
    line = next((one for one in kept if any(_holds(one, word) for word in wanted)), kept[0] if kept else "")
    return line if len(line) <= LONGEST_EXCERPT else line[:LONGEST_EXCERPT].rsplit(" ", 1)[0] + "…"


def plain(text: str) -> str:
    """Return Markdown without its signs."""
    words = _SIGNS.sub(" ", _EMPHASIS.sub("", _LINK.sub(r"\1", text)))
    return re.sub(r" +", " ", words).strip()


def _holds(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}", _folded(text)) is not None


def _folded(text: str) -> str:
    plain_letters = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("’", "'"))
    return "".join(c for c in plain_letters if not unicodedata.combining(c))
