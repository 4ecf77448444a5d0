"""What the analyst's own process runs; the language model is imported there and never in the window's process."""

import multiprocessing
import os
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.dossier import Overruling
from workbench.domain.local_examples import LocalExample
from workbench.domain.migration import Alignment
from workbench.domain.partial import Wanted
from workbench.domain.referential import Fiche

if TYPE_CHECKING:
    from workbench.services.comparison import Comparison


def follow_window() -> None:
    """Stop this process when the window's stops, even if it was killed."""
    Thread(target=_stop_with_window, daemon=True).start()


def _stop_with_window() -> None:
    window = multiprocessing.parent_process()
    if window is not None:
        window.join()
        os._exit(0)


def prepare() -> None:
    """Load the language model."""
    from workbench.services import analysis  # noqa: PLC0415  (heavy: only in the analyst's process)

    analysis.prepare()


def analyse(  # noqa: PLR0913  (the story, and what is known beside it)
    text: str,
    fiches: tuple[Fiche, ...],
    candidates: int,
    recit: str,
    learnt: tuple[LocalExample, ...] | None,
    overrulings: tuple[Overruling, ...] = (),
    *,
    folder: Path | None = None,
) -> StoryAnalysis:
    """Return what a story shows of the fiches of its dossier; `overrulings` lie where its text has them.

    `learnt` is what the desk taught, given when it changed and kept till the next time; `folder` is that of
    the data, where colleagues' examples lie.
    """
    from workbench.services import analysis  # noqa: PLC0415  (heavy: only in the analyst's process)

    if learnt is not None:
        _memory.lessons = analysis.lessons(learnt, folder)
    return analysis.analyse(
        text, fiches, candidates, likely_only=True, local=_memory.lessons, recit=recit, overrulings=overrulings
    )


def align(before: Fiche, after: Fiche) -> tuple[Alignment, ...]:
    """Return which competences of a fiche's successor say the same as each of its own, the most alike first."""
    from workbench.services import analysis  # noqa: PLC0415  (heavy: only in the analyst's process)

    return analysis.aligned(before, after)


def misspelt(words: tuple[str, ...]) -> frozenset[str]:
    """Return the words that are in no French dictionary."""
    from workbench.matching import word_list  # noqa: PLC0415  (66 MB: only in the analyst's process)

    return word_list.misspelt(words)


def spelling_of(word: str) -> tuple[str, ...]:
    """Return the words that a misspelt one may stand for."""
    from workbench.matching import word_list  # noqa: PLC0415  (66 MB: only in the analyst's process)

    return word_list.suggestions(word)


def mask(texts: tuple[str, ...], names: frozenset[str]) -> tuple[str, ...]:
    """Return sentences without personal data, for a person to read again."""
    from workbench.services import analysis  # noqa: PLC0415  (heavy: only in the analyst's process)

    return analysis.masked(texts, names)


def advance_comparison(folder: Path) -> tuple[int, int]:
    """Read the catalogue for a moment, where it is not ready to be compared; return how much of it is, in fiches."""
    return _comparison(folder).advance()


def rank_fiches(folder: Path, texts: tuple[str, ...], wanted: Wanted, limit: int) -> tuple[Fiche, ...]:
    """Return the wanted fiches that some stories come closest to, the nearest first."""
    return _comparison(folder).rank(texts, wanted, limit)


def read_fiche(folder: Path, fiche: Fiche, stories: tuple[tuple[str, str], ...]) -> dict[str, StoryAnalysis]:
    """Return what each story (récit, text) shows of a fiche, by récit."""
    return _comparison(folder).read(fiche, stories, _memory.lessons)


def _comparison(folder: Path) -> "Comparison":
    from workbench.services import comparison  # noqa: PLC0415  (heavy: only in the analyst's process)

    if _memory.comparison is None:
        _memory.comparison = comparison.Comparison(folder)
    return _memory.comparison


class _Memory:
    """What this process was taught last, and what it keeps of the catalogue."""

    lessons: tuple = ()
    comparison: "Comparison | None" = None


_memory = _Memory()
