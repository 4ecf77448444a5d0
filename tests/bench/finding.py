"""`saisie`: from a keystroke in the search of referentials to its results painted, at national size."""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.bench import desk
from tests.bench.figures import Figure, say, spread, timed
from tests.bench.national import national_export
from workbench.services.referentials import open_catalogue
from workbench.ui.window import MainWindow

TYPED = ("aide soignant", "conducteur de travaux", "a", "nounou", "RNCP12", "gestion d'équipe", "petite enfance")
PAUSE_MS = 180
"""How long one waits between two letters."""


def measure() -> list[Figure]:
    """Type searches as somebody who looks for a fiche, and time each letter until the list is painted."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with open_catalogue(folder) as catalogue:
            export = national_export(folder)
            say("Import…")
            catalogue.import_file(export, lambda _done, _whole: None, lambda: False)
        window = desk.open_desk(folder)
        opening, _ = timed(window.view.go, "referentiels")
        desk.turn_for(300)
        say(f"Frappe de {len(TYPED)} recherches…")
        pauses = desk.PauseMeter()
        pauses.start()
        latencies = [latency for words in TYPED for latency in _typed(window, words)]
        figures = [
            Figure("salle des référentiels ouverte", 1000 * opening, "ms"),
            *spread("touche → résultats peints", latencies),
            Figure("plus longue pause de la boucle pendant la frappe", pauses.stop(), "ms"),
        ]
        desk.close_desk(window)
    return figures


def _typed(window: MainWindow, words: str) -> list[float]:
    screen = window.view.referentials
    screen.search.clear()
    desk.turn_for(400)
    return [_pressed(screen, letter) for letter in words]


def _pressed(screen, letter: str) -> float:
    """Press a key, and return the milliseconds until the list that it leads to is painted."""
    searched: list[float] = []
    painted: list[float] = []

    def note_searched() -> None:
        searched.append(time.perf_counter())

    def note_painted() -> None:
        if searched:
            painted.append(time.perf_counter())

    watch = desk.PaintWatch(screen.list.viewport(), note_painted)
    screen.search.searched.connect(note_searched)
    began = time.perf_counter()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(screen.search, key)
    desk.turn_until(lambda: bool(painted) or (bool(searched) and not screen.list.isVisible()))
    end = painted[0] if painted else searched[0]
    screen.search.searched.disconnect(note_searched)
    screen.list.viewport().removeEventFilter(watch)
    desk.turn_for(PAUSE_MS)
    return 1000 * (end - began)
