import pytest

from workbench.matching.word_list import misspelt, suggestions


def test_words_are_known_with_a_capital_or_in_parts():
    assert not misspelt(["préparais", "Lavé", "RAPPELER", "Roux", "peut-être", "dis-je", "œuf", "chariots"])
    assert misspelt(["lavai", "laver", "couloire", "coeur", "dégats"]) == {"couloire", "coeur", "dégats"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("couloire", "couloir"),
        ("apeller", "appeler"),
        ("aparement", "apparemment"),
        ("nettoiyer", "nettoyer"),
        ("coeur", "cœur"),
        ("acceuil", "accueil"),
        ("dégats", "dégâts"),
        ("Apres", "Après"),
        ("profesionnel", "professionnel"),
    ],
)
def test_what_was_meant_comes_first(written, meant):
    assert suggestions(written)[0] == meant


def test_nothing_is_offered_for_what_is_like_nothing():
    assert suggestions("zzkqxw") == ()
