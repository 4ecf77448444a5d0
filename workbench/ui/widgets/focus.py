"""Where the keyboard is when a screen comes up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def has_focus(whole: QWidget) -> bool:
    """Say whether the keyboard is in a widget or in one inside it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is whole or whole.isAncestorOf(focused))


def focus_inside(whole: QWidget) -> None:
    """Give the keyboard to the control of a widget that had it last, or else to its first."""
    if has_focus(whole):
        return
    control = whole.focusWidget()
    if control is not None and _takes_tab(control):
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    # not nextInFocusChain(): PySide takes what it returns for a child of the widget that was asked, and lets go of both
    first = next((control for control in whole.findChildren(QWidget) if _takes_tab(control)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_tab(control: QWidget) -> bool:
    return control.isVisible() and control.isEnabled() and bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)
