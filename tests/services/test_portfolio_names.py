from datetime import date

import pytest

from workbench.domain.dossier import Dossier, Person
from workbench.services.portfolio import DATA_FORMATS, file_name, write_portfolio


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Zoé", "Éluard", "Zoe-Eluard"),
        ("", "", "sans-nom"),
        ("../", "x", "x"),
        ("محمد", "", "sans-nom"),
        ("A 'b", "--c", "A-b-c"),
    ],
)
def test_names_of_files_suit_every_system(first, last, expected):
    dossier = Dossier("d", person=Person(first, last))
    assert file_name(dossier, date(2026, 11, 22)) == f"2026-11-22_portefeuille_{expected}"


def test_a_long_name_still_makes_a_file():
    assert len(file_name(Dossier("d", person=Person("W" * 3000)), date(2026, 11, 22))) < 150


def test_the_data_is_written_alone_under_names_that_differ(tmp_path):
    paths = write_portfolio(Dossier("d"), tmp_path, DATA_FORMATS, date(2026, 11, 22))
    assert [p.name.removeprefix("2026-11-22_portefeuille_sans-nom.") for p in paths] == [
        "open-badges.json",
        "json-resume.json",
        "europass.json",
        "vae.json",
    ]
    assert all(p.read_bytes().startswith(b"{") for p in paths)
