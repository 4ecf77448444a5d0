"""`demarrage`: a fresh process to its first painted window and to the first suggestion of the example.

Each start is a process of its own, and the moments are told on the clock that processes share.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Figure, say

ROOT = Path(__file__).resolve().parents[2]
STARTS = 5
WORDS = 1000
MOMENTS = {
    "window": "fenêtre peinte",
    "workbench": "établi à l'écran (dossiers et référentiels ouverts)",
    "model": "modèle de langue prêt",
    "suggestion": "première suggestion peinte (dossier d'exemple)",
}
PAUSES = {
    "example": "pause pour créer, ouvrir et montrer le dossier d'exemple",
    "loading": "plus longue pause pendant le chargement du modèle",
    "opening": f"plus longue pause à l'ouverture d'un récit de {WORDS} mots",
    "reading": f"plus longue pause pendant l'analyse de {WORDS} mots",
}


def measure() -> list[Figure]:
    """Start the window several times: the first start creates the store, the others find it."""
    with tempfile.TemporaryDirectory() as folder:
        runs = []
        for number in range(STARTS + 1):
            say(f"Démarrage {number + 1} sur {STARTS + 1}…")
            runs.append(_start(folder))
    first, later = runs[0], runs[1:]
    figures = [Figure(f"tout premier démarrage → {words}", first[key], "s") for key, words in MOMENTS.items()]
    for key, words in MOMENTS.items():
        seconds = [run[key] for run in later]
        figures.append(Figure(f"démarrage → {words}, p50", statistics.median(seconds), "s"))
        figures.append(Figure(f"démarrage → {words}, max", max(seconds), "s"))
    figures += [Figure(words, max(run[key] for run in runs), "ms") for key, words in PAUSES.items()]
    figures.append(Figure(f"{WORDS} mots ouverts → analysés", statistics.median(r["read"] for r in later), "s"))
    return figures


def _start(folder: str) -> dict[str, float]:
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.bench.starting", folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return {key: value - began if key in MOMENTS else value for key, value in told.items()}


def one_start(folder: Path) -> dict[str, float]:
    """Go from nothing to the first suggestion, then read a long story; return moments (s) and pauses (ms)."""
    from tests.bench import desk  # noqa: PLC0415  (the process begins with nothing loaded)

    told: dict[str, float] = {}
    window = _watched_window(folder, told)
    began = time.perf_counter()
    window.view.open_example()
    window.view.sections.open_recit(next(iter(window.view.opened.dossier.recits)))
    told["example"] = 1000 * (time.perf_counter() - began)
    pauses = desk.PauseMeter()
    pauses.start()
    desk.turn_until(lambda: window.analyst.is_ready)
    told["model"] = time.monotonic()
    told["loading"] = pauses.stop()
    recit = window.view.sections.recit
    desk.turn_until(lambda: any(x.proposed for _, s in recit.editor.sentences.all() for x in s.suggestions))
    recit.editor.go_to(next(span for span, s in recit.editor.sentences.all() if any(x.proposed for x in s.suggestions)))
    card = recit.panel._cards[0]
    desk.PaintWatch(card, lambda: told.setdefault("suggestion", time.monotonic()))
    desk.turn_until(lambda: "suggestion" in told)
    _read_long_story(window, told)
    desk.close_desk(window)
    return told


def _watched_window(folder: Path, told: dict[str, float]):
    """Open the window, noting when it was first painted and when the workbench was."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from tests.bench import desk  # noqa: PLC0415
    from workbench.ui.window import MainWindow  # noqa: PLC0415

    class Watched(MainWindow):
        def paintEvent(self, event) -> None:  # noqa: N802  (Qt's name)
            super().paintEvent(event)
            told.setdefault("window", time.monotonic())

    desk.MainWindow = Watched  # what `open_desk` makes
    window = desk.open_desk(folder)
    desk.PaintWatch(window.view, lambda: told.setdefault("workbench", time.monotonic()))
    desk.turn_until(lambda: "workbench" in told)
    QApplication.processEvents()
    return window


def _read_long_story(window, told: dict[str, float]) -> None:
    from tests.bench import desk  # noqa: PLC0415
    from tests.bench.stories import story_of_words  # noqa: PLC0415
    from workbench.domain.changes import RecitStarted, TextEdited  # noqa: PLC0415
    from workbench.domain.positions import Edit  # noqa: PLC0415

    opened, text = window.view.opened, story_of_words(WORDS)
    experience = next(iter(opened.dossier.experiences))
    opened.record(RecitStarted("long", experience, "Mille mots"))
    opened.record(TextEdited("long", (Edit(0, 0, text),)))
    read: list[int] = []
    window.analyst.analysed.connect(lambda number, _: read.append(number))
    pauses = desk.PauseMeter()
    pauses.start()
    began = time.perf_counter()
    window.view.sections.open_recit("long")
    desk.turn_for(100)
    told["opening"] = pauses.stop()
    pauses.start()
    desk.turn_until(lambda: bool(read))
    told["read"] = time.perf_counter() - began
    desk.turn_for(200)
    told["reading"] = pauses.stop()


if __name__ == "__main__":
    print(json.dumps(one_start(Path(sys.argv[1]))))
