"""What the palette offers: the menus, the rooms, what the screen can do, the dossiers and what the open one holds."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenuBar, QWidget

from workbench.domain.dossier import DossierSummary
from workbench.ui.help.desk import HelpDesk
from workbench.ui.help.keys import key_words
from workbench.ui.palette.finding import Entry
from workbench.ui.workbench_view import WorkbenchView


def menu_entries(bar: QMenuBar) -> list[Entry]:
    """Return the actions of the menus that can be done now."""
    return [
        Entry(f"menu:{name}/{words_of(action)}", words_of(action), name, action.trigger, keys_of(action))
        for name, action in menu_actions(bar)
        if action.isEnabled() and action.property("opens_palette") is None
    ]


def menu_actions(bar: QMenuBar) -> Iterator[tuple[str, QAction]]:
    """Give each action of the menus with the name of its menu."""
    for menu in bar.actions():
        for action in menu.menu().actions():
            if action.menu() is None and not action.isSeparator():
                yield words_of(menu), action


def room_entries(view: WorkbenchView) -> list[Entry]:
    """Return the rooms that can be gone to."""
    kind = _tr("Aller à")
    return [
        Entry(f"salle:{room}", words, kind, partial(view.go, room), readable(keys))
        for room, words, keys in view.rail.offered()
    ]


def button_entries(page: QWidget) -> list[Entry]:
    """Return what the buttons of a screen do that have a shortcut and can be pressed."""
    return [
        Entry(f"ecran:{b.text()}", b.text().rstrip("…"), _tr("Cet écran"), b.click, readable(b.shortcut().toString()))
        for b in page.findChildren(QAbstractButton)
        if b.text() and not b.shortcut().isEmpty() and b.isVisible() and b.isEnabled()
    ]


def dossier_entries(view: WorkbenchView, summaries: tuple[DossierSummary, ...]) -> list[Entry]:
    """Return the dossiers of the store, by the name of their person."""
    kind = _tr("Dossier")
    return [
        Entry(f"dossier:{s.id}", s.name or _tr("Sans nom"), kind, partial(view.open_dossier_soon, s.id))
        for s in summaries
    ]


def help_entries(desk: HelpDesk) -> list[Entry]:
    """Return the pages of the help."""
    return [
        Entry(f"aide:{page_id}", title, _tr("Aide"), partial(desk.show_page, page_id), waits_for_letters=True)
        for title, page_id in desk.titles()
    ]


def content_entries(view: WorkbenchView) -> list[Entry]:
    """Return the stories of the open dossier and the competences of its fiches."""
    if view.opened is None:
        return []
    dossier = view.opened.dossier
    stories = [
        Entry(f"recit:{r.id}", r.title, _tr("Récit"), partial(view.sections.open_recit, r.id))
        for r in dossier.recits.values()
    ]
    competences = [
        Entry(
            f"competence:{competence.code}",
            competence.title,
            _tr("Compétence, {0}").format(bloc.code),
            partial(view.show_competence, competence.code),
            waits_for_letters=True,
        )
        for fiche in dossier.fiches.values()
        for bloc in fiche.blocs
        for competence in bloc.competences
    ]
    return stories + competences


def words_of(action: QAction) -> str:
    """Return the words of an action without its mnemonic."""
    return action.text().replace("&", "")


def keys_of(action: QAction) -> str:
    """Return the first shortcut of an action as one reads it."""
    keys = action.shortcuts()
    return key_words(keys[0]) if keys else ""


def readable(keys: str) -> str:
    """Return a shortcut as one reads it on a French keyboard."""
    return key_words(QKeySequence(keys))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)
