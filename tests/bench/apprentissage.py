"""`apprentissage`: what the second story of a fiche gains from what was decided in the first one.

    python -m tests.bench.apprentissage JEU          (a folder of labelled stories, two or more a fiche)

The counsellor is simulated: in the first story of each fiche, every due competence is accepted and every
wrong proposal refused. The second is then read twice, without and with what the first one taught, as
shipped and with whatever was written for the fiche set aside. Ranking figures are those of the shared
evaluation: one-vote competences neither help nor push others down.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from tests.bench.figures import Figure, print_figures, say
from workbench.domain.analysis import StoryAnalysis, Suggestion
from workbench.matching.engine import Engine
from workbench.matching.lessons import Lesson
from workbench.matching.packs import written_print
from workbench.paths import data_folder
from workbench.services.referentials import open_catalogue
from workbench.training.corpus import LabelledLine, LabelledStory, read_stories

SHARED = Path(__file__).parents[3] / "shared" / "evaluation" / "jeu"
CANDIDATES = 10
ELSEWHERE = "ICI"
"""The code under which the lessons are kept: that of the fiche itself may be set aside."""


@dataclass(slots=True)
class Score:
    """Counts of proposals and lists of ranks."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0
    first: list[float] = field(default_factory=list)
    ranks: list[float] = field(default_factory=list)

    def add(self, line: LabelledLine, suggestions: Sequence[Suggestion]) -> None:
        """Count a line."""
        got = {s.competence for s in suggestions if s.proposed}
        self.hits += len(got & line.due)
        self.wrong += len(got - line.accepted)
        self.missed += len(line.due - got)
        if line.due:
            ranked = [s.competence for s in suggestions]
            ranked = [c for c in ranked if c in line.due or c not in line.accepted]
            self.first.append(float(ranked[0] in line.due) if ranked else 0.0)
            self.ranks.append(next((1 / (n + 1) for n, c in enumerate(ranked) if c in line.due), 0.0))

    def figures(self, name: str) -> list[Figure]:
        """Return F1, MRR and RP@1."""
        f1 = 2 * self.hits / max(1, 2 * self.hits + self.wrong + self.missed)
        values = (("F1", f1), ("MRR", _mean(self.ranks)), ("RP@1", _mean(self.first)))
        return [Figure(f"{name}, {figure}", value, "") for figure, value in values]


def measure(folder: Path = SHARED, engine: Engine | None = None) -> list[Figure]:
    """Measure on a folder of labelled stories."""
    engine = engine or Engine.load()
    with open_catalogue(data_folder()) as catalogue:
        stories = sorted(read_stories(folder, catalogue), key=lambda s: (s.fiche.code, s.name))
    pairs = [
        (first, second) for _, group in groupby(stories, lambda s: s.fiche.code) for first, second in _pairs(group)
    ]
    figures = []
    for regime, with_examples in (("livré", True), ("sans exemples", False)):
        before, after = Score(), Score()
        for first, second in pairs:
            say(f"{regime} : {second.name}")
            lessons = decide(first, _read(engine, first, with_examples=with_examples))
            for score, local in ((before, ()), (after, lessons)):
                found = _read(engine, second, with_examples=with_examples, local=local)
                for line, suggestions in _by_line(second, found):
                    score.add(line, suggestions)
        figures += before.figures(f"{regime}, sans le premier récit") + after.figures(f"{regime}, avec lui")
    return figures


def decide(story: LabelledStory, analysis: StoryAnalysis) -> tuple[Lesson, ...]:
    """Return what a counsellor who knows the labels decides of a story."""
    titles = {c.code: c.title for c in story.fiche.competences()}
    lessons = []
    for line, suggestions in _by_line(story, analysis):
        proposed = {s.competence for s in suggestions if s.proposed}
        for code in sorted(line.due | (proposed - line.accepted)):
            if code in titles:
                print_ = written_print(titles[code])
                lessons.append(Lesson(line.text, ELSEWHERE, code, print_, code in line.due, story.name))
    return tuple(lessons)


def _pairs(group: Iterable[LabelledStory]) -> Iterator[tuple[LabelledStory, LabelledStory]]:
    """Give each two stories of a fiche, both ways."""
    told = list(group)
    return ((one, other) for one in told for other in told if one is not other)


def _read(
    engine: Engine, story: LabelledStory, *, with_examples: bool, local: tuple[Lesson, ...] = ()
) -> StoryAnalysis:
    text = "\n".join(line.text for line in story.lines)
    return engine.analyse(text, [story.fiche], candidates=CANDIDATES, with_examples=with_examples, local=local)


def _by_line(story: LabelledStory, analysis: StoryAnalysis) -> Iterator[tuple[LabelledLine, list[Suggestion]]]:
    """Give each line with the best suggestion for each competence in its sentences, the likeliest first."""
    start = 0
    for line in story.lines:
        end = start + len(line.text)
        within = [s for s in analysis.sentences if start <= s.span.start < end]
        best: dict[str, Suggestion] = {}
        for suggestion in sorted((x for s in within for x in s.suggestions), key=lambda x: (x.proposed, x.score)):
            best[suggestion.competence] = suggestion
        yield line, sorted(best.values(), key=lambda x: -x.score)
        start = end + 1


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.apprentissage", description=__doc__)
    parser.add_argument("jeu", type=Path, nargs="?", default=SHARED)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    print_figures("apprentissage", measure(asked.jeu), as_json=asked.json)
