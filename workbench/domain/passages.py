"""Passages of stories, found by identifier, that follow the typing: moved in groups, placed one by one when read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from workbench.domain.positions import Edit, Span, move

CLUSTER = 32
"""Passages in a cluster: an edit looks into the clusters that it touches and shifts the others whole."""


class Placed(Protocol):
    """What a passage has to be: a frozen dataclass with a place in a récit."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """Return what names it in its dossier."""

    @property
    def recit_id(self) -> str:
        """Return the story that it lies in."""

    @property
    def span(self) -> Span:
        """Return its place."""


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Neighbouring passages of a récit; none lies before `first` nor ends after `last`."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    first: int
    last: int

    def moved(self, shift: int, edit: Edit) -> "_Cluster":
        """Return the cluster, first brought `shift` further, after an edit."""
        return _cluster(self.keys, [_moved_span(span, shift, edit) for span in self.spans])

    def placed(self, shift: int) -> Iterator[tuple[str, Span]]:
        """Give each passage with its place, `shift` further than noted."""
        if not shift:
            return zip(self.keys, self.spans, strict=True)
        return ((key, Span(s.start + shift, s.end + shift)) for key, s in zip(self.keys, self.spans, strict=True))


_Track = tuple[tuple[int, _Cluster], ...]
"""The clusters of one récit, each with how much further than noted it lies."""


class PassageMap(Mapping[str, P], Generic[P]):
    """Passages by identifier, in order of entry; never changed, each change gives another map that shares the rest."""

    __slots__ = ("_items", "_read", "_tracks")

    def __init__(self, items: Mapping[str, P] | None = None, tracks: Mapping[str, _Track] | None = None) -> None:
        """Hold no passage; the arguments are for this class, which knows where what it holds lies."""
        self._items = items or {}
        self._tracks = tracks or {}
        self._read: dict[str, P] | None = None

    def __getitem__(self, key: str) -> P:
        """Return a passage where it lies now."""
        return self._placed()[key]

    def __iter__(self) -> Iterator[str]:
        """Give the identifiers, in order of entry."""
        return iter(self._items)

    def __len__(self) -> int:
        """Count the passages."""
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        """Say whether a passage is known, without placing any."""
        return key in self._items

    def __repr__(self) -> str:
        """Show the passages."""
        return f"PassageMap({list(self._placed().values())!r})"

    def touching(self, recit_id: str, span: Span) -> tuple[P, ...]:
        """Return the passages that share a character with `span`, placing those around it only."""
        found = [
            (key, place)
            for shift, cluster in self._tracks.get(recit_id, ())
            if cluster.first + shift < span.end and cluster.last + shift > span.start
            for key, place in cluster.placed(shift)
            if place.overlaps(span)
        ]
        return tuple(_put(self._items[key], place) for key, place in found)

    def with_item(self, item: P) -> "PassageMap[P]":
        """Return the map with a passage, in place of the one of the same identifier."""
        tracks = self._tracks_without([item.id])
        track = _inserted(tracks.get(item.recit_id, ()), item.id, item.span)
        return PassageMap({**self._items, item.id: item}, {**tracks, item.recit_id: track})

    def amended(self, key: str, **fields: object) -> "PassageMap[P]":
        """Return the map with some fields of a passage rewritten (not its place); an unknown key changes nothing."""
        if key not in self._items:
            return self
        return PassageMap({**self._items, key: replace(self._items[key], **fields)}, self._tracks)

    def amended_each(self, fields: Mapping[str, Mapping[str, object]]) -> "PassageMap[P]":
        """Return the map with some fields of known passages rewritten (not their places), by identifier."""
        if not fields:
            return self
        rewritten = {key: replace(self._items[key], **given) for key, given in fields.items()}
        return PassageMap({**self._items, **rewritten}, self._tracks)

    def without(self, keys: Iterable[str]) -> "PassageMap[P]":
        """Return the map without some passages."""
        gone = set(keys)
        return PassageMap({k: v for k, v in self._items.items() if k not in gone}, self._tracks_without(gone))

    def without_recits(self, recits: Iterable[str]) -> "PassageMap[P]":
        """Return the map without the passages of some récits."""
        gone = set(recits)
        return PassageMap(
            {k: v for k, v in self._items.items() if v.recit_id not in gone},
            {k: v for k, v in self._tracks.items() if k not in gone},
        )

    def moved(self, recit_id: str, edits: Sequence[Edit]) -> "PassageMap[P]":
        """Return the map with the passages of a récit where its edits bring them."""
        track = self._tracks.get(recit_id)
        if not track:
            return self
        for edit in edits:
            track = _moved_track(track, edit)
        return PassageMap(self._items, {**self._tracks, recit_id: track})

    def _tracks_without(self, keys: Iterable[str]) -> dict[str, _Track]:
        gone = {key: self._items[key].recit_id for key in keys if key in self._items}
        tracks = dict(self._tracks)
        for recit_id in set(gone.values()):
            tracks[recit_id] = _stripped(tracks[recit_id], gone.keys())
        return tracks

    def _placed(self) -> dict[str, P]:
        """Return every passage where it lies, worked out once."""
        if self._read is None:
            clusters = [pair for track in self._tracks.values() for pair in track]
            places = {key: span for shift, cluster in clusters for key, span in cluster.placed(shift)}
            self._read = {key: _put(item, places[key]) for key, item in self._items.items()}
        return self._read


def _put(item: P, span: Span) -> P:
    return item if item.span == span else replace(item, span=span)


def _cluster(keys: Sequence[str], spans: Sequence[Span]) -> _Cluster:
    return _Cluster(tuple(keys), tuple(spans), min(s.start for s in spans), max(s.end for s in spans))


def _moved_track(track: _Track, edit: Edit) -> _Track:
    """Return a track after an edit; a cluster wholly before or after it is not looked into."""
    start, end, gained = edit.start, edit.start + edit.removed, edit.shift
    return tuple(
        (shift, cluster)
        if cluster.last + shift <= start
        else (shift + gained, cluster)
        if cluster.first + shift > end
        else (0, cluster.moved(shift, edit))
        for shift, cluster in track
    )


def _moved_span(span: Span, shift: int, edit: Edit) -> Span:
    start, end = span.start + shift, span.end + shift
    if end <= edit.start:
        return Span(start, end) if shift else span
    if start > edit.start + edit.removed:
        return Span(start + edit.shift, end + edit.shift)
    return move(Span(start, end), edit)


def _inserted(track: _Track, key: str, span: Span) -> _Track:
    """Return a track with one more passage, in the last cluster that begins before it; a full cluster is cut in two."""
    if not track:
        return ((0, _cluster([key], [span])),)
    before = [n for n, (shift, cluster) in enumerate(track) if cluster.first + shift <= span.start]
    number = before[-1] if before else 0
    shift, cluster = track[number]
    placed = sorted([*cluster.placed(shift), (key, span)], key=lambda p: p[1].start)
    cut = len(placed) // 2 if len(placed) > CLUSTER else len(placed)
    parts = tuple((0, _cluster(*zip(*part, strict=True))) for part in (placed[:cut], placed[cut:]) if part)
    return (*track[:number], *parts, *track[number + 1 :])


def _stripped(track: _Track, gone: Iterable[str]) -> _Track:
    """Return a track without some passages."""
    keys = set(gone)
    stripped = []
    for shift, cluster in track:
        if keys.isdisjoint(cluster.keys):
            stripped.append((shift, cluster))
        elif left := [(k, s) for k, s in zip(cluster.keys, cluster.spans, strict=True) if k not in keys]:
            stripped.append((shift, _cluster(*zip(*left, strict=True))))
    return tuple(stripped)
