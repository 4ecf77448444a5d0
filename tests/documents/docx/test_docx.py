from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from tests.documents.samples import LONG_STORY, ON, SENTENCES, full_document, untidy_dossier
from workbench.documents.docx.writer import render_docx
from workbench.documents.portfolio import portfolio
from workbench.domain.dossier import Dossier


@pytest.fixture(scope="module")
def full():
    return docx.Document(BytesIO(render_docx(full_document())))


def styled(document, style):
    return [p.text.replace("\u00a0", " ") for p in document.paragraphs if p.style.name == style]


def test_verbatims_are_quotes(full):
    assert styled(full, "Quote") == [f"« {text} »" for text in (SENTENCES[1], SENTENCES[0], LONG_STORY)]


def test_headings_are_real_ones(full):
    assert styled(full, "Title") == ["Portefeuille de reconnaissance des compétences"]
    assert "Signatures" in styled(full, "Heading 1")
    assert "Veiller" in styled(full, "Heading 2")
    assert "Repérer une urgence" in styled(full, "Heading 3")


def test_header_rows_are_repeated(full):
    table = next(t for t in full.tables if t.cell(0, 0).text == "Bloc")
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[1].cells] == ["Veiller", "2 sur 2", "3", "Attesté par un tiers"]


def test_the_chart_has_an_alternative_text(full):
    said = [e.get(qn("w:val")) for e in full.element.iter(qn("w:tblDescription"))]
    assert any("2 sur 2" in text for text in said)


def test_language_and_properties(full):
    assert full.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "fr-FR"
    assert full.core_properties.title == "Portefeuille de reconnaissance des compétences – Zoë Łukasz"
    assert full.core_properties.author == "Zoë Łukasz"
    assert full.core_properties.created.date() == ON


def test_the_footer_counts_the_pages(full):
    codes = [f.get(qn("w:instr")) for f in full.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_emoji_and_every_script_are_kept_and_control_characters_dropped():
    document = docx.Document(BytesIO(render_docx(portfolio(untidy_dossier(), ON))))
    quotes = " ".join(styled(document, "Quote"))
    assert "👩🏽\u200d🍳 שלום مرحبا" in quotes
    assert "\x07" not in quotes


def test_an_empty_dossier_can_be_written():
    document = docx.Document(BytesIO(render_docx(portfolio(Dossier("d"), ON))))
    assert styled(document, "Subtitle") == ["Personne non nommée"]
