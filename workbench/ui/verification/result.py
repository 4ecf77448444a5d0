"""What a verification came to: good news or not, what is proved and what is not."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from workbench.ui.widgets.basics import Card, Icon, column, label, row

if TYPE_CHECKING:
    from workbench.services.verification import Report


class ResultCard(Card):
    """A report; the icon repeats what the headline says."""

    def __init__(self, report: "Report") -> None:
        """Show a report."""
        super().__init__(spacing="m")
        self.report = report
        self.setAccessibleName(report.headline)
        icon = ("coche", "success") if report.is_intact else ("attention", "danger" if report.is_sealed else "warning")
        self.headline = label(report.headline, "heading")
        words = column(spacing="xs")
        words.addWidget(label(report.name, "overline"))
        words.addWidget(self.headline)
        for sentence in report.details:
            words.addWidget(label(sentence, "muted"))
        line = row(Icon(*icon, 32), spacing="m")
        line.addLayout(words, 1)
        self.column.addLayout(line)
        self._list(self.tr("Ce qui est prouvé"), report.proved)
        self._list(self.tr("Ce qui n’est pas prouvé"), report.unproved)

    def _list(self, title: str, sentences: Iterable[str]) -> None:
        if not sentences:
            return
        frame: QFrame = Card("sunken", "m", "xs")
        frame.column.addWidget(label(title, "strong"))
        for sentence in sentences:
            frame.column.addWidget(label(f"–\u00a0{sentence}"))
        self.column.addWidget(frame)
