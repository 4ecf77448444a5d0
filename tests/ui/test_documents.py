import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.documents.samples import FICHE
from workbench.documents.registry import KINDS
from workbench.domain import changes as c
from workbench.domain.dossier import Person


@pytest.fixture
def screen(window, qtbot):
    window.view.create_dossier(Person("Zoé", "Œuvrard"), "cep-reconnaissance")
    documents = window.view.sections.documents
    with qtbot.waitSignal(documents.previewed, timeout=60_000):
        window.view.go("documents")
    return documents


def shown(screen):
    return " ".join(found.text() for found in screen.choice.findChildren(QLabel) if not found.isHidden())


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if not kind.fiches and name != "portefeuille"])
def test_each_document_has_its_preview(screen, qtbot, kind):
    with qtbot.waitSignal(screen.previewed, timeout=60_000):
        screen.show_kind(kind)
    assert screen.document.pageCount() >= 1


def test_what_lacks_is_said_beside_and_goes_away(window, screen, qtbot):
    with qtbot.waitSignal(screen.previewed, timeout=60_000):
        screen.show_kind("liaison")
    assert "Le projet ou la demande de la personne." in shown(screen)
    with qtbot.waitSignal(screen.previewed, timeout=60_000):
        window.view.opened.record(c.PersonDescribed(Person("Zoé", "Œuvrard", goal="Un titre", contact="06")))
    assert "Le projet ou la demande de la personne." not in shown(screen)


def test_the_recipient_is_asked_only_where_there_is_one(screen, qtbot):
    assert screen.choice.recipient.isHidden() or not screen.choice.recipient.isVisible()
    with qtbot.waitSignal(screen.previewed, timeout=60_000):
        screen.show_kind("liaison")
    screen.choice.recipient.setText("Mission locale")
    with qtbot.waitSignal(screen.previewed, timeout=60_000):
        screen.choice.recipient.editingFinished.emit()
    assert screen.wish().recipient == "Mission locale"


def test_a_document_about_a_fiche_waits_for_one(window, screen, qtbot):
    screen.show_kind("positionnement")
    assert not screen.others.isEnabled()
    with qtbot.waitSignal(screen.previewed, timeout=60_000):
        window.view.opened.record(c.FicheAdded(FICHE))
    assert (screen.others.isEnabled(), screen.wish().fiche) == (True, "EX-1")


def test_an_anonymous_file_is_offered_with_its_date_and_without_the_name(window, screen, qtbot, monkeypatch, tmp_path):
    with qtbot.waitSignal(screen.previewed, timeout=60_000):
        screen.show_kind("anonyme")
    offered = []

    def ask(_parent, _title, start, _kinds):
        offered.append(start)
        return str(tmp_path / "a.docx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    screen.others.menu().actions()[0].trigger()
    handover = window.view.sections.handover
    with qtbot.waitSignal(handover.said, timeout=60_000):
        handover.saving.click()
    assert "Œuvrard" not in offered[0]
    assert offered[0].endswith(f"{screen.wish().on.isoformat()}.docx")
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")


def test_only_the_formats_of_the_document_are_offered(screen, qtbot):
    with qtbot.waitSignal(screen.previewed, timeout=60_000):
        screen.show_kind("attestation")
    assert [action.data() for action in screen.others.menu().actions()] == ["docx", "open-badges"]
