import re

from tests.documents.pdf.reading import elements, opened, tags, words
from tests.documents.samples import LONG_STORY, LONG_TITLE, ON, SENTENCES, full_document, untidy_dossier
from workbench.documents.blocks import Document, Heading, SignaturePlace, Signatures, Table, plain
from workbench.documents.pdf import render_pdf
from workbench.documents.portfolio import portfolio

FURNITURE = re.compile(r"(Zoë Łukasz )?Document sans valeur de certification \d+ / \d+ ")


def test_every_verbatim_can_be_read_back(qapp):
    text = re.sub(FURNITURE, "", words(render_pdf(full_document())))
    assert len(LONG_STORY) > 5000
    for passage in (SENTENCES[0], SENTENCES[1], LONG_TITLE, LONG_STORY):
        assert passage in text


def test_pages_say_how_many_they_are(qapp):
    content = render_pdf(full_document())
    with opened(content) as pdf:
        pages = len(pdf.pages)
    text = words(content)
    assert pages > 2
    assert all(f"{page} / {pages}" in text for page in range(1, pages + 1))


def test_letters_that_no_font_has_are_shown_as_missing(qapp):
    text = words(render_pdf(portfolio(untidy_dossier(), ON)))
    assert "Zoë □" in text
    assert "→ ✓ ☐" in text
    assert "Lettres manquantes." in text
    assert "Lettres manquantes." not in words(render_pdf(full_document()))


def test_the_header_row_of_a_long_table_is_read_once():
    table = Table("Longue", ("Nom", "Sens"), tuple((f"Ligne {n}", "mot " * 20) for n in range(60)), (1, 2))
    with opened(render_pdf(Document("T", "A", "S", "M", ON, (table,)))) as pdf:
        assert len(pdf.pages) > 2
        assert tags(pdf).count("TR") == 61
        headers = [element for element in elements(pdf) if element.S == "/TH" and element.A.Scope == "/Column"]
        assert [len(header.K) for header in headers] == [1, 1]


def test_the_outline_leads_to_the_headings():
    with opened(render_pdf(full_document())) as pdf, pdf.open_outline() as outline:
        assert outline.root[0].title == "Portefeuille de reconnaissance des compétences"
        assert "Veiller" in [child.title for item in outline.root for child in item.children]


def test_the_same_document_gives_the_same_bytes():
    assert render_pdf(full_document()) == render_pdf(full_document())


def test_the_places_to_sign_stay_with_the_sentence_before_them(qapp):
    for lines in range(26, 40):
        body = [plain(f"Ligne {n}.") for n in range(lines)]
        end = [Heading(1, "Signatures"), plain("Fait ce jour."), Signatures((SignaturePlace("Ici", ""),))]
        with opened(render_pdf(Document("T", "A", "S", "M", ON, (*body, *end)))) as pdf:
            holding = [
                number
                for number, page in enumerate(pdf.pages)
                for owner in pdf.Root.StructTreeRoot.ParentTree.Nums[2 * page.obj.StructParents + 1]
                if owner.S == "/H2"
            ]
            assert holding == [len(pdf.pages) - 1]
