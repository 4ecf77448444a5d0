"""Everything that happened to a dossier, in words: found again, and come back to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout

from workbench.domain.change_names import Area
from workbench.domain.sittings import Sittings
from workbench.domain.telling import HistoryLine
from workbench.ui import theme
from workbench.ui.history.return_card import ReturnCard
from workbench.ui.history.rows import HistoryList, HistoryRow
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.time_words import clock_words, date_words, day_words
from workbench.ui.widgets.basics import Split, label, row
from workbench.ui.widgets.fields import Choice, SearchField
from workbench.ui.widgets.page import Page
from workbench.ui.words import area_words, plain

NARROW = 600
PREVIEW_MS = 60
"""Milliseconds on a line before what a return would do is worked out: the arrows run through the list."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: its day (ISO), its sitting, its time of day; worked out once, for the search runs often."""

    day: str
    sitting: str
    clock: str


class HistoryScreen(Page):
    """The lines at the left, by day and interview; at the right, what coming back to the chosen one would do."""

    said = Signal(str)

    def __init__(self, opened: OpenDossier) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("Historique"),
            self.tr("Ce qui s’est passé, par qui et quand ; tout moment se retrouve."),
            scrolls=False,
        )
        self._open = opened
        self._told = 0
        self._lines: dict[str, HistoryLine] = {}
        self._sittings = Sittings(())
        self._places: dict[str, _Place] = {}
        self.search = SearchField(self.tr("Chercher dans l’historique…"))
        self.areas = Choice([])
        self.stories = Choice([])
        self.list = HistoryList(self.tr("Historique"))
        self.card = ReturnCard()
        self._build()

    @Slot()
    def refresh(self) -> None:
        """Tell what happened since the screen was last shown."""
        events = self._open.events
        if len(events) == self._told:
            return
        self._told = len(events)
        self._lines = {line.event_id: line for line in self._open.history_lines()}
        self._sittings = Sittings(events)
        self._places = {line.event_id: self._place(line) for line in self._lines.values()}
        self._offer_filters()
        self._show()
        if not self.list.chosen_key():
            self.list.choose_first()
        self._preview()

    def resizeEvent(self, event) -> None:
        """Put the filters one under the other where they would cut each other's words."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.current().px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._filters.setDirection(way)

    def _build(self) -> None:
        self.areas.setAccessibleName(self.tr("Écran"))
        self.stories.setAccessibleName(self.tr("Récit"))
        self.stories.setMinimumContentsLength(16)
        self._filters = row(self.search, self.areas, self.stories)
        self._filters.setStretch(0, 1)
        self._nothing = label(self.tr("Rien ne correspond à cette recherche."), "muted")
        self.body.addLayout(self._filters)
        self.body.addWidget(self._nothing)
        self.body.addWidget(Split(self.list, self.card, (600, 400), (320, 320)), 1)
        self._timer = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._timer.timeout.connect(self._preview)
        self.search.searched.connect(self._show)
        self.areas.picked.connect(self._show)
        self.stories.picked.connect(self._show)
        self.list.chosen.connect(self._wait)
        self.list.opened.connect(self._to_button)
        self.card.wanted.connect(self._return)

    def _offer_filters(self) -> None:
        present = {line.area for line in self._lines.values()}
        areas = [(area_words(area), area) for area in Area if area in present]
        self.areas.offer([(self.tr("Tous les écrans"), None), *areas])
        titles = [(recit.title or self.tr("Sans titre"), recit.id) for recit in self._open.dossier.recits.values()]
        self.stories.offer([(self.tr("Tous les récits"), ""), *titles])

    @Slot()
    def _show(self, *_: object) -> None:
        rows = list(self._rows([line for line in self._lines.values() if self._is_wanted(line)]))
        self.list.show_rows(rows)
        self._nothing.setVisible(not rows)

    def _is_wanted(self, line: HistoryLine) -> bool:
        area, story = self.areas.value(), self.stories.value()
        if (area and line.area != area) or (story and line.recit != story):
            return False
        words = plain(self.search.text()).split()
        return not words or all(word in plain(f"{line.what} {line.author}") for word in words)

    def _rows(self, lines: list[HistoryLine]) -> Iterator[HistoryRow]:
        for (day, key), grouped in groupby(lines, self._group):
            together, number = list(grouped), self._sittings[key].number
            authors = sorted({line.author for line in together})
            interview = self.tr("entretien {0}").format(number) if number else ""
            yield HistoryRow(" · ".join(part for part in (date_words(day), interview, *authors[:3]) if part))
            for line in together:
                author = line.author if len(authors) > 1 else ""
                note = author if line.counts else self.tr("annulé")
                clock = self._places[line.event_id].clock
                yield HistoryRow(line.what, line.event_id, clock, note, fades=not line.counts)

    def _group(self, line: HistoryLine) -> tuple[str, str]:
        place = self._places[line.event_id]
        return place.day, place.sitting

    def _place(self, line: HistoryLine) -> "_Place":
        then = datetime.fromisoformat(line.at).astimezone()
        return _Place(then.date().isoformat(), self._sittings.key_at(line.at), f"{then:%H:%M}")

    @Slot(str)
    def _wait(self, _: str) -> None:
        self._timer.start()

    @Slot()
    def _preview(self) -> None:
        line = self._lines.get(self.list.chosen_key())
        if line is not None:
            self.card.show_moment(line, self._open.preview_return(line.event_id))

    @Slot(str)
    def _to_button(self, _: str) -> None:
        self._preview()
        self.card.button.setFocus()

    @Slot(str)
    def _return(self, event_id: str) -> None:
        line = self._lines[event_id]
        self._open.return_to(event_id)
        self.said.emit(
            self.tr("Le dossier est revenu au {0} à {1}. Ctrl+Z y renonce.").format(
                day_words(line.at), clock_words(line.at)
            )
        )
