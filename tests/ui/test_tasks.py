import threading
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject

from workbench.domain.analysis import StoryAnalysis
from workbench.errors import CancelledError, StoreError
from workbench.ui.tasks import Analyst, Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def test_a_result_comes_in_the_thread_of_the_interface(tasks, qtbot):
    seen = []

    def keep(value):
        seen.append((value, threading.current_thread() is threading.main_thread()))

    tasks.run(lambda: threading.current_thread() is threading.main_thread(), on_done=keep)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, True)]


def test_an_error_without_a_taker_is_emitted(tasks, qtbot):
    def fail():
        raise StoreError("Le disque est plein.")

    with qtbot.waitSignal(tasks.failed) as caught:
        tasks.run(fail, on_done=print)
    assert str(caught.args[0]) == "Le disque est plein."


class Screen(QObject):
    def __init__(self):
        super().__init__()
        self.heard = []

    def hear(self, value):
        self.heard.append((value, self.objectName()))


@pytest.mark.parametrize("wrap", [lambda told: told, partial], ids=["a slot", "a partial"])
def test_a_screen_that_is_gone_hears_no_answer(tasks, qtbot, wrap):
    gone, other, seen = Screen(), Screen(), []
    shiboken6.delete(gone)
    tasks.run_in_turn(lambda: 1, on_done=wrap(gone.hear), on_failed=print)
    tasks.run_in_turn(lambda: 2, on_done=wrap(other.hear), on_failed=print)
    tasks.run_in_turn(lambda: 3, on_done=seen.append, on_failed=print)
    qtbot.waitUntil(lambda: bool(seen))
    assert (gone.heard, other.heard) == ([], [(2, "")])


def test_progress_is_told_and_a_job_can_be_stopped(tasks, qtbot):
    told, errors = [], []

    def count(progress, cancelled):
        progress(1, 2)
        while not cancelled():
            threading.Event().wait(0.001)
        raise CancelledError("Arrêté.")

    def stop(done, whole):
        told.append((done, whole))
        job.cancel()

    job = tasks.run(count, on_done=print, on_failed=errors.append, on_progress=stop)
    qtbot.waitUntil(lambda: bool(errors))
    assert told == [(1, 2)]


def nothing():
    pass


def test_the_analyst_reads_the_latest_text_only(qtbot, qapp):
    read = []

    def analyse(text, fiches, candidates, recit, learnt, overrulings):
        read.append(text)
        return StoryAnalysis(())

    analyst = Analyst(nothing, analyse, lambda: ThreadPoolExecutor(1))
    analyst.start()
    with qtbot.waitSignal(analyst.analysed) as answered:
        analyst.ask("je", ())
        last = analyst.ask("je lave", ())
    analyst.close()
    assert read == ["je lave"]
    assert answered.args[0] == last


def test_a_dead_process_is_replaced_and_said(qtbot, qapp):
    deaths = [BrokenProcessPool("mort")]

    def prepare():
        if deaths:
            raise deaths.pop()

    analyst = Analyst(prepare, nothing, lambda: ThreadPoolExecutor(1))
    with qtbot.waitSignals([analyst.restarted, analyst.ready]):
        analyst.start()
    analyst.close()


def test_closing_leaves_no_thread(qtbot, qapp):
    before = threading.active_count()
    analyst = Analyst(nothing, nothing, lambda: ThreadPoolExecutor(1))
    with qtbot.waitSignal(analyst.ready):
        analyst.start()
    analyst.close()
    assert threading.active_count() == before
