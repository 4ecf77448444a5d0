"""An import under way, and what it has changed."""

import time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from workbench.domain.catalogue import ImportReport, SourceImport, Titles
from workbench.ui import theme
from workbench.ui.time_words import remaining_words
from workbench.ui.widgets.basics import Button, Card, Icon, clear, column, label, row, scroller
from workbench.ui.words import number_words

THOUSANDTHS = 1000
TELLS_AFTER_SECONDS = 2
"""Before that, how long is left would be a guess."""


class ImportProgress(Card):
    """Which files are imported, how far, how long it still takes, and a way to stop."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        """Make it; it is hidden until something is imported."""
        super().__init__(padding="m", spacing="s")
        self._began = 0.0
        self._name = label("", "strong")
        self.remaining = label("", "muted", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Avancement de l’import"))
        self.stop = Button(self.tr("Arrêter"), role="small")
        self.stop.clicked.connect(self._ask_stop)
        head = row(self._name, self.remaining, self.stop, spacing="m")
        head.setStretch(0, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.bar)
        self.hide()

    def begin(self, words: str) -> None:
        """Show what is under way."""
        self._began = time.monotonic()
        self._name.setText(words)
        self.remaining.setText(self.tr("lecture…"))
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()

    def tell(self, done: int, whole: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, THOUSANDTHS if whole else 0)
        if not whole:
            return
        self.bar.setValue(done * THOUSANDTHS // whole)
        spent = time.monotonic() - self._began
        if done >= whole:
            self.remaining.setText(self.tr("on finit d’écrire…"))
        elif done and spent >= TELLS_AFTER_SECONDS:
            self.remaining.setText(remaining_words(spent * (whole - done) / done))

    @Slot()
    def _ask_stop(self) -> None:
        self.stop.setEnabled(False)
        self.remaining.setText(self.tr("on arrête…"))
        self.stop_wanted.emit()


class ImportSummary(QWidget):
    """What an import has changed, source by source; it stays until it is closed."""

    closed = Signal()

    def __init__(self) -> None:
        """Make an empty summary."""
        super().__init__()
        self.close_button = Button(self.tr("Voir les référentiels"), role="primary")
        self.close_button.clicked.connect(self.closed)
        head = row(label(self.tr("Résultat de l’import"), "heading"), self.close_button)
        head.setStretch(0, 1)
        inside = QWidget()
        inside.setObjectName("body")
        self._sources = column(inside, spacing="m")
        whole = column(self, spacing="m")
        whole.addLayout(head)
        whole.addWidget(scroller(inside), 1)

    def show_sources(self, sources: tuple[SourceImport, ...]) -> None:
        """Show what became of each source."""
        clear(self._sources)
        for source in sources:
            self._sources.addWidget(self._card(source))
        self._sources.addStretch(1)

    def _card(self, source: SourceImport) -> Card:
        card = Card(padding="l", spacing="m")
        icon = Icon("coche", "success") if source.report else Icon("attention", "danger")
        name = label(source.name, "strong")
        head = row(icon, name, spacing="m")
        head.setStretch(1, 1)
        card.column.addLayout(head)
        if source.report is None:
            card.column.addWidget(label(str(source.error), "error"))
            return card
        for title, number, titles in self._moves(source.report):
            if number:
                card.column.addLayout(self._titles(title, number, titles))
        card.column.addWidget(label(self._sentence(source.report), "muted"))
        return card

    def _sentence(self, report: ImportReport) -> str:
        if not (report.added or report.updated or report.gone or report.newer):
            return self.tr("Rien n’a changé : le catalogue avait déjà ces fiches ({0}).").format(
                number_words(report.unchanged)
            )
        parts = [self.tr("Fiches restées comme elles étaient : {0}.").format(number_words(report.unchanged))]
        if report.newer:
            words = self.tr("Fiches laissées de côté, car le catalogue les a d’un export plus récent : {0}.")
            parts.append(words.format(number_words(report.newer)))
        if report.gone:
            parts.append(self.tr("Les fiches disparues restent au catalogue, marquées comme inactives."))
        return " ".join(parts)

    def _moves(self, report: ImportReport) -> tuple[tuple[str, int, Titles], ...]:
        return (
            (self.tr("Nouvelles"), report.added, report.first_added),
            (self.tr("Modifiées"), report.updated, report.first_updated),
            (self.tr("Disparues de l’export"), report.gone, report.first_gone),
        )

    def _titles(self, title: str, number: int, titles: Titles):
        made = column(spacing="xs")
        made.addWidget(label(self.tr("{0} : {1}").format(title, number_words(number)), "strong"))
        lines = QGridLayout()
        lines.setHorizontalSpacing(theme.current().space("m"))
        lines.setVerticalSpacing(theme.current().space("xs"))
        lines.setColumnStretch(1, 1)
        for number_of_line, (code, words) in enumerate(titles):
            lines.addWidget(label(code, "tag", wrap=False), number_of_line, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(label(words), number_of_line, 1)
        made.addLayout(lines)
        more = number - len(titles)
        if more:
            words = self.tr("… et une autre.") if more == 1 else self.tr("… et {0} autres.").format(number_words(more))
            made.addWidget(label(words, "muted"))
        return made
