from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from workbench.documents.letters import clean, shortened, typeset

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY_TEXT)
def test_xml_accepts_whatever_was_cleaned(text):
    etree.Element("t").text = clean(text)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_typesetting_changes_spaces_only(text):
    assert typeset(text).replace("\u00a0", " ") == clean(text).replace("\u00a0", " ")


def test_french_marks_keep_their_space():
    assert typeset("« Oui » : non ?") == "«\u00a0Oui\u00a0»\u00a0: non\u00a0?"


def test_line_ends_are_kept_whatever_their_kind():
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"


def test_a_short_text_is_not_cut():
    assert shortened("Laver le linge", 14) == "Laver le linge"


@given(ANY_TEXT, st.integers(2, 40))
def test_a_cut_text_fits(text, length):
    assert len(shortened(text, length)) <= length
