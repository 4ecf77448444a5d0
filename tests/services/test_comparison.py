"""The steps of a comparison, on a small catalogue with the real engine."""

import pytest

from workbench.domain.partial import Wanted
from workbench.services.comparison import Comparison
from workbench.services.referentials import open_catalogue

STORY = "J'aidais la dame à sa toilette tous les matins. Je l'habillais, puis je l'aidais à marcher jusqu'au fauteuil."


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """Return a comparison that has read the shipped referentials."""
    made = Comparison(tmp_path_factory.mktemp("donnees"))
    done, whole = made.advance()
    while done < whole:
        done, whole = made.advance()
    return made


def test_nothing_is_ranked_before_the_catalogue_is_read(tmp_path):
    assert Comparison(tmp_path).rank([STORY], Wanted(), 5) == ()


def test_the_nearest_fiches_come_first_and_are_read(compared):
    found = compared.rank([STORY], Wanted(), 3)
    assert len(found) == 3
    assert found[0].code in {"EX-DOMICILE", "EX-SOINS"}
    read = compared.read(found[0], [("r", STORY)], ())
    assert any(s.proposed for sentence in read["r"].sentences for s in sentence.suggestions)


def test_several_stories_give_each_fiche_its_nearest(compared):
    other = "J'ai monté le mur en briques avec du mortier, puis j'ai lissé les joints à la truelle."
    alone, both = (compared.rank(texts, Wanted(), 4) for texts in ([other], [STORY, other]))
    assert alone[0].code == "EX-BATIMENT"
    assert {"EX-BATIMENT", "EX-DOMICILE"} <= {f.code for f in both}


def test_only_what_is_said_to_be_open_to_vae_is_kept(compared):
    assert compared.rank([STORY], Wanted(open_to_vae=True), 5) == ()


def test_the_active_fiches_are_counted(tmp_path):
    with open_catalogue(tmp_path) as catalogue:
        assert catalogue.count_active() == len(list(catalogue.active_fiches())) > 0
