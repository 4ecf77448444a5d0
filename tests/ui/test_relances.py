"""The bank of questions on screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from tests.ui.keys import type_text
from workbench.domain.dossier import Person
from workbench.matching.asking import use_questions
from workbench.services.relances import load_bank
from workbench.ui.widgets.basics import Button


@pytest.fixture
def screen(window):
    window.view.go("relances")
    yield window.view.relances
    use_questions({})


def test_a_wording_is_set_aside_and_taken_back(screen, tmp_path):
    code = screen.list.chosen_key()
    tick = screen.card.findChildren(QCheckBox)[0]
    wording = tick.objectName()
    tick.click()
    assert load_bank(tmp_path).of(code).disabled == (wording,)
    next(t for t in screen.card.findChildren(QCheckBox) if t.objectName() == wording).click()
    assert load_bank(tmp_path).own == {}


def test_ones_own_is_added_by_keyboard_refused_in_words_and_removed(screen, qtbot, tmp_path):
    type_text(screen.field, "pourquoi ?")
    qtbot.keyClick(screen.field, Qt.Key.Key_Return)
    assert "jamais la raison" in screen.refusal.text()
    screen.field.setText("« {mots} » : et là ?")
    qtbot.keyClick(screen.field, Qt.Key.Key_Return)
    code = screen.list.chosen_key()
    assert load_bank(tmp_path).of(code).added == ("« {mots} » : et là ?",)
    buttons = screen.card.findChildren(Button)
    next(b for b in buttons if b.accessibleName() == "Retirer cette tournure").click()
    assert load_bank(tmp_path).own == {}


def test_a_broken_file_is_said_on_the_screen_and_when_a_dossier_opens(screen, window, qtbot, tmp_path):
    (tmp_path / "relances.toml").write_text("[MOY", "utf-8")
    screen.refresh()
    assert "relances.toml" in screen.broken.text()
    assert not screen.card.isEnabled()
    with qtbot.waitSignal(window.view.failed) as told:
        window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    assert "relances.toml" in str(told.args[0])
