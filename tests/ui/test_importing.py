import pytest
from PySide6.QtCore import QMimeData
from reportlab.pdfgen.canvas import Canvas

from tests.ui.test_journey import story  # noqa: F401  (a fixture)
from workbench.errors import UnreadableFileError
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.recit.importing import pdf_pages
from workbench.ui.recit.list_screen import NewRecitDialog

TOLD = "J'ai lavé le sol."


def pdf(path, *pages):
    canvas = Canvas(str(path))
    for words in pages:
        canvas.drawString(80, 700, words)
        canvas.showPage()
    canvas.save()
    return path


def test_the_pages_of_a_pdf_are_read(tmp_path, qapp):
    assert [page.strip() for page in pdf_pages(pdf(tmp_path / "a.pdf", TOLD, "Puis rien."))] == [TOLD, "Puis rien."]


def test_what_is_no_pdf_gets_one_sentence(tmp_path, qapp):
    (tmp_path / "a.pdf").write_bytes(b"rien")
    with pytest.raises(UnreadableFileError, match=r"a\.pdf.*PDF"):
        pdf_pages(tmp_path / "a.pdf")


def test_a_file_becomes_a_story_of_an_experience(story, window, qtbot, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(NewRecitDialog, "exec", lambda dialog: dialog.DialogCode.Accepted)
    screen = story.sections.recits
    with qtbot.waitSignal(screen.opened):
        screen.bringing.bring(pdf(tmp_path / "Mon lundi.pdf", TOLD))
    recit = list(story.opened.dossier.recits.values())[-1]
    assert (recit.title, recit.text, recit.experience_id) == ("Mon lundi", TOLD, "e1")
    assert story.sections.recit.editor.source.text == TOLD


def test_a_bad_file_is_told_in_the_window(story, window, qtbot, tmp_path):  # noqa: F811
    (tmp_path / "a.odt").write_bytes(b"rien")
    with qtbot.waitSignal(story.failed):
        story.sections.recits.bringing.bring(tmp_path / "a.odt")
    assert "a.odt" in window._error_words.text()


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({"text/plain": "a\u200b\t b"}, "a b"),
        ({"text/html": "<p>J’ai <b>lavé</b></p><p>le sol</p>"}, "J’ai lavé\nle sol"),
    ],
)
def test_what_is_pasted_is_plain(qtbot, qapp, given, written):
    editor = RecitEditor()
    qtbot.addWidget(editor)
    data = QMimeData()
    for kind, text in given.items():
        data.setData(kind, text.encode())
    editor.insertFromMimeData(data)
    assert editor.source.text == written


def test_what_is_copied_from_a_story_comes_back_as_it_was(qtbot, qapp):
    editor = RecitEditor()
    qtbot.addWidget(editor)
    editor.load("« oui\u00a0»  \n\n\n deux")
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insertFromMimeData(copied)
    assert editor.source.text == "« oui\u00a0»  \n\n\n deux" * 2
