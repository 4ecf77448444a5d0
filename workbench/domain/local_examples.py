"""Local examples: what a dossier teaches the engine, by what was accepted and refused in it."""

import re
from dataclasses import dataclass

from workbench.domain.dossier import Dossier, Evidence, Refusal

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class LocalExample:
    """A passage and what was decided of it; `id` is that of the evidence or of the refusal.

    `competence` is a code and `title` its wording, by which other versions of the fiche find it again.
    """

    id: str
    dossier_id: str
    recit_id: str
    text: str
    fiche: str
    competence: str
    title: str
    shows: bool
    withdrawn: bool = False


def local_examples(dossier: Dossier) -> tuple[LocalExample, ...]:
    """Return what a dossier teaches, withdrawn examples included, in order of entry: accepted, then refused.

    A passage without words, or whose fiche was taken out of the dossier, teaches nothing.
    """
    fiches = {**dossier.fiches, **{key: archive.fiche for key, archive in dossier.archives.items()}}
    named = {(key, c.code): (f.code, c.title) for key, f in fiches.items() for c in f.competences()}
    decided: tuple[Evidence | Refusal, ...] = (*dossier.evidence.values(), *dossier.refusals.values())
    examples = (_example(dossier, item, named.get((item.fiche, item.competence))) for item in decided)
    return tuple(example for example in examples if example is not None)


def known_names(dossier: Dossier) -> frozenset[str]:
    """Return the names that a dossier holds: the person, the counsellor, and whoever experiences name.

    Capitalised words of the places, organisations and teams are taken for names: one too many hides a word, one
    too few a person.
    """
    person = dossier.person
    told = [person.first_name, person.last_name, person.contact, dossier.counsellor]
    words = {word for text in told for word in _WORD.findall(text)}
    for experience in dossier.experiences.values():
        places = " ".join((experience.place, experience.team, experience.public, experience.organisation))
        words |= {word for word in _WORD.findall(places) if word[:1].isupper()}
    return frozenset(word for word in words if len(word) > 1)


def _example(dossier: Dossier, item: Evidence | Refusal, named: tuple[str, str] | None) -> LocalExample | None:
    """Return what an item teaches; `named` is the code of its fiche, as known outside, and its competence's wording."""
    text = " ".join(dossier.passage(item).split())
    if named is None or not text:
        return None
    return LocalExample(
        id=item.id,
        dossier_id=dossier.id,
        recit_id=item.recit_id,
        text=text,
        fiche=named[0],
        competence=item.competence,
        title=named[1],
        shows=isinstance(item, Evidence),
        withdrawn=item.id in dossier.withdrawn,
    )
