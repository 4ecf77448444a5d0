"""The history on screen: found again by screen, story and words; come back to once one has seen what that does."""

import time

import pytest
from PySide6.QtCore import Qt

from tests.services.fakes import FakeJournal
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person
from workbench.domain.positions import Edit
from workbench.services.session import create_dossier
from workbench.ui.history.screen import HistoryScreen
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Tasks


@pytest.fixture
def view(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    opened = window.view.opened
    opened.record(c.ExperienceWritten(Experience("x", "Ménage")))
    opened.record(c.RecitStarted("r", "x", "Lundi"))
    opened.type("r", Edit(0, 0, "J’ai balayé."))
    opened.record(c.RecitStarted("s", "x", "Mardi"))
    window.view.go("historique")
    return window.view


def told(list_):
    return [row.words for row in list_.rows() if row.key]


def test_the_lines_stand_under_their_day_and_author_the_latest_first(view):
    rows = view.sections.history.list.rows()
    assert (rows[0].key, rows[0].words) != ("", "")
    assert told(view.sections.history.list)[:2] == [
        "Récit commencé : « Mardi »",
        "Récit « Lundi » : 12 caractères écrits",
    ]


def test_it_is_filtered_by_story_screen_and_words(view, qtbot):
    history = view.sections.history
    history.stories.choose("r")
    history.stories.picked.emit("r")
    assert told(history.list) == ["Récit « Lundi » : 12 caractères écrits", "Récit commencé : « Lundi »"]
    history.stories.choose("")
    with qtbot.waitSignal(history.search.searched):
        history.search.setText("menage")
    assert told(history.list) == ["Expérience ajoutée : « Ménage »"]


def test_what_would_be_undone_is_shown_then_done_then_undone_by_keyboard(view, qtbot):
    history = view.sections.history
    history.list.setFocus()
    qtbot.keyClick(history.list, Qt.Key.Key_End)
    qtbot.keyClick(history.list, Qt.Key.Key_Up)
    qtbot.keyClick(history.list, Qt.Key.Key_Return)
    assert told(history.card.list) == told(history.list)[:3]
    assert list(view.opened.dossier.recits) == ["r", "s"]
    qtbot.keyClick(history.card.button, Qt.Key.Key_Space)
    assert not view.opened.dossier.recits
    assert history.list.rows()[1].words == "Retour à : Expérience ajoutée : « Ménage »"
    view.undo()
    assert view.opened.dossier.recits["r"].text == "J’ai balayé."


def test_the_last_moment_offers_no_return(view):
    history = view.sections.history
    history.list.choose_first()
    history._preview()
    assert history.card.button.isHidden()


def test_thousands_of_events_show_at_once(qapp, qtbot):
    session = create_dossier(FakeJournal(), Person("Awa"), counsellor="moi", trame="cep")
    session.defer_writing()
    for number in range(5000):
        session.record(c.StepAnswered(f"e.{number % 7}", str(number)))
    tasks = Tasks()
    screen = HistoryScreen(OpenDossier(session, tasks))
    qtbot.addWidget(screen)
    screen.resize(1000, 700)
    began = time.perf_counter()
    screen.refresh()
    screen.grab()
    assert time.perf_counter() - began < 2  # measured: 0.15 s on an idle machine
    assert len(told(screen.list)) == 5001
    tasks.close()
