"""The story answered by keyboard: who did what, suggestions put off or silenced, proofs made stronger or corrected."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from tests.ui.keys import type_text
from tests.ui.test_journey import STORY, press, story  # noqa: F401  (a fixture)
from workbench.domain import changes as c
from workbench.domain.analysis import Actor, Basis, Reality, WhoDidWhat
from workbench.domain.dossier import Outcome, Strength
from workbench.domain.positions import Span
from workbench.ui.passages import Passages
from workbench.ui.recit.competence_search import PASSAGE, found_by
from workbench.ui.recit.set_aside import SetAsideDialog
from workbench.ui.recit.who_menu import WhoMenu

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def recit(story):  # noqa: F811
    screen = story.sections.recit
    screen.editor.go_to(Span(0, 0))
    return screen


def dossier(recit):
    return recit._open.dossier


def write(recit, qtbot, text):
    with qtbot.waitSignal(recit._analyst.analysed):
        type_text(recit.editor, text)


def test_on_was_je_by_one_key_and_undo_gives_the_reading_back(recit, window, qtbot):
    write(recit, qtbot, "Il a plié.\n")
    recit.editor.go_to(Span(0, 0))
    with qtbot.waitSignal(window.analyst.analysed):
        press(qtbot, recit.editor, Qt.Key.Key_J, ALT)
    who = recit.editor.current_sentence()[1].who
    assert (who.actor, who.reality, who.basis) == (Actor.SELF, Reality.DONE, Basis.CORRECTED)
    with qtbot.waitSignal(window.analyst.analysed):
        window.menus.undo.trigger()
    assert recit.editor.current_sentence()[1].who.actor is Actor.OTHER


def test_what_is_said_of_a_sentence_follows_the_typing_before_it(recit, window, qtbot):
    recit.panel.overruled.emit(Actor.OTHER, Reality.DONE)
    recit.editor.moveCursor(recit.editor.textCursor().MoveOperation.Start)
    write(recit, qtbot, "Le matin.\n")
    actors = [s.who.actor for _, s in recit.editor.sentences.all()]
    assert actors == [Actor.SELF, Actor.OTHER, Actor.SELF]


def test_the_menu_says_who_did_what_and_takes_it_back(qtbot):
    said, forgotten = [], []
    menu = WhoMenu(WhoDidWhat(Actor.GROUP, Reality.DENIED), lambda *both: said.append(both), lambda: None)
    qtbot.addWidget(menu)
    for action in menu.actions():
        if action.property("says") in {Actor.SELF, Reality.DONE}:
            action.trigger()
    assert said == [(Actor.SELF, Reality.DENIED), (Actor.GROUP, Reality.DONE)]
    said_so = WhoDidWhat(Actor.SELF, Reality.DONE, basis=Basis.CORRECTED)
    corrected = WhoMenu(said_so, said.append, lambda: forgotten.append(1))
    qtbot.addWidget(corrected)
    corrected.actions()[-1].trigger()
    assert len(forgotten) == 1


def test_what_was_said_can_be_forgotten(recit):
    recit.panel.overruled.emit(Actor.OTHER, Reality.DONE)
    recit.panel.believed.emit()
    assert not dossier(recit).overrulings


def test_a_question_is_asked_and_answered_by_keyboard_and_undone(recit, window, qtbot):
    lacking = [(span, replace(s, lacks=("MOY", "DEC"))) for span, s in recit.editor.sentences.all()]
    recit.editor.show_sentences(Passages(lacking))
    recit.guide.look()
    press(qtbot, recit.editor, Qt.Key.Key_P, ALT)
    press(qtbot, recit.editor, Qt.Key.Key_O, ALT)
    press(qtbot, recit.editor, Qt.Key.Key_P, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert [r.outcome for r in dossier(recit).relances.values()] == [Outcome.ANSWERED, Outcome.SET_ASIDE]
    for _ in range(3):
        window.menus.undo.trigger()
    assert not dossier(recit).relances


def test_a_suggestion_is_put_off_and_found_in_the_list(recit, qtbot):
    press(qtbot, recit.editor, Qt.Key.Key_Return, CONTROL_SHIFT)
    (put_off,) = dossier(recit).postponed.values()
    assert dossier(recit).passage(put_off) == STORY.split("\n")[0]
    assert (put_off.fiche, put_off.competence) not in {v.key for _, v in recit.panel._view.proposed}
    dialog = SetAsideDialog(recit._open, recit.shows, recit)
    next(b for b in dialog.findChildren(QPushButton) if "nouveau" in b.text()).click()
    assert not dossier(recit).postponed


def test_a_silenced_competence_is_suggested_nowhere_until_it_is_heard_again(recit, qtbot):
    press(qtbot, recit.editor, Qt.Key.Key_Backspace, CONTROL_SHIFT)
    (key,) = dossier(recit).silenced
    recit._show_sentence()
    assert key not in {v.key for _, v in (*recit.panel._view.proposed, *recit.panel._view.others)}
    dialog = SetAsideDialog(recit._open, recit.shows, recit)
    next(b for b in dialog.findChildren(QPushButton) if "nouveau" in b.text()).click()
    assert not dossier(recit).silenced
    assert key in {v.key for _, v in recit.panel._view.proposed}


def test_a_proof_is_made_stronger_and_weaker_by_keyboard(recit, qtbot):
    press(qtbot, recit.editor, Qt.Key.Key_Return)
    for key, strength in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 3), (Qt.Key.Key_Left, 2)):
        press(qtbot, recit.editor, key, ALT)
        assert next(iter(dossier(recit).evidence.values())).strength is Strength(strength)
    assert [mark.strength for _, mark in recit.editor.marks.all()] == [Strength.EXPLICIT]


def test_three_letters_attach_a_competence_to_what_is_selected(recit, qtbot):
    recit.editor.setTextCursor(recit.editor._cursor(5, 16))
    press(qtbot, recit.editor, Qt.Key.Key_E)
    view = next(v for v in recit._known.values() if v.title.startswith("Entretenir") or "linge" in v.title.lower())
    type_text(recit.panel._search._field, view.title.split()[0][:3].lower())
    found = recit.panel._search._list.chosen_key()
    qtbot.keyClick(recit.panel._search._field, Qt.Key.Key_Return)
    (evidence,) = dossier(recit).evidence.values()
    assert (evidence.fiche, evidence.competence) == tuple(found.split("\n"))
    assert dossier(recit).passage(evidence) == STORY[5:16]
    assert not evidence.suggested
    assert recit.editor.hasFocus()


def test_a_proof_is_given_to_another_competence(recit, qtbot):
    press(qtbot, recit.editor, Qt.Key.Key_Return)
    before = next(iter(dossier(recit).evidence.values()))
    recit.panel.correct_chosen()
    recit.panel._search._list.choose_first()
    qtbot.keyClick(recit.panel._search._field, Qt.Key.Key_Down)
    qtbot.keyClick(recit.panel._search._field, Qt.Key.Key_Return)
    (after,) = dossier(recit).evidence.values()
    assert (after.id, after.span) == (before.id, before.span)
    assert after.competence != before.competence


def test_words_dropped_on_a_competence_are_attached_and_stay_in_the_story(recit, qtbot):
    recit.editor.setTextCursor(recit.editor._cursor(5, 16))
    data = recit.editor.createMimeDataFromSelection()
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    recit.panel.dragEnterEvent(QDragEnterEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, buttons, none))
    targets = recit.panel._search._list
    qtbot.waitUntil(lambda: targets.visualRect(targets.model().index(1, 0)).height() > 0)
    place = QPointF(targets.visualRect(targets.model().index(1, 0)).center())
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    drop = QDropEvent(place, either, data, buttons, none, QEvent.Type.Drop)
    targets.dropEvent(drop)
    assert drop.dropAction() is Qt.DropAction.CopyAction
    assert [dossier(recit).passage(e) for e in dossier(recit).evidence.values()] == [STORY[5:16]]
    assert recit.editor.source.text == STORY


def test_what_comes_from_elsewhere_is_not_dropped_on_a_competence(recit):
    data = QMimeData()
    data.setText("lavé le sol")
    assert not data.hasFormat(PASSAGE)
    event = QDragEnterEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    recit.panel.dragEnterEvent(event)
    assert not event.isAccepted()
    assert recit.panel._search.isHidden()


def test_nothing_is_answered_on_another_screen(recit, story, window, qtbot):  # noqa: F811
    story.go("personne")
    next(a for a in window.menus._story_actions if "Accepter" in a.text()).trigger()
    assert not story.opened.dossier.evidence


def test_words_that_begin_as_a_title_does_come_first(recit):
    known = {"\n".join(key): view for key, view in recit._known.items()}
    (_, view), *others = found_by("lin", known)
    assert others
    assert any(word.startswith("lin") for word in view.title.lower().split())


def test_each_new_change_is_told_in_words(recit, qtbot):
    key = next(iter(recit._known))
    recit.panel.postponed.emit(*key)
    recit.panel.silenced.emit(*key)
    recit._open.record(c.CompetenceHeard(*key))
    told = [line.what for line in recit._open.history_lines()[:3]]
    assert [line.split(" ")[0] for line in told] == ["Proposer", "Ne", "Suggestion"]


def test_nothing_is_asked_for_a_silenced_competence(recit):
    recit._open.record(c.CompetenceSilenced(*next(iter(recit._known))))
    assert next(iter(recit._known)) in recit.guide._known(dossier(recit)).elsewhere
