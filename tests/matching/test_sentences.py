from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.sentences import LONGEST, split


def cut(text):
    return [text[s.start : s.end] for s in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je range. Je compte !\nJe ferme", ["Je range.", "Je compte !", "Je ferme"]),
        ("Chez M. Roux j'ouvrais. Il dormait.", ["Chez M. Roux j'ouvrais.", "Il dormait."]),
        ("J'ai dit « non. » Il est parti.", ["J'ai dit « non. »", "Il est parti."]),
        ("À 8 h. je pars, 3.5 kg", ["À 8 h. je pars, 3.5 kg"]),
        ("", []),
        (" \n \t\n", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text, expected):
    assert cut(text) == expected


def test_a_text_without_punctuation_is_cut_at_words():
    pieces = cut("mot " * 1000)
    assert max(len(p) for p in pieces) <= LONGEST
    assert " ".join(pieces).split() == ["mot"] * 1000


@given(st.text(max_size=300))
def test_sentences_are_in_order_apart_and_lose_no_letter(text):
    spans = split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@given(st.lists(st.sampled_from(["Je range.", "On lavait tout.", "Fini !"]), max_size=6), st.integers(0, 5))
def test_a_changed_line_leaves_the_other_sentences_alone(lines, index):
    changed = [*lines[:index], "Autre chose.", *lines[index + 1 :]]
    kept = [line for n, line in enumerate(lines) if n != index]
    assert [s for s in cut("\n".join(changed)) if s != "Autre chose."] == kept
