"""The real window on the offscreen platform, and what its event loop and its painting are timed with."""

import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui import analyst_process
from workbench.ui.app import SETTINGS_FILE, build_application
from workbench.ui.tasks import Analyst, Tasks
from workbench.ui.use_cases import real_use_cases
from workbench.ui.window import MainWindow

LONGEST_WAIT_MS = 300_000


class PauseMeter(QObject):
    """Asks the event loop for a turn each millisecond, and notes the longest that it had to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Forget what was noted and begin."""
        self.longest_ms, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Stop and return the longest pause, in milliseconds."""
        self._tick()
        self._timer.stop()
        return self.longest_ms

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, 1000 * (now - self._last))
        self._last = now


class PaintWatch(QObject):
    """Calls a function once each painting of a widget is done (at the loop's next turn)."""

    def __init__(self, widget: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(widget)
        self._painted = painted
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Wait for the end of a painting."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._painted)
        return False


def open_desk(folder: Path) -> MainWindow:
    """Open the window on a store that is not encrypted, with the real analyst, and wait for the workbench."""
    app = build_application("clair")
    app.setCursorFlashTime(0)
    settings = QSettings(str(folder / SETTINGS_FILE), QSettings.Format.IniFormat)
    window = MainWindow(
        real_use_cases(folder, unprotected=True),
        Tasks(),
        Analyst(analyst_process.prepare, analyst_process.analyse),
        settings,
    )
    window.show()
    window.start(unprotected=True)
    turn_until(lambda: window.view is not None)
    return window


def turn_until(is_met: Callable[[], bool]) -> None:
    """Run the event loop until a condition is met; stop the measure if it never is."""
    loop = QEventLoop()
    watch = QTimer(interval=2)
    watch.timeout.connect(lambda: loop.quit() if is_met() else None)
    watch.start()
    QTimer.singleShot(LONGEST_WAIT_MS, loop, loop.quit)
    loop.exec()
    watch.stop()
    if not is_met():
        raise SystemExit("Ce que la mesure attendait n'est pas venu.")


def turn_for(milliseconds: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def close_desk(window: MainWindow) -> None:
    """Close the window and let it go."""
    window.close()
    QApplication.processEvents()
