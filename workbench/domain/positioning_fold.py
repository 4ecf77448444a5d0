"""What each change of a positioning does to a dossier."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from workbench.domain import positioning as p
from workbench.domain import positioning_changes as c
from workbench.domain.dossier import Dossier


def _noted(positioning: p.Positioning, change: c.PositioningNoted) -> p.Positioning:
    return p.with_note(positioning, change.note, change.text)


def _prerequisite(positioning: p.Positioning, change: c.PrerequisiteWritten) -> p.Positioning:
    return p.with_prerequisite(positioning, change.prerequisite.id, change.prerequisite)


def _prerequisite_removed(positioning: p.Positioning, change: c.PrerequisiteRemoved) -> p.Positioning:
    return p.with_prerequisite(positioning, change.prerequisite_id, None)


def _positioned(positioning: p.Positioning, change: c.CompetencePositioned) -> p.Positioning:
    return p.with_position(positioning, change.competence, change.position)


def _timed(positioning: p.Positioning, change: c.ModuleTimed) -> p.Positioning:
    return p.with_duration(positioning, change.bloc, change.duration)


_RULES: Final[Mapping[type, Callable[[p.Positioning, Any], p.Positioning]]] = {
    c.PositioningNoted: _noted,
    c.PrerequisiteWritten: _prerequisite,
    c.PrerequisiteRemoved: _prerequisite_removed,
    c.CompetencePositioned: _positioned,
    c.ModuleTimed: _timed,
}


def _apply(dossier: Dossier, change: c.PositioningChange) -> Dossier:
    before = dossier.positioning_of(change.fiche)
    after = _RULES[type(change)](before, change)
    return replace(dossier, positionings=p.with_positioning(dossier.positionings, change.fiche, after))


POSITIONING_FOLDED: Final[Mapping[type, Callable[[Dossier, Any], Dossier]]] = MappingProxyType(
    dict.fromkeys(_RULES, _apply)
)
