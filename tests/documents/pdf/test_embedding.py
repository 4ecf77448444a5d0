from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tests.documents.samples import ON, full_document, full_dossier
from workbench.documents.blocks import Attachment
from workbench.documents.data import FORMATS, attachments
from workbench.documents.pdf import render_pdf


@pytest.fixture(scope="module")
def pdf():
    document = replace(full_document(), attachments=attachments(full_dossier(), ON))
    with pikepdf.open(BytesIO(render_pdf(document))) as opened:
        yield opened


def test_the_data_is_inside_unchanged(pdf):
    assert {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments} == {
        f.file_name: f.render(full_dossier(), ON) for f in FORMATS.values()
    }


def test_each_file_is_associated_as_pdf_a_3_wants(pdf):
    assert [str(file.UF) for file in pdf.Root.AF] == [f.file_name for f in FORMATS.values()]
    for file in pdf.Root.AF:
        assert file.AFRelationship == "/Data"
        assert file.Desc
        assert file.EF.F.Subtype in {"/application/json", "/application/ld+json"}
        assert file.EF.F.Params.Size == len(file.EF.F.read_bytes())


def test_names_are_listed_in_their_order():
    files = tuple(Attachment(name, "text/plain", name, name.encode()) for name in ("b.txt", "a.txt", "é.txt"))
    with pikepdf.open(BytesIO(render_pdf(replace(full_document(), attachments=files)))) as opened:
        keys = [str(v) for v in list(opened.Root.Names.EmbeddedFiles.Names)[::2]]
        assert keys == ["a.txt", "b.txt", "é.txt"]
        assert opened.attachments["é.txt"].get_file().read_bytes() == "é.txt".encode()
