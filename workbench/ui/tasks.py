"""The only threads and processes of the window: long actions, and the analyst that reads the stories."""

import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.dossier import Overruling
from workbench.domain.local_examples import LocalExample
from workbench.domain.referential import Fiche
from workbench.ui import analyst_process

THREADS = 2
DEBOUNCE_MS = 250
PROGRESS_SECONDS = 0.05
CANDIDATES = 3

Analyse = Callable[
    [str, tuple[Fiche, ...], int, str, tuple[LocalExample, ...] | None, tuple[Overruling, ...]], StoryAnalysis
]
"""Takes a text, fiches, how many candidates, the récit's identifier, what was learnt if that changed, and what the
counsellor said of its passages."""


@dataclass(frozen=True, slots=True)
class Job:
    """A long action under way; `cancel` asks it to stop."""

    number: int
    stopped: Event

    def cancel(self) -> None:
        """Ask the action to stop at its next progress."""
        self.stopped.set()


@dataclass(frozen=True, slots=True)
class _Answers:
    """What to call in the interface's thread."""

    on_done: Callable[[Any], None]
    on_failed: Callable[[BaseException], None]
    on_progress: Callable[[int, int], None] | None


def _tell(told: Callable[[Any], None], value: object) -> None:
    """Give an answer to who waits for it, unless that is a widget that is gone: its dossier was closed meanwhile."""
    receiver = getattr(told.func if isinstance(told, partial) else told, "__self__", None)
    if not isinstance(receiver, QObject) or isValid(receiver):
        told(value)


class Tasks(QObject):
    """Runs functions in other threads and gives what they return to the interface's own."""

    failed = Signal(object)
    _finished = Signal(int, bool, object)
    _progressed = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make ready to work; no thread is started before the first task."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._turns = QThreadPool(self)
        self._turns.setMaxThreadCount(1)
        self._numbers = count()
        self._answers: dict[int, tuple[Job, _Answers]] = {}
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        function: Callable[..., Any],
        *args: Any,
        on_done: Callable[[Any], None],
        on_failed: Callable[[BaseException], None] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Run a function in a thread; with `on_progress`, it is also given `progress` and `cancelled`.

        Without `on_failed`, an error is emitted by `failed`.
        """
        job = Job(next(self._numbers), Event())
        self._answers[job.number] = (job, _Answers(on_done, on_failed or self.failed.emit, on_progress))
        given = (self._throttled(job), job.stopped.is_set) if on_progress else ()
        self._pool.start(_Run(self, job, function, (*args, *given)))
        return job

    def run_in_turn(
        self, function: Callable[[], Any], *, on_done: Callable[[Any], None], on_failed: Callable[[BaseException], None]
    ) -> None:
        """Run a short function in the thread kept for those, after those asked before, however long `run` takes."""
        job = Job(next(self._numbers), Event())
        self._answers[job.number] = (job, _Answers(on_done, on_failed, None))
        self._turns.start(_Run(self, job, function, ()))

    def finish(self, number: int, *, succeeded: bool, value: object) -> None:
        """Send a result to the interface's thread; called in a worker's."""
        self._finished.emit(number, succeeded, value)

    def close(self) -> None:
        """Ask everything to stop and wait for it; what it returns is no longer told."""
        for job, _ in self._answers.values():
            job.cancel()
        self._answers.clear()
        self._pool.clear()
        self._pool.waitForDone()
        self._turns.waitForDone()

    def _throttled(self, job: Job) -> Callable[[int, int], None]:
        last = 0.0

        def progress(done: int, whole: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= PROGRESS_SECONDS or done == whole:
                last = now
                self._progressed.emit(job.number, done, whole)

        return progress

    @Slot(int, bool, object)
    def _deliver(self, number: int, succeeded: bool, value: object) -> None:  # noqa: FBT001  (a Qt signal has no keywords)
        _, answers = self._answers.pop(number, (None, None))
        if answers is not None:
            _tell(answers.on_done if succeeded else answers.on_failed, value)

    @Slot(int, object, object)
    def _tell_progress(self, number: int, done: int, whole: int) -> None:
        _, answers = self._answers.get(number, (None, None))
        if answers is not None and answers.on_progress is not None:
            answers.on_progress(done, whole)


class _Run(QRunnable):
    """A function on its way through the pool."""

    def __init__(self, tasks: Tasks, job: Job, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
        super().__init__()
        self._tasks, self._job, self._function, self._args = tasks, job, function, args

    def run(self) -> None:
        """Call the function and send what it gives."""
        try:
            value = self._function(*self._args)
        except BaseException as error:  # noqa: BLE001  (whatever is raised is told in the interface's thread)
            self._tasks.finish(self._job.number, succeeded=False, value=error)
        else:
            self._tasks.finish(self._job.number, succeeded=True, value=value)


def spawn_executor() -> Executor:
    """Return the executor of the analyst: one process of its own, so that its work never holds the window."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=1, mp_context=spawn, initializer=analyst_process.follow_window)


