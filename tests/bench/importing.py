"""`import`: a national export beside a bare lxml parse, its memory, its size, and its next edition."""

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from lxml import etree

from tests.bench.figures import Figure, memory, say, timed
from tests.bench.national import changed_export, national_export
from workbench.paths import catalogue_path
from workbench.services.referentials import open_catalogue

ROOT = Path(__file__).resolve().parents[2]


def measure() -> list[Figure]:
    """Measure each step in a process of its own, so that each has its own peak of memory."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        export = national_export(folder)
        data = folder / "donnees"
        open_catalogue(data).close()
        say("Lecture nue, puis import, puis édition suivante…")
        bare = _apart("bare", export)
        first = _apart("whole", export, data)
        size = catalogue_path(data).stat().st_size / 1e6
        second = _apart("whole", changed_export(export, folder), data)
    return [
        Figure("fiches importées", first["added"], ""),
        Figure("import", first["seconds"], "s"),
        Figure("lecture nue par lxml", bare["seconds"], "s"),
        Figure("import ÷ lecture nue", first["seconds"] / bare["seconds"], "fois"),
        Figure("mémoire au plus, import", first["memory"], "Mo"),
        Figure("mémoire au plus, lecture nue", bare["memory"], "Mo"),
        Figure("base de données", size, "Mo"),
        Figure("édition suivante : fiches mises à jour", second["updated"], ""),
        Figure("édition suivante, 1 % changé", second["seconds"], "s"),
        Figure("édition suivante ÷ lecture nue", second["seconds"] / bare["seconds"], "fois"),
    ]


def whole(export: Path, data: Path) -> dict[str, float]:
    """Import an export as the application does."""
    with open_catalogue(data) as catalogue:
        seconds, report = timed(catalogue.import_file, export, lambda _done, _whole: None, lambda: False)
    return {"seconds": seconds, "memory": memory("VmHWM"), "added": report.added, "updated": report.updated}


def bare(export: Path) -> dict[str, float]:
    """Go through every fiche of an export and do nothing."""
    seconds, _ = timed(_parse, export)
    return {"seconds": seconds, "memory": memory("VmHWM")}


def _parse(export: Path) -> None:
    with zipfile.ZipFile(export) as archive, archive.open(archive.namelist()[0]) as file:
        for _, element in etree.iterparse(file, events=("end",), tag="FICHE", huge_tree=True):
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _apart(step: str, *paths: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.importing", step, *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    print(json.dumps({"bare": bare, "whole": whole}[sys.argv[1]](*map(Path, sys.argv[2:]))))
