import pytest
from PIL import Image
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from tests.documents.samples import full_document
from workbench.documents.layout import USUAL
from workbench.documents.pdf import write_pdf
from workbench.ui.documents.printing import print_pages


@pytest.fixture
def card(window, qtbot):
    shown = window.view.settings.layout_card
    with qtbot.waitSignal(shown.previewed, timeout=60_000):
        window.view.go("reglages")
    return shown


def kept(window):
    return window.view.settings.layout_card._use_cases.load_layout()


def test_what_is_written_is_kept_and_shown_at_once(window, card, qtbot):
    before = card.picture.pixmap().toImage()
    card.accent.setText("#7a1f5c")
    card.header.setText("Mission locale")
    with qtbot.waitSignal(card.previewed, timeout=60_000):
        card.keep()
    assert (kept(window).accent, kept(window).header) == ("#7A1F5C", "Mission locale")
    assert card.picture.pixmap().toImage() != before


def test_a_pale_colour_is_refused_in_words_and_not_kept(window, card):
    card.accent.setText("#FFEE00")
    card.keep()
    assert not card.refusal.isHidden()
    assert "plus foncée" in card.refusal.text()
    assert kept(window) == USUAL


def test_a_logo_comes_and_goes(window, card, qtbot, tmp_path):
    Image.new("RGB", (30, 10)).save(tmp_path / "logo.png")
    with qtbot.waitSignal(card.previewed, timeout=60_000):
        card.use_logo(tmp_path / "logo.png")
    assert kept(window).logo
    assert card.drop_logo.isEnabled()
    with qtbot.waitSignal(card.previewed, timeout=60_000):
        card.drop_logo.click()
    assert not kept(window).logo


def test_a_broken_file_is_said_and_left_alone(window, card, tmp_path):
    (tmp_path / "mise-en-page.toml").write_text("accent = 3", "utf-8")
    card.show_layout("")
    assert "mise-en-page.toml" in card.refusal.text()
    card.keep()
    assert (tmp_path / "mise-en-page.toml").read_text("utf-8") == "accent = 3"


def test_every_page_is_printed(qapp, tmp_path):
    made = tmp_path / "paper.pdf"
    write_pdf(full_document(), tmp_path / "source.pdf")
    source = QPdfDocument()
    source.load(str(tmp_path / "source.pdf"))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(made))
    assert print_pages(source, printer) == source.pageCount()
    printed = QPdfDocument()
    printed.load(str(made))
    assert printed.pageCount() == source.pageCount()
    printed.close()
    source.close()
