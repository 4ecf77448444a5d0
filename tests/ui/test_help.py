"""The help beside the work, and the tour that points at the real widgets."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from workbench.domain.dossier import Person
from workbench.services.help import load_pages, load_tour
from workbench.ui import theme
from workbench.ui.help.keys import keys_table, section_keys
from workbench.ui.help.targets import TARGETS, bring_up
from workbench.ui.help.tour import place_beside


@pytest.fixture
def tour(window):
    window.resize(1280, 800)
    window.help.tour.start()
    return window.help.tour


def test_every_screen_has_its_page(window):
    window.view.open_example()
    rooms = {*window.view._rooms, *window.view.sections.names}
    assert rooms <= {room for page in load_pages() for room in page.rooms}


def test_f1_explains_the_screen_in_front(window, qtbot):
    window.view.open_example()
    window.view.go("experiences")
    window.menus._window.help.show_screen()
    assert window.help.window.shows == "experiences"
    assert window.help.window.isVisible()
    qtbot.keyClick(window.help.window, Qt.Key.Key_Escape)
    assert not window.help.window.isVisible()


def test_every_page_is_in_the_menu(window):
    window.menus._list_pages()
    titles = [action.text() for action in window.menus._pages.actions()]
    assert titles == [page.title for page in load_pages()]
    window.menus._pages.actions()[1].trigger()
    assert window.help.window.shows == "explicitation"


def test_a_search_leads_to_the_heading_and_marks_the_words(window, qtbot):
    desk = window.help
    desk.show_page("premiers-pas")
    with qtbot.waitSignal(desk.window.search.searched):
        desk.window.search.setText("silence")
    assert desk.window.shows == "explicitation"
    assert desk.window.reader.textCursor().block().text() == "Le silence travaille"
    assert {s.cursor.selectedText().lower() for s in desk.window.reader.extraSelections()} == {"silence"}
    desk.window.go_back()
    assert desk.window.shows == "premiers-pas"


def test_nothing_found_is_said(window, qtbot):
    desk = window.help
    desk.show_page("premiers-pas")
    with qtbot.waitSignal(desk.window.search.searched):
        desk.window.search.setText("xylophone")
    assert desk.window._nothing.isVisible()


def test_a_link_leads_to_its_page(window):
    desk = window.help
    desk.show_page("premiers-pas")
    desk.window.reader.page_wanted.emit("trames")
    assert desk.window.shows == desk.window.list.chosen_key() == "trames"


def test_each_stop_points_at_a_widget_that_shows(window, tour):
    assert {step.target for step in load_tour()} == set(TARGETS)
    for number, step in enumerate(load_tour(), 1):
        assert tour.card.where.text() == f"Visite · {number} sur {len(load_tour())}"
        assert TARGETS[step.target](window.view).isVisible()
        assert window.view.room == step.room
        QApplication.processEvents()
        assert not tour.spotlight.clear_part().isEmpty()
        assert window.rect().contains(tour.card.geometry())
        tour.card.go_on.click()
    assert tour.card.isHidden()
    assert tour.stopped_at == 0


def test_the_tour_is_led_by_keys_left_and_taken_up_again(window, tour, qtbot):
    qtbot.keyClick(tour.card.go_on, Qt.Key.Key_Space)
    qtbot.keyClick(tour.card.go_on, Qt.Key.Key_Space)
    qtbot.keyClick(tour.card.back, Qt.Key.Key_Space)
    qtbot.keyClick(tour.card, Qt.Key.Key_Escape)
    assert tour.card.isHidden()
    assert tour.spotlight.isHidden()
    window.menus._name_tour()
    assert window.menus._tour.text() == "Reprendre la visite (arrêt 2)"
    example = window.view.opened.dossier.id
    window.view.close_dossier()
    window.menus._tour.trigger()
    assert tour.card.where.text().startswith("Visite · 2")
    assert window.view.opened.dossier.id == example


def test_a_dossier_closed_during_the_tour_is_opened_again(window, tour):
    tour.go_on()
    window.view.close_dossier()
    window.view.go("dossiers")
    tour.go_on()
    assert window.view.opened.dossier.person.name == "Maryse Lefort"
    assert len(window.view._journal.summaries()) == 1


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_card_stays_in_the_window_when_letters_grow(window, tour, zoom):
    theme.current().set_zoom(zoom)
    for _ in range(3):
        tour.go_on()
        QApplication.processEvents()
        assert window.rect().contains(tour.card.geometry())
    theme.current().set_zoom(1.0)


def test_a_card_goes_beside_what_it_explains():
    whole, size = QRect(0, 0, 1000, 700), QSize(300, 200)
    for clear in (QRect(0, 0, 200, 700), QRect(700, 100, 280, 300), QRect(0, 0, 1000, 300), QRect(0, 400, 1000, 300)):
        place = place_beside(clear, whole, size)
        assert whole.contains(place)
        assert not place.intersects(clear)
    assert whole.contains(place_beside(whole, whole, size))


def test_bringing_up_a_story_opens_the_first(window):
    window.view.open_example()
    assert bring_up(window.view, "recit", "recit") is window.view.sections.recit.editor


def test_the_stop_of_the_suggestions_shows_one(window, qtbot):
    window.view.open_example()
    with qtbot.waitSignal(window.analyst.analysed, timeout=10_000):
        bring_up(window.view, "recit", "recit")
    recit = window.view.sections.recit
    aside = next(span for span, s in recit.editor.sentences.all() if s.span.start not in recit.editor.waiting)
    recit.go_to(aside)
    bring_up(window.view, "recit", "suggestions")
    assert recit.editor.current_sentence()[1].suggestions
    later = [span for span, s in recit.editor.sentences.all() if s.span.start in recit.editor.waiting][-1]
    recit.go_to(later)
    bring_up(window.view, "recit", "suggestions")
    assert recit.editor.current_sentence()[0] == later


def test_every_control_of_the_help_and_of_the_tour_has_a_name(window, tour):
    window.help.show_page("recit")
    controls = [*window.help.window.findChildren(QWidget), *tour.card.findChildren(QWidget)]
    kept = [w for w in controls if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(kept) >= 7
    for control in kept:
        assert control.accessibleName() or getattr(control, "text", str)(), control
    assert tour.card.go_on.accessibleDescription().startswith("Un dossier par personne.")
    assert "*" not in tour.card.words.accessibleName()


def test_the_keys_are_those_of_the_window_as_a_french_keyboard_names_them(window):
    window.view.open_example()
    table = keys_table(window)
    assert "| Ctrl+Entrée | Accepter la suggestion |" in table
    assert "| Ctrl+Maj+Z, Ctrl+Y | Rétablir |" in table
    assert "| Ctrl+Maj+E | Ajouter une expérience |" in table
    assert "| F1 | Aide sur cet écran |" in table
    window.help.show_page("clavier")
    assert "{touches}" not in window.help.window.reader.toPlainText()
    assert "Accepter la suggestion" in window.help.window.reader.toPlainText()


def test_the_keys_of_the_sections_are_told_before_and_after_they_are_made(window):
    before = keys_table(window).splitlines()
    window.view.open_example()
    for room in window.view.sections.names:
        window.view.go(room)
    own = {b.shortcut() for room in window.view.sections.names for b in section_buttons(window, room)}
    assert {keys for _, keys in section_keys()} == {keys for keys in own if not keys.isEmpty()}
    assert set(before) <= set(keys_table(window).splitlines())


def section_buttons(window, room):
    return window.view.sections.page(room).findChildren(QPushButton)


def test_the_tour_gives_back_the_dossier_that_was_open(window):
    window.view.create_dossier(Person("Zoé"), "premier-contact")
    window.help.tour.start()
    assert window.view.opened.dossier.person.name == "Maryse Lefort"
    window.help.tour.leave()
    assert window.view.opened.dossier.person.name == "Zoé"
