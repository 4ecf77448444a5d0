import pytest

from tests.documents.samples import full_document
from workbench.documents.docx import write_docx
from workbench.documents.pdf import write_pdf
from workbench.errors import StoreError


@pytest.mark.parametrize(("write", "signature"), [(write_pdf, b"%PDF-"), (write_docx, b"PK")])
def test_a_document_is_written_whole(tmp_path, write, signature):
    path = tmp_path / "portefeuille"
    write(full_document(), path)
    assert path.read_bytes().startswith(signature)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("write", [write_pdf, write_docx])
def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path, write):
    with pytest.raises(StoreError, match="Impossible d’écrire « portefeuille »"):
        write(full_document(), tmp_path / "absent" / "portefeuille")
