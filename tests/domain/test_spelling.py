import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.spelling import words_to_check


def checked(text):
    return [word for _, word in words_to_check(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("J’ai qu'elle aujourd’hui l’eau", ["ai", "elle", "eau"]),
        ("elle dit « jsui là » et part", ["elle", "dit", "et", "part"]),
        ("chez Kevin. Apres midi", ["chez", "Apres", "midi"]),
        ("la CPAM, 12h, x et 3e", ["la", "et"]),
        ("C : alors ?\nP : bien", ["alors", "bien"]),
        ("peut-être dis-je", ["peut-être", "dis-je"]),
    ],
)
def test_only_a_persons_own_words_are_checked(text, words):
    assert checked(text) == words


@given(st.text("ab’' é«»\n.A-", max_size=40))
def test_each_word_lies_where_it_is_said_to(text):
    assert all(text[span.start : span.end] == word and word for span, word in words_to_check(text))
