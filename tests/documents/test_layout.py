from io import BytesIO

import docx
import pytest
from PIL import Image

from tests.documents.pdf.reading import elements, opened, unmarked, words
from tests.documents.samples import ON, full_document
from workbench.documents.blocks import Heading, Letterhead
from workbench.documents.colours import ACCENT, LEAST_CONTRAST, contrast, palette_of
from workbench.documents.docx import write_docx
from workbench.documents.layout import Layout, dressed, flaw
from workbench.documents.pdf import render_pdf

OWN = Layout("#7A1F5C", "Mission locale du Limousin", "12 rue des Lilas, 87000 Limoges", "Première.\nSeconde.", "ML")


def picture(size=(300, 100)):
    output = BytesIO()
    Image.new("RGB", size, "#7A1F5C").save(output, "PNG")
    return output.getvalue()


def own_document(**changes):
    return dressed(full_document(), Layout(OWN.accent, OWN.header, OWN.footer, OWN.notices, "ML", **changes))


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        (Layout("bleu"), "six chiffres"),
        (Layout("#FFD54F"), "plus foncée"),
        (Layout(header="x" * 91), "raccourcissez"),
        (Layout(), ""),
        (OWN, ""),
    ],
)
def test_a_layout_that_reads_badly_is_refused_in_words(layout, said):
    assert said in flaw(layout) if said else not flaw(layout)


def test_contrast_is_that_of_wcag_on_the_ground_that_goes_with_the_colour():
    assert palette_of("#000000").soft == "#E8E8E8"
    assert contrast("#000000") == pytest.approx(17.13, abs=0.02)
    assert contrast(ACCENT) > LEAST_CONTRAST


def test_the_notices_stand_before_the_places_to_sign():
    titles = [block.text for block in own_document().blocks if isinstance(block, Heading)]
    assert titles[-2:] == ["Mentions légales", "Signatures"]


def test_an_anonymous_document_bears_the_colour_alone():
    document = dressed(full_document(), Layout("#7A1F5C", "ML", "ML", "ML", "ML", picture()), is_anonymous=True)
    assert document.layout == Letterhead("#7A1F5C")
    assert document.blocks == full_document().blocks


def test_every_page_of_the_pdf_bears_the_organisation_as_an_artifact():
    made = render_pdf(own_document(logo=picture()))
    with opened(made) as pdf:
        (logo, *_) = [e for e in elements(pdf) if e.S == "/Figure"]
        assert str(logo.Alt) == "Logo\u00a0: ML"
        assert not [operator for page in pdf.pages for operator in unmarked(page)]
        pages = len(pdf.pages)
    said = words(made)
    assert said.count("Mission locale du Limousin") == said.count("12 rue des Lilas") == pages
    assert "Seconde." in said


def test_a_colour_does_not_outlive_its_document():
    before = render_pdf(full_document())
    assert render_pdf(own_document()) != before
    assert render_pdf(full_document()) == before


def test_in_word_too(tmp_path):
    write_docx(own_document(logo=picture()), tmp_path / "a.docx")
    read = docx.Document(str(tmp_path / "a.docx"))
    (logo,) = read.inline_shapes
    assert logo._inline.docPr.get("descr") == "Logo\u00a0: ML"
    section = read.sections[0]
    assert section.header.paragraphs[0].text.endswith("Mission locale du Limousin")
    assert section.footer.paragraphs[-1].text == "12 rue des Lilas, 87000 Limoges"
    assert str(read.styles["Heading 1"].font.color.rgb) == "7A1F5C"
    assert full_document().layout.accent == ACCENT
    assert full_document().on == ON
