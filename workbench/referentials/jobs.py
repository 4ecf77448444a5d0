"""From the name that people give to a job to the ROME codes that certifications name it by."""

import functools
import re
from collections.abc import Sequence
from typing import Final

import msgspec

from workbench.paths import RESSOURCES
from workbench.referentials.words import plain
from workbench.resources import read_toml

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
    found = _WORD.findall(plain(text))
    return tuple(word.removesuffix("s") if len(word) > SHORTEST_NAME else word for word in found)
