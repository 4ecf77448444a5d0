import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.referentials.flux import bloc, fiche, flux, never, silent, write_xml
from workbench.errors import StoreError
from workbench.ui.cutting import sharing as sharing_module
from workbench.ui.widgets.basics import Button

CODE = "RNCP90001"
SHIFT = Qt.KeyboardModifier.ShiftModifier
LIST = "Savoir-faire :    - Tenir un stand 🎯 de tir    - Compter les points    - Ranger les flèches"


@pytest.fixture
def view(window, qtbot, tmp_path):
    """Show the catalogue on a made-up fiche."""
    take(window, tmp_path, LIST)
    window.view.go("referentiels")
    with qtbot.waitSignal(window.view.referentials.search.searched):
        window.view.referentials.search.setText(CODE)
    return window.view


def take(window, folder, competences):
    path = write_xml(folder / "f.xml", flux(fiche(blocs=bloc(competences=competences))))
    window._stores.catalogue.import_file(path, silent, never)


@pytest.fixture
def dialog(view, qtbot):
    return opened(view, qtbot)


def opened(view, qtbot):
    detail = view.referentials.detail
    qtbot.waitUntil(lambda: len(buttons(detail)) == 1)
    (button,) = buttons(detail)
    assert CODE in button.accessibleName()
    button.click()
    qtbot.waitUntil(view.cut_lines.dialog.isActiveWindow)
    return view.cut_lines.dialog


def buttons(detail):
    return [b for b in detail.findChildren(Button) if "découpage" in b.text() and b.isVisible()]


def titles(view):
    return [c.title for c in view._catalogue.fiche(CODE).competences()]


def rows(dialog):
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def test_everything_is_done_from_the_keyboard_and_written_at_once(view, dialog, qtbot):
    tir, points, arrows = before = titles(view)
    source = dialog.source

    def press(key, expected, modifier=Qt.KeyboardModifier.ControlModifier):
        QTest.keyClick(source, key, modifier)
        qtbot.waitUntil(lambda: titles(view) == expected)

    source.place(LIST.index("Compter"))
    press(Qt.Key.Key_Up, [f"{tir} - {points}", arrows])
    source.place(LIST.index("- Compter"))
    press(Qt.Key.Key_Return, before)
    press(Qt.Key.Key_Delete, [tir, arrows], Qt.KeyboardModifier.NoModifier)
    press(Qt.Key.Key_Z, before)
    press(Qt.Key.Key_Z, [f"{tir} - {points}", arrows])
    press(Qt.Key.Key_Z, before)
    press(Qt.Key.Key_Z, [f"{tir} - {points}", arrows], Qt.KeyboardModifier.ControlModifier | SHIFT)
    press(Qt.Key.Key_R, before)
    source.place(0)
    press(Qt.Key.Key_K, ["Savoir-faire :", *before])
    press(Qt.Key.Key_Down, [f"Savoir-faire : - {tir}", points, arrows])


def test_the_text_left_out_offers_only_to_be_taken(dialog):
    dialog.source.place(0)
    others = (dialog.split, dialog.drop, dialog.join_previous, dialog.join_next, dialog.undo, dialog.automatic)
    assert not any(button.isEnabled() for button in others)
    dialog.take.click()
    assert rows(dialog)[0] == "1. Savoir-faire :"
    assert dialog.drop.isEnabled()
    assert not dialog.take.isEnabled()


def test_the_text_and_the_list_follow_one_another(dialog):
    dialog.list.setCurrentRow(2)
    assert dialog.source.position == LIST.index("Ranger")
    assert not dialog.join_next.isEnabled()
    dialog.source.place(LIST.index("de tir"))
    assert dialog.source.position == LIST.index("de tir")
    assert dialog.list.currentRow() == 0
    assert not dialog.join_previous.isEnabled()
    assert dialog.source.accessibleName()
    assert dialog.list.accessibleName()


def test_the_whole_text_stays_in_view(dialog):
    words = dialog.source.toPlainText().split()
    assert words == LIST.split()


def test_the_detail_shows_the_correction_once_the_dialog_is_closed(view, dialog):
    dialog.join_next.click()
    dialog.accept()
    assert len(view.referentials.detail._fiche.competences()) == 2
    shown = [w.text() for w in view.referentials.detail.findChildren(sharing_module.QWidget) if hasattr(w, "text")]
    assert "découpage corrigé" in shown


def test_a_text_that_changed_since_is_said(view, window, dialog, qtbot, tmp_path):
    dialog.join_next.click()
    dialog.accept()
    take(window, tmp_path, LIST.replace("points", "jetons"))
    view.referentials.refresh()
    again = opened(view, qtbot)
    assert again._changed.isVisible()
    assert "Compter les points" in again._changed.text()
    assert len(rows(again)) == 3
    again.keep.click()
    assert not again._changed.isVisible()
    assert len(titles(view)) == 3


def test_what_cannot_be_written_is_said_and_changes_nothing(dialog, monkeypatch):
    def refuse(*entries):
        raise StoreError("Le disque est plein.")

    monkeypatch.setattr(dialog._catalogue.cuts, "append", refuse)
    dialog.join_next.click()
    assert dialog._problem.text() == "Le disque est plein."
    assert dialog._problem.isVisible()
    assert len(rows(dialog)) == 3


def test_corrections_are_exported_and_a_colleagues_replace_mine_once_asked(view, dialog, qtbot, tmp_path, monkeypatch):
    sharing, path = view.cut_lines.sharing, tmp_path / "d.json"
    dialog.join_next.click()
    with qtbot.waitSignal(sharing.said) as said:
        sharing.export(path)
    assert "exportés : 1" in said.args[0]
    dialog.automatic.click()
    asked = []
    monkeypatch.setattr(
        sharing_module.ConfirmDialog, "exec", lambda self: asked.append(1) or QDialog.DialogCode.Accepted
    )
    with qtbot.waitSignal(sharing.said) as said:
        sharing.take(path)
    assert asked
    assert "repris : 1" in said.args[0]
    assert len(rows(dialog)) == 2
    assert "repris" in dialog.state.text()


def test_a_file_of_something_else_is_one_sentence(view, dialog, qtbot, tmp_path):
    path = tmp_path / "d.json"
    path.write_text("{}", "utf-8")
    with qtbot.waitSignal(view.cut_lines.sharing.failed):
        view.cut_lines.sharing.take(path)
    assert "n’est pas un fichier de découpages" in dialog._problem.text()
