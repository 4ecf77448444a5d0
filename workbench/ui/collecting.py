"""Python's collector, in the interface's thread alone.

It runs wherever memory happens to be asked for, a worker's thread too, and would there undo objects of Qt that
only the thread that made them may touch. It is put off, and called by a timer where Qt's objects live.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 2_000


class Collector(QObject):
    """Collects in the thread that it was made in, from time to time, the oldest objects when they have grown many."""

    def __init__(self, parent: QObject) -> None:
        """Put the collector off, and take it on."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # modules stay for good: looking through them would hold the window each time
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(EVERY_MS)

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python would."""
        due = [
            age
            for age, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit
        ]
        if due:
            gc.collect(due[-1])
