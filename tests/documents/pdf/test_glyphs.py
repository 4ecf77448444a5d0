import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.blocks import Heading
from workbench.documents.pdf.glyphs import is_drawable, markup
from workbench.documents.pdf.look import SANS, SERIF, register_fonts, regular


@pytest.fixture(autouse=True, scope="module")
def fonts():
    register_fonts()


@given(st.text(st.characters(codec=None, exclude_categories=())), st.sampled_from([SANS, SERIF]))
def test_markup_is_always_well_formed(text, family):
    ET.fromstring(f"<p>{markup(text, regular(family))}</p>")


@pytest.mark.parametrize(
    "letters", ["àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ", "ßñãøåđłśžčőțșğ", "Ελλάδα Україна", "«\u202f» → ✓ ☐ … – €"]
)
def test_european_letters_are_drawn(letters):
    assert is_drawable(letters)


@pytest.mark.parametrize("letters", ["👩🏽\u200d🍳", "שלום", "مرحبا", "日本"])
def test_a_run_of_missing_letters_becomes_one_placeholder(letters):
    assert markup(f"a {letters} b", regular(SANS)).count("□") == 1
    assert not is_drawable((Heading(1, letters),))


def test_a_letter_that_the_font_lacks_is_drawn_with_the_fallback():
    assert markup("→", regular(SERIF)) == '<font name="DejaVuSans">→</font>'
