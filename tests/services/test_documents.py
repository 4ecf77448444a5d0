from datetime import date

import pytest

from workbench.documents.registry import KINDS, Wish
from workbench.domain.dossier import Dossier, Person
from workbench.services.documents import DATA_FORMATS, file_name, write_document


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
    assert file_name(dossier, "portefeuille", date(2026, 11, 22)) == f"2026-11-22_portefeuille_{expected}"


def test_a_long_name_still_makes_a_file():
    assert len(file_name(Dossier("d", person=Person("W" * 3000)), "portefeuille", date(2026, 11, 22))) < 150


def test_the_data_is_written_alone_under_names_that_differ(tmp_path):
    paths = write_document(Dossier("d"), "portefeuille", Wish(date(2026, 11, 22)), tmp_path, DATA_FORMATS)
    assert [p.name.removeprefix("2026-11-22_portefeuille_sans-nom.") for p in paths] == [
        "open-badges.json",
        "json-resume.json",
        "europass.json",
        "vae.json",
    ]
    assert all(p.read_bytes().startswith(b"{") for p in paths)


def test_each_document_says_where_its_data_is(tmp_path):
    assert all(set(kind.data) <= set(DATA_FORMATS) for kind in KINDS.values())
    assert {name for kind in KINDS.values() for name in kind.data} == set(DATA_FORMATS)
    assert [kind.name for kind in KINDS.values() if "vae" in kind.data] == ["vae-faisabilite"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_is_written_for_an_empty_dossier(kind, tmp_path):
    paths = write_document(Dossier("d"), kind, Wish(date(2026, 11, 22)), tmp_path, ("pdf", "docx"))
    assert [p.name for p in paths] == [f"2026-11-22_{kind}_sans-nom.{form}" for form in ("pdf", "docx")]
    assert paths[0].read_bytes().startswith(b"%PDF")
