from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.pointing import Category
from workbench.matching.sensitive import marks

SNIPPETS = [
    "Mme Roy",
    "06 12 34 56 78",
    "diabète",
    "l’Oise",
    " ",
    "Paul",
    ". ",
    "ma collègue Zohra ",
    "x@y.fr",
    "É",
    "«",
]


def found(text, *own):
    return [(text[m.span.start : m.span.end], m.category.value) for m in marks(text, own)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("J’ai le diabète depuis dix ans.", [("diabète", "sante")]),
        ("Après mon burn-out, j’ai repris.", [("burn-out", "sante")]),
        ("J’étais déléguée du personnel CFDT.", [("déléguée du personnel", "syndicat"), ("CFDT", "syndicat")]),
        ("Aux prud’hommes, j’ai gagné.", [("prud’hommes", "syndicat")]),
        ("Pendant le ramadan je cuisine.", [("ramadan", "religion")]),
        ("Ma carte de séjour arrive.", [("carte de séjour", "origine")]),
        ("J’avais un casier judiciaire.", [("casier judiciaire", "justice")]),
        ("Appelez le 06 12 34 56 78.", [("06 12 34 56 78", "telephone")]),
        ("Ou le +33 6.12.34.56.78", [("+33 6.12.34.56.78", "telephone")]),
        ("Écrire à awa.d@exemple.fr !", [("awa.d@exemple.fr", "courriel")]),
        ("2 85 07 75 123 456 78 est là", [("2 85 07 75 123 456 78", "nir")]),
        ("FR76 3000 6000 0112 3456 7890 189", [("FR76 3000 6000 0112 3456 7890 189", "banque")]),
        ("Au 12 bis rue de la Paix, chez moi", [("12 bis rue de la Paix", "adresse")]),
    ],
)
def test_what_is_sensitive_is_pointed_at_with_why(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le matin, je lève Mme Roy doucement.", ["Roy"]),
        ("Ma collègue Zbigniewa m’a aidée.", ["Zbigniewa"]),
        ("Sophie Martin tenait la caisse.", ["Sophie Martin"]),
        ("J’appelle M. Le Goff et le docteur Benali.", ["Le Goff", "Benali"]),
        ("Avec l’aide d’Antoine on a fini.", ["Antoine"]),
        ("À Lyon, je travaille chez Carrefour.", []),
        ("Je monte à Paris. Ensuite je range.", []),
        ("La CAF nous reçoit.", []),
        ("Le bâtiment B et le service A.", []),
    ],
)
def test_names_of_other_people_are_pointed_at(text, names):
    assert [words for words, why in found(text) if why == "nom"] == names


def test_the_person_is_nobody_else():
    assert found("Bonjour, Awa est là avec Paul.", "Awa", "Diallo") == [("Paul", "nom")]


def test_words_that_a_reader_adds_are_pointed_at_whatever_their_capitals():
    text = "Aux Tilleuls, les tilleuls et la tilleulée."
    places = [text[m.span.start : m.span.end] for m in marks(text, also=("tilleuls", " ")) if m.category == "choisi"]
    assert places == ["Tilleuls", "tilleuls"]


@pytest.mark.parametrize(
    "text", ["J’ai lavé 250 assiettes en 2 heures.", "De 2014 à 2019, 35 heures par semaine.", "Le 12/03/2019", ""]
)
def test_ordinary_words_and_numbers_are_left_alone(text):
    assert found(text) == []


@given(st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=8), max_size=12).map("".join))
def test_marks_lie_in_the_text_in_order_and_apart(text):
    places = [mark.span for mark in marks(text)]
    assert all(0 <= p.start < p.end <= len(text) for p in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert all(text[p.start : p.end].strip() == text[p.start : p.end] for p in places)


def test_every_category_of_words_has_some():
    found = {m.category for m in marks("malade, syndicat, religion, immigré, prison, militant")}
    assert found == set(tuple(Category)[:6])
