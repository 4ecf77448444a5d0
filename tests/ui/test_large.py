"""At 300 % on a small screen, what scrolls up and down is never wider than what is seen of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from workbench.ui import theme


@pytest.fixture
def large(window):
    window.resize(1280, 800)
    theme.current().set_zoom(3.0)
    window.view.open_example()
    yield window
    theme.current().set_zoom(1.0)


def too_wide(whole):
    """Return what is cut at the right, with its width and the room that there is."""
    areas = [a for a in whole.findChildren(QScrollArea) if a.isVisible() and a.widget()]
    held = [a for a in areas if a.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff]
    widths = [(type(a).__name__, a.widget().minimumSizeHint().width(), a.viewport().width()) for a in held]
    return [(name, least, room) for name, least, room in widths if least > room]


def test_nothing_that_scrolls_is_cut_at_the_right(large):
    view = large.view
    cut = {}
    for room in (*view._rooms, *view.sections.names):
        if room == "recit":
            view.sections.open_recit(next(iter(view.opened.dossier.recits)))
        view.go(room)
        QApplication.processEvents()
        cut[room] = too_wide(view.stack.currentWidget())
    assert {room: found for room, found in cut.items() if found} == {}
