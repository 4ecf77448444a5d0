"""Experiences of every kind under five headings, and the life line that leads to them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, ExperienceKind, Person

TOLD = (
    Experience("chorale", "Chorale", ExperienceKind.HOBBY, "depuis 2017"),
    Experience("usine", "Usine à Porto", ExperienceKind.ABROAD, "juin 2002", "09/2003"),
    Experience("neveux", "Garde des neveux", ExperienceKind.INFORMAL, "l’été"),
    Experience("aide", "Aide à domicile", ExperienceKind.JOB, "2016", "2024"),
)


@pytest.fixture
def screen(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    for experience in TOLD:
        window.view.opened.record(c.ExperienceWritten(experience))
    window.view.go("experiences")
    return window.view.sections.experiences


def rows(screen):
    model = screen.life_line.rows.model()
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_the_life_line_reads_as_a_list_the_earliest_first(screen):
    screen.line_button.click()
    told = rows(screen)
    assert [words.split(",")[0] for words in told] == ["Usine à Porto", "Aide à domicile", "Chorale"]
    assert "Travail à l’étranger · juin 2002 – 09/2003" in told[0]
    assert "en même temps que « Chorale »" in told[1]
    assert QAccessible.queryAccessibleInterface(screen.life_line.rows).text(QAccessible.Text.Name) == "Ligne de vie"


def test_what_has_no_date_stands_beside_and_opens_too(screen, qtbot):
    screen.line_button.click()
    beside = screen.life_line.undated
    beside.setFocus()
    beside.choose("neveux")
    qtbot.keyClick(beside, Qt.Key.Key_Return)
    assert screen.list.chosen_key() == "neveux"
    assert screen.form.isVisible()


def test_enter_and_a_click_open_the_experience(screen, qtbot):
    screen.line_button.click()
    line = screen.life_line.rows
    assert line.window().focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Home)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert screen.list.chosen_key() == "usine"
    screen.line_button.click()
    qtbot.mouseClick(line.viewport(), Qt.MouseButton.LeftButton, pos=line.visualRect(line.model().index(1)).center())
    assert screen.list.chosen_key() == "aide"
    assert not screen.line_button.isChecked()


def test_bars_share_their_years_whatever_the_room(screen, window):
    screen.line_button.click()
    for width in (1280, 1024, 500):
        window.resize(width, 700)
        axis = screen.life_line.rows.axis()
        stretches = screen.life_line.rows._line.stretches
        places = [axis.place(stretch.first) for stretch in stretches]
        assert places == sorted(places)
        assert all(axis.left <= place <= axis.right for place in places)
        assert screen.life_line.strip.axis == axis


def test_a_line_where_nothing_has_a_date_gives_the_keyboard_to_those_beside(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.opened.record(c.ExperienceWritten(TOLD[2]))
    window.view.go("experiences")
    screen = window.view.sections.experiences
    screen.line_button.click()
    assert window.focusWidget() is screen.life_line.undated


def test_the_five_headings_are_written_and_kept(screen, window):
    screen.choose("aide")
    for name, words in (("tasks", "Lever à 7 h, seule"), ("organisation", "Association du canton")):
        type_text(screen.form._fields[name], words)
    screen.leave()
    written = window.view.opened.dossier.experiences["aide"]
    assert (written.tasks, written.organisation) == ("Lever à 7 h, seule", "Association du canton")


def test_adding_leaves_the_life_line_for_the_form(screen):
    screen.line_button.click()
    screen.add()
    assert screen.window().focusWidget() is screen.form._fields["title"]
