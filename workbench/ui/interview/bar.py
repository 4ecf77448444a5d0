"""Above the steps: where the interview stands, and how to begin, suspend and take it up again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from workbench.domain.interviews import Interview
from workbench.ui import theme
from workbench.ui.time_words import day_words
from workbench.ui.widgets.basics import Button, Card, column, label, row
from workbench.ui.widgets.flow import LineLayout

WIDE = 840


class InterviewBar(Card):
    """Two lines of words and the buttons that fit the moment."""

    begin_wanted = Signal()
    resume_wanted = Signal()
    suspend_wanted = Signal()
    follow_up_wanted = Signal()

    def __init__(self) -> None:
        """Make the bar of an interview that has not begun."""
        super().__init__(padding="m", spacing="xs")
        self.where, self.lacking = label("", "strong"), label("", "muted")
        self.resume = Button("", icon="suite", role="primary")
        self.begin = Button("", icon="entretien")
        self.suspend = Button(self.tr("Suspendre l’entretien"), tip=self.tr("Arrêter de compter le temps"))
        self.follow_up = Button(
            self.tr("Préparer, comparer…"), role="quiet", tip=self.tr("Questions préparées, et ce qui a changé")
        )
        self.follow_up.clicked.connect(self.follow_up_wanted)
        self.resume.clicked.connect(self.resume_wanted)
        self.begin.clicked.connect(self.begin_wanted)
        self.suspend.clicked.connect(self.suspend_wanted)
        words = column(spacing="xs")
        words.addWidget(self.where)
        words.addWidget(self.lacking)
        self._line = row(spacing="s")
        self._line.addLayout(words, 1)
        self._line.addLayout(LineLayout(self.follow_up, self.resume, self.begin, self.suspend))
        self.column.addLayout(self._line)

    def resizeEvent(self, event) -> None:
        """Put the buttons under the words where room is short."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= theme.current().px(WIDE)
        wanted = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() is not wanted:
            self._line.setDirection(wanted)

    def show_state(self, last: Interview | None, where: str, lacking: str, *, runs: bool) -> None:
        """Show where one is, what is missing, and offer what comes next."""
        self.where.setText(where)
        self.lacking.setText(lacking)
        self.resume.setVisible(last is not None and not runs)
        if last is not None:
            self.resume.setText(self.tr("Reprendre l’entretien du {0}").format(day_words(last.began)))
        self.begin.setVisible(not runs)
        self.begin.setText(self.tr("Nouvel entretien") if last else self.tr("Commencer l’entretien"))
        self.suspend.setVisible(runs)
