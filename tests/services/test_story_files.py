from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement

from workbench.errors import UnreadableFileError
from workbench.services.story_files import read_story, story_of_pages

STORY = "J’ai lavé le sol.\n\nPuis l’œuf : « ça »"
ODT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:tracked-changes><text:p>effacé</text:p></text:tracked-changes>
<text:h>Un lundi</text:h><text:p>J’ai<text:s/>lavé<text:line-break/>le <text:span>sol</text:span
><text:note>(1)</text:note>.</text:p>
<text:list><text:list-item><text:p>pain</text:p></text:list-item></text:list>
</office:text></office:body></office:document-content>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_a_text_is_read_whatever_its_encoding(tmp_path, encoding):
    path = tmp_path / "récit.TXT"
    path.write_bytes(STORY.replace("\n", "\r\n").encode(encoding))
    assert read_story(path) == STORY


def test_an_old_dos_text_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("J'ai été là où ça sentait la fumée, à côté.".encode("cp850"))
    assert read_story(path) == "J'ai été là où ça sentait la fumée, à côté."


def test_a_word_document_gives_its_paragraphs_lists_and_tables(tmp_path):
    document = Document()
    document.add_heading("Un lundi")
    document.add_paragraph("J’ai lavé").add_run(" le sol.").add_break()
    listed = document.add_paragraph("pain")
    listed._p.get_or_add_pPr().append(OxmlElement("w:numPr"))
    document.add_table(1, 1).cell(0, 0).text = "une case"
    document.save(tmp_path / "a.docx")
    assert read_story(tmp_path / "a.docx") == "Un lundi\nJ’ai lavé le sol.\n\n• pain\nune case"


def odt(path, content):
    with ZipFile(path, "w") as archive:
        archive.writestr("content.xml", content)
    return path


def test_an_opendocument_gives_its_words_without_notes_nor_what_was_erased(tmp_path):
    assert read_story(odt(tmp_path / "a.odt", ODT)) == "Un lundi\nJ’ai lavé\nle sol.\n• pain"


def test_nothing_outside_an_opendocument_is_read(tmp_path):
    (tmp_path / "secret").write_text("secret", "utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'
    told = ODT.replace('<?xml version="1.0"?>', entity).replace("Un lundi", "&e;")
    assert "secret" not in read_story(odt(tmp_path / "a.odt", told))


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", b"PK no"), ("b.odt", b""), ("c.doc", b"x"), ("d.txt", b" \n "), ("absent.txt", None)],
)
def test_a_bad_file_gets_one_sentence(tmp_path, name, data):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFileError, match=r"^« .+\.$") as caught:
        read_story(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_the_pages_of_a_pdf_are_one_story(tmp_path):
    pages = ("Le matin je préparais le petit déjeuner de monsieur Roux\r\nqui mange sans sel.", "Puis je rangeais.")
    told = "Le matin je préparais le petit déjeuner de monsieur Roux qui mange sans sel.\nPuis je rangeais."
    assert story_of_pages(tmp_path / "a.pdf", pages) == told
    with pytest.raises(UnreadableFileError, match="images"):
        story_of_pages(tmp_path / "a.pdf", ("", " \n"))
