"""The files that go with an experience: joined, opened, described, taken out, brought back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent

from tests.documents.attached import pdf, png
from workbench.domain import changes as c
from workbench.domain.attachments import AttachmentKind
from workbench.domain.dossier import Experience, Person
from workbench.services.attachments import attach
from workbench.ui.experiences import attachments as panel_module
from workbench.ui.experiences.attachments import DescribeDialog


@pytest.fixture
def screen(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    for name in ("aide", "usine"):
        window.view.opened.record(c.ExperienceWritten(Experience(name, name.title())))
    window.view.go("experiences")
    made = window.view.sections.experiences
    made.list.choose("aide")
    return made


@pytest.fixture
def files(tmp_path):
    (tmp_path / "Mon_permis.pdf").write_bytes(pdf())
    (tmp_path / "La serre.png").write_bytes(png())
    (tmp_path / "notes.txt").write_text("non")
    return tmp_path


def join(qtbot, screen, path):
    before = len(screen._open.dossier.attachments)
    screen.attachments.add(path)
    qtbot.waitUntil(lambda: len(screen._open.dossier.attachments) == before + 1)


def titles(screen):
    model = screen.attachments.list.model()
    return [model.index(n, 0).data(Qt.ItemDataRole.UserRole).title for n in range(model.rowCount())]


def test_files_that_are_dropped_belong_to_the_experience_shown(screen, files, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files / n)) for n in ("Mon_permis.pdf", "La serre.png")])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    screen.attachments.dropEvent(QDropEvent(QPointF(5, 5), actions, data, buttons, keys))
    qtbot.waitUntil(lambda: len(screen._open.dossier.attachments) == 2)
    assert sorted(titles(screen)) == ["La serre", "Mon permis"]
    screen.list.choose("usine")
    assert titles(screen) == []
    assert not screen.attachments.opening.isVisible()


def test_a_file_does_not_outlive_an_experience_taken_out_meanwhile(screen, files, qtbot):
    panel, opened = screen.attachments, screen._open
    known = attach(files / "La serre.png", "aide", opened.keep_file, date(2026, 11, 22))
    opened.record(c.ExperienceRemoved("aide"))
    panel._note(known)
    assert opened.dossier.attachments == {}


def test_a_file_that_is_refused_is_said_and_not_joined(screen, files, qtbot):
    with qtbot.waitSignal(screen.failed) as told:
        screen.attachments.add(files / "notes.txt")
    assert "ni un PDF ni une image" in str(told.args[0])
    assert screen._open.dossier.attachments == {}


def test_enter_opens_a_copy_that_goes_with_the_dossier(screen, files, qtbot, monkeypatch):
    monkeypatch.setattr(panel_module, "QDesktopServices", type("Fake", (), {"openUrl": lambda _url: True}))
    join(qtbot, screen, files / "La serre.png")
    screen.attachments.list.setFocus()
    with qtbot.waitSignal(screen.attachments.shown) as told:
        qtbot.keyClick(screen.attachments.list, Qt.Key.Key_Return)
    copy = Path(told.args[0])
    assert copy.read_bytes() == png()
    screen.forget()
    assert not copy.exists()


def test_a_file_is_described_and_taken_out_and_undo_brings_it_back(screen, files, qtbot):
    join(qtbot, screen, files / "Mon_permis.pdf")
    key = screen.attachments.list.chosen_key()
    screen.attachments.describe(key, "Permis B", AttachmentKind.DIPLOMA)
    assert titles(screen) == ["Permis B"]
    screen.attachments.removing.click()
    assert (titles(screen), screen._open.dossier.attachments) == ([], {})
    screen._open.undo()
    assert titles(screen) == ["Permis B"]
    assert screen._open.read_file(screen._open.dossier.attachments[key].digest) == pdf()


def test_a_title_is_never_left_empty(screen, files, qtbot):
    join(qtbot, screen, files / "Mon_permis.pdf")
    (known,) = screen._open.dossier.attachments.values()
    dialog = DescribeDialog(known, screen)
    qtbot.addWidget(dialog)
    dialog._title.setText("  ")
    assert not dialog._keep.isEnabled()


def test_the_list_and_the_buttons_have_names(screen, files, qtbot):
    join(qtbot, screen, files / "Mon_permis.pdf")
    panel = screen.attachments
    names = [QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in (panel.list, panel.removing)]
    assert names == ["Pièces jointes à cette expérience", "Enlever"]
