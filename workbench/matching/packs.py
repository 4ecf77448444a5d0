"""Packs of spoken examples: what people say when they show a competence.

A pack is a TOML file of `ressources/exemples`, keyed by fiche; each of its entries names a competence
by its code and by a print (`empreinte`) of its wording, so that it finds its competence again when the
official list is worded or cut a little differently. A print is a set of hashed word stems: it holds no
official text.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

from msgspec import Struct

from workbench.domain.referential import Competence
from workbench.matching.words import content_words
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

PACKS: Final = RESSOURCES / "exemples"
SAME_WORDING: Final = 0.5
SAME_ELSEWHERE: Final = 0.9
"""Likeness of prints from which an example of one fiche serves another as it is."""
PART_OF_WORDING: Final = 0.85
SMALLEST_PART: Final = 4
"""Stems; shorter wordings are found whole or not at all."""


class PackEntry(Struct, forbid_unknown_fields=True, frozen=True):
    """The examples of one competence: what shows it (`dit`), what resembles it and shows none (`pas`).

    `refuse` is what does not show it and may show others, as learnt at a desk.
    """

    code: str
    dit: tuple[str, ...]
    pas: tuple[str, ...] = ()
    empreinte: str = ""
    refuse: tuple[str, ...] = ()


class Pack(Struct, forbid_unknown_fields=True, frozen=True):
    """The examples written for one fiche."""

    fiche: str
    metier: str
    competence: tuple[PackEntry, ...]


def pack_files(folder: Path = PACKS) -> list[Path]:
    """Return the files that hold packs, in order of name."""
    return sorted(folder.glob("*.toml"))


def read_packs(folder: Path = PACKS) -> tuple[Pack, ...]:
    """Return every pack of a folder, in order of file name.

    Raises:
        UnreadableFileError: a pack is not what it should be; the sentence names it.
    """
    return tuple(read_toml(path, Pack) for path in pack_files(folder))


def fingerprint(title: str) -> frozenset[str]:
    """Return the print of a competence's wording: the hashes of its stems, 16 bits each."""
    return frozenset(blake2b(w.stem.encode(), digest_size=2).hexdigest() for w in content_words(title))


def written_print(title: str) -> str:
    """Return a print as a pack holds it."""
    return " ".join(sorted(fingerprint(title)))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of stems that two prints have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def find_competences(entries: Sequence[PackEntry], competences: Iterable[Competence]) -> dict[str, list[int]]:
    """Return, for each competence's code, the entries (by index) written for it.

    An entry goes to the competences most like it, and to those that are a part of its wording or hold it
    whole, as happens when a list is cut otherwise.
    """
    prints = [(c.code, fingerprint(c.title)) for c in competences]
    found: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        own = frozenset(entry.empreinte.split())
        best = max((likeness(own, other) for _, other in prints), default=0.0)
        for code, other in prints:
            alike = likeness(own, other)
            if (alike >= SAME_WORDING and alike >= best - 0.01) or _is_part(own, other):
                found.setdefault(code, []).append(index)
    return found


def _is_part(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller >= SMALLEST_PART and len(one & other) >= PART_OF_WORDING * smaller
