import threading

import pytest

from tests.services.fakes import FakeJournal
from tests.ui.fakes import empty_story
from workbench.domain import changes as c
from workbench.domain.positions import Edit
from workbench.services.session import DossierSession
from workbench.ui import open_dossier as module


class WatchedJournal(FakeJournal):
    """Notes which thread writes."""

    def __init__(self):
        super().__init__()
        self.writers = []

    def append(self, events, dossier):
        self.writers.append(threading.current_thread())
        super().append(events, dossier)


@pytest.fixture
def journal():
    return WatchedJournal()


@pytest.fixture
def opened(qapp, journal):
    with empty_story(journal) as made:
        yield made


def read_again(journal, opened):
    return DossierSession(journal, opened.dossier.id, "moi").dossier


def test_typing_is_written_by_another_thread_and_shown_at_once(opened, journal, qtbot):
    opened.type("r", Edit(0, 0, "bonjour"))
    with qtbot.waitSignal(opened.saved):
        opened.flush()
        assert opened.dossier.recits["r"].text == "bonjour"
    assert journal.writers[-1] is not threading.main_thread()
    assert read_again(journal, opened) == opened.dossier


def test_typing_that_cannot_be_written_is_told_kept_and_tried_again(opened, journal, qtbot, monkeypatch):
    monkeypatch.setattr(module, "RETRY_MS", 10)
    journal.full = True
    opened.type("r", Edit(0, 0, "précieux"))
    with qtbot.waitSignal(opened.failed) as told:
        opened.flush()
    assert str(told.args[0]) == "Le disque est plein."
    journal.full = False
    with qtbot.waitSignal(opened.saved):
        pass
    assert read_again(journal, opened).recits["r"].text == "précieux"


def test_another_change_is_written_with_the_typing_before_it_is_shown(opened, journal, qtbot):
    opened.type("r", Edit(0, 0, "oui"))
    written = []
    opened.changed.connect(lambda: written.append(read_again(journal, opened)))
    assert opened.record(c.RecitRenamed("r", "Mardi"))
    assert written == [opened.dossier]


def test_a_change_that_cannot_be_written_is_shown_and_waits(opened, journal, qtbot):
    journal.full = True
    with qtbot.waitSignals([opened.failed, opened.changed]):
        assert not opened.record(c.RecitRenamed("r", "Mardi"))
    assert opened.dossier.recits["r"].title == "Mardi"
    assert not opened.could_write(lambda: None)
    journal.full = False
    assert opened.could_write(lambda: None)
    assert read_again(journal, opened) == opened.dossier


def test_a_return_is_told_and_undone(opened):
    there = opened.history_lines()[-1].event_id
    opened.return_to(there)
    assert not opened.dossier.recits
    opened.undo()
    assert set(opened.dossier.recits) == {"r"}
