"""Finding and using controls as a screen reader does: by their roles and names, through QAccessible alone."""

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

LONGEST_WAIT_MS = 5000
NAME = QAccessible.Text.Name


def front():
    """Return what is in front: the dialog that is asked, or the window."""
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.metaObject().className() == "MainWindow"]
    return QAccessible.queryAccessibleInterface(QApplication.activeModalWidget() or shown[0])


def everything(interface):
    """Give every interface that is shown, in the order that it is read."""
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield child
        yield from everything(child)


def named(role, name):
    """Return the interface of a role whose name is the one said or begins so, once it is there and can be used."""
    waiting = QDeadlineTimer(LONGEST_WAIT_MS)
    while ((found := find(role, name)) is None or found.state().disabled) and not waiting.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    assert found is not None, f"{name!r} is not among {[i.text(NAME) for i in everything(front()) if i.role() == role]}"
    return found


def find(role, name):
    """Return the interface of a role whose name is the one said or begins so, or None."""
    found = [i for i in everything(front()) if i.role() == role]
    exact = [i for i in found if i.text(NAME) == name] or [i for i in found if i.text(NAME).startswith(name)]
    return exact[0] if exact else None


def press(name, role=QAccessible.Role.Button):
    """Press a button, check a box, choose a menu's entry."""
    control = named(role, name)
    assert not control.state().disabled, name
    control.actionInterface().doAction("Press")  # Qt shows the button pressed for a moment, then acts


def write(name, text):
    """Write at the end of a field."""
    field = named(QAccessible.Role.EditableText, name)
    length = field.textInterface().characterCount()
    field.editableTextInterface().insertText(length, text)


def choose(list_name, name):
    """Choose a row of a list."""
    rows = named(QAccessible.Role.List, list_name)
    row = next(r for n in range(rows.childCount()) if (r := rows.child(n)).text(NAME).startswith(name))
    assert rows.selectionInterface().select(row)


def words():
    """Return every word that can be read on what is in front."""
    return "\n".join(i.text(NAME) for i in everything(front())).replace("\u00a0", " ")
