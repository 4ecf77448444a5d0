"""A dossier: the person, the experiences and their récits, the evidence found in them. All immutable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType

from workbench.domain.analysis import Actor, Basis, Reality, WhoDidWhat
from workbench.domain.attachments import Attachment
from workbench.domain.handover import Consent, Handed
from workbench.domain.mastery import NOT_RATED, RatingMap, Ratings
from workbench.domain.passages import PassageMap
from workbench.domain.positioning import NOT_STARTED, Positioning, PositioningMap
from workbench.domain.positions import Span
from workbench.domain.referential import Competence, Fiche
from workbench.domain.solidity import Standing
from workbench.domain.vae import Vae


class Strength(IntEnum):
    """How well a passage proves a competence, from the weakest to the strongest."""

    TOLD = 1  # raconté
    EXPLICIT = 2  # explicité
    DOCUMENT = 3  # pièce
    ATTESTED = 4  # attesté
    CERTIFIED = 5  # garanti


class ExperienceKind(StrEnum):
    """Where an experience was gained."""

    JOB = "emploi"
    VOLUNTEERING = "benevolat"
    CARING = "aidance"
    INFORMAL = "informel"
    ABROAD = "etranger"
    TRAINING = "formation"
    HOBBY = "loisir"


@dataclass(frozen=True, slots=True)
class Person:
    """The person who owns the dossier."""

    first_name: str = ""
    last_name: str = ""
    contact: str = ""
    goal: str = ""

    @property
    def name(self) -> str:
        """Return the whole name as it is shown."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Experience:
    """One experience, under the five headings of an evidence card; the dates are as the person says them.

    (1) `tasks`: what was done, in what conditions; (2) `means`; (3) `team` and `public`: with whom, for whom;
    (4) `organisation`, `place` and the dates (« 2014 », « mars 2019 »): the frame; (5) `notes`: the rest.
    """

    id: str
    title: str
    kind: ExperienceKind = ExperienceKind.JOB
    start: str = ""
    end: str = ""
    place: str = ""
    public: str = ""
    means: str = ""
    team: str = ""
    notes: str = ""
    tasks: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Recit:
    """A story told about an experience; `begun_at` is when its first words were taken down, ISO 8601."""

    id: str
    experience_id: str
    title: str
    text: str = ""
    begun_at: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that was accepted as showing a competence.

    `agreed` is what the passage said when the person read it back and agreed; `wording` is how she put it then, if
    otherwise.
    """

    id: str
    recit_id: str
    span: Span
    fiche: str
    competence: str
    strength: Strength = Strength.TOLD
    suggested: bool = False
    agreed: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A suggestion that was refused for a passage."""

    id: str
    recit_id: str
    span: Span
    fiche: str
    competence: str


@dataclass(frozen=True, slots=True)
class Postponing:
    """A suggestion that was put off for a passage."""

    id: str
    recit_id: str
    span: Span
    fiche: str
    competence: str


@dataclass(frozen=True, slots=True)
class Overruling:
    """What the counsellor says of a passage, against what was read there: who acts, and whether it was done."""

    id: str
    recit_id: str
    span: Span
    actor: Actor
    reality: Reality

    @property
    def who(self) -> WhoDidWhat:
        """Return the reading that it stands for."""
        return WhoDidWhat(self.actor, self.reality, basis=Basis.CORRECTED)


class Outcome(StrEnum):
    """What became of a question that was proposed about a passage."""

    ASKED = "posee"
    ANSWERED = "repondue"
    SET_ASIDE = "de_cote"


@dataclass(frozen=True, slots=True)
class AskedRelance:
    """A question that was asked about a passage or set aside; how solid the passage was then, and once answered."""

    id: str
    recit_id: str
    span: Span
    code: str
    question: str
    outcome: Outcome
    before: Standing
    after: Standing | None = None


