"""From the name that people give to a job to the ROME codes that certifications name it by."""

import functools
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

import msgspec

from workbench.paths import RESSOURCES
from workbench.referentials.records import read_heading
from workbench.referentials.words import indexed
from workbench.resources import read_toml

_CODE: Final = re.compile(r"([A-N]\d{4}|Z\d{4}) ")
_WORD: Final = re.compile(r"[^\W_]+")
SHORTEST_NAME: Final = 3
"""Fewer letters begin too many names."""


class _Job(msgspec.Struct, frozen=True):
    noms: list[str]
    rome: list[str]


class _Jobs(msgspec.Struct, frozen=True):
    metier: list[_Job]


def everyday_codes(words: str) -> tuple[str, ...]:
    """Return the ROME codes of the jobs that everyday French calls so, the last word as far as it is typed."""
    asked = _words(words)
    if not asked or len(asked[-1]) < SHORTEST_NAME:
        return ()
    return tuple(code for name, codes in _everyday() if _begins(name, asked) for code in codes)


def rome_codes(heading: bytes) -> tuple[str, ...]:
    """Return the ROME codes among the jobs of a fiche, as its row holds it."""
    found = (_CODE.match(job) for job in read_heading(heading, "").jobs)
    return tuple(code[1] for code in found if code)


def jobs_query(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the FTS5 query for the fiches that lead to one of these, or nothing if there is none."""
    asked = " OR ".join(f'"{code}"' for code in dict.fromkeys(codes))
    return (f"{{jobs}} : ({asked})",) if asked else ()


@functools.cache
def _everyday() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    jobs = read_toml(RESSOURCES / "metiers.toml", _Jobs).metier
    return tuple((_words(name), tuple(job.rome)) for job in jobs for name in job.noms)


def _begins(name: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Say whether these are the first words of the name, the last one perhaps not finished."""
    *whole, last = asked
    here = name[len(whole) : len(asked)]
    return list(name[: len(whole)]) == whole and bool(here) and here[0].startswith(last)


def _words(text: str) -> tuple[str, ...]:
    """Return the words without accents, ligatures, capitals nor plural."""
    plain = unicodedata.normalize("NFKD", indexed(text).lower())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(word.removesuffix("s") if len(word) > SHORTEST_NAME else word for word in _WORD.findall(letters))
