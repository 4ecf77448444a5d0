import pytest

from workbench.domain.preparation import LONGEST, NotAQuestionError, as_question


@pytest.mark.parametrize("words", ["Avez-vous repensé au garage?", "  Avez-vous repensé\nau garage  ?? "])
def test_a_question_is_one_line_that_ends_as_one(words):
    assert as_question(words) == "Avez-vous repensé au garage ?"


@pytest.mark.parametrize("words", ["", " ? ", "Semble découragée.", "Découragée ? À voir avec sa famille"])
def test_a_note_is_refused_with_a_sentence(words):
    with pytest.raises(NotAQuestionError, match="terminez celle-ci par « \\? »"):
        as_question(words)


def test_a_question_that_says_too_much_is_refused():
    with pytest.raises(NotAQuestionError, match="raccourcissez"):
        as_question("a" * LONGEST + " ?")
