import pytest

from workbench.referentials.infinitives import begins_with_infinitive, is_infinitive, with_accents


@pytest.mark.parametrize(
    "word", ["Gérer", "EVALUER", "évaluer", "Co-piloter", "mettre", "Pourvoir", "Porter-Manutentionner"]
)
def test_knows_infinitives(word):
    assert is_infinitive(word)


@pytest.mark.parametrize("word", ["Atelier", "Chantier", "Particulier", "Cadre", "Hier", "Premier", "plan", ""])
def test_is_not_taken_in_by_endings(word):
    assert not is_infinitive(word)


@pytest.mark.parametrize(
    "text", ["S'assurer de", "S‘organiser", "Se servir", "Ne pas nuire", "N'employer que", "Y aller"]
)
def test_sees_through_pronouns_and_denial(text):
    assert begins_with_infinitive(text)


def test_gives_capitals_their_accent_and_nothing_else():
    assert [with_accents(w) for w in ("Evaluer", "Etablir", "Gérer", "Gerer", "Ete")] == [
        "Évaluer",
        "Établir",
        "Gérer",
        "Gerer",
        "Ete",
    ]
