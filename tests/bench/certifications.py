"""`certifications`: the rank of the right fiche of labelled stories among all active ones, and the seconds it takes.

    python -m tests.bench.certifications [JEU…]      (folders of labelled stories; the catalogue is the data folder's)

The rank is among the certifications alone, then among all that is in the catalogue, métiers included.
"""

import argparse
import resource
from collections.abc import Sequence
from pathlib import Path

from tests.bench.figures import Figure, print_figures, say, spread, timed
from workbench.domain.catalogue import is_job
from workbench.paths import data_folder, retrieval_path
from workbench.services.analysis import prepare
from workbench.services.certifications import certifications, rank, retrieval
from workbench.services.referentials import open_catalogue
from workbench.training.corpus import LabelledStory, read_stories

RECITS = Path(__file__).parent / "recits"
FIRST = (1, 5, 10)


def measure(folders: Sequence[Path] = (RECITS,)) -> list[Figure]:
    """Measure on folders of labelled stories, on the catalogue of the data folder."""
    folder = data_folder()
    prepare()
    with open_catalogue(folder) as catalogue:
        kept = retrieval_path(folder)
        kept.unlink(missing_ok=True)
        building, _ = timed(retrieval, catalogue, folder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        loading, table = timed(retrieval, catalogue, folder)
        figures = [
            Figure("fiches actives", len(table), ""),
            Figure("fabriquer l'index", building, "s"),
            Figure("mémoire du processus au plus haut, moteur compris", peak, "Mo"),
            Figure("fichier de l'index", kept.stat().st_size / 1e6, "Mo"),
            Figure("charger l'index", loading, "s"),
        ]
        stories = [story for labelled in folders for story in read_stories(labelled, catalogue)]
        ranked = [(story, *timed(rank, [_text(story)], table)) for story in stories]
        whole = [timed(certifications, catalogue, folder, _text(story))[0] for story in stories]
    figures += spread("classer un récit", [seconds for _, seconds, _ in ranked], "s")
    figures += spread("classer et lire les dix premières, index chargé compris", whole, "s")
    return figures + _rank_figures([(story, [code for code, _ in found]) for story, _, found in ranked])


def _rank_figures(ranked: Sequence[tuple[LabelledStory, Sequence[str]]]) -> list[Figure]:
    figures = []
    for name, with_jobs in (("parmi les certifications", False), ("métiers compris", True)):
        ranks = []
        for story, codes in ranked:
            kept = [code for code in codes if with_jobs or not is_job(code)]
            ranks.append(kept.index(story.fiche.code) + 1 if story.fiche.code in kept else len(kept) + 1)
            say(f"{name} : {story.name} {story.fiche.code} {ranks[-1]}")
        figures += [
            Figure(f"{name}, dans les {first} premiers", sum(r <= first for r in ranks), f"sur {len(ranks)}")
            for first in FIRST
        ]
        figures.append(Figure(f"{name}, MRR", sum(1 / r for r in ranks) / max(1, len(ranks)), ""))
    return figures


def _text(story: LabelledStory) -> str:
    return "\n".join(line.text for line in story.lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.certifications", description=__doc__)
    parser.add_argument("jeu", type=Path, nargs="*", default=[RECITS])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    print_figures("certifications", measure(asked.jeu), as_json=asked.json)
