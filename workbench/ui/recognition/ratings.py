"""What the person and the counsellor say of how well a competence is mastered, side by side."""

from PySide6.QtWidgets import QWidget

from workbench.domain.mastery import Ratings
from workbench.ui import theme
from workbench.ui.widgets.basics import column, label
from workbench.ui.widgets.flow import FlowLayout
from workbench.ui.words import mastery_words

INDENT = 34


class BothRatings(QWidget):
    """Two tags; who said nothing is shown too."""

    def __init__(self, ratings: Ratings) -> None:
        """Show both ratings of a competence."""
        super().__init__()
        line = FlowLayout(spacing="s")
        for words, nothing, mastery in (
            (self.tr("Selon la personne : {0}"), self.tr("La personne n’a rien dit encore"), ratings.person),
            (self.tr("Selon le conseil : {0}"), self.tr("Le conseil n’a rien dit encore"), ratings.counsellor),
        ):
            said = nothing if mastery is None else words.format(mastery_words(mastery))
            line.addWidget(label(said, "small" if mastery is None else "tag", wrap=False))
        whole = column(self)
        whole.setContentsMargins(theme.current().px(INDENT), 0, 0, 0)
        whole.addLayout(line)
