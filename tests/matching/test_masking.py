import pytest

from workbench.matching.masking import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Je m'occupais de Madame Dupont à Clermont-Ferrand.", "Je m'occupais de Madame X à X."),
        ("Karim m'a montré, j'ai scanné 250 colis.", "X m'a montré, j'ai scanné 0 colis."),
        ("je fermais la caisse avec karim", "je fermais la caisse avec X"),
        ("Scanné les colis.", "Scanné les colis."),
        ("écrivez à jo.le@free.fr ou au 06 12 34 56 78", "écrivez à X ou au 0"),
        ("On partait à 6h30 avec M. Benali.", "On partait à 0 avec M. X."),
        ("j'appelais le Docteur Martin  Le Guen", "j'appelais le X"),
        ("", ""),
    ],
)
def test_names_places_numbers_and_addresses_do_not_leave(model, text, masked):
    assert mask(model, text, {"Karim"}) == masked


def test_a_known_name_is_masked_however_it_is_written(model):
    assert "aicha" not in mask(model, "j'aidais aicha à se lever", {"Aïcha"}).lower()
