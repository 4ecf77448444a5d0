import numpy as np
import pytest

from workbench.matching.kernel import TextIndex, Texts
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


def test_many_texts_are_compared_as_each_of_them_is(bag):
    index = TextIndex([bag("laver la chemise"), bag(""), bag("on lavait les chemises du client"), bag("laver laver")])
    asked = [bag(t) for t in ("je lave ses chemises", "", "conduire le camion", "lavé, lavait, laver la chemise")]
    assert np.allclose(index.likenesses(Texts(asked)), [index.likeness(b) for b in asked], atol=1e-6)
    assert index.likenesses(Texts([])).shape == (0, 4)
    assert TextIndex([]).likenesses(Texts(asked)).shape == (4, 0)