@dataclass(frozen=True, slots=True)
class PreparedQuestion:
    """A question that the counsellor prepared for the person, who may read it; `asked` once it was."""

    id: str
    question: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Archive:
    """A fiche as it was when its successor (a code) took its place, with what found no competence there.

    Evidence and refusals that stayed name `id` as their fiche: a newer edition may use the same codes.
    """

    id: str
    fiche: Fiche
    successor: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A step of the guide that was open for some seconds during an interview; `began` is ISO 8601."""

    interview_id: str
    step: str
    began: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything known of a person's dossier, keyed by identifier and in order of entry.

    `fiches` holds the referentials as they were when they were added: the dossier stays readable
    without the catalogue, whatever later exports say; `archives` holds those that gave way to a
    successor. `taken_back` holds what the person withdrew when she read it back, `ratings` how well she
    masters each competence. `withdrawn` names evidence and refusals that teach the engine nothing; `silenced` the
    competences (fiche, code) that are no longer suggested.
    """

    id: str
    person: Person = Person()
    counsellor: str = ""
    trame: str = ""
    created_at: str = ""
    updated_at: str = ""
    experiences: Mapping[str, Experience] = field(default_factory=lambda: MappingProxyType({}))
    recits: Mapping[str, Recit] = field(default_factory=lambda: MappingProxyType({}))
    evidence: PassageMap[Evidence] = field(default_factory=PassageMap)
    refusals: PassageMap[Refusal] = field(default_factory=PassageMap)
    overrulings: PassageMap[Overruling] = field(default_factory=PassageMap)
    postponed: PassageMap[Postponing] = field(default_factory=PassageMap)
    taken_back: PassageMap[Evidence] = field(default_factory=PassageMap)
    ratings: RatingMap = field(default_factory=lambda: MappingProxyType({}))
    fiches: Mapping[str, Fiche] = field(default_factory=lambda: MappingProxyType({}))
    archives: Mapping[str, Archive] = field(default_factory=lambda: MappingProxyType({}))
    positionings: PositioningMap = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    withdrawn: frozenset[str] = frozenset()
    silenced: frozenset[tuple[str, str]] = frozenset()
    visits: tuple[Visit, ...] = ()
    vae: Vae = field(default_factory=Vae)
    preparation: Mapping[str, PreparedQuestion] = field(default_factory=lambda: MappingProxyType({}))
    relances: PassageMap[AskedRelance] = field(default_factory=PassageMap)
    attachments: Mapping[str, Attachment] = field(default_factory=lambda: MappingProxyType({}))
    consents: Mapping[str, Consent] = field(default_factory=lambda: MappingProxyType({}))
    handed: Mapping[str, Handed] = field(default_factory=lambda: MappingProxyType({}))

    def passage(self, item: Evidence | Refusal | Overruling | Postponing) -> str:
        """Return the words of a passage, read from its récit."""
        recit = self.recits.get(item.recit_id)
        return recit.text[item.span.start : item.span.end] if recit else ""

    def competence_of(self, item: Evidence | Refusal | Postponing) -> Competence | None:
        """Return the competence that it speaks of, or None if its fiche was taken out."""
        archive = self.archives.get(item.fiche)
        fiche = archive.fiche if archive else self.fiches.get(item.fiche)
        return fiche.competence(item.competence) if fiche else None

    def is_confirmed(self, evidence: Evidence) -> bool:
        """Say whether the person read a passage back and agreed to the words that it has now."""
        return bool(evidence.agreed) and evidence.agreed == self.passage(evidence)

    def ratings_of(self, fiche: str, competence: str) -> Ratings:
        """Return how well a competence is mastered, as the person and the counsellor say."""
        return self.ratings.get((fiche, competence), NOT_RATED)

    def positioning_of(self, fiche: str) -> Positioning:
        """Return what was decided of a programme before it begins."""
        return self.positionings.get(fiche, NOT_STARTED)

    def evidence_in(self, recit_id: str) -> tuple[Evidence, ...]:
        """Return what was accepted in one récit, in order of entry."""
        return tuple(e for e in self.evidence.values() if e.recit_id == recit_id)

    def overruling_at(self, recit_id: str, span: Span) -> Overruling | None:
        """Return what the counsellor said of a sentence, the latest said where several touch it, or None."""
        touching = {o.id: o for o in self.overrulings.touching(recit_id, span)}
        return next((touching[key] for key in reversed(tuple(self.overrulings)) if key in touching), None)

    def evidence_for(self, fiche: str, competence: str) -> tuple[Evidence, ...]:
        """Return what was accepted for one competence, passages that lost all their words left out."""
        return tuple(
            e for e in self.evidence.values() if e.fiche == fiche and e.competence == competence and not e.span.is_empty
        )

    def without_equivalent(self, archive_id: str) -> tuple[Evidence, ...]:
        """Return what was accepted on a fiche that was archived and found no competence in its successor."""
        return tuple(e for e in self.evidence.values() if e.fiche == archive_id and not e.span.is_empty)


@dataclass(frozen=True, slots=True)
class DossierSummary:
    """A dossier as the list shows it; `words` is what its search reads."""

    id: str
    name: str
    goal: str
    updated_at: str
    experiences: int
    evidence: int
    fiches: tuple[str, ...]
    words: str = ""


def summarise(dossier: Dossier) -> DossierSummary:
    """Return what the list of dossiers shows of one."""
    words = [dossier.person.name, dossier.person.goal]
    words += [e.title for e in dossier.experiences.values()]
    words += [f"{f.code} {f.title}" for f in dossier.fiches.values()]
    words += [r.text for r in dossier.recits.values()]
    return DossierSummary(
        id=dossier.id,
        name=dossier.person.name,
        goal=dossier.person.goal,
        updated_at=dossier.updated_at,
        experiences=len(dossier.experiences),
        evidence=len(dossier.evidence),
        fiches=tuple(dossier.fiches),
        words="\n".join(words),
    )
