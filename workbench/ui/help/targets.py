"""What the tour points at, by the names that `ressources/aide/visite.toml` uses."""

from operator import attrgetter

from PySide6.QtWidgets import QWidget

from workbench.ui.workbench_view import WorkbenchView

TARGETS = {
    "dossiers": attrgetter("dossiers.list"),
    "etapes": attrgetter("sections.interview.list"),
    "temps": attrgetter("sections.interview.bar"),
    "experiences": attrgetter("sections.experiences.list"),
    "recit": attrgetter("sections.recit.editor"),
    "suggestions": attrgetter("sections.recit.panel"),
    "reconnaissance": attrgetter("sections.recognition"),
    "documents": attrgetter("sections.documents"),
    "ecrans": attrgetter("rail"),
}


def bring_up(view: WorkbenchView, room: str, target: str) -> QWidget:
    """Bring up a room of the dossier on screen and return what the tour shows there, with something in it."""
    if room != "recit":
        view.go(room)
    elif view.room != "recit":
        view.sections.open_recit(next(iter(view.opened.dossier.recits)))
    if target == "suggestions":
        view.sections.recit.go_to_suggestions()
    return TARGETS[target](view)
