"""What can happen to a dossier. A change is what was meant; an event is a change with who, when and in what order."""

from dataclasses import dataclass
from typing import Final, get_args

from workbench.domain.analysis import Actor, Reality
from workbench.domain.attachment_changes import AttachmentChange
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.handover_changes import HandoverChange
from workbench.domain.mastery import Mastery, Rater
from workbench.domain.migration import Correspondence
from workbench.domain.positioning_changes import PositioningChange
from workbench.domain.positions import Edit, Span
from workbench.domain.question_changes import QuestionChange
from workbench.domain.referential import Fiche
from workbench.domain.vae_changes import VaeChange


@dataclass(frozen=True, slots=True)
class DossierCreated:
    """A dossier was opened for a person."""

    person: Person
    counsellor: str
    trame: str


@dataclass(frozen=True, slots=True)
class PersonDescribed:
    """What is known of the person was rewritten."""

    person: Person


@dataclass(frozen=True, slots=True)
class TrameChosen:
    """Another interview guide was chosen."""

    trame: str


@dataclass(frozen=True, slots=True)
class StepAnswered:
    """A field of the interview guide was filled (`step.field`)."""

    field: str
    answer: str


@dataclass(frozen=True, slots=True)
class StepVisited:
    """A step of the interview guide was open for a while, in one go; `began` is ISO 8601.

    This measures and changes nothing: it is never undone. `title` is what the step was called then.
    """

    interview_id: str
    step: str
    title: str
    began: str
    seconds: int


@dataclass(frozen=True, slots=True)
class ExperienceWritten:
    """An experience was added, or rewritten if its identifier is known."""

    experience: Experience


@dataclass(frozen=True, slots=True)
class ExperienceRemoved:
    """An experience was taken out, with its récits, what was accepted in them and its attached files."""

    experience_id: str


@dataclass(frozen=True, slots=True)
class RecitStarted:
    """A story was begun about an experience."""

    recit_id: str
    experience_id: str
    title: str


@dataclass(frozen=True, slots=True)
class RecitRenamed:
    """A story got another title."""

    recit_id: str
    title: str


@dataclass(frozen=True, slots=True)
class RecitRemoved:
    """A story was taken out, with what was accepted, refused and overruled in it."""

    recit_id: str


@dataclass(frozen=True, slots=True)
class TextEdited:
    """A second's typing in a récit: edits in the order in which they were made."""

    recit_id: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class FicheAdded:
    """A referential was added to the dossier, or replaced by another version of itself."""

    fiche: Fiche


@dataclass(frozen=True, slots=True)
class FicheRemoved:
    """A referential was taken out; what was accepted for it waits for its return."""

    code: str


@dataclass(frozen=True, slots=True)
class FicheMigrated:
    """A referential gave way to its successor; `before` is the version whose correspondences were confirmed.

    What was decided of a competence without correspondence stays with `before`, kept under `archive_id`.
    """

    archive_id: str
    before: Fiche
    after: Fiche
    correspondences: tuple[Correspondence, ...]


@dataclass(frozen=True, slots=True)
class EvidenceAccepted:
    """A passage was accepted as showing a competence."""

    evidence_id: str
    recit_id: str
    span: Span
    fiche: str
    competence: str
    strength: Strength
    suggested: bool


@dataclass(frozen=True, slots=True)
class EvidenceRated:
    """The strength of a proof was set."""

    evidence_id: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class EvidenceReassigned:
    """A passage was said to show another competence; its words, strength and identifier stay."""

    evidence_id: str
    fiche: str
    competence: str


@dataclass(frozen=True, slots=True)
class EvidenceRemoved:
    """A passage was taken back."""

    evidence_id: str


@dataclass(frozen=True, slots=True)
class ClaimConfirmed:
    """The person read a passage back and said that it shows the competence."""

    evidence_id: str


@dataclass(frozen=True, slots=True)
class ClaimReworded:
    """The person confirmed a passage in other words, kept beside those of the story; none takes them back."""

    evidence_id: str
    wording: str


@dataclass(frozen=True, slots=True)
class ClaimWithdrawn:
    """The person does not want a passage to show the competence: it proves nothing, and is kept to be brought back."""

    evidence_id: str


