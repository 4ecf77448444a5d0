import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.ui.keys import type_text
from workbench.domain.positions import Span
from workbench.ui import theme
from workbench.ui.recit.editor import RecitEditor


@pytest.fixture
def editor(qtbot, qapp):
    made = RecitEditor()
    qtbot.addWidget(made)
    made.record = []
    made.edited.connect(made.record.append)
    return made


def replay(text, edits):
    for edit in edits:
        text = edit.apply(text)
    return text


def test_typing_tells_edits_that_rebuild_the_text(editor):
    editor.load("Le 🧹 matin")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, ", j’étais là\nœuf 👩")
    assert replay("Le 🧹 matin", editor.record) == editor.source.text == "Le 🧹 matin, j’étais là\nœuf 👩"
    assert all(len(edit.inserted) == 1 for edit in editor.record)


def test_no_break_spaces_stay(editor):
    editor.load("« oui\u00a0»")
    type_text(editor, "X")
    assert editor.source.text == "X« oui\u00a0»"


def test_removing_across_lines_and_pasting(editor, qtbot):
    editor.load("un\ndeux 🧹\ntrois")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    editor.insertPlainText("neuf\nlignes")
    assert replay("un\ndeux 🧹\ntrois", editor.record) == editor.source.text == "neuf\nlignes"


def test_another_state_of_the_story_comes_without_telling_an_edit(editor):
    editor.load("je lave 🧹 le sol")
    edit = editor.bring_to("je lave 🧹 les sols")
    assert edit.apply("je lave 🧹 le sol") == editor.source.text == editor.toPlainText() == "je lave 🧹 les sols"
    assert editor.record == []
    assert editor.place() == len("je lave 🧹 les sols")


def test_what_qt_cannot_hold_becomes_an_edit(editor):
    editor.load("une\r\nligne")
    assert replay("une\r\nligne", editor.record) == editor.source.text == editor.toPlainText()


def test_going_to_a_passage_after_an_emoji(editor):
    editor.load("🧹🧹 la salle")
    editor.go_to(Span(3, 5))
    assert editor.textCursor().position() == 5
    assert editor.place() == 3


def test_letters_of_the_story_grow_and_come_back(editor):
    look = theme.current()
    usual = editor.font().pixelSize()
    sizes = []
    for _ in theme.LETTERS:
        look.next_letters()
        sizes.append(editor.font().pixelSize())
    assert sizes == [*sorted(sizes[:-1]), usual]
    assert sizes[-2] == 2 * usual
