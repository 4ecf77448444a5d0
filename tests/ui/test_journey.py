"""One interview, from an empty store to the portfolio, through the real window."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog

from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength

STORY = "J’ai lavé le sol à l’eau chaude 🧹.\nPuis j’ai rangé le linge de la cliente."


@pytest.fixture
def story(window, qtbot):
    """Open a dossier with a fiche and an experience, and write a story that is analysed."""
    view = window.view
    view.create_dossier(Person("Zoé", "Œuvrard", goal="Un titre"), "cep-reconnaissance")
    view.opened.record(c.FicheAdded(window._stores.catalogue.fiche("EX-DOMICILE")))
    view.opened.record(c.ExperienceWritten(Experience("e1", "Ménage")))
    with qtbot.waitSignal(window.analyst.analysed):
        view.sections.recits.start_recit("e1", "Un matin")
        type_text(view.sections.recit.editor, STORY)
    return view


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.ControlModifier):
    qtbot.keyClick(widget, key, modifier)


def test_a_story_is_typed_and_kept(story, qtbot):
    with qtbot.waitSignal(story.saved, timeout=3000):
        pass
    (recit,) = story.opened.dossier.recits.values()
    assert recit.text == STORY


def test_a_suggestion_is_accepted_by_keyboard_and_shows(story, qtbot):
    editor = story.sections.recit.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    press(qtbot, editor, Qt.Key.Key_Return)
    (evidence,) = story.opened.dossier.evidence.values()
    assert story.opened.dossier.passage(evidence) == "Puis j’ai rangé le linge de la cliente."
    assert evidence.suggested
    assert [mark for _, mark in editor.marks.all()]
    story.go("reconnaissance")
    shown = [w.text() for w in story.sections.recognition.findChildren(type(story.sections.recit.title))]
    assert any("étayées : 1 sur" in text.replace("\u00a0", " ") for text in shown)


def test_a_suggestion_is_refused_by_keyboard_and_can_come_back(story, qtbot):
    screen = story.sections.recit
    press(qtbot, screen.editor, Qt.Key.Key_Backspace)
    (refusal,) = story.opened.dossier.refusals.values()
    assert (refusal.fiche, refusal.competence) not in {v.key for _, v in screen.panel._view.proposed}
    screen.panel.refusal_removed.emit(refusal.id)
    assert not story.opened.dossier.refusals


def test_the_strength_is_set_and_the_proof_removed(story, qtbot):
    screen = story.sections.recit
    press(qtbot, screen.editor, Qt.Key.Key_Return)
    (evidence_id,) = story.opened.dossier.evidence
    screen.panel.rated.emit(evidence_id, int(Strength.ATTESTED))
    assert story.opened.dossier.evidence[evidence_id].strength is Strength.ATTESTED
    screen.panel.removed.emit(evidence_id)
    assert not story.opened.dossier.evidence


def test_undo_and_redo_bring_the_editor_along(story, qtbot):
    editor = story.sections.recit.editor
    story.sections.recit.leave()
    type_text(editor, " Fini")
    press(qtbot, editor, Qt.Key.Key_Z)
    assert editor.source.text == editor.toPlainText() == STORY
    press(qtbot, editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.source.text == STORY + " Fini"


def test_undoing_the_beginning_of_a_story_goes_back_to_the_list(story, qtbot):
    for _ in range(3):
        story.undo()
    assert not story.opened.dossier.recits
    assert story.stack.currentWidget() is story.sections.recits


def test_typing_moves_what_was_accepted(story, qtbot):
    editor = story.sections.recit.editor
    press(qtbot, editor, Qt.Key.Key_Return)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_text(editor, "Ce jour-là. ")
    ((span, _),) = editor.marks.all()
    assert editor.source.text[span.start : span.end] == "Puis j’ai rangé le linge de la cliente."


def test_the_portfolio_is_shown_and_saved(story, qtbot, tmp_path):
    press(qtbot, story.sections.recit.editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(story.sections.documents.previewed, timeout=60_000):
        story.go("documents")
    assert story.sections.documents.document.pageCount() >= 1
    story.sections.documents.others.menu().actions()[0].trigger()
    assert story.room == "remise"
    with qtbot.waitSignal(story.sections.handover.said, timeout=60_000):
        story.sections.handover.save(tmp_path / "zoe.docx")
    assert (tmp_path / "zoe.docx").read_bytes().startswith(b"PK")


def test_a_verbatim_leads_to_its_place(story, qtbot):
    press(qtbot, story.sections.recit.editor, Qt.Key.Key_Return)
    (evidence,) = story.opened.dossier.evidence.values()
    story.go("reconnaissance")
    story.sections.recognition.passage_wanted.emit(evidence.id)
    assert story.stack.currentWidget() is story.sections.recit
    assert story.sections.recit.editor.place() == evidence.span.start


def test_tab_leaves_the_story_and_writes_nothing(story, qtbot):
    editor = story.sections.recit.editor
    press(qtbot, editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert editor.source.text == editor.toPlainText() == STORY


def test_the_data_of_the_portfolio_is_saved_where_one_says(story, qtbot, tmp_path, monkeypatch):
    screen = story.sections.documents
    chosen = (str(tmp_path / "zoe.json"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: chosen))
    screen.others.menu().actions()[2].trigger()
    with qtbot.waitSignal(story.sections.handover.said, timeout=60_000):
        story.sections.handover.saving.click()
    assert json.loads((tmp_path / "zoe.json").read_bytes())["basics"]["name"] == "Zoé Œuvrard"


def test_a_portfolio_that_has_nowhere_to_go_gets_one_sentence(window, story, qtbot, tmp_path):
    story.sections.documents.others.menu().actions()[0].trigger()
    with qtbot.waitSignal(window.tasks.failed, timeout=60_000):
        story.sections.handover.save(tmp_path / "absent" / "zoe.docx")
    assert "Impossible d’écrire « zoe.docx »" in window._error_words.text().replace("\u00a0", " ")
