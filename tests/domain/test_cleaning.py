import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.cleaning import cleaned, mended, pasted


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeffJ\u2019ai\u200b  lav\u0065\u0301\tle\u2003sol ", "J\u2019ai lavé le sol"),
        ("« oui\u00a0»\u202f!", "« oui\u00a0»\u202f!"),
        ("\uf0b7 un\n\u25aa deux\n- trois\n• quatre", "• un\n• deux\n- trois\n• quatre"),
        ("a\n\n\n\n  b  \n", "a\n\nb"),
        ("pré\u00adparer", "préparer"),
        ("👩\u200d🍳", "👩\u200d🍳"),
    ],
)
def test_what_cannot_be_seen_goes_and_what_was_meant_stays(text, plain):
    assert cleaned(text) == plain


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing_more(text):
    assert cleaned(cleaned(text)) == cleaned(text)


LONG = "Le matin je préparais le petit déjeuner de monsieur Roux"


def test_lines_cut_by_a_page_are_whole_again_where_that_is_sure():
    assert mended(f"{LONG}\nqui ne mange pas de sel.\nPuis je rangeais.") == (
        f"{LONG} qui ne mange pas de sel.\nPuis je rangeais."
    )
    assert mended("J’ai pré-\nparé, peut-\nêtre, dit-\nil.") == "J’ai préparé, peut-être, dit-il."


@pytest.mark.parametrize(
    "text", [f"{LONG}.\net puis", f"{LONG}\nMonsieur Roux", f"{LONG}\n\nensuite", "un\ndeux", f"{LONG} :\nle pain"]
)
def test_lines_that_may_be_meant_stay(text):
    assert mended(text) == text


def test_a_few_words_that_are_pasted_keep_their_ends():
    assert pasted(" le\u2003sol ") == " le sol "
    assert pasted(f"  {LONG}\nchaque jour \r\n\r\n\r\nFin") == f"{LONG} chaque jour\n\nFin"
