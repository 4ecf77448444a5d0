"""How well the engine hears: our twelve labelled stories, read as shipped and without spoken examples.

The same figures as the field's evaluation: pairs (sentence, competence) among the proposed ones, the
rank of the first due competence, proposals on sentences that are no deed of the person, actor and reality.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Figure
from workbench.domain.analysis import SentenceAnalysis
from workbench.services.analysis import engine
from workbench.services.referentials import open_catalogue
from workbench.training.corpus import LabelledLine, LabelledStory, read_stories

STORIES = Path(__file__).with_name("recits")
NOT_DONE = {"nie", "souhait", "hypothese", "prescrit"}


@dataclass
class Tally:
    """What was counted over the stories."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0
    reciprocal: float = 0.0
    ranked: int = 0
    false_alarms: int = 0
    no_deeds: int = 0
    actors: int = 0
    realities: int = 0
    lines: int = 0

    def count(self, found: SentenceAnalysis, line: LabelledLine) -> None:
        """Count one sentence against its label."""
        proposed = {s.competence for s in found.suggestions if s.proposed}
        wrong = proposed - line.accepted
        self.hits += len(proposed & line.due)
        self.wrong += len(wrong)
        self.missed += len(line.due - proposed)
        self.lines += 1
        self.actors += str(found.who.actor) == line.actor
        self.realities += str(found.who.reality) == line.reality
        if line.due:
            ranked = [
                s.competence for s in found.suggestions if s.competence in line.due | ({s.competence} - line.accepted)
            ]
            self.ranked += 1
            self.reciprocal += next((1 / n for n, code in enumerate(ranked, 1) if code in line.due), 0.0)
        elif line.reality in NOT_DONE or line.actor == "autrui":
            self.no_deeds += 1
            self.false_alarms += bool(wrong)

    def figures(self, regime: str) -> list[Figure]:
        """Return the figures of a regime, from 0 to 1."""
        values = {
            "P": self.hits / max(self.hits + self.wrong, 1),
            "R": self.hits / max(self.hits + self.missed, 1),
            "F1": 2 * self.hits / max(2 * self.hits + self.wrong + self.missed, 1),
            "MRR": self.reciprocal / max(self.ranked, 1),
            "fausses": self.false_alarms / max(self.no_deeds, 1),
            "acteur": self.actors / max(self.lines, 1),
            "réalité": self.realities / max(self.lines, 1),
        }
        return [Figure(f"{regime}, {name}", value, "") for name, value in values.items()]


def tally(stories: Sequence[LabelledStory], *, with_examples: bool) -> Tally:
    """Read the stories and count."""
    counted = Tally()
    for story in stories:
        text = "\n".join(line.text for line in story.lines)
        found = engine().analyse(text, [story.fiche], candidates=10, with_examples=with_examples)
        by_start = {s.span.start: s for s in found.sentences}
        place = 0
        for line in story.lines:
            counted.count(by_start[place], line)
            place += len(line.text) + 1
    return counted


def read_own_stories() -> list[LabelledStory]:
    """Return our labelled stories, with the shipped referentials."""
    with tempfile.TemporaryDirectory() as folder, open_catalogue(Path(folder)) as catalogue:
        return read_stories(STORIES, catalogue)


def measure() -> list[Figure]:
    """Return the figures of both regimes."""
    stories = read_own_stories()
    return [
        *tally(stories, with_examples=True).figures("tel que livré"),
        *tally(stories, with_examples=False).figures("sans exemples"),
    ]