@dataclass(frozen=True, slots=True)
class ClaimRestored:
    """The person wants a passage that she withdrew to show the competence again."""

    evidence_id: str


@dataclass(frozen=True, slots=True)
class MasteryRated:
    """The person or the counsellor said how well a competence is mastered; None takes it back."""

    fiche: str
    competence: str
    rater: Rater
    mastery: Mastery | None


@dataclass(frozen=True, slots=True)
class SuggestionRefused:
    """A suggestion was refused for a passage."""

    refusal_id: str
    recit_id: str
    span: Span
    fiche: str
    competence: str


@dataclass(frozen=True, slots=True)
class RefusalRemoved:
    """A refusal was taken back: the competence may be suggested again."""

    refusal_id: str


@dataclass(frozen=True, slots=True)
class SuggestionPostponed:
    """A suggestion was put off for a passage: neither accepted nor refused."""

    postponing_id: str
    recit_id: str
    span: Span
    fiche: str
    competence: str


@dataclass(frozen=True, slots=True)
class PostponingRemoved:
    """A suggestion that was put off is taken up again."""

    postponing_id: str


@dataclass(frozen=True, slots=True)
class CompetenceSilenced:
    """A competence is no longer suggested anywhere in the dossier."""

    fiche: str
    competence: str


@dataclass(frozen=True, slots=True)
class CompetenceHeard:
    """A competence that was silenced may be suggested again."""

    fiche: str
    competence: str


@dataclass(frozen=True, slots=True)
class ActorOverruled:
    """The counsellor said who acts in a passage and whether it was done, in place of what was said of it before."""

    overruling_id: str
    recit_id: str
    span: Span
    actor: Actor
    reality: Reality


@dataclass(frozen=True, slots=True)
class OverrulingRemoved:
    """What the counsellor said of a passage was taken back: the analysis is believed again."""

    overruling_id: str


@dataclass(frozen=True, slots=True)
class ExampleWithdrawn:
    """What was decided of a passage (accepted or refused, by its identifier) no longer teaches the engine."""

    example_id: str


@dataclass(frozen=True, slots=True)
class ExampleRestored:
    """What was decided of a passage teaches the engine again."""

    example_id: str


@dataclass(frozen=True, slots=True)
class Retracted:
    """An earlier event no longer counts; retracting a retraction makes it count again."""

    event_id: str


@dataclass(frozen=True, slots=True)
class ReturnedTo:
    """The dossier was brought back to what it was just after an earlier event; retracting this undoes it."""

    event_id: str


Change = (
    DossierCreated
    | PersonDescribed
    | TrameChosen
    | StepAnswered
    | StepVisited
    | ExperienceWritten
    | ExperienceRemoved
    | RecitStarted
    | RecitRenamed
    | RecitRemoved
    | TextEdited
    | FicheAdded
    | FicheRemoved
    | FicheMigrated
    | EvidenceAccepted
    | EvidenceRated
    | EvidenceReassigned
    | EvidenceRemoved
    | ClaimConfirmed
    | ClaimReworded
    | ClaimWithdrawn
    | ClaimRestored
    | MasteryRated
    | SuggestionRefused
    | RefusalRemoved
    | SuggestionPostponed
    | PostponingRemoved
    | CompetenceSilenced
    | CompetenceHeard
    | ActorOverruled
    | OverrulingRemoved
    | ExampleWithdrawn
    | ExampleRestored
    | PositioningChange
    | VaeChange
    | QuestionChange
    | AttachmentChange
    | HandoverChange
    | Retracted
    | ReturnedTo
)

LASTING: Final = (StepVisited, *get_args(HandoverChange))
"""What happened outside the dossier: it is never undone, and coming back to an earlier moment leaves it there."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a dossier's journal.

    `clock` grows by one with each event of a dossier (a Lamport clock: two copies can be merged and
    ordered by clock, then identifier); `at` is ISO 8601 in UTC; `author` is who sat at the desk.
    """

    id: str
    dossier_id: str
    clock: int
    at: str
    author: str
    change: Change
