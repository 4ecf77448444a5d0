import gc
import threading
import weakref

from workbench.ui.collecting import Collector


class Knot:
    """Something that only the collector can undo, and that says in which thread it was undone."""

    def __init__(self, undone):
        self.self = self
        weakref.finalize(self, lambda: undone.append(threading.get_ident()))


def test_a_worker_never_undoes_what_the_window_made(qapp):
    undone = []
    collector = Collector(qapp)
    try:
        for _ in range(100):
            Knot(undone)
        worker = threading.Thread(target=lambda: [[] for _ in range(100_000)])
        worker.start()
        worker.join()
        assert undone == []
        collector.collect()
        gc.collect()
        assert set(undone) == {threading.get_ident()}
    finally:
        collector.deleteLater()
        gc.unfreeze()
        gc.enable()


def test_what_is_there_from_the_start_is_not_looked_through_again(qapp):
    collector = Collector(qapp)
    try:
        assert gc.get_freeze_count() > 10_000
    finally:
        collector.deleteLater()
        gc.unfreeze()
        gc.enable()
