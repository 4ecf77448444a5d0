import pytest

from workbench.domain.bank import OwnWordings, flaw, kept


def test_wordings_are_added_and_set_aside_and_one_is_always_left():
    shipped = ("a", "b")
    assert kept(shipped, OwnWordings(("c", "a"), ("b",))) == ("a", "c")
    assert kept(shipped, OwnWordings((), ("a", "b"))) == shipped


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("Et alors ?", "Écrivez une fois « {mots} »"),
        ("« {mots} » : « {mots} » ?", "Écrivez une fois"),
        ("« {mots} » : {outil} ?", "Écrivez une fois"),
        ("« {mots} » :", "Ajoutez"),
        ("« {mots} » : Pourquoi ?", "jamais la raison"),
        ("« {mots} » : " + "a" * 91, "90 signes"),
        ("« {mots} » : et juste après ?", ""),
    ],
)
def test_a_wording_quotes_once_asks_how_and_is_short(wording, said):
    assert said in flaw(wording)
    assert bool(flaw(wording)) == bool(said)
