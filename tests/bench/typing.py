"""`frappe`: from the keystroke to its painting, in the middle of a long story that is being analysed."""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.bench import desk
from tests.bench.figures import Figure, memory, say, spread, timed
from tests.bench.stories import long_story_events, shipped_fiches
from workbench.domain.positions import Span
from workbench.ui.window import MainWindow

CHARACTERS, PASSAGES = 300_000, 5_000
KEYS, KEYS_PER_SECOND = 300, 10
FICHE = "EX-DOMICILE"
TYPED = "je montais les volets de la cuisine puis "


class Typist:
    """Presses a key ten times a second, and times each until the editor is painted.

    A key counts from the moment when it was due, not from when the event loop found time for it.
    """

    def __init__(self, editor) -> None:
        self.latencies: list[float] = []
        self._editor = editor
        self._due: list[float] = []
        self._began = time.perf_counter()
        self._watch = desk.PaintWatch(editor.viewport(), self._painted)
        self._timer = QTimer(interval=1000 // KEYS_PER_SECOND, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press_due)

    def type(self) -> None:
        """Press every key and wait for the last painting."""
        self._began = time.perf_counter()
        self._timer.start()
        desk.turn_until(lambda: len(self.latencies) >= KEYS)
        self._timer.stop()

    def _press_due(self) -> None:
        pressed = len(self.latencies) + len(self._due)
        while pressed < KEYS and (due := self._began + (pressed + 1) / KEYS_PER_SECOND) <= time.perf_counter() + 0.002:
            self._due.append(min(due, time.perf_counter()))
            letter = TYPED[pressed % len(TYPED)]
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._editor, key)
            pressed += 1

    def _painted(self) -> None:
        now = time.perf_counter()
        self.latencies += [1000 * (now - due) for due in self._due]
        self._due.clear()


def measure() -> list[Figure]:
    """Type in the middle of the story, with the analyst at work all along."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (fiche,) = shipped_fiches(folder, FICHE)
        window = desk.open_desk(folder)
        say("Un récit très long est enregistré…")
        events, dossier = long_story_events(fiche, CHARACTERS, PASSAGES)
        writing, _ = timed(window._stores.journal.append, events, dossier)
        opening, _ = timed(window.view.open_dossier, "long")
        showing, _ = timed(window.view.sections.open_recit, "r")
        figures = [
            Figure("dossier ouvert (relecture du journal)", 1000 * opening, "ms"),
            Figure("récit montré", 1000 * showing, "ms"),
            Figure("journal écrit d'un coup", 1000 * writing, "ms"),
            *_typed(window),
        ]
        desk.close_desk(window)
    return figures


def _typed(window: MainWindow) -> list[Figure]:
    readings: list[int] = []
    window.analyst.analysed.connect(lambda number, _: readings.append(number))
    editor = window.view.sections.recit.editor
    say("Première lecture du récit entier…")
    reading, _ = timed(desk.turn_until, lambda: bool(readings))
    desk.turn_for(500)
    editor.go_to(Span(CHARACTERS // 2, CHARACTERS // 2))
    desk.turn_for(200)
    say(f"Frappe de {KEYS} caractères…")
    pauses = desk.PauseMeter()
    pauses.start()
    typist = Typist(editor)
    typist.type()
    return [
        Figure("première lecture du récit entier", reading, "s"),
        *spread("touche → peinture", typist.latencies),
        Figure("plus longue pause de la boucle pendant la frappe", pauses.stop(), "ms"),
        Figure("analyses arrivées pendant la frappe", len(readings) - 1, ""),
        Figure("mémoire de la fenêtre", memory(), "Mo"),
    ]
