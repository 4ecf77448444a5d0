import numpy as np
import pytest

from workbench.matching.kernel import TextIndex
from workbench.matching.vectors import Lexicon
from workbench.matching.words import content_words


@pytest.fixture
def bag(model):
    lexicon = Lexicon(model.vocab, {}, 10)
    return lambda text: lexicon.bag(text, content_words(text))


def test_a_text_is_wholly_like_itself(bag):
    text = bag("je passais le gant tiède sur son dos")
    assert TextIndex([text]).likeness(text)[0] == pytest.approx(1.0, abs=1e-5)


def test_near_words_count_less_than_the_same_words_and_more_than_others(bag):
    index = TextIndex([bag("laver la chemise"), bag("repasser le pantalon"), bag("conduire le camion")])
    same, near, far = index.likeness(bag("laver la chemise"))
    assert same > near > far


def test_empty_texts_are_like_nothing(bag):
    index = TextIndex([bag(""), bag("laver le sol")])
    assert np.array_equal(index.likeness(bag("")), np.zeros(2, np.float32))
    assert index.likeness(bag("laver"))[0] == 0