class Analyst(QObject):
    """Reads the story on screen a moment after each change, one reading at a time, the latest text first."""

    ready = Signal()
    started = Signal(int)
    analysed = Signal(int, object)
    failed = Signal(object)
    restarted = Signal()
    _answered = Signal(int, object)

    def __init__(
        self,
        prepare: Callable[[], None],
        analyse: Analyse,
        make_executor: Callable[[], Executor] = spawn_executor,
        parent: QObject | None = None,
    ) -> None:
        """Keep the functions to run in the executor; nothing is started before `start`."""
        super().__init__(parent)
        self._prepare, self._analyse, self._make_executor = prepare, analyse, make_executor
        self._executor: Executor | None = None
        self._wanted: tuple[int, str, tuple[Fiche, ...], str, tuple[Overruling, ...]] | None = None
        self._learnt: tuple[LocalExample, ...] = ()
        self._knows_learnt = True
        self._asides: dict[int, Callable[[Any], None]] = {}
        self._under_way: int | None = None
        self._tickets = count(1)
        self.is_ready = False
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._send)
        self._answered.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def start(self) -> None:
        """Start the executor and load the language model there."""
        if self._executor is None:
            self._executor = self._make_executor()
            self._submit(0, self._prepare)

    def teach(self, learnt: tuple[LocalExample, ...]) -> None:
        """From the next analysis on, let what was learnt at the desk count; packs that were imported are read again."""
        self._learnt, self._knows_learnt = learnt, False

    def run(self, function: Callable[..., Any], *args: Any, on_done: Callable[[Any], None]) -> None:
        """Run a function where the language model is, after what is under way there."""
        if self._executor is not None:
            number = -next(self._tickets)
            self._asides[number] = on_done
            self._executor.submit(function, *args).add_done_callback(self._reporter(number))

    def ask(
        self, text: str, fiches: tuple[Fiche, ...], recit: str = "", overrulings: tuple[Overruling, ...] = ()
    ) -> int:
        """Ask for an analysis soon, in place of any that was asked and not begun; return its number."""
        number = next(self._tickets)
        self._wanted = (number, text, fiches, recit, overrulings)
        self._timer.start()
        return number

    def close(self) -> None:
        """Stop the executor at once."""
        self._timer.stop()
        self._wanted = None
        executor, self._executor = self._executor, None
        if executor is not None:
            if isinstance(executor, ProcessPoolExecutor):
                for child in multiprocessing.active_children():
                    child.kill()
            executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, number: int, function: Callable[..., Any], *args: Any) -> None:
        self._under_way = number
        try:
            future = self._executor.submit(function, *args)
        except BrokenProcessPool as error:
            self._answered.emit(number, error)
        else:
            future.add_done_callback(self._reporter(number))

    def _reporter(self, number: int) -> Callable[[Future], None]:
        def report(future: Future) -> None:
            if not future.cancelled():
                self._answered.emit(number, future.exception() or future.result())

        return report

    @Slot()
    def _send(self) -> None:
        if self._wanted is None or self._under_way is not None or not self.is_ready:
            return
        number, text, fiches, recit, overrulings = self._wanted
        self._wanted = None
        self.started.emit(number)
        learnt = None if self._knows_learnt else self._learnt
        self._knows_learnt = True
        self._submit(number, self._analyse, text, fiches, CANDIDATES, recit, learnt, overrulings)

    @Slot(int, object)
    def _receive(self, number: int, answer: object) -> None:
        if self._executor is None:
            return
        on_done = self._asides.pop(number, None)
        if on_done is not None and not isinstance(answer, BaseException):
            _tell(on_done, answer)
            return
        if number >= 0:
            self._under_way = None
        if isinstance(answer, BrokenProcessPool):
            self._restart()
        elif isinstance(answer, BaseException):
            self.failed.emit(answer)
        elif number == 0:
            self.is_ready = True
            self.ready.emit()
        else:
            self.analysed.emit(number, answer)
        if not self._timer.isActive():
            self._send()

    def _restart(self) -> None:
        executor, self._executor = self._executor, None
        executor.shutdown(wait=True, cancel_futures=True)
        self.is_ready, self._knows_learnt = False, not self._learnt
        self.restarted.emit()
        self.start()
