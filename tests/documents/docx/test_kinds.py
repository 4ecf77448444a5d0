"""Every document as Word keeps it: real headings in their order, header rows marked, alternatives, large type."""

from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.documents.samples import ON, full_dossier
from workbench.documents.docx.writer import render_docx
from workbench.documents.registry import KINDS, Wish


@pytest.fixture(scope="module", params=KINDS)
def made(request):
    document = KINDS[request.param].build(full_dossier(), Wish(ON, fiche="EX-1", recipient="Mission locale"))
    return docx.Document(BytesIO(render_docx(document)))


def test_headings_are_styles_that_never_skip_a_level(made):
    levels = [int(p.style.name[-1]) for p in made.paragraphs if p.style.name.startswith("Heading ")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_of_many_columns_have_a_header_row_that_is_marked(made):
    for table in made.tables:
        if len(table.columns) > 2 and table._tbl.tblPr.find(qn("w:tblCaption")) is not None:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_only_the_easy_version_is_large():
    for name, kind in KINDS.items():
        document = kind.build(full_dossier(), Wish(ON, fiche="EX-1"))
        normal = docx.Document(BytesIO(render_docx(document))).styles["Normal"]
        assert (normal.font.size >= Pt(14)) == (name == "facile-a-lire")
