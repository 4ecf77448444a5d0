"""What the analyst's own process runs; the language model is imported there and never in the window's process."""

import multiprocessing
import os
from threading import Thread

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.referential import Fiche


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


def analyse(text: str, fiches: tuple[Fiche, ...], candidates: int) -> StoryAnalysis:
    """Return what a story shows of the fiches of its dossier."""
    from workbench.services import analysis  # noqa: PLC0415  (heavy: only in the analyst's process)

    return analysis.analyse(text, fiches, candidates)
