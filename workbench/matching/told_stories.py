"""Labelled stories: what people tell of a whole day, with the competences that each line shows.

They stand in `ressources/recits-etiquetes`: `NAME.txt`, one sentence a line, and their labels in `gold.json`.
They teach the judge and who-did-what, and their lines are examples for their fiche: told in passing, several
competences at once, or none.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from workbench.paths import RESSOURCES

STORIES: Final = RESSOURCES / "recits-etiquetes"
GOLD: Final = "gold.json"
SURE: Final = 2


class Label(Struct, frozen=True):
    """A line's label: each competence with its vote (2: sure, 1: another reader might); None where in doubt."""

    competences: dict[str, int]
    acteur: str | None
    realite: str | None

    @property
    def due(self) -> frozenset[str]:
        """Return the codes that are sure."""
        return frozenset(code for code, vote in self.competences.items() if vote >= SURE)


class StoryLabels(Struct, frozen=True):
    """A story's labels."""

    fiche: str
    phrases: tuple[Label, ...]


class ToldLine(Struct, frozen=True):
    """A line of a story, and the codes of what it shows; none for what surrounds a deed."""

    texte: str
    montre: tuple[str, ...]


class ToldStory(Struct, frozen=True):
    """A story, as an example for its fiche."""

    nom: str
    fiche: str
    lignes: tuple[ToldLine, ...]


def story_files(folder: Path = STORIES) -> list[Path]:
    """Return the files that hold the stories and their labels, in order of name."""
    return [folder / GOLD, *sorted(folder.glob("*.txt"))] if (folder / GOLD).is_file() else []


def read_labelled(folder: Path) -> Iterator[tuple[str, StoryLabels, list[str]]]:
    """Give the name, the labels and the lines of each story of a folder, in order of name."""
    gold = msgspec.json.decode((folder / GOLD).read_bytes(), type=dict[str, StoryLabels])
    for name, labels in sorted(gold.items()):
        lines = [line for line in (folder / f"{name}.txt").read_text("utf-8").split("\n") if line.strip()]
        yield name, labels, lines


def read_told(folder: Path = STORIES) -> tuple[ToldStory, ...]:
    """Return the stories of a folder as examples; a line that one reader only would count is left out."""
    if not story_files(folder):
        return ()
    return tuple(
        ToldStory(name, labels.fiche, tuple(_told(labels.phrases, lines)))
        for name, labels, lines in read_labelled(folder)
    )


def _told(labels: tuple[Label, ...], lines: list[str]) -> Iterator[ToldLine]:
    for label, text in zip(labels, lines, strict=True):
        if label.due or not label.competences:
            yield ToldLine(text, tuple(sorted(label.due)))
