import openpyxl
import pytest

from tests.referentials.flux import flux, never, silent, write_xml, write_zip
from tests.referentials.test_spreadsheet import ROWS, write_csv
from workbench.errors import UnreadableFileError
from workbench.referentials.importing import read_fiches


def codes(path):
    return [entry.fiche.code for entry in read_fiches(path, silent, never)]


@pytest.mark.parametrize("name", ["a.xml", "a.zip", "a.csv", "a.txt", "a"])
def test_the_content_says_what_a_file_is(tmp_path, name):
    assert codes(write_xml(tmp_path / name, flux())) == ["RNCP90001"]
    assert codes(write_zip(tmp_path / name, flux())) == ["RNCP90001"]
    assert codes(write_csv(tmp_path / name)) == ["LOC-1", "LOC-2"]


def test_a_workbook_is_not_taken_for_a_zipped_flux(tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "a.zip")
    seen = []
    assert len(tuple(read_fiches(tmp_path / "a.zip", lambda *done: seen.append(done), never))) == 2
    assert seen == [((tmp_path / "a.zip").stat().st_size,) * 2]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04abc", b"%PDF-1.7", b"\x89PNG\r\n\x00", b"<"])
def test_anything_else_is_refused_with_its_name(tmp_path, content):
    path = tmp_path / "chose.dat"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=r"chose\.dat"):
        codes(path)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(UnreadableFileError, match="ne peut pas être lu"):
        codes(tmp_path)
