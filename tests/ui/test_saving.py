"""The saving that one can see: at what time, under way, failed and tried again."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.services.fakes import FakeJournal
from tests.ui.fakes import empty_story
from workbench.domain import changes as c
from workbench.domain.positions import Edit
from workbench.ui.saving import SaveState


@pytest.fixture
def journal():
    return FakeJournal()


@pytest.fixture
def opened(qapp, journal):
    with empty_story(journal) as made:
        yield made


@pytest.fixture
def state(opened, qtbot):
    foot = QWidget()
    qtbot.addWidget(foot)
    made = SaveState()
    made.setParent(foot)
    made.follow(opened)
    yield made
    assert made.parent() is foot  # which has to outlive it


def test_it_says_when_the_dossier_was_saved_and_that_typing_follows(opened, state, qtbot):
    assert state.words.text() == "Tout est enregistré"
    opened.record(c.RecitRenamed("r", "Mardi"))
    assert state.words.text().startswith("Enregistré à ")
    opened.type("r", Edit(0, 0, "a"))
    assert state.words.text().endswith(", la suite dans la seconde")
    with qtbot.waitSignal(opened.saved):
        opened.flush()
    assert not state.words.text().endswith("seconde")


def test_a_failure_stays_until_it_is_mended_by_trying_again(opened, state, journal, qtbot):
    journal.full = True
    opened.record(c.RecitRenamed("r", "Mardi"))
    opened.type("r", Edit(0, 0, "a"))
    assert state.words.text().startswith("Pas enregistré")
    assert state.toolTip() == "Le disque est plein."
    journal.full = False
    with qtbot.waitSignal(opened.saved):
        state.again.click()
    assert state.words.text().startswith("Enregistré à ")
    assert state.again.isHidden()


def test_no_dossier_no_words(state):
    state.follow(None)
    assert state.isHidden()
