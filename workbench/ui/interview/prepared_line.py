"""Above the steps: the next of the questions that were prepared, as long as one is still to be asked."""

from PySide6.QtCore import Signal, Slot

from workbench.domain import question_changes as q
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.widgets.basics import Button, Card, label, row


class PreparedLine(Card):
    """One question, and that it was asked; hidden when none is left."""

    list_wanted = Signal()

    def __init__(self, opened: OpenDossier) -> None:
        """Make the line over a dossier."""
        super().__init__("sunken", padding="s", spacing="xs")
        self.setAccessibleName(self.tr("Question préparée"))
        self._open = opened
        self._question_id = ""
        self.words = label("")
        self.asked = Button(self.tr("Posée"), icon="coche", role="quiet", tip=self.tr("Cette question a été posée"))
        self.all = Button("", role="quiet", tip=self.tr("Toutes les questions préparées"))
        self.asked.clicked.connect(self._mark)
        self.all.clicked.connect(self.list_wanted)
        line = row(label(self.tr("À demander"), "overline", wrap=False), self.words, self.asked, self.all, spacing="m")
        line.setStretch(1, 1)
        self.column.addLayout(line)

    def refresh(self) -> None:
        """Show the next question."""
        waiting = [q for q in self._open.dossier.preparation.values() if not q.asked]
        self.setVisible(bool(waiting))
        if waiting:
            self._question_id = waiting[0].id
            self.words.setText(waiting[0].question)
            self.all.setText(self.tr("1 sur {0}").format(len(waiting)))

    @Slot()
    def _mark(self) -> None:
        self._open.record(q.PreparedQuestionMarked(self._question_id, asked=True))
