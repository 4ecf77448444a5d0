"""The guide on screen: where one is, the time it takes, what is suspended and taken up again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workbench.domain import changes as c
from workbench.domain.dossier import Person
from workbench.domain.interviews import StepClock, interviews
from workbench.services.session import DossierSession
from workbench.ui import theme
from workbench.ui.time_words import day_words


class Watch:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def view(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    return window.view


@pytest.fixture
def watch(view):
    made = Watch()
    view.sections.interview.timing._clock = StepClock(made)
    return made


def visits(view):
    return [e.change for e in view.opened._session.events if isinstance(e.change, c.StepVisited)]


def test_nothing_is_measured_until_the_interview_begins(view, watch):
    watch.now = 500
    view.sections.interview.choose("recit")
    assert visits(view) == []
    assert view.sections.interview.bar.where.text() == "Étape 4 sur 7 · 1 h prévue"


def test_each_visit_of_a_step_is_one_change(view, watch):
    interview = view.sections.interview
    interview.begin()
    watch.now = 300
    interview.choose("parcours")
    watch.now = 304
    interview.choose("recit")
    watch.now = 904
    interview.suspend()
    assert [(v.step, v.seconds) for v in visits(view)] == [("accueil", 300), ("recit", 600)]
    assert len({v.interview_id for v in visits(view)}) == 1
    assert "15 min passées sur 1 h" in interview.bar.where.text()


def test_work_in_another_room_belongs_to_the_step_that_leads_there(view, watch):
    view.sections.interview.begin()
    watch.now = 60
    view.go("personne")
    watch.now = 240
    view.go("entretien")
    view.sections.interview.choose("parcours")
    assert [(v.step, v.seconds) for v in visits(view)] == [("accueil", 240)]


def test_closing_a_dossier_writes_the_visit_and_it_can_be_taken_up_again(window, view, watch):
    view.sections.interview.begin()
    view.sections.interview.choose("choix")
    watch.now = 90
    session = view.opened._session
    view.close_dossier()
    view.open_session(DossierSession(window._stores.journal, session.dossier.id, "moi"))
    interview = view.sections.interview
    assert interview._step.id == "choix"
    day = day_words(interviews(view.opened.dossier)[0].began)
    assert interview.bar.resume.isVisible()
    assert interview.bar.resume.text() == f"Reprendre l’entretien du {day}"
    interview.bar.resume.click()
    assert interview.timing.runs
    assert not interview.bar.resume.isVisible()


def test_a_new_interview_is_another_one(view, watch):
    interview = view.sections.interview
    for now in (60, 120):
        interview.bar.begin.click()
        watch.now = now
        interview.bar.suspend.click()
    assert [i.seconds for i in interviews(view.opened.dossier)] == [60, 60]


def test_time_beyond_what_was_planned_is_said_in_words(view, watch):
    interview = view.sections.interview
    interview.begin()
    watch.now = 8 * 60
    interview.timing.ticked.emit()
    assert interview.card._time.text() == "8 min passées sur 5 min · 3 min de plus que prévu"


def test_undoing_takes_back_an_answer_and_not_a_measure(view, watch):
    interview = view.sections.interview
    interview.begin()
    interview.card.fields["accueil.accord"].setText("oui")
    watch.now = 60
    interview.choose("parcours")
    view.undo()
    assert view.opened.dossier.answers.get("accueil.accord", "") == ""
    assert len(view.opened.dossier.visits) == 1


def test_a_guide_that_is_gone_is_said(view):
    view.opened.record(c.TrameChosen("disparue"))
    assert view.sections.interview._gone.isVisible()
    view.undo()
    assert not view.sections.interview._gone.isVisible()


def test_the_steps_are_gone_through_by_keyboard_alone(view, watch, qtbot):
    interview = view.sections.interview
    qtbot.keyClick(interview.bar.begin, Qt.Key.Key_Space)
    interview.list.setFocus()
    watch.now = 60
    qtbot.keyClick(interview.list, Qt.Key.Key_Down)
    watch.now = 120
    qtbot.keyClick(interview.list, Qt.Key.Key_End)
    qtbot.keyClick(interview.bar.suspend, Qt.Key.Key_Space)
    assert [(v.step, v.seconds) for v in visits(view)] == [("accueil", 60), ("parcours", 60)]
    assert interview.card.fields["cloture.suite"].accessibleName() == "La suite convenue (à remplir)"


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_bar_leaves_room_for_its_words(window, view, zoom):
    view.opened.record(c.StepVisited("i", "accueil", "Accueillir", "2026-03-12T09:00:00+00:00", 600))
    window.resize(1280, 800)
    theme.current().set_zoom(zoom)
    QApplication.processEvents()
    width = view.sections.interview.bar.where.width()
    theme.current().set_zoom(1.0)
    assert width > 300 * zoom
