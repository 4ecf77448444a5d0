import hashlib
from datetime import date

import docx
import pikepdf
import pytest

from tests.domain.journals import FICHES
from workbench.documents.registry import KINDS, Wish
from workbench.domain.dossier import Dossier, Evidence, Experience, Person, Recit
from workbench.domain.handover import Treatment
from workbench.domain.passages import PassageMap
from workbench.domain.positions import Span
from workbench.errors import StoreError
from workbench.services.documents import DATA_FORMATS
from workbench.services.handover import hand_over
from workbench.services.read_back import Handover, read_back

SECRET, NAMED, OUTSIDE = "Je soigne mon diabète sérieusement.", "J’aide Mme Zbignia à midi.", "Rien de tout ceci."
TEXT = f"{SECRET} {NAMED} {OUTSIDE}"
WISH = Wish(date(2026, 11, 22))
KEY = bytes(range(32))


@pytest.fixture
def dossier():
    first = Evidence("a", "r", Span(0, len(SECRET)), FICHES[0].code, "p1")
    start = TEXT.index(NAMED)
    second = Evidence("b", "r", Span(start, start + len(NAMED)), FICHES[0].code, "p2")
    return Dossier(
        "d",
        Person("Awa", "Diallo", goal="Devenir aide-soignante"),
        experiences={"x": Experience("x", "Aide", team="Awa et Paul")},
        recits={"r": Recit("r", "x", "Lundi", TEXT)},
        evidence=PassageMap().with_item(first).with_item(second),
        fiches={FICHES[0].code: FICHES[0]},
    )


def asked(read, form="pdf", **treatments):
    chosen = {r.piece.key: treatments[name] for r in read for name in treatments if r.piece.words == TEXTS[name]}
    return Handover("portefeuille", form, WISH, chosen)


TEXTS = {"secret": SECRET, "named": NAMED}


def test_each_piece_comes_with_what_deserves_to_be_read_again(dossier):
    pieces = [(r.piece.words, r.marks) for r in read_back(dossier, "portefeuille", "")]
    read = {words: [words[m.span.start : m.span.end] for m in marks] for words, marks in pieces}
    assert read[SECRET] == ["diabète"]
    assert read[NAMED] == ["Zbignia"]
    assert read["Awa et Paul"] == ["Paul"]
    assert read["Devenir aide-soignante"] == []
    assert OUTSIDE not in "".join(read)


@pytest.mark.parametrize("form", ["docx", *DATA_FORMATS])
def test_what_is_masked_or_withdrawn_is_in_no_format(dossier, form, tmp_path):
    read = read_back(dossier, "portefeuille", "")
    wanted = asked(read, form, secret=Treatment.WITHDRAW, named=Treatment.MASK)
    path = tmp_path / "awa"
    hand_over(dossier, wanted, path, KEY)
    said = _words_of(path, form)
    assert "diabète" not in said
    assert "Zbignia" not in said
    if form in {"docx", "open-badges"}:
        assert "J’aide Mme […] à midi." in said


def test_a_pdf_and_the_data_that_it_carries_follow_the_choices(dossier, tmp_path):
    read = read_back(dossier, "portefeuille", "")
    hand_over(dossier, asked(read, secret=Treatment.WITHDRAW, named=Treatment.MASK), tmp_path / "a.pdf", KEY)
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        carried = b"".join(pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments).decode()
    assert "Zbignia" not in carried
    assert "diabète" not in carried
    assert "J’aide Mme […] à midi." in carried


def test_what_left_is_told_with_the_digest_of_the_file(dossier, tmp_path):
    read = read_back(dossier, "portefeuille", "")
    handed = hand_over(dossier, asked(read, secret=Treatment.WITHDRAW, named=Treatment.MASK), tmp_path / "a.pdf", KEY)
    assert handed.digest == hashlib.sha256((tmp_path / "a.pdf").read_bytes()).hexdigest()
    assert (handed.document, handed.form, handed.file, handed.on) == ("portefeuille", "pdf", "a.pdf", "2026-11-22")
    assert [p.words for p in handed.pieces[:2]] == ["", "J’aide Mme […] à midi."]
    assert len(handed.pieces) == len(read)
    assert handed.count(Treatment.KEEP) == len(read) - 2


def test_a_folder_that_is_not_there_gets_one_sentence(dossier, tmp_path):
    with pytest.raises(StoreError, match="vérifiez la place libre"):
        hand_over(dossier, asked(()), tmp_path / "absent" / "a.pdf", KEY)


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_can_be_read_back_in_an_empty_dossier(kind):
    assert read_back(Dossier("d"), kind, "") == ()


def _words_of(path, form):
    if form != "docx":
        return path.read_text("utf-8")
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)
