"""Between two interviews: what to ask next time, and what has changed since an earlier one."""

from PySide6.QtCore import Signal

from workbench.ui.follow_up.preparation import PreparationCard
from workbench.ui.follow_up.progress_card import ProgressCard
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.trames.guides import Guides
from workbench.ui.widgets.basics import Button, Split, scroller
from workbench.ui.widgets.page import Page


class FollowUpScreen(Page):
    """The questions prepared at the left, the comparison at the right."""

    passage_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, opened: OpenDossier, guides: Guides) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("D’un entretien à l’autre"), self.tr("Ce que vous demanderez ; ce qui a changé."), scrolls=False
        )
        self._open, self._guides = opened, guides
        back = Button(self.tr("L’entretien"), icon="retour")
        back.clicked.connect(self.back_wanted)
        self.actions.addWidget(back)
        self.preparation = PreparationCard(opened)
        self.progress = ProgressCard(opened)
        self.progress.passage_wanted.connect(self.passage_wanted)
        self.body.addWidget(Split(scroller(self.preparation), self.progress, (420, 600), (300, 360)), 1)

    def refresh(self) -> None:
        """Show the questions and the comparison as they are now."""
        self.preparation.refresh()
        self.progress.refresh(self._guides.followed(self._open.dossier.trame))
