"""The stories of a dossier compared with a whole catalogue, a step at a time, in whichever process calls it."""

from collections.abc import Sequence
from pathlib import Path

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.partial import Wanted
from workbench.domain.referential import Fiche
from workbench.matching.lessons import Lesson
from workbench.services.analysis import analyse
from workbench.services.certifications import CatalogueIndex, choose, rank
from workbench.services.referentials import open_catalogue


class Comparison:
    """What this process keeps of a data folder's catalogue between two steps."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing read."""
        self._folder = folder
        self._index = CatalogueIndex(folder)

    def advance(self) -> tuple[int, int]:
        """Read the catalogue for a moment if it is not read yet; return how many fiches were, and the whole."""
        with open_catalogue(self._folder) as catalogue:
            return self._index.advance(catalogue)

    def rank(self, texts: Sequence[str], wanted: Wanted, limit: int) -> tuple[Fiche, ...]:
        """Return the wanted fiches that some stories come closest to, once the catalogue is read."""
        retrieval = self._index.retrieval
        if retrieval is None:
            return ()
        ranked = rank(texts, retrieval)
        with open_catalogue(self._folder) as catalogue:
            vae = catalogue.open_to_vae() if wanted.open_to_vae else ()
            return tuple(catalogue.fiche(code) for code in choose(ranked, retrieval.levels, wanted, vae, limit))

    def read(
        self, fiche: Fiche, stories: Sequence[tuple[str, str]], lessons: tuple[Lesson, ...]
    ) -> dict[str, StoryAnalysis]:
        """Return what each story (récit, text) shows of a fiche, by récit."""
        return {recit: analyse(text, [fiche], local=lessons, recit=recit) for recit, text in stories}
