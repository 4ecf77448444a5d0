import pytest

from workbench.matching.spelling import as_written_slowly


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jai porté la caisse", "j'ai porté la caisse"),
        ("jouvrais à sept heures et jemballais", "j'ouvrais à sept heures et j'emballais"),
        ("on ma mis au rayon", "on m'a mis au rayon"),
        ("elle ma confié sa clé", "elle m'a confié sa clé"),
        ("Cetait long", "C'était long"),
        ("JE PORTAIS LES SACS", "Je portais les sacs"),
        ("il range ma caisse", "il range ma caisse"),
        ("je jouais au jardin et je jetais le vieux jambon", "je jouais au jardin et je jetais le vieux jambon"),
    ],
)
def test_hurried_words_are_spelt_out(typed, meant):
    assert as_written_slowly(typed) == meant
