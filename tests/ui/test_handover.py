"""A document is read back by keyboard before it leaves, through the real window."""

import hashlib

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from tests.domain.journals import FICHES
from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.handover import Treatment
from workbench.domain.positions import Edit, Span
from workbench.ui.widgets.confirm import ConfirmDialog

PASSAGES = ("J’aide Mme Zbignia à midi.", "Je porte le linge.", "Je soigne mon diabète.")


@pytest.fixture
def view(window, qtbot):
    """Open a dossier with three claims, and its portfolio being read back as a Word document."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view = window.view
    view.create_dossier(Person("Zoé", "Œuvrard"), "cep-reconnaissance")
    record = view.opened.record
    record(c.FicheAdded(FICHES[0]))
    record(c.ExperienceWritten(Experience("x", "Aide")))
    record(c.RecitStarted("r", "x", "Lundi"))
    record(c.TextEdited("r", (Edit(0, 0, " ".join(PASSAGES)),)))
    start = 0
    for number, words in enumerate(PASSAGES):
        span = Span(start, start + len(words))
        record(c.EvidenceAccepted(f"e{number}", "r", span, "F", f"p{number}", Strength.TOLD, suggested=False))
        start += len(words) + 1
    view.go("documents")
    view.sections.documents.others.menu().actions()[0].trigger()
    return view


def press(qtbot, widget, *keys):
    for key in keys:
        qtbot.keyClick(widget, key)


def saved(view, qtbot, path):
    with qtbot.waitSignal(view.sections.handover.said, timeout=60_000):
        view.sections.handover.save(path)
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)


def to_somebody(screen, name):
    screen.to.to.choose("+")
    screen.to.to.picked.emit("+")
    screen.to.recipient.setText(name)


def test_what_is_sensitive_is_named_with_why(view, qtbot):
    screen = view.sections.handover
    assert view.room == "remise"
    assert screen.card.marks.text().replace("\u00a0", " ") == "À relire : « Zbignia » (nom d’une autre personne)"
    press(qtbot, screen.list, Qt.Key.Key_Down)
    assert screen.card.marks.isHidden()
    press(qtbot, screen.list, Qt.Key.Key_Down)
    assert "diabète" in screen.card.spoken()
    assert "(santé)" in screen.card.spoken()


def test_passages_are_masked_and_withdrawn_by_keyboard(view, qtbot, tmp_path):
    screen = view.sections.handover
    press(qtbot, screen.list, Qt.Key.Key_M)
    assert "J’aide Mme […] à midi." in screen.card.leaves.text()
    press(qtbot, screen.list, Qt.Key.Key_Down, Qt.Key.Key_R, Qt.Key.Key_G, Qt.Key.Key_Down, Qt.Key.Key_R)
    words = saved(view, qtbot, tmp_path / "zoe.docx")
    assert "J’aide Mme […] à midi." in words
    assert PASSAGES[1] in words
    assert "diabète" not in words
    assert view.opened.dossier.evidence.keys() == {"e0", "e1", "e2"}


def test_all_that_is_pointed_at_is_masked_at_once_and_shown_alone(view):
    screen = view.sections.handover
    screen.masking.click()
    assert set(screen._treatments.values()) == {Treatment.MASK}
    screen.which.choose("pointed")
    screen.which.picked.emit("pointed")
    assert screen.list.model().rowCount() == 2
    assert not screen.masking.isEnabled()


def test_words_that_one_adds_are_pointed_at_and_masked(view, qtbot, tmp_path):
    screen = view.sections.handover
    type_text(screen.also, "linge, midi")
    screen.also.editingFinished.emit()
    screen.masking.click()
    words = saved(view, qtbot, tmp_path / "zoe.docx")
    assert "Je porte le […]." in words
    assert "J’aide Mme […] à […]." in words


def test_the_read_back_opened_from_anywhere_is_the_first_document(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.go("remise")
    assert "Portefeuille" in window.view.sections.handover.subtitle.text()


def test_what_left_is_written_down_with_the_consent(view, qtbot, tmp_path):
    screen = view.sections.handover
    to_somebody(screen, "GRETA")
    saved(view, qtbot, tmp_path / "zoe.docx")
    saved(view, qtbot, tmp_path / "zoe-2.docx")
    dossier = view.opened.dossier
    (consent,) = dossier.consents.values()
    assert consent.recipient == "GRETA"
    assert [h.consent_id for h in dossier.handed.values()] == [consent.id] * 2
    first = next(iter(dossier.handed.values()))
    assert first.digest == hashlib.sha256((tmp_path / "zoe.docx").read_bytes()).hexdigest()
    assert PASSAGES[1] in {piece.words for piece in first.pieces}


def test_what_is_printed_is_read_back_and_written_down_too(view, qtbot, tmp_path):
    view.go("documents")
    view.sections.documents.print_button.click()
    screen = view.sections.handover
    screen.masking.click()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    with qtbot.waitSignal(screen.said, timeout=60_000):
        screen.print_on(printer)
    (handed,) = view.opened.dossier.handed.values()
    assert (handed.form, handed.file) == ("papier", "Portefeuille de reconnaissance")
    assert handed.count(Treatment.MASK) == 2
    assert (tmp_path / "papier.pdf").read_bytes().startswith(b"%PDF")


def test_a_document_for_the_person_needs_no_consent(view, qtbot, tmp_path):
    saved(view, qtbot, tmp_path / "zoe.docx")
    assert not view.opened.dossier.consents
    assert [h.consent_id for h in view.opened.dossier.handed.values()] == [""]


def test_nobody_is_somebody_else(view, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: pytest.fail("asked where")))
    screen = view.sections.handover
    to_somebody(screen, " ")
    screen.saving.click()
    assert screen.to.lacks.isVisible()
    type_text(screen.to.recipient, "G")
    assert screen.to.lacks.isHidden()


def test_a_consent_is_withdrawn_from_the_list(view, qtbot, tmp_path, monkeypatch):
    to_somebody(view.sections.handover, "GRETA")
    saved(view, qtbot, tmp_path / "zoe.docx")
    view.go("remis")
    screen = view.sections.handed
    assert screen.heading.text().endswith("GRETA")
    assert PASSAGES[2] in screen.pieces.toPlainText()
    monkeypatch.setattr(ConfirmDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    screen.withdrawal.click()
    (consent,) = view.opened.dossier.consents.values()
    assert consent.withdrawn
    assert screen.withdrawal.isHidden()
    view.sections.documents.others.menu().actions()[0].trigger()
    assert "GRETA" not in [
        view.sections.handover.to.to.itemText(n) for n in range(view.sections.handover.to.to.count())
    ]


def test_escape_goes_back_to_the_document(view, qtbot):
    press(qtbot, view.sections.handover.list, Qt.Key.Key_Escape)
    assert view.room == "documents"


def test_a_dossier_that_gave_nothing_says_so(view):
    view.go("remis")
    assert view.sections.handed.nothing.isVisible()
