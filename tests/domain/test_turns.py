import pytest

from workbench.domain.turns import Speaker, counsellor_turns, speaker_of, words_start

STORY = "C : Qu’avez-vous fait ?\nP : J’ai lavé le sol.\nC’était long.\nConseillère: Et après ?\n— Rien.\n"


def test_the_counsellors_turns_are_their_lines_without_the_mark():
    turns = [(STORY[s.start : s.end], mark) for s, mark in counsellor_turns(STORY)]
    assert turns == [("Qu’avez-vous fait ?", "C :"), ("Et après ?", "Conseillère:")]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("C : oui", Speaker.COUNSELLOR),
        ("P: oui", Speaker.PERSON),
        ("Personne : oui", Speaker.PERSON),
        ("– oui", Speaker.SOMEBODY),
        ("- un point de la liste", None),
        ("C’était long : très long", None),
        ("Le client : un homme", None),
    ],
)
def test_a_line_says_who_speaks_by_its_mark(line, speaker):
    assert speaker_of(line) is speaker


def test_the_words_of_a_line_begin_past_its_mark():
    assert [words_start(line, 0) for line in ("P : oui", "oui", "– oui")] == [4, 0, 0]


def test_an_empty_turn_is_none():
    assert not list(counsellor_turns("C : \nP : oui"))
