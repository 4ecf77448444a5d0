from itertools import pairwise

import pikepdf
import pytest

from tests.documents.pdf.reading import elements, opened, places, read_order, tags, unmarked
from tests.documents.samples import ON, full_dossier, untidy_dossier
from tests.documents.vae.samples import VAE_DOCUMENTS
from workbench.documents.pdf import render_pdf
from workbench.documents.registry import KINDS, Wish
from workbench.domain.dossier import Dossier

DOSSIERS = {"full": full_dossier, "empty": lambda: Dossier("d"), "untidy": untidy_dossier}

MADE = {f"{kind}-{dossier}": (kind, dossier) for kind in KINDS for dossier in DOSSIERS}


@pytest.fixture(scope="module", params=[*MADE, *VAE_DOCUMENTS])
def pdf(request):
    document = VAE_DOCUMENTS[request.param]() if request.param in VAE_DOCUMENTS else built(*MADE[request.param])
    with opened(render_pdf(document)) as read:
        yield read


def built(kind, dossier):
    return KINDS[kind].build(DOSSIERS[dossier](), Wish(ON, fiche="EX-1", recipient="A 🚀"))


def test_language_title_and_marks_are_stated(pdf):
    assert pdf.Root.Lang == "fr-FR"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert pdf.Root.MarkInfo.Marked is True
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"]
        assert metadata["pdfuaid:part"] == "1"
        assert metadata.pdfa_status == "3A"


def test_everything_painted_is_content_or_artifact(pdf):
    assert [unmarked(page) for page in pdf.pages] == [[]] * len(pdf.pages)


def test_every_mark_of_a_page_leads_to_its_element(pdf):
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    for index, page in enumerate(pdf.pages):
        owners = numbers[numbers.index(page.obj.StructParents) + 1]
        marks = [
            str(i.operands[1].MCID)
            for i in pikepdf.parse_content_stream(page)
            if str(i.operator) == "BDC" and "/MCID" in i.operands[1]
        ]
        assert marks == [str(n) for n in range(len(owners))]
        assert page.obj.StructParents == index


def test_headings_never_skip_a_level(pdf):
    levels = [int(tag[1]) for tag in tags(pdf) if tag in {"H1", "H2", "H3", "H4"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_header_cells_have_a_scope_and_figures_an_alternative(pdf):
    for element in elements(pdf):
        if element.S == "/TH":
            assert element.A.Scope in {"/Row", "/Column"}
        if element.S == "/Figure":
            assert str(element.Alt)
            assert len(element.A.BBox) == 4


def test_every_element_has_content(pdf):
    assert all(len(element.K) for element in elements(pdf))


def test_a_screen_reader_goes_as_the_eye_does(pdf):
    """From one mark to the next, down the page or to the right, and never back to an earlier page."""
    standing = [places(page) for page in pdf.pages]
    order = read_order(pdf)
    assert len(order) == sum(map(len, standing)) == len(set(order))
    for (page, mark), (next_page, next_mark) in pairwise(order):
        (x, y), (next_x, next_y) = standing[page][mark], standing[next_page][next_mark]
        assert (next_page, -next_y) >= (page, -y - 1) or next_x > x + 1, (page, mark, next_mark)
