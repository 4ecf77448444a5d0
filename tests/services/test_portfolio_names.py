from datetime import date

import pytest

from workbench.domain.dossier import Dossier, Person
from workbench.services.portfolio import file_name


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [("Zoé", "Éluard", "Zoe-Eluard"), ("", "", "sans-nom"), ("../", "x", "x"), ("محمد", "", "sans-nom")],
)
def test_names_of_files_suit_every_system(first, last, expected):
    dossier = Dossier("d", person=Person(first, last))
    assert file_name(dossier, date(2026, 11, 22)) == f"2026-11-22_portefeuille_{expected}"
