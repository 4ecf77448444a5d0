"""A moment of the history, and what coming back to it would take out and bring back."""

from PySide6.QtCore import Signal, Slot

from workbench.domain.telling import HistoryLine
from workbench.services.session import Preview
from workbench.ui import theme
from workbench.ui.history.rows import HistoryList, HistoryRow
from workbench.ui.time_words import clock_words, day_words, short_moment_words
from workbench.ui.widgets.basics import Button, Card, label, row

LEAST_HEIGHT = 300


class ReturnCard(Card):
    """Emits that the moment shown is to be come back to, once one has seen what that does."""

    wanted = Signal(str)

    def __init__(self) -> None:
        """Make a card that invites to choose a moment."""
        super().__init__(padding="l", spacing="m")
        self.setAccessibleName(self.tr("Revenir à un moment"))
        self._event_id = ""
        self.heading = label(self.tr("Choisissez un moment"), "heading")
        self.what = label("", "muted")
        self.effect = label(self.tr("Ce qu’un retour changerait se montre ici, avant tout."))
        self.list = HistoryList(self.tr("Ce que le retour changerait"))
        self.list.setObjectName("pieces")  # a list on a card: without a frame of its own
        self.button = Button(
            self.tr("Revenir à ce moment"), icon="historique", role="primary", tip=self.tr("Ctrl+Z y renonce")
        )
        self.button.clicked.connect(self._tell)
        for part in (self.heading, self.what, self.effect):
            self.column.addWidget(part)
        self.column.addWidget(self.list, 1)
        self.column.addStretch(0)
        self.column.addLayout(row(self.button, None))
        self._offer(possible=False)

    def resizeEvent(self, event) -> None:
        """Leave the room to what would change where there is little."""
        super().resizeEvent(event)
        has_room = self.height() >= theme.current().px(LEAST_HEIGHT)
        self.what.setVisible(has_room)
        self.effect.setVisible(has_room or self.list.isHidden())

    def show_moment(self, line: HistoryLine, preview: Preview) -> None:
        """Show what coming back to just after a line would do."""
        self._event_id = line.event_id
        self.heading.setText(self.tr("{0} à {1}").format(day_words(line.at), clock_words(line.at)))
        self.what.setText(line.what)
        self.effect.setText(self._effect_words(preview))
        rows = self._rows(self.tr("Serait annulé"), preview.undone)
        self.list.show_rows(rows + self._rows(self.tr("Serait rétabli"), preview.restored))
        self._offer(possible=bool(preview.undone or preview.restored))

    def _offer(self, *, possible: bool) -> None:
        self.button.setVisible(possible)
        self.list.setVisible(possible)
        self.column.setStretch(self.column.indexOf(self.list) + 1, 0 if possible else 1)

    def _effect_words(self, preview: Preview) -> str:
        if not preview.undone and not preview.restored:
            return self.tr("Le dossier est tel qu’à ce moment : il n’y a rien à annuler.")
        return self.tr("Le dossier redeviendrait ce qu’il était juste après. Rien ne se perd : Ctrl+Z y renonce.")

    def _rows(self, heading: str, lines: tuple[HistoryLine, ...]) -> list[HistoryRow]:
        if not lines:
            return []
        is_one_day = len({day_words(line.at) for line in lines}) == 1
        say = clock_words if is_one_day else short_moment_words
        rows = [HistoryRow(line.what, line.event_id, say(line.at)) for line in lines]
        return [HistoryRow(f"{heading} ({len(lines)})"), *rows]

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._event_id)
