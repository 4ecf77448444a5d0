import pytest
from PySide6.QtCore import Qt

from tests.ui.keys import type_text
from tests.ui.test_journey import press, story  # noqa: F401  (a fixture)
from workbench.domain.positions import Span


@pytest.fixture
def recit(story, qtbot):  # noqa: F811
    screen = story.sections.recit
    screen.editor.moveCursor(screen.editor.textCursor().MoveOperation.End)
    type_text(screen.editor, "\nle couloire et « le couloire » de transpal ")
    look(screen, qtbot)
    return screen


def look(screen, qtbot):
    screen.spelling.look()
    qtbot.waitUntil(lambda: "transpal" in screen.spelling._checked)


def marked(screen):
    return [word for _, word in screen.editor.misspelt.all()]


def test_words_outside_quotes_are_marked_and_follow_the_typing(recit):
    assert marked(recit) == ["couloire", "transpal"]
    recit.editor.setTextCursor(recit.editor._cursor(0, 0))
    type_text(recit.editor, "Oui. ")
    for span, word in recit.editor.misspelt.all():
        assert recit.editor.source.text[span.start : span.end] == word


def test_a_word_is_left_alone_while_it_is_written(recit, qtbot):
    type_text(recit.editor, "apeller")
    look(recit, qtbot)
    assert "apeller" not in {word for _, word in recit.spelling._words_in_sight()}
    type_text(recit.editor, " ")
    assert "apeller" in {word for _, word in recit.spelling._words_in_sight()}


def test_another_word_takes_its_place_and_can_be_undone(recit, window, qtbot):
    recit.leave()
    (span, _), _ = recit.editor.misspelt.all()
    menu = recit.spelling.menu(span, "couloire", ("couloir",))
    menu.actions()[0].trigger()
    assert "le couloir et" in recit.editor.source.text
    recit.leave()
    window.menus.undo.trigger()
    assert "le couloire et" in recit.editor.source.text


def test_a_word_is_ignored_or_added_to_the_dictionary(recit, window):
    span = Span(0, 0)
    recit.spelling.menu(span, "couloire", ()).actions()[2].trigger()
    recit.spelling.menu(span, "transpal", ()).actions()[3].trigger()
    assert marked(recit) == []
    assert recit.spelling._use_cases.own_words() == {"transpal"}


def test_checking_is_turned_off_and_on(recit, qtbot):
    press(qtbot, recit.editor, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert marked(recit) == []
    press(qtbot, recit.editor, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert marked(recit) == ["couloire", "transpal"]
