"""JSON Resume 1.2: a curriculum vitæ of the experiences and of the competences that are proved."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct, field

from workbench.documents.data.common import Proven, proven
from workbench.documents.words import KIND, period
from workbench.domain.contact import email_of, phone_of
from workbench.domain.dossier import Dossier, Experience, ExperienceKind
from workbench.domain.moments import read_moment

SCHEMA: Final = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.2.1/schema.json"
_WORK: Final = frozenset({ExperienceKind.JOB, ExperienceKind.INFORMAL, ExperienceKind.ABROAD})
_PROJECTS: Final = frozenset({ExperienceKind.CARING, ExperienceKind.HOBBY})


class Basics(Struct, omit_defaults=True):
    """The person; a way to reach the person is there where it can be told apart."""

    name: str = ""
    email: str = ""
    phone: str = ""
    summary: str = ""


class Work(Struct, rename="camel", omit_defaults=True):
    """A job, declared or not, here or abroad; `highlights` are the competences that its stories prove."""

    position: str
    location: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


class Volunteer(Struct, rename="camel", omit_defaults=True):
    """Unpaid work for others."""

    position: str
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


class Education(Struct, rename="camel", omit_defaults=True):
    """A training or a placement."""

    area: str
    institution: str = ""
    start_date: str = ""
    end_date: str = ""


class Project(Struct, rename="camel", omit_defaults=True):
    """What is neither work nor training: a relative cared for, a hobby."""

    name: str
    type: str
    start_date: str = ""
    end_date: str = ""
    description: str = ""
    highlights: tuple[str, ...] = ()


class Skill(Struct, omit_defaults=True):
    """A bloc, with its competences that are proved."""

    name: str
    keywords: tuple[str, ...]


class Meta(Struct, rename="camel"):
    """The version of the format and the day of the dossier."""

    version: str
    last_modified: str


class Resume(Struct, omit_defaults=True):
    """The whole."""

    basics: Basics
    meta: Meta
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[Skill, ...] = ()
    link: str = field(name="$schema", default_factory=lambda: SCHEMA)


def resume(dossier: Dossier, on: date) -> Resume:
    """Return the curriculum vitæ of a dossier as it stands on a date."""
    person, found = dossier.person, tuple(proven(dossier))
    experiences = tuple(dossier.experiences.values())
    return Resume(
        basics=Basics(person.name, email_of(person.contact), phone_of(person.contact), person.goal),
        meta=Meta("1.2.1", f"{on.isoformat()}T00:00:00"),
        work=tuple(_work(dossier, e, found) for e in experiences if e.kind in _WORK),
        volunteer=tuple(_volunteer(dossier, e, found) for e in experiences if e.kind is ExperienceKind.VOLUNTEERING),
        education=tuple(_education(e) for e in experiences if e.kind is ExperienceKind.TRAINING),
        projects=tuple(_project(dossier, e, found) for e in experiences if e.kind in _PROJECTS),
        skills=_skills(found),
    )


def _work(dossier: Dossier, experience: Experience, found: Iterable[Proven]) -> Work:
    start, end = _dates(experience)
    shown = _shown(dossier, experience, found)
    return Work(
        position=_title(experience),
        location=experience.place,
        start_date=start,
        end_date=end,
        summary=_summary(experience),
        highlights=shown,
    )


def _volunteer(dossier: Dossier, experience: Experience, found: Iterable[Proven]) -> Volunteer:
    start, end = _dates(experience)
    shown = _shown(dossier, experience, found)
    return Volunteer(_title(experience), start, end, _summary(experience, experience.place), shown)


def _education(experience: Experience) -> Education:
    return Education(_title(experience), experience.place, *_dates(experience))


def _project(dossier: Dossier, experience: Experience, found: Iterable[Proven]) -> Project:
    start, end = _dates(experience)
    shown = _shown(dossier, experience, found)
    summary = _summary(experience, experience.place)
    return Project(_title(experience), KIND[experience.kind], start, end, summary, shown)


def _title(experience: Experience) -> str:
    return experience.title or "Expérience sans titre"


def _dates(experience: Experience) -> tuple[str, str]:
    """Return the beginning and the end where they can be read: a date is never guessed."""
    moments = (read_moment(experience.start), read_moment(experience.end))
    start, end = (moment.iso if moment else "" for moment in moments)
    return start, end


def _summary(experience: Experience, place: str = "") -> str:
    """Say who, with what and with whom; and when, in the person's words, where a date could not be read."""
    said = zip((experience.start, experience.end), _dates(experience), strict=True)
    is_unread = any(words and not iso for words, iso in said)
    facts = (
        ("Période", period(experience.start, experience.end) if is_unread else ""),
        ("Lieu", place),
        ("Structure", experience.organisation),
        ("Tâches et conditions", experience.tasks),
        ("Public", experience.public),
        ("Moyens", experience.means),
        ("Équipe", experience.team),
    )
    return " ; ".join(f"{name} : {words}" for name, words in facts if words.strip())


def _shown(dossier: Dossier, experience: Experience, found: Iterable[Proven]) -> tuple[str, ...]:
    """Return the competences that the stories of an experience prove."""
    recits = {r.id for r in dossier.recits.values() if r.experience_id == experience.id}
    return tuple(
        f.competence.title or f.competence.code for f in found if any(proof.recit_id in recits for proof in f.proofs)
    )


def _skills(found: Iterable[Proven]) -> tuple[Skill, ...]:
    blocs: dict[tuple[str, str], list[Proven]] = {}
    for competence in found:
        blocs.setdefault((competence.key, competence.bloc.code), []).append(competence)
    return tuple(
        Skill(group[0].bloc.title or group[0].bloc.code, tuple(f.competence.title or f.competence.code for f in group))
        for group in blocs.values()
    )
