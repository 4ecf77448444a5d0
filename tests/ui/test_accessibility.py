"""What holds on every screen: each control has a name and a role, Tab reaches each and leaves, focus is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui.dossiers.new_dossier import NewDossierDialog
from workbench.ui.palette.dialog import PaletteDialog
from workbench.ui.recit.list_screen import NewRecitDialog
from workbench.ui.widgets.about import AboutDialog
from workbench.ui.widgets.confirm import ConfirmDialog
from workbench.ui.widgets.error_details import BugDialog

NAMELESS_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client}


@pytest.fixture
def example(window, qtbot):
    with qtbot.waitSignal(window.view.dossier_changed):
        window.view.open_example()
    qtbot.waitUntil(lambda: window.view.opened is not None)
    return window


def rooms(window):
    view = window.view
    for room in (*view._rooms, *view.sections.names):
        if room == "migration":
            continue  # shows nothing until two fiches are compared: tests/ui/test_migration.py
        if room == "recit":
            view.sections.open_recit(next(iter(view.opened.dossier.recits)))
        view.go(room)
        QApplication.processEvents()
        yield room


def controls(whole):
    found = [w for w in whole.findChildren(QWidget) if w.isVisibleTo(whole) and w.focusProxy() is None]
    return [w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]


def nameless(whole):
    told = [(w, QAccessible.queryAccessibleInterface(w)) for w in controls(whole)]
    return [
        (w.metaObject().className(), w.objectName(), i.role())
        for w, i in told
        if not i.text(QAccessible.Text.Name).strip() or i.role() in NAMELESS_ROLES
    ]


def test_every_control_of_every_screen_has_a_name_and_a_role(example):
    assert {room: found for room in rooms(example) if (found := nameless(example))} == {}


@pytest.mark.parametrize(
    "make",
    [
        lambda w: NewDossierDialog(w.view.guides.shelf, w),
        lambda w: NewRecitDialog(w.view.opened.dossier, w),
        lambda w: ConfirmDialog("Retirer ?", "Cela se ramène.", "Retirer", w),
        lambda w: BugDialog(ValueError("non"), w),
        AboutDialog,
        lambda w: PaletteDialog([], (), w),
        lambda w: w.help.window,
    ],
    ids=["dossier", "récit", "question", "erreur", "à propos", "palette", "aide"],
)
def test_every_control_of_every_dialog_has_a_name_and_a_role(example, make):
    dialog = make(example)
    dialog.show()
    assert controls(dialog)
    assert nameless(dialog) == []
    dialog.close()


def name_of(control):
    return control.accessibleName() or control.property("text") or control.metaObject().className()


def walk(window, qtbot, modifier=Qt.KeyboardModifier.NoModifier):
    """Press Tab until the keyboard is where it began; return where it went."""
    began, seen = QApplication.focusWidget(), []
    for _ in range(400):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, modifier)
        seen.append(QApplication.focusWidget())
        if seen[-1] is began:
            return seen
    raise AssertionError(f"Tab never comes back to {name_of(began)!r} but goes on to {[name_of(w) for w in seen[-3:]]}")


def begin(window):
    """Put the keyboard in the rail, or in the screen that hides it."""
    if window.view.rail.isVisible():
        window.view.rail._buttons["dossiers"].setFocus()
    else:
        controls(window.view.stack.currentWidget())[0].setFocus()


def test_tab_reaches_every_control_and_is_never_kept(example, qtbot):
    for room in rooms(example):
        begin(example)
        missed = [w for w in controls(example) if w not in set(walk(example, qtbot)) and not is_radio_like(w)]
        assert [(w.metaObject().className(), w.accessibleName()) for w in missed] == [], room
        assert len(walk(example, qtbot, Qt.KeyboardModifier.ShiftModifier)) > 1, room


def is_radio_like(control):
    """Say whether a control is one of a group that Tab enters once and arrows go through."""
    group = control.group() if hasattr(control, "group") else None
    return group is not None and group.exclusive()


def test_tab_goes_through_the_rail_then_through_the_screen(example, qtbot):
    for room in rooms(example):
        begin(example)
        places = [example.view.rail.isAncestorOf(w) for w in walk(example, qtbot)]
        changes = sum(a is not b for a, b in zip(places, [places[-1], *places[:-1]], strict=True))
        assert changes <= 2, room


def test_the_focus_is_seen_on_every_control(example, qtbot):
    unseen = []
    for room in rooms(example):
        for control in controls(example.view.stack.currentWidget()):
            control.clearFocus()
            before = control.grab().toImage()
            control.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            if control.hasFocus() and control.grab().toImage() == before:
                unseen.append(
                    f"{room}: {control.metaObject().className()} {control.accessibleName() or control.text()}"
                )
    assert unseen == []


def test_going_to_a_room_by_its_keys_puts_the_keyboard_there(example, qtbot):
    view = example.view
    view.go("personne")
    view.sections.person.first_name.setFocus()
    for room in ("experiences", "recits", "dossiers"):
        view.rail._buttons[room].click()
        assert view.stack.currentWidget().isAncestorOf(QApplication.focusWidget()), room
