from dataclasses import replace
from io import BytesIO

import docx
import pikepdf
import pytest
from PIL import Image

from tests.documents.attached import CONTENTS, attached_dossier, jpeg, png, read_file
from tests.documents.pdf.reading import elements, opened, unmarked
from tests.documents.samples import ON, full_dossier
from workbench.documents.blocks import Heading, Picture, Table
from workbench.documents.docx.writer import render_docx
from workbench.documents.letters import NBSP
from workbench.documents.pdf import render_pdf
from workbench.documents.pictures import printable
from workbench.documents.portfolio import Reader, portfolio
from workbench.documents.registry import Wish
from workbench.services.documents import write_document

SHOWN = [f"Photo, réalisation{NBSP}: Titre de {name}" for name in ("deux", "trois", "quatre")]


@pytest.fixture
def document():
    return portfolio(attached_dossier(), ON, read_file=read_file)


def test_the_list_says_what_each_file_is_and_where_it_stands(document):
    (table,) = (b for b in document.blocks if isinstance(b, Table) and b.caption == "Liste des pièces jointes")
    digest = attached_dossier().attachments["un"].digest[:12]
    first, second, *_ = table.rows
    assert first[:3] == ("1. Titre de un (Chez monsieur Roux)", "Diplôme ou titre", "3 février 2026")
    assert first[3].endswith(digest)
    assert (first[4], second[4]) == ("piece-01.pdf", "À la suite")


def test_pictures_come_last_each_under_its_title(document):
    place = document.blocks.index(Heading(1, "Pièces jointes"))
    shown = [type(b) for b in document.blocks[place + 3 :]]
    assert shown == [Heading, Picture] * 3
    assert document.blocks[-1].alternative == "Photo, réalisation : Titre de quatre"


def test_an_employer_gets_none_and_nobody_a_list_of_nothing():
    for made in (portfolio(attached_dossier(), ON, "", Reader.EMPLOYER, read_file), portfolio(full_dossier(), ON)):
        assert Heading(1, "Pièces jointes") not in made.blocks
        assert made.attachments == ()


def test_a_pdf_is_carried_as_it_was_and_pictures_are_tagged_figures(document):
    made = render_pdf(document)
    with pikepdf.open(BytesIO(made)) as pdf:
        assert pdf.attachments["piece-01.pdf"].get_file().read_bytes() == CONTENTS["un"]
        assert [str(file.AFRelationship) for file in pdf.Root.AF] == ["/Supplement"]
    read = opened(made)
    figures = [str(e.Alt) for e in elements(read) if e.S == "/Figure"]
    assert figures[-3:] == SHOWN
    assert [operator for page in read.pages for operator in unmarked(page)] == []


def test_the_same_dossier_gives_the_same_bytes(document):
    assert render_pdf(document) == render_pdf(portfolio(attached_dossier(), ON, read_file=read_file))


def test_word_places_the_pictures_with_their_words(document):
    made = docx.Document(BytesIO(render_docx(document)))
    assert [s._inline.docPr.get("descr") for s in made.inline_shapes] == SHOWN
    section = made.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert all(shape.width <= room for shape in made.inline_shapes)


def test_the_data_of_a_portfolio_stays_beside_the_files(tmp_path):
    wish = Wish(ON, read_file=read_file)
    (path,) = write_document(attached_dossier(), "portefeuille", wish, tmp_path, ("pdf",), b"k" * 32)
    with pikepdf.open(path) as pdf:
        assert {"piece-01.pdf", "open-badges.json", "sceau.json"} <= set(pdf.attachments)


def test_a_file_that_cannot_be_read_here_is_listed_as_such():
    without = replace(attached_dossier().attachments["un"], digest="", size=0)
    made = portfolio(replace(full_dossier(), attachments={"un": without}), ON, read_file=read_file)
    (table,) = (b for b in made.blocks if isinstance(b, Table) and b.caption == "Liste des pièces jointes")
    assert table.rows[0][3:] == ("–", "Non jointe")
    assert made.attachments == ()


@pytest.mark.parametrize(("content", "size"), [(jpeg((90, 160), turned=True), (160, 90)), (png((40, 30)), (40, 30))])
def test_a_picture_is_printed_upright_on_white_without_what_the_camera_noted(content, size):
    with Image.open(BytesIO(printable(content))) as picture:
        assert (picture.size, picture.mode, dict(picture.getexif())) == (size, "RGB", {})


def test_what_the_camera_noted_does_not_leave():
    assert b"motsecret" in jpeg(note="motsecret")
    assert b"motsecret" not in printable(jpeg(note="motsecret"))
