from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.positions import Edit
from workbench.ui.text_positions import SourceText, smallest_edit

TEXTS = st.text(alphabet="aé œ\u00a0’\n🧹👩🏽\U0001f600", max_size=30)


def utf16_length(text):
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_position_goes_to_qt_and_back(text):
    source = SourceText(text)
    for place in range(len(text) + 1):
        assert source.to_utf16(place) == utf16_length(text[:place])
        assert source.to_python(source.to_utf16(place)) == place


@given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8), TEXTS), max_size=6))
def test_edits_keep_the_positions_true(text, changes):
    source = SourceText(text)
    for start, removed, inserted in changes:
        place = min(start, len(source.text))
        source.apply(Edit(place, min(removed, len(source.text) - place), inserted))
    fresh = SourceText(source.text)
    places = range(len(source.text) + 1)
    assert [source.to_utf16(p) for p in places] == [fresh.to_utf16(p) for p in places]


@given(TEXTS, TEXTS)
def test_the_smallest_edit_makes_one_text_into_the_other(old, new):
    edit = smallest_edit(old, new)
    assert edit.apply(old) == new
    assert edit.removed <= len(old)


def test_the_smallest_edit_leaves_what_is_shared():
    assert smallest_edit("je lave le sol", "je rince le sol", 10) == Edit(13, 3, "rinc")


def test_a_change_told_too_large_by_qt_becomes_small():
    source = SourceText("👩 bonjour")
    assert source.edit_for(0, 10, "👩 bonsoir") == Edit(5, 3, "soi")
