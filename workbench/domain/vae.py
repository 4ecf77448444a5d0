"""What a VAE adds to a dossier: the answers, what is held competence by competence, the comments and the practices.

What nobody wrote is not here: drafts and prefilled answers are derived when they are read (`vae_drafts`, `vae_form`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from workbench.domain.referential import Fiche

Key = TypeVar("Key")
Item = TypeVar("Item")


class Held(StrEnum):
    """Whether a competence is held, as the candidate and the counsellor say it together."""

    YES = "OUI"
    PARTLY = "PARTIELLEMENT"
    NO = "NON"


class Part(StrEnum):
    """The five headings of an example of practice."""

    TASKS = "taches"
    MEANS = "moyens"
    OTHERS = "avec_qui"
    CONTEXT = "contexte"
    MORE = "complements"


@dataclass(frozen=True, slots=True, order=True)
class Practice:
    """One heading of one example of practice: an experience told for a bloc of a fiche."""

    fiche: str
    bloc: str
    experience: str
    part: Part


@dataclass(frozen=True, slots=True)
class Vae:
    """What was written for a VAE; each key begins with the code of its fiche, `""` for what belongs to the person.

    `answers` is keyed by (fiche, field of the form), `held` by (fiche, competence), `comments` by (fiche, bloc);
    `aimed` gives the blocs asked for by fiche.
    """

    answers: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    aimed: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    held: Mapping[tuple[str, str], Held] = field(default_factory=lambda: MappingProxyType({}))
    comments: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    practices: Mapping[Practice, str] = field(default_factory=lambda: MappingProxyType({}))

    def answered(self, fiche: str, name: str, answer: str) -> "Vae":
        """Return this with a field written; an empty answer brings back what the dossier tells by itself."""
        return replace(self, answers=_written(self.answers, (fiche, name), answer))

    def aiming(self, fiche: str, blocs: tuple[str, ...]) -> "Vae":
        """Return this with the blocs asked for."""
        return replace(self, aimed=MappingProxyType({**self.aimed, fiche: blocs}))

    def rated(self, fiche: str, competence: str, held: Held | None) -> "Vae":
        """Return this with what is said of a competence; None takes it back."""
        return replace(self, held=_set(self.held, (fiche, competence), held))

    def commented(self, fiche: str, bloc: str, comment: str) -> "Vae":
        """Return this with a bloc's comment written; an empty one brings back its draft."""
        return replace(self, comments=_written(self.comments, (fiche, bloc), comment))

    def told(self, practice: Practice, text: str) -> "Vae":
        """Return this with a heading of a practice written; an empty text brings back its draft."""
        return replace(self, practices=_written(self.practices, practice, text))

    def moved(self, before: Fiche, after: Fiche, goes: Mapping[str, Sequence[str]]) -> "Vae":
        """Return this once a fiche gave way to another; `goes` says by which competences each is replaced.

        What is held is kept where nothing contradicts it; words go to the bloc that took over most of theirs.
        """
        blocs = {
            bloc.code: _bloc_of_most((goes.get(c.code, ()) for c in bloc.competences), after) for bloc in before.blocs
        }
        moved = replace(
            self,
            answers=MappingProxyType({(_renamed(k, before, after), name): v for (k, name), v in self.answers.items()}),
            aimed=MappingProxyType({k: v for k, v in self.aimed.items() if k != before.code}),
            held=_moved_held(self.held, before.code, after.code, goes),
            comments=MappingProxyType({k: v for k, v in self.comments.items() if k[0] != before.code}),
            practices=MappingProxyType({k: v for k, v in self.practices.items() if k.fiche != before.code}),
        )
        for (fiche, bloc), comment in self.comments.items():
            if fiche == before.code and blocs.get(bloc):
                known = moved.comments.get((after.code, blocs[bloc]), "")
                moved = moved.commented(after.code, blocs[bloc], _both(known, comment))
        for practice, text in self.practices.items():
            if practice.fiche == before.code and blocs.get(practice.bloc):
                there = replace(practice, fiche=after.code, bloc=blocs[practice.bloc])
                moved = moved.told(there, _both(moved.practices.get(there, ""), text))
        return moved


def _set(items: Mapping[Key, Item], key: Key, item: Item | None) -> Mapping[Key, Item]:
    others = {k: v for k, v in items.items() if k != key}
    return MappingProxyType(others if item is None else {**others, key: item})


def _written(items: Mapping[Key, str], key: Key, text: str) -> Mapping[Key, str]:
    return _set(items, key, text if text.strip() else None)


def _renamed(fiche: str, before: Fiche, after: Fiche) -> str:
    return after.code if fiche == before.code else fiche


def _moved_held(
    held: Mapping[tuple[str, str], Held], before: str, after: str, goes: Mapping[str, Sequence[str]]
) -> Mapping[tuple[str, str], Held]:
    """Return what is held once it went to the new competences; two that disagree leave theirs to be said again."""
    said: dict[str, set[Held]] = {}
    for (fiche, competence), value in held.items():
        if fiche == before:
            for code in goes.get(competence, ()):
                said.setdefault(code, set()).add(value)
    kept = {key: value for key, value in held.items() if key[0] not in {before, after}}
    return MappingProxyType(kept | {(after, code): v.pop() for code, v in said.items() if len(v) == 1})


def _bloc_of_most(codes: Iterable[Sequence[str]], after: Fiche) -> str:
    blocs = [bloc.code for found in codes for code in found if (bloc := after.bloc_of(code))]
    return max(blocs, key=blocs.count) if blocs else ""


def _both(first: str, second: str) -> str:
    return f"{first}\n\n{second}" if first else second
