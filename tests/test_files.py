import pytest

from workbench.errors import StoreError
from workbench.files import prepare_folder, write_atomically


def test_a_file_that_is_written_leaves_no_draft(tmp_path):
    write_atomically(tmp_path / "cle.json", b"un")
    write_atomically(tmp_path / "cle.json", b"deux")
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == {"cle.json": b"deux"}


def test_a_parent_that_is_a_file_gets_one_sentence(tmp_path):
    (tmp_path / "parent").write_text("un fichier")
    with pytest.raises(StoreError, match="Impossible d’écrire"):
        write_atomically(tmp_path / "parent" / "lettre.pdf", b"")


def test_a_folder_that_cannot_be_names_the_option_that_chooses_another(tmp_path):
    (tmp_path / "parent").write_text("un fichier")
    with pytest.raises(StoreError, match="avec --sortie"):
        prepare_folder(tmp_path / "parent" / "sortie", "--sortie")
