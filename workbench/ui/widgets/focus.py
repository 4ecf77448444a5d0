"""Where the keyboard is when a screen comes up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def has_focus(whole: QWidget) -> bool:
    """Say whether the keyboard is in a widget or in one inside it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is whole or whole.isAncestorOf(focused))


def focus_first(whole: QWidget) -> None:
    """Give the keyboard to the first control inside a widget."""
    control = whole.nextInFocusChain()
    while control is not whole:
        if whole.isAncestorOf(control) and _takes_tab(control):
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        control = control.nextInFocusChain()


def _takes_tab(control: QWidget) -> bool:
    return control.isVisible() and control.isEnabled() and bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)
