import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.ui.keys import type_text
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.recit.find_bar import FindBar
from workbench.ui.recit.finding import folded, occurrences
from workbench.ui.widgets.basics import column

STORY = "J’ai lavé.\n🧹 Puis j'ai\u00a0LAVÉ l’œuf, et lave encore."


def found(words, text=STORY):
    return [text[s.start : s.end] for s in occurrences(text, words)]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("lave", ["lavé", "LAVÉ", "lave"]),
        ("j'ai lavé", ["J’ai lavé", "j'ai\u00a0LAVÉ"]),
        ("OEUF", ["œuf"]),
        ("œuf", ["œuf"]),
        ("(", []),
        ("  ", []),
    ],
)
def test_words_are_found_whatever_their_accents(words, places):
    assert found(words) == places


@given(st.text(max_size=40))
def test_a_folded_text_keeps_every_place(text):
    assert len(folded(text)) == len(text)


@pytest.fixture
def bar(qtbot):
    editor = RecitEditor()
    made = FindBar(editor)
    qtbot.addWidget(editor)
    column(editor.viewport()).addWidget(made)
    editor.load(STORY)
    editor.show()
    made.open()
    yield made
    editor.close()


def test_places_are_gone_through_in_a_circle(bar, qtbot):
    type_text(bar._field, "lave")
    seen = [bar._count.text()]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return):
        qtbot.keyClick(bar._field, key)
        seen.append(bar._count.text())
    assert seen == ["1 sur 3", "2 sur 3", "3 sur 3", "1 sur 3"]
    qtbot.keyClick(bar._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar._editor.textCursor().selectedText() == "lave"


def test_the_bar_says_that_nothing_was_found_and_closes_on_escape(bar, qtbot):
    type_text(bar._field, "zèbre")
    assert bar._count.text() == "Rien trouvé"
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar._field, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_what_is_found_follows_the_typing(bar, qtbot):
    type_text(bar._field, "lave")
    bar._editor.setTextCursor(bar._editor._cursor(0, 0))
    type_text(bar._editor, "Oui. ")
    qtbot.waitUntil(lambda: not bar._timer.isActive())
    assert [s.start for s in bar._found] == [s.start for s in occurrences(bar._editor.source.text, "lave")]
