from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.wording import Part, read_wording

PIECES = st.lists(
    st.sampled_from(
        ["Nettoyer les sols", "en choisissant le produit", "afin de garantir l'hygiène", "selon la consigne", ",", "."]
    ),
    max_size=6,
).map(" ".join)


@pytest.mark.parametrize(
    ("title", "part", "said"),
    [
        ("Nettoyer les sols en choisissant le produit adapté", Part.MEANS, "en choisissant le produit adapté"),
        ("Nettoyer les sols afin de garantir l'hygiène", Part.PURPOSE, "afin de garantir l'hygiène"),
        ("Informer sur les droits auprès des familles", Part.PUBLIC, "auprès des familles"),
        ("Ranger la réserve selon le plan du magasin", Part.SETTING, "selon le plan du magasin"),
        ("Servir les repas en tenant compte des régimes", Part.SETTING, "en tenant compte des régimes"),
        ("À l'aide d'un chariot, déplacer les charges", Part.MEANS, "À l'aide d'un chariot"),
        ("À l'aide d'un chariot, déplacer les charges", Part.DEED, "déplacer les charges"),
    ],
)
def test_the_parts_of_a_competence(title, part, said):
    assert read_wording(title).said(part) == [said]


@pytest.mark.parametrize(
    ("title", "verb", "thing"),
    [
        ("Réceptionner et contrôler les livraisons pour alerter", "Réceptionner et contrôler", "les livraisons"),
        ("S'adapter aux imprévus du chantier", "S'adapter", "aux imprévus du chantier"),
        ("Hygiène des locaux", "", "Hygiène des locaux"),
    ],
)
def test_what_is_done_and_to_what(title, verb, thing):
    wording = read_wording(title)
    assert (wording.verb, wording.object) == (verb, thing)


@given(PIECES | st.text(max_size=60))
def test_the_parts_follow_one_another_and_hold_every_word(title):
    wording = read_wording(title)
    spans = [span for _, span in wording.parts]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    left = "".join(
        title[a:b] for a, b in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(title)], strict=True)
    )
    assert not any(c.isalnum() for c in left)
