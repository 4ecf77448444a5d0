"""Finding fiches: the SQL of words, of numbers and of filters."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from workbench.domain.catalogue import Filters
from workbench.referentials.jobs import SHORTEST_NAME, everyday_codes, jobs_query
from workbench.referentials.words import number_asked, plain, query

LIGHT: Final = "SELECT f.heading, a.origin, a.active FROM facets a JOIN fiches f ON f.id = a.id"
_TITLES: Final = "{code title jobs}"
_EVERYWHERE: Final = "{code title jobs blocs lists}"
_WEIGHTS: Final = "0, 20, 10, 5, 1"
"""What a word weighs in each of these columns."""
_IS_JOB: Final = "(a.kind IN ('ROME', 'ESCO'))"
_JOBS_ASKED: Final = 12
"""How many métiers a name may stand for: the first letters of a word begin hundreds."""

Rows = Callable[[str, Sequence[object]], list[Any]]
"""Runs a query and returns all its rows."""


@dataclass(frozen=True, slots=True)
class _Condition:
    """What narrows a query down: SQL that begins with AND, and its parameters."""

    sql: str
    values: tuple[object, ...]


def find(rows: Rows, words: str, limit: int, filters: Filters, starred: Collection[str]) -> list[Any]:
    """Return the light rows of the fiches that hold all the words and pass the filters, active ones first.

    The words are looked for in the titles and jobs first, then as the name of a job, then in the competences;
    certifications come before the métiers of the ROME and ESCO, which would hide them by their number.
    Without words, every fiche that passes the filters is found.
    """
    narrow = _narrowed(filters, starred)
    if not words.strip():
        sql = f"{LIGHT} WHERE 1 {narrow.sql} ORDER BY {_IS_JOB}, a.active DESC, a.code LIMIT ?"
        return rows(sql, (*narrow.values, limit))
    codes = number_asked(words)
    if codes:
        return _numbered(rows, codes, limit, narrow)
    asked = query(words)
    return _worded(rows, words, asked, limit, narrow) if asked else []


def _narrowed(filters: Filters, starred: Collection[str]) -> _Condition:
    parts = list(_parts(filters, starred))
    sql = "".join(f" AND {part}" for part, _ in parts)
    return _Condition(sql, tuple(value for _, values in parts for value in values))


def _parts(filters: Filters, starred: Collection[str]) -> Iterator[tuple[str, tuple[object, ...]]]:
    if filters.active_only:
        yield "a.active", ()
    if filters.kind is not None:
        yield "a.kind = ?", (str(filters.kind),)
    if filters.level is not None:
        yield "a.level = ?", (filters.level,)
    if filters.open_to_vae:
        yield "a.vae", ()
    if rome := "".join(filters.rome.split()).upper():
        yield "instr(a.rome, ?)", (f" {rome}",)
    for word in plain(filters.certifier).split():
        yield "instr(a.certifiers, ?)", (word,)
    if filters.starred:
        yield f"a.code IN ({', '.join('?' * len(starred))})", tuple(starred)


def _numbered(rows: Rows, codes: Sequence[str], limit: int, narrow: _Condition) -> list[Any]:
    """Return the rows of these codes, then of those that begin so."""
    exact = f"{LIGHT} WHERE a.code IN ({', '.join('?' * len(codes))}) {narrow.sql} ORDER BY a.code"
    found = rows(exact, (*codes, *narrow.values))
    for code in codes:
        longer = f"{LIGHT} WHERE a.code > ? AND a.code < ? {narrow.sql} ORDER BY a.active DESC, a.code LIMIT ?"
        found += rows(longer, (code, code + ":", *narrow.values, limit))
    return found[:limit]


def _worded(rows: Rows, words: str, asked: str, limit: int, narrow: _Condition) -> list[Any]:
    """Return the light rows for words: each scope is gone through once, the last only where the others are not enough.

    Active fiches come first; then what is named so before what only holds the words; then certifications.
    """
    if not rows(f"SELECT 1 FROM facets a WHERE 1 {narrow.sql} LIMIT 1", narrow.values):  # noqa: S608
        return []
    named = (f"{_TITLES} : ({asked})", *_job_scope(rows, words, asked))
    places: dict[int, tuple[object, ...]] = {}
    for stage, scopes in enumerate((named, (f"{_EVERYWHERE} : ({asked})",))):
        for number, scope in enumerate(scopes):
            for order, (row_id, active, is_job) in enumerate(_matching(rows, scope, limit, narrow)):
                place = (not active, stage, is_job, number, order)
                places[row_id] = min(place, places.get(row_id, place))
        if sum(not place[0] for place in places.values()) >= limit:
            break
    best = sorted(places, key=lambda row_id: places[row_id])[:limit]
    found = {row[-1]: row[:-1] for row in _by_ids(rows, best)}
    return [found[row_id] for row_id in best]


def _job_scope(rows: Rows, words: str, asked: str) -> tuple[str, ...]:
    """Return the query for the fiches that lead to the jobs that people call so, if there are any."""
    if len(words.strip()) < SHORTEST_NAME:
        return ()
    found = rows(
        "SELECT a.rome FROM words JOIN facets a ON a.id = words.rowid WHERE words MATCH ?"  # noqa: S608
        f" AND a.kind = 'ROME' ORDER BY bm25(words, {_WEIGHTS}), a.code LIMIT ?",
        (f"{_TITLES} : ({asked})", _JOBS_ASKED),
    )
    return jobs_query([*everyday_codes(words), *(code for (codes,) in found for code in codes.split())])


def _matching(rows: Rows, asked: str, limit: int, narrow: _Condition) -> list[Any]:
    """Return the ids of the best for an FTS5 query, with whether each is active and a métier; no content is read."""
    return rows(
        f"SELECT a.id, a.active, {_IS_JOB} AS is_job FROM words JOIN facets a ON a.id = words.rowid"  # noqa: S608
        f" WHERE words MATCH ? {narrow.sql} ORDER BY a.active DESC, is_job, bm25(words, {_WEIGHTS}), a.code LIMIT ?",
        (asked, *narrow.values, limit),
    )


def _by_ids(rows: Rows, ids: Sequence[int]) -> list[Any]:
    """Return the light rows of these ids in any order, each with its id at the end."""
    light = LIGHT.replace(" FROM ", ", a.id FROM ", 1)
    return rows(f"{light} WHERE a.id IN ({', '.join('?' * len(ids))})", ids)
