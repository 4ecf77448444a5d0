"""How the list of a bloc is cut into competences, and how a counsellor corrects it.

A cut is spans of the certifier's own text: a correction moves limits, it never rewrites a word.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from workbench.domain.positions import Span

_PART: Final = re.compile(r"\.\d+$")
_NAMES: Final = re.compile(r"[^\W\d_]{3}")
"""What tells words from the bullets and numbers of a list."""
_BULLETS_AT_END: Final = re.compile(r"[\s*•▪◦●○■□➢➤►‣·✓✔§\uf0b7\uf0a7–—-]+\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """One competence of a cut; its code stays with it whatever is joined or split around it."""

    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cut:
    """The text of a bloc and the pieces of it that are competences, in order and apart from one another."""

    bloc: str
    text: str
    pieces: tuple[Piece, ...]

    def title(self, index: int) -> str:
        """Return the wording of a piece."""
        return wording(self.text, self.pieces[index].span)

    def piece_at(self, position: int) -> int | None:
        """Return the index of the piece that holds a position, its two ends included, or None."""
        found = (n for n, p in enumerate(self.pieces) if p.span.start <= position <= p.span.end)
        return next(found, None)

    def gap_at(self, position: int) -> Span | None:
        """Return the words left out around a position, or None."""
        gaps = (self._words_of(gap) for gap in self.gaps())
        return next((gap for gap in gaps if gap.start <= position <= gap.end and not gap.is_empty), None)

    def gaps(self) -> tuple[Span, ...]:
        """Return what is left out before, between and after the pieces, without blanks; there may be nothing in it."""
        return tuple(_stripped(self.text, start, end) for start, end in self._between())

    def segments(self) -> tuple[tuple[Span, int | None], ...]:
        """Return all that the text holds, in order: pieces with their index, what is left out with None.

        A piece begins with the bullet or number before it.
        """
        found: list[tuple[Span, int | None]] = []
        for number, gap in enumerate(self.gaps()):
            words = self._words_of(gap) if number < len(self.pieces) else gap
            if not words.is_empty:
                found.append((words, None))
            if number < len(self.pieces):
                piece = self.pieces[number].span
                found.append((Span(_stripped(self.text, words.end, piece.end).start, piece.end), number))
        return tuple(found)

    def _words_of(self, gap: Span) -> Span:
        """Return what is left out without the bullets and numbers of the next piece; there may be nothing in it."""
        if _NAMES.search(self.text, gap.start, gap.end) is None:
            return Span(gap.start, gap.start)
        bullets = _BULLETS_AT_END.search(self.text[: gap.end], gap.start)
        return Span(gap.start, bullets.start() if bullets else gap.end)

    def is_sound(self) -> bool:
        """Say whether every piece has words of the text and its own code, after those before it."""
        ends = [0, *(p.span.end for p in self.pieces)]
        apart = all(end <= p.span.start for end, p in zip(ends, self.pieces, strict=False))
        codes = {p.code for p in self.pieces}
        worded = all(p.code and wording(self.text, p.span) for p in self.pieces)
        return apart and worded and len(codes) == len(self.pieces) and ends[-1] <= len(self.text)

    def _between(self) -> Iterator[tuple[int, int]]:
        starts = [*(p.span.start for p in self.pieces), len(self.text)]
        ends = [0, *(p.span.end for p in self.pieces)]
        return zip(ends, starts, strict=True)


@dataclass(frozen=True, slots=True)
class CutEntry:
    """An entry of the journal of corrections; without pieces, the bloc returns to its automatic cut.

    `at` is ISO 8601 in UTC; `origin` is the file of the colleague that it came from; with `retracts`, the
    identifier of another entry, it only takes that one back.
    """

    id: str
    at: str
    author: str
    fiche: str
    bloc: str
    text: str = ""
    pieces: tuple[Piece, ...] = ()
    origin: str = ""
    retracts: str = ""

    @property
    def cut(self) -> Cut:
        """Return the cut that this entry asks for."""
        return Cut(self.bloc, self.text, self.pieces)


@dataclass(frozen=True, slots=True)
class CutHistory:
    """What stands for one bloc: its last correction, and the identifiers to retract to undo and to redo."""

    entry: CutEntry | None = None
    undoable: str = ""
    redoable: str = ""


@dataclass(frozen=True, slots=True)
class BlocCut:
    """A bloc as its correction is seen: the automatic cut, the one in force, and where that comes from.

    `missed` are the corrected competences that are not found again in a text that changed since.
    """

    fiche: str
    title: str
    automatic: Cut
    cut: Cut
    history: CutHistory = field(default_factory=CutHistory)
    missed: tuple[str, ...] = ()

    @property
    def is_corrected(self) -> bool:
        """Say whether a correction is in force that cuts otherwise than the rules."""
        return self.cut != self.automatic


def wording(text: str, span: Span) -> str:
    """Return the words of a span on one line, without the sign that parts it from the next."""
    return " ".join(text[span.start : span.end].split()).rstrip(" ;,")


def join(cut: Cut, index: int) -> Cut:
    """Return the cut with a piece and the next one as one, what lies between included; the first gives its code."""
    if not 0 <= index < len(cut.pieces) - 1:
        return cut
    first, second = cut.pieces[index : index + 2]
    joined = Piece(first.code, Span(first.span.start, second.span.end))
    return replace(cut, pieces=(*cut.pieces[:index], joined, *cut.pieces[index + 2 :]))


def split(cut: Cut, position: int, begins: Callable[[str, int], int] | None = None) -> Cut:
    """Return the cut with the piece at a position in two, or as it is where one side would have no word.

    `begins` returns where the words begin after the marks of a list at a position.
    """
    index = cut.piece_at(position)
    if index is None:
        return cut
    piece = cut.pieces[index]
    begin = max(position, begins(cut.text, position)) if begins else position
    first = _stripped(cut.text, piece.span.start, position)
    second = _stripped(cut.text, min(begin, piece.span.end), piece.span.end)
    if not (_has_words(cut.text, first) and _has_words(cut.text, second)):
        return cut
    parts = (
        Piece(piece.code, Span(piece.span.start, first.end)),
        Piece(_new_code(piece.code, cut.pieces), Span(second.start, piece.span.end)),
    )
    return replace(cut, pieces=(*cut.pieces[:index], *parts, *cut.pieces[index + 1 :]))


def drop(cut: Cut, index: int) -> Cut:
    """Return the cut without a piece that is no competence; the last one stays."""
    if not 0 <= index < len(cut.pieces) or len(cut.pieces) == 1:
        return cut
    return replace(cut, pieces=cut.pieces[:index] + cut.pieces[index + 1 :])


def take(cut: Cut, position: int, automatic: Cut) -> Cut:
    """Return the cut with the text left out around a position as a competence.

    Where the automatic cut has a competence there, that one comes back with its code.
    """
    gap = cut.gap_at(position)
    if gap is None or not _has_words(cut.text, gap):
        return cut
    known = [p for p in automatic.pieces if gap.start <= p.span.start and p.span.end <= gap.end]
    nearest = min(known, key=lambda p: max(p.span.start - position, position - p.span.end), default=None)
    if nearest is not None:
        return _with_piece(cut, _renamed(nearest, cut.pieces))
    before = [p.code for p in cut.pieces if p.span.end <= gap.start]
    code = _new_code(before[-1], cut.pieces) if before else _new_code(f"{cut.bloc}-C00", cut.pieces)
    return _with_piece(cut, Piece(code, gap))


def reapplied(entry: CutEntry, automatic: Cut) -> tuple[Cut, tuple[int, ...]]:
    """Return a correction brought to the text of today, and which of its pieces (indices) are not found there again.

    Blanks aside, a piece has to be worded as it was and lie in the same order. What is new around the pieces that
    are found is cut automatically; one that the automatic cut would now go on from, or begin before, is not found.
    """
    if entry.text == automatic.text:
        return replace(entry.cut, bloc=automatic.bloc), ()
    wanted = list(range(len(entry.pieces)))
    while True:
        places = _found_again(entry.cut, wanted, automatic.text)
        kept = list(places)
        old = replace(entry.cut, pieces=tuple(entry.pieces[n] for n in kept))
        made = replace(automatic, pieces=tuple(Piece(entry.pieces[n].code, span) for n, span in places.items()))
        added, broken = _around(old, made, automatic)
        if not broken:
            lost = (n for n in range(len(entry.pieces)) if n not in places)
            return _with_pieces(made, added), tuple(lost)
        wanted = [n for place, n in enumerate(kept) if place not in broken]


def seen(fiche: str, title: str, automatic: Cut, history: CutHistory, before: Cut | None = None) -> BlocCut:
    """Return a bloc with the correction that stands for it, applied where that can be.

    `before` is how the rules cut the text that was corrected: what they would have done too is not missed.
    """
    entry = history.entry
    if entry is None or not entry.pieces:
        return BlocCut(fiche, title, automatic, automatic, history)
    corrected, lost = reapplied(entry, automatic)
    known = {piece.span for piece in before.pieces} if before else set()
    missed = tuple(entry.cut.title(n) for n in lost if entry.pieces[n].span not in known)
    return BlocCut(fiche, title, automatic, corrected, history, missed)


def read_histories(entries: Iterable[CutEntry]) -> dict[tuple[str, str], CutHistory]:
    """Return what stands for each bloc, by fiche and bloc, after the entries of a journal in their order."""
    grouped: dict[tuple[str, str], list[CutEntry]] = {}
    for entry in entries:
        grouped.setdefault((entry.fiche, entry.bloc), []).append(entry)
    return {key: _history(found) for key, found in grouped.items()}


def _history(entries: Sequence[CutEntry]) -> CutHistory:
    by_id = {entry.id: entry for entry in entries}
    gone: set[str] = set()
    for entry in reversed(entries):
        if entry.retracts and entry.id not in gone:
            gone.add(entry.retracts)
    redoable: list[str] = []
    for entry in entries:
        target = by_id.get(entry.retracts)
        if not entry.retracts:
            redoable.clear()
        elif target is not None and target.retracts:
            redoable = [one for one in redoable if one != target.id]
        else:
            redoable.append(entry.id)
    standing = next((e for e in reversed(entries) if not e.retracts and e.id not in gone), None)
    return CutHistory(standing, standing.id if standing else "", redoable[-1] if redoable else "")


def _found_again(cut: Cut, wanted: Sequence[int], text: str) -> dict[int, Span]:
    """Return where some pieces of a cut lie in another text, one after the other."""
    places: dict[int, Span] = {}
    since = 0
    for number in wanted:
        words = _words(cut.text, cut.pieces[number].span)
        found = re.compile(r"\s+".join(map(re.escape, words))).search(text, since)
        if found is not None:
            places[number] = Span(*found.span())
            since = found.end()
    return places


def _around(old: Cut, made: Cut, automatic: Cut) -> tuple[list[Piece], set[int]]:
    """Return what the rules find around pieces that were found again, and which of these (indices) that breaks."""
    added: list[Piece] = []
    broken: set[int] = set()
    for number, (before, now) in enumerate(zip(old.gaps(), made.gaps(), strict=True)):
        if _words(old.text, before) == _words(made.text, now):
            continue
        for piece in automatic.pieces:
            if not piece.span.overlaps(now):
                continue
            added.append(piece)
            broken |= {number - 1} if piece.span.start < now.start else set()
            broken |= {number} if piece.span.end > now.end else set()
    # Before the first and after the last, a piece may stretch over the blanks that no gap has: that breaks nothing.
    return added, broken & set(range(len(made.pieces)))


def _with_pieces(cut: Cut, added: Iterable[Piece]) -> Cut:
    for piece in added:
        cut = _with_piece(cut, _renamed(piece, cut.pieces))
    return cut


def _with_piece(cut: Cut, piece: Piece) -> Cut:
    return replace(cut, pieces=tuple(sorted((*cut.pieces, piece), key=lambda p: p.span.start)))


def _renamed(piece: Piece, others: Sequence[Piece]) -> Piece:
    taken = any(piece.code == other.code for other in others)
    return replace(piece, code=_new_code(piece.code, others)) if taken else piece


def _new_code(code: str, pieces: Sequence[Piece]) -> str:
    """Return a code that no piece has: `…-C04.2` is a second part of what was `…-C04`."""
    used, base = {piece.code for piece in pieces}, _PART.sub("", code)
    return next(made for number in count(2) if (made := f"{base}.{number}") not in used)


def _has_words(text: str, span: Span) -> bool:
    return any(c.isalnum() for c in text[span.start : span.end])


def _words(text: str, span: Span) -> list[str]:
    return text[span.start : span.end].split()


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
