"""`entretien`: the longest pauses of the event loop in an interview led through the real window, and what caused them.

The ten minutes are played without the waits between what the person says, with the true model in its own process.
"""

import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from sys import _current_frames

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.bench import desk
from tests.bench.figures import Figure, say
from tests.bench.stories import long_story_events, shipped_fiches, story_of_words
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person

AIM_MS, LOOK_S = 50, 0.01
WORDS, EVENTS_CHARACTERS, EVENTS = 420, 60_000, 5_000
FICHE = "EX-DOMICILE"


class Watch(QObject):
    """Notes each pause of the loop longer than aimed at, with what was being played and where the time went."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[tuple[float, str, str]] = []
        self.longest: dict[str, float] = {}
        self._stage, self._where, self._last = "", "", time.perf_counter()
        self._turn = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self._tick)
        self._ended = threading.Event()
        self._main = threading.get_ident()
        threading.Thread(target=self._look, daemon=True).start()

    def play(self, stage: str, act: Callable[[], object], until: Callable[[], bool] | None = None) -> None:
        """Play one step, until what it leads to has come."""
        say(stage)
        self._stage, self._last = stage, time.perf_counter()
        self._turn.start()
        act()
        if until is not None:
            desk.turn_until(until)
        desk.turn_for(60)

    def stop(self) -> None:
        """Stop looking."""
        self._turn.stop()
        self._ended.set()

    def _tick(self) -> None:
        now = time.perf_counter()
        pause = 1000 * (now - self._last)
        self.longest[self._stage] = max(self.longest.get(self._stage, 0.0), pause)
        if pause > AIM_MS:
            self.pauses.append((pause, self._stage, self._where))
        self._where, self._last = "", now

    def _look(self) -> None:
        """See from another thread where the loop is held."""
        while not self._ended.wait(LOOK_S):
            if not self._where and time.perf_counter() - self._last > AIM_MS / 1000 / 2:
                frames = traceback.extract_stack(_current_frames()[self._main])
                ours = [f"{Path(f.filename).stem}.{f.name}" for f in frames if "/workbench/" in f.filename]
                self._where = " › ".join(ours[-3:]) or "Qt"


def measure() -> list[Figure]:
    """Lead the interview and say where the loop was held."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (fiche,) = shipped_fiches(folder, FICHE)
        window = desk.open_desk(folder)
        watch = Watch()
        _interview(window, watch, fiche)
        _long_dossier(window, watch, fiche)
        watch.stop()
        desk.close_desk(window)
    for pause, stage, where in sorted(watch.pauses, reverse=True)[:12]:
        say(f"{pause:6.0f} ms  {stage} : {where}")
    figures = [Figure(stage, longest, "ms") for stage, longest in watch.longest.items()]
    return [*figures, Figure(f"pauses de plus de {AIM_MS} ms", len(watch.pauses), "")]


def _interview(window, watch: Watch, fiche) -> None:
    view = window.view
    watch.play("chargement du modèle", lambda: None, lambda: window.analyst.is_ready)
    watch.play("dossier d'exemple", view.open_example_soon, lambda: view.opened is not None)
    watch.play("nouveau dossier", lambda: view.create_dossier(Person("Zoé", "Œuvrard"), "cep-reconnaissance"))
    opened, sections = view.opened, view.sections
    for room in ("entretien", "personne", "experiences"):
        watch.play(f"aller à {room}", lambda room=room: view.go(room))
    watch.play("écrire l'expérience", lambda: opened.record(c.ExperienceWritten(Experience("e", "Ménage"))))
    watch.play("ajouter un référentiel", lambda: opened.record(c.FicheAdded(fiche)))
    watch.play("commencer un récit", lambda: sections.recits.start_recit("e", "Un matin"))
    editor = sections.recit.editor
    for number, line in enumerate(_lines()):
        watch.play("taper le récit", lambda line=line: _type(editor, line), _read_again(sections.recit))
        if number % 3 == 0:
            editor.moveCursor(QTextCursor.MoveOperation.End)
            watch.play("accepter une suggestion", sections.recit.panel.accept_chosen)
    for room in ("reconnaissance", "recits", "historique", "certifications", "dossiers", "referentiels"):
        watch.play(f"aller à {room}", lambda room=room: view.go(room))
    watch.play("annuler, rétablir", lambda: (view.undo(), view.redo()))
    previewed: list[bool] = []
    sections.documents.previewed.connect(lambda: previewed.append(True))
    watch.play("aperçu du document", lambda: view.go("documents"), lambda: bool(previewed))


def _long_dossier(window, watch: Watch, fiche) -> None:
    events, dossier = long_story_events(fiche, EVENTS_CHARACTERS, EVENTS)
    window._stores.journal.append(events, dossier)
    view = window.view
    watch.play(
        f"ouvrir un dossier de {EVENTS} événements",
        lambda: view.open_dossier_soon("long"),
        lambda: view.opened is not None and view.opened.dossier.id == "long",
    )
    watch.play("aller aux récits de ce dossier", lambda: view.go("recits"))


def _lines() -> list[str]:
    words = story_of_words(WORDS).split()
    return [" ".join(words[n : n + 14]) + ".\n" for n in range(0, len(words), 14)]


def _type(editor, text: str) -> None:
    """Type as a keyboard does, the loop turning after each key."""
    for letter in text:
        kind = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
        key = QKeyEvent(QEvent.Type.KeyPress, kind, Qt.KeyboardModifier.NoModifier, "\r" if letter == "\n" else letter)
        QApplication.sendEvent(editor, key)
        QApplication.processEvents()


def _read_again(recit) -> Callable[[], bool]:
    return lambda: recit._read == recit._asked
