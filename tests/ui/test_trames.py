"""Adapting a guide: what is free changes at once and on the disk, what is locked stays and says why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from workbench.domain.dossier import Person
from workbench.services.trame_files import read_trame
from workbench.services.trames import DEFAULT
from workbench.ui.dossiers.new_dossier import NewDossierDialog
from workbench.ui.trames.step_form import FreeForm, LockedForm


@pytest.fixture
def screen(window):
    window.view.go("trames")
    return window.view.trames


@pytest.fixture
def copied(screen):
    screen._copy.click()
    return screen


@pytest.fixture
def saved(copied, tmp_path):
    """Return what reads the guide on screen from the disk."""
    return lambda: read_trame(tmp_path / "trames" / f"{copied._trame.id}.toml")


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)).replace(
        "\u00a0", " "
    )


def test_a_shipped_guide_conforms_and_cannot_be_changed(screen):
    screen.list.choose("accueil")
    assert screen.bar.mark.text() == "Conforme au socle commun"
    assert screen.panel.form is None
    assert not screen._tools.isVisible()


def test_a_copy_is_renamed_and_can_be_chosen_for_a_dossier(window, copied, saved):
    form = copied.panel.form
    form.title.setText("Accueil à Guéret")
    form.organisation.setText("Maison de l’emploi")
    copied.leave()
    assert (saved().title, saved().organisation, saved().model) == ("Accueil à Guéret", "Maison de l’emploi", DEFAULT)
    dialog = NewDossierDialog(window.view.guides.shelf, window)
    dialog._trame.choose(saved().id)
    window.view.create_dossier(Person("Zoé"), dialog.trame)
    assert window.view.sections.interview._choice.currentText() == "Accueil à Guéret"
    dialog.deleteLater()


def test_a_locked_step_says_why_and_takes_own_questions_alone(copied, saved):
    copied.list.choose("accueil")
    assert isinstance(copied.panel.form, LockedForm)
    assert "ce oui peut être repris à tout moment" in words(copied.panel)
    assert not copied._remove.isEnabled()
    copied.panel.form.questions.setText("Un café ?\n\n  Un thé ?")
    copied.panel.form.minutes.setValue(9)
    copied.leave()
    step = saved().step("accueil")
    assert (step.own_questions, step.minutes) == (("Un café ?", "Un thé ?"), 9)


def test_a_free_step_is_added_written_moved_and_removed(copied, saved):
    copied.list.choose("accueil")
    copied._add.click()
    form = copied.panel.form
    assert isinstance(form, FreeForm)
    form.title.setText("Visiter les lieux")
    form.questions.setText("Que voyez-vous ?")
    form.answers.setText("Ce qui frappe *")
    copied.list.choose("parcours")
    step = saved().steps[1]
    assert (step.title, step.questions, step.fields[0].required) == ("Visiter les lieux", ("Que voyez-vous ?",), True)
    copied.list.choose(step.id)
    copied._down.click()
    assert saved().steps[2].id == step.id
    assert copied.list.chosen_key() == step.id
    copied._remove.click()
    assert saved().step(step.id) is None


def test_what_was_taken_out_by_hand_is_said_and_put_back(copied, saved, tmp_path):
    path = tmp_path / "trames" / f"{saved().id}.toml"
    path.write_text(path.read_text("utf-8").replace('  "accord",\n', "").replace('"preuve"', '"recit"'), "utf-8")
    copied.refresh()
    assert copied.bar.mark.text() == "Socle commun incomplet\u00a0: 9 sur 11"
    assert "Demander l’accord d’abord" in copied.bar.detail.text()
    copied.bar.mend.click()
    assert copied.bar.mark.text() == "Conforme au socle commun"
    assert "accord" in saved().step("accueil").invariants


def test_a_file_that_is_broken_is_said_and_the_others_stay(copied, tmp_path):
    (tmp_path / "trames" / "cassee.toml").write_text("id = ", "utf-8")
    copied.refresh()
    assert "« cassee.toml » n’est pas un fichier TOML valable : voyez la fin" in words(copied)
    assert len(copied._guides.shelf.own) == 1


def test_a_guide_that_is_removed_gives_way_to_its_model(window, copied, saved, tmp_path):
    window.view.create_dossier(Person("Zoé"), saved().id)
    window.view.go("trames")
    copied.delete()
    assert list((tmp_path / "trames").glob("*.toml")) == []
    assert copied._trame.id == DEFAULT
    window.view.go("entretien")
    assert window.view.sections.interview._gone.isVisible()


def test_a_guide_that_changes_changes_in_the_interview_at_once(window, copied, saved):
    window.view.create_dossier(Person("Zoé"), saved().id)
    window.view.sections.interview.choose("traces")
    window.view.go("trames")
    copied.list.choose("traces")
    copied.panel.form.title.setText("Chercher des preuves")
    window.view.go("entretien")
    assert window.view.sections.interview._step.title == "Chercher des preuves"


@pytest.mark.parametrize("row", ["*", "accueil", "traces"])
def test_every_control_of_a_form_has_a_name(copied, row):
    copied.list.choose(row)
    QApplication.processEvents()
    controls = [w for w in copied.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(controls) > 5
    for control in controls:
        assert control.accessibleName() or getattr(control, "text", str)(), control


def test_a_guide_is_adapted_by_keyboard_alone(copied, saved, qtbot):
    """Copying puts the cursor in the name; Tab leads on, the arrows go through the steps."""
    qtbot.keyClicks(copied.panel.form.title, "Ma trame")
    copied.list.setFocus()
    for _ in range(6):
        qtbot.keyClick(copied.list, Qt.Key.Key_Down)
    assert saved().title == "Ma trame"
    assert copied.list.chosen_key() == "traces"
    with qtbot.waitSignal(copied._guides.changed):
        qtbot.keyClick(
            copied.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert [s.id for s in saved().steps].index("traces") == 4
    qtbot.keyClick(copied._remove, Qt.Key.Key_Space)
    assert saved().step("traces") is None


def test_adapting_begins_with_the_guide_of_the_dossier(window):
    window.view.create_dossier(Person("Zoé"), "premier-contact")
    window.view.sections.interview._adapt()
    assert window.view.trames._trame.id == "premier-contact"


def test_a_broken_file_is_said_when_the_workbench_opens(window, tmp_path):
    (tmp_path / "trames").mkdir()
    (tmp_path / "trames" / "cassee.toml").write_text("id = ", "utf-8")
    window._show_workbench()
    assert "cassee.toml" in window._error_words.text()
    assert window._bar.isVisible()
