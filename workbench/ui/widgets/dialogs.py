"""What every dialog has: room for what is in it, never more than the screen's, the rest scrolled to."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from workbench.ui import theme
from workbench.ui.widgets.basics import column, scroller

OF_THE_SCREEN = 0.94


def dialog_column(dialog: QDialog, width: int, height: int, *, spacing: str = "l") -> QVBoxLayout:
    """Return the column that a dialog is filled with, and size the dialog; in pixels at zoom 1."""
    inside = QWidget()
    inside.setObjectName("body")
    whole = column(dialog)
    whole.setSpacing(0)
    whole.addWidget(scroller(inside))
    look = theme.current()
    owner = dialog.parentWidget().window() if dialog.parentWidget() else dialog
    room = owner.screen().availableSize() * OF_THE_SCREEN
    dialog.resize(QSize(look.px(width), look.px(height)).boundedTo(room))
    return column(inside, margins="xl", spacing=spacing)
