"""What can be done to the story on screen by a key: listed in the menu, each with what it calls."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.ui import theme
from workbench.ui.recit.screen import RecitScreen

_tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StoryAction:
    """An entry of the menu; one without words is a line between two groups."""

    words: str = ""
    keys: tuple[str, ...] = ()
    do: Callable[[RecitScreen], object] | None = None


def story_actions() -> tuple[StoryAction, ...]:
    """Return the entries of the menu, in its order."""
    return (
        StoryAction(
            _tr("keys", "Accepter la suggestion"), ("Ctrl+Return", "Ctrl+Enter"), lambda s: s.panel.accept_chosen()
        ),
        StoryAction(
            _tr("keys", "Refuser la suggestion, retirer la preuve"),
            ("Ctrl+Backspace",),
            lambda s: s.panel.refuse_chosen(),
        ),
        StoryAction(
            _tr("keys", "Remettre la suggestion à plus tard"),
            ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
            lambda s: s.panel.postpone_chosen(),
        ),
        StoryAction(
            _tr("keys", "Ne plus proposer cette compétence"),
            ("Ctrl+Shift+Backspace",),
            lambda s: s.panel.silence_chosen(),
        ),
        StoryAction(_tr("keys", "Suggestion suivante"), ("Alt+Down",), lambda s: s.panel.choose_next()),
        StoryAction(_tr("keys", "Suggestion précédente"), ("Alt+Up",), lambda s: s.panel.choose_previous()),
        StoryAction(_tr("keys", "Autres pistes"), ("Ctrl+Space",), lambda s: s.panel.toggle_others()),
        StoryAction(_tr("keys", "Mis de côté…"), (), lambda s: s.show_set_aside()),
        StoryAction(),
        StoryAction(_tr("keys", "Attacher une compétence au passage…"), ("Ctrl+E",), lambda s: s.search_competence()),
        StoryAction(_tr("keys", "Corriger la compétence de la preuve…"), ("F2",), lambda s: s.panel.correct_chosen()),
        StoryAction(_tr("keys", "Preuve plus forte"), ("Alt+Right",), lambda s: s.panel.strengthen(1)),
        StoryAction(_tr("keys", "Preuve moins forte"), ("Alt+Left",), lambda s: s.panel.strengthen(-1)),
        StoryAction(),
        StoryAction(_tr("keys", "Chercher dans le récit…"), ("Ctrl+F",), lambda s: s.find_bar.open()),
        StoryAction(_tr("keys", "Trouver le suivant"), ("F3",), lambda s: s.find_bar.go_on()),
        StoryAction(_tr("keys", "Trouver le précédent"), ("Shift+F3",), lambda s: s.find_bar.go_back()),
        StoryAction(_tr("keys", "Mot à revoir suivant"), ("F7",), lambda s: s.spelling.go_on()),
        StoryAction(_tr("keys", "Vérifier l’orthographe, ou non"), ("Shift+F7",), lambda s: s.spelling.toggle()),
        StoryAction(
            _tr("keys", "Lettres du récit plus grandes"), ("Shift+F9",), lambda _: theme.current().next_letters()
        ),
        StoryAction(_tr("keys", "Le récit seul"), ("F9",), lambda s: s.toggle_calm()),
        StoryAction(),
        StoryAction(_tr("keys", "Relance posée"), ("Alt+P",), lambda s: s.guide.note_asked()),
        StoryAction(_tr("keys", "Relance mise de côté"), ("Alt+Shift+P",), lambda s: s.guide.note_set_aside()),
        StoryAction(_tr("keys", "Relance répondue"), ("Alt+O",), lambda s: s.guide.note_answered()),
        StoryAction(),
        StoryAction(_tr("keys", "C’était « je »"), ("Alt+J",), lambda s: s.panel.say_hers()),
        StoryAction(_tr("keys", "Qui a fait quoi…"), ("Alt+Q",), lambda s: s.panel.ask_who()),
    )
