from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from workbench.documents.registry import Wish
from workbench.domain.dossier import Dossier, Person
from workbench.services.documents import write_document


@pytest.fixture
def screen(window, qtbot):
    window.view.go("verification")
    qtbot.waitUntil(lambda: window.view.verification.fingerprint.text() != "")
    return window.view.verification


@pytest.fixture
def sealed(tmp_path, window):
    key = window._stores.journal.signing_key()
    (path,) = write_document(
        Dossier("d", Person("Zoé")), "portefeuille", Wish(date(2026, 11, 22)), tmp_path, ("pdf",), key
    )
    return path


def verified(qtbot, screen, act):
    with qtbot.waitSignal(screen.said):
        act()
    return " ".join(found.text() for found in screen.result.findChildren(QLabel)).replace("\u00a0", " ")


def test_a_file_that_is_chosen_is_verified(screen, sealed, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(sealed), "")))
    words = verified(qtbot, screen, screen.choose.click)
    assert "pas un octet n’a changé" in words
    assert "Ce qui est prouvé" in words
    assert f"{screen.fingerprint.text()}. C’est la clé de ce poste." in words


def test_a_file_that_is_dropped_is_verified(screen, sealed, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sealed))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert "pas un octet n’a changé" in verified(qtbot, screen, lambda: screen.dropEvent(event))


def test_a_changed_file_is_said_so_in_place_of_the_first(screen, sealed, qtbot):
    verified(qtbot, screen, lambda: screen.verify(sealed))
    sealed.write_bytes(sealed.read_bytes()[:-1])
    words = verified(qtbot, screen, lambda: screen.verify(sealed))
    assert "Octets manquants : 1." in words
    assert "Ce qui est prouvé" not in words
    assert screen.result.accessibleName() == screen.result.report.headline


def test_a_file_that_is_gone_gets_one_sentence(screen, tmp_path, qtbot):
    with qtbot.waitSignal(screen.failed) as told:
        screen.verify(tmp_path / "absent.pdf")
    assert "ne peut pas être lu" in str(told.args[0])


def test_the_fingerprint_is_given(screen, qtbot):
    with qtbot.waitSignal(screen.said):
        screen._copy.click()
    assert QGuiApplication.clipboard().text() == screen.fingerprint.text()
    assert len(screen.fingerprint.text().split()) == 8


def test_a_saved_portfolio_is_sealed_by_this_desk(window, screen, tmp_path, qtbot):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    sections = window.view.sections
    sections.handover.begin("portefeuille", "pdf", sections.documents.wish())
    with qtbot.waitSignal(sections.handover.said, timeout=30_000):
        sections.handover.save(tmp_path / "zoe.pdf")
    assert "C’est la clé de ce poste." in verified(qtbot, screen, lambda: screen.verify(tmp_path / "zoe.pdf"))
