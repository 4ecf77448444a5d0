"""What can happen to the positioning of a person before a programme."""

from dataclasses import dataclass

from workbench.domain.positioning import Duration, Note, Position, Prerequisite


@dataclass(frozen=True, slots=True)
class PositioningNoted:
    """Something was written for the whole positioning; an empty text takes it back."""

    fiche: str
    note: Note
    text: str


@dataclass(frozen=True, slots=True)
class PrerequisiteWritten:
    """A prerequisite was added, or rewritten if its identifier is known."""

    fiche: str
    prerequisite: Prerequisite


@dataclass(frozen=True, slots=True)
class PrerequisiteRemoved:
    """A prerequisite was taken out."""

    fiche: str
    prerequisite_id: str


@dataclass(frozen=True, slots=True)
class CompetencePositioned:
    """What is decided of a competence was written."""

    fiche: str
    competence: str
    position: Position


@dataclass(frozen=True, slots=True)
class ModuleTimed:
    """The duration of a module was written."""

    fiche: str
    bloc: str
    duration: Duration


PositioningChange = PositioningNoted | PrerequisiteWritten | PrerequisiteRemoved | CompetencePositioned | ModuleTimed
