"""What each change of a positioning is called in words."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from workbench.domain import positioning_changes as p
from workbench.domain.change_names import Names, quoted
from workbench.domain.positioning import Decision, Note

_DECISIONS: Final[Mapping[Decision | None, str]] = {
    None: "décision à prendre",
    Decision.WAIVED: "dispense",
    Decision.LIGHTENED: "allègement",
    Decision.FULL: "parcours complet",
    Decision.REINFORCED: "renforcement",
}
_NOTES: Final = {
    Note.ORGANISATION: "organisme de formation",
    Note.HELD_ON: "date",
    Note.ASSESSOR: "évaluateur",
    Note.METHOD: "méthode",
    Note.PLAN: "plan individuel",
    Note.ADJUSTMENTS: "aménagements",
    Note.RHYTHM: "rythme",
    Note.FUNDING: "financement",
}


def _noted(names: Names, change: p.PositioningNoted) -> str:
    done = "écrit" if change.text.strip() else "effacé"
    return (
        f"Positionnement : {_NOTES[change.note]}, {done}, pour {quoted(names.fiches.get(change.fiche, change.fiche))}"
    )


def _prerequisite(_: Names, change: p.PrerequisiteWritten) -> str:
    state = {None: "à vérifier", True: "acquis", False: "à acquérir"}[change.prerequisite.met]
    return f"Positionnement : préalable {quoted(change.prerequisite.title)}, {state}"


def _prerequisite_removed(_: Names, __: p.PrerequisiteRemoved) -> str:
    return "Positionnement : préalable retiré"


def _positioned(names: Names, change: p.CompetencePositioned) -> str:
    said = _DECISIONS[change.position.decision]
    competence = quoted(names.competences.get((change.fiche, change.competence), change.competence))
    return f"Positionnement : {said}, pour {competence}"


def _timed(_: Names, change: p.ModuleTimed) -> str:
    kept = "" if change.duration.kept is None else f", {change.duration.kept} min gardées"
    return f"Positionnement : {change.duration.planned} min prévues{kept} pour le module {change.bloc}"


POSITIONING_TELLERS: Final[Mapping[type, Callable[[Names, Any], str]]] = MappingProxyType(
    {
        p.PositioningNoted: _noted,
        p.PrerequisiteWritten: _prerequisite,
        p.PrerequisiteRemoved: _prerequisite_removed,
        p.CompetencePositioned: _positioned,
        p.ModuleTimed: _timed,
    }
)
