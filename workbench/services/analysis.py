"""Reading stories against referentials, in whichever process calls it; the engine is loaded once a process."""

from collections.abc import Sequence
from functools import lru_cache

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.referential import Fiche
from workbench.matching.engine import Engine
from workbench.matching.relances import with_passages


@lru_cache(maxsize=1)
def engine() -> Engine:
    """Return the engine of this process; its first call loads the language model (seconds)."""
    return Engine.load()


def prepare() -> None:
    """Load the engine, so that the first analysis does not wait for it."""
    engine()


def analyse(text: str, fiches: Sequence[Fiche], candidates: int = 0, *, with_examples: bool = True) -> StoryAnalysis:
    """Return what a story shows of some fiches, sentence by sentence; positions are Python characters."""
    return with_passages(text, engine().analyse(text, fiches, candidates=candidates, with_examples=with_examples))
