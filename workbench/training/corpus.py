"""What training reads: wordings with the sentences that show them, and labelled stories."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec import Struct

from workbench.domain.referential import Fiche
from workbench.errors import UnknownFicheError
from workbench.matching.packs import read_packs
from workbench.matching.thesaurus import read_gestes
from workbench.referentials.spreadsheet import read_spreadsheet
from workbench.services.ports import Catalogue

SITUATION_WORDS = 3
"""Expressions of a gesture said together as one training sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An official wording (or a gesture's terms) and what people say; `fiche` is empty for a gesture."""

    domain: str
    fiche: str
    wording: str
    spoken: tuple[str, ...]


class Label(Struct, frozen=True):
    """A line's label in `gold.json`: a vote of 2 is sure, of 1 accepted."""

    competences: dict[str, int]
    acteur: str | None
    realite: str | None


class StoryLabels(Struct, frozen=True):
    """A story's labels in `gold.json`."""

    fiche: str
    phrases: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line of a labelled story; `due` and `accepted` are competence codes, labels are None where in doubt."""

    text: str
    due: frozenset[str]
    accepted: frozenset[str]
    actor: str | None
    reality: str | None


@dataclass(frozen=True, slots=True)
class LabelledStory:
    """A story, the fiche that it was labelled with, and its lines."""

    name: str
    fiche: Fiche
    lines: tuple[LabelledLine, ...]


def read_entries(catalogue: Catalogue) -> list[Entry]:
    """Return every pack entry whose fiche is in the catalogue, and every gesture of the thesaurus."""
    return [*_pack_entries(catalogue), *_geste_entries()]


def _pack_entries(catalogue: Catalogue) -> Iterable[Entry]:
    for pack in read_packs():
        try:
            fiche = catalogue.fiche(pack.fiche)
        except UnknownFicheError:
            continue
        for entry in pack.competence:
            competence = fiche.competence(entry.code)
            if competence is not None:
                yield Entry(pack.fiche, pack.fiche, competence.title, entry.dit)


def _geste_entries() -> Iterable[Entry]:
    for number, geste in enumerate(read_gestes()):
        said = [" ".join(geste.parle[i : i + SITUATION_WORDS]) for i in range(0, len(geste.parle), SITUATION_WORDS)]
        tools = [" ".join((geste.parle[0], *geste.outils[:SITUATION_WORDS]))] if geste.outils else []
        wording = " ".join((geste.concept, *geste.institution))
        yield Entry(f"gestes-{number // 35}", "", wording, (*geste.situations, *said, *tools))


def read_stories(folder: Path, catalogue: Catalogue) -> list[LabelledStory]:
    """Return the labelled stories of a folder: `gold.json`, and `NAME.txt` for each.

    A fiche is read from `ref/FICHE.csv` beside them if it is there, else from the catalogue.
    """
    gold = msgspec.json.decode((folder / "gold.json").read_bytes(), type=dict[str, StoryLabels])
    fiches: dict[str, Fiche] = {}
    stories = []
    for name, item in sorted(gold.items()):
        code = item.fiche
        if code not in fiches:
            beside = folder / "ref" / f"{code}.csv"
            fiches[code] = read_spreadsheet(beside)[0] if beside.is_file() else catalogue.fiche(code)
        texts = [line for line in (folder / f"{name}.txt").read_text("utf-8").split("\n") if line.strip()]
        lines = tuple(_line(text, label) for text, label in zip(texts, item.phrases, strict=True))
        stories.append(LabelledStory(name, fiches[code], lines))
    return stories


def _line(text: str, label: Label) -> LabelledLine:
    due = frozenset(code for code, vote in label.competences.items() if vote >= 2)
    return LabelledLine(text, due, frozenset(label.competences), label.acteur, label.realite)


def folds(stories: Sequence[LabelledStory]) -> list[str]:
    """Return the fiches of some stories, each once: what is left out in turn."""
    return sorted({s.fiche.code for s in stories})
