"""Texts of a fiche set out for reading: paragraphs, items, facts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget

from workbench.ui import theme
from workbench.ui.widgets.basics import Card, column, label, row

BULLET = "• "


def item(text: str) -> QLayout:
    """Return a line with a dot before it."""
    dot = label("•", "muted", wrap=False)
    line = row(dot, selectable(label(text)))
    line.setStretch(1, 1)
    line.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
    return line


def long_text(text: str) -> QWidget:
    """Return a text on a quiet ground, one paragraph or item a line."""
    card = Card("sunken", padding="m", spacing="xs")
    for line in text.split("\n"):
        if line.startswith(BULLET):
            card.column.addLayout(item(line.removeprefix(BULLET)))
        else:
            card.column.addWidget(selectable(label(line)))
    return card


def selectable(shown: QLabel) -> QLabel:
    """Let the text of a label be copied."""
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown


def facts_grid(facts: list[tuple[str, QWidget]]) -> QLayout:
    """Return names and what they stand for, in two columns; one above the other where room is short."""
    look = theme.current()
    if look.zoom > 1.5:
        made = column(spacing="xs")
        for name, value in facts:
            made.addWidget(label(name, "overline"))
            made.addWidget(value)
        return made
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.space("l"))
    grid.setVerticalSpacing(look.space("s"))
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(facts):
        grid.addWidget(label(name, "muted", wrap=False), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, line, 1)
    return grid
