"""The keys that the window answers to, read from its menus and buttons so that the help never lags behind them.

A section of a dossier is made on its first visit: its keys are named here, and a test holds both equal.
"""

import re
from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

PLACE = "{touches}"
"""Where a page of the help wants the table."""

_tr = QCoreApplication.translate


def keys_table(window: QWidget) -> str:
    """Return a Markdown table of the keys and of what they do."""
    told: dict[str, list[str]] = {}
    for name, keys in chain(_named_keys(window), section_keys()):
        words = key_words(keys)
        if words not in told.setdefault(name, []):
            told[name].append(words)
    heading = _tr("keys", "| Touches | Ce qu’elles font |")
    rows = [f"| {', '.join(keys)} | {name} |" for name, keys in told.items()]
    return "\n".join([heading, "|---|---|", *rows])


def section_keys() -> tuple[tuple[str, QKeySequence], ...]:
    """Return what the keys of the sections do, those not made yet included."""
    return (
        (_tr("keys", "Ajouter une expérience"), QKeySequence("Ctrl+Shift+E")),
        (_tr("keys", "Ligne de vie"), QKeySequence("Ctrl+Shift+L")),
        (_tr("keys", "Nouveau récit"), QKeySequence("Ctrl+R")),
        (_tr("keys", "Écouter"), QKeySequence("E")),
        (_tr("keys", "Enregistrer en PDF"), QKeySequence("Ctrl+S")),
        (_tr("keys", "Imprimer"), QKeySequence("Ctrl+P")),
    )


def key_words(keys: QKeySequence) -> str:
    """Say keys as a French keyboard names them."""
    names = {
        "Shift": _tr("keys", "Maj"),
        "Return": _tr("keys", "Entrée"),
        "Enter": _tr("keys", "Entrée"),
        "Backspace": _tr("keys", "Retour arrière"),
        "Del": _tr("keys", "Suppr"),
        "Esc": _tr("keys", "Échap"),
        "Space": _tr("keys", "Espace"),
        "Up": _tr("keys", "Haut"),
        "Down": _tr("keys", "Bas"),
        "Left": _tr("keys", "Gauche"),
        "Right": _tr("keys", "Droite"),
    }
    written = keys.toString(QKeySequence.SequenceFormat.PortableText)
    return re.sub(r"[A-Za-z]+", lambda found: names.get(found[0], found[0]), written)


def _named_keys(window: QWidget) -> Iterator[tuple[str, QKeySequence]]:
    for action in window.findChildren(QAction):
        for keys in action.shortcuts():
            if action.text() and not keys.isEmpty():
                yield _name(action.text()), keys
    for button in window.findChildren(QPushButton):
        name = _name(button.text() or button.accessibleName())
        if name and not button.shortcut().isEmpty():
            yield name, button.shortcut()


def _name(text: str) -> str:
    """Return a name without its mnemonic, its ellipsis, nor the keys that a tip ends with."""
    return re.sub(r" \([^()]*\)$", "", text.replace("&", "").strip("…")).strip()
