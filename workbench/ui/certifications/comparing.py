"""Comparing stories with the whole catalogue: step by step in the analyst's process, which is free in between."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.partial import Wanted
from workbench.domain.referential import Fiche
from workbench.ui.tasks import Analyst
from workbench.ui.use_cases import UseCases

MOST_READ = 24
"""How many of the nearest fiches are read, a tenth of a second each."""

Stories = tuple[tuple[str, str], ...]
"""The identifier and the text of each récit."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is compared: stories, the fiches wanted, and those that the dossier has already, which are always read."""

    stories: Stories
    wanted: Wanted
    own: Mapping[str, Fiche] = field(default_factory=dict, compare=False)


class Comparing(QObject):
    """Ranks the catalogue, then reads the stories with the nearest fiches; the latest question only."""

    indexed = Signal(int, int)
    ranked = Signal(object, object)
    read = Signal(object, object)
    advanced = Signal(int, int)
    ended = Signal()
    interrupted = Signal()

    def __init__(self, analyst: Analyst, use_cases: UseCases, parent: QObject | None = None) -> None:
        """Ask this analyst."""
        super().__init__(parent)
        self._analyst, self._use_cases = analyst, use_cases
        self._turn = 0
        self._question: Question | None = None
        self._fiches: list[Fiche] = []
        analyst.failed.connect(self._give_up)
        analyst.restarted.connect(self._give_up)

    @property
    def is_busy(self) -> bool:
        """Say whether a question is being answered."""
        return self._question is not None

    def begin(self, question: Question) -> None:
        """Answer a question, in place of the one before."""
        self._turn += 1
        self._question = question
        self._advance()

    def stop(self) -> None:
        """Ask nothing more; what is under way is no longer told."""
        self._turn += 1
        self._question = None

    def _run(self, function, *args, on_done) -> None:
        self._analyst.run(function, *args, on_done=partial(self._tell, self._turn, on_done))

    def _tell(self, turn: int, on_done, answer) -> None:
        if turn == self._turn and self._question is not None:
            on_done(answer)

    def _advance(self) -> None:
        self._run(self._use_cases.advance_comparison, on_done=self._indexed)

    def _indexed(self, progress: tuple[int, int]) -> None:
        done, whole = progress
        self.indexed.emit(done, whole)
        if done < whole:
            self._advance()
            return
        texts = tuple(text for _, text in self._question.stories)
        self._run(self._use_cases.rank_fiches, texts, self._question.wanted, MOST_READ, on_done=self._ranked)

    def _ranked(self, found: tuple[Fiche, ...]) -> None:
        """Tell the order, then read; a fiche of the dossier is read as the dossier has it, near or not."""
        own, wanted = self._question.own, self._question.wanted
        nearest = {f.code: own.get(f.code, f) for f in found}
        others = [f for f in own.values() if f.code not in nearest and wanted.accepts(f.code, f.level)]
        self._fiches = [*nearest.values(), *others]
        self.ranked.emit(tuple(self._fiches), tuple(nearest))
        self._read_next(0)

    def _read_next(self, number: int) -> None:
        self.advanced.emit(number, len(self._fiches))
        if number == len(self._fiches):
            self._question = None
            self.ended.emit()
            return
        read = partial(self._read, number)
        self._run(self._use_cases.read_fiche, self._fiches[number], self._question.stories, on_done=read)

    def _read(self, number: int, answer: Mapping[str, StoryAnalysis]) -> None:
        self.read.emit(self._fiches[number], answer)
        self._read_next(number + 1)

    @Slot()
    def _give_up(self) -> None:
        if self.is_busy:
            self.stop()
            self.interrupted.emit()
