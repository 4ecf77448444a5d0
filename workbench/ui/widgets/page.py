"""A screen: a title that says where one is, its actions, and what it shows."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workbench.ui import theme
from workbench.ui.widgets.basics import column, label, row, scroller
from workbench.ui.widgets.flow import LineLayout

LOW, NARROW, LEAST_BODY = 480, 300, 170


class Page(QWidget):
    """Base of the screens: header above, body below; `scrolls` puts the body in a scroll area."""

    def __init__(self, title: str, subtitle: str = "", *, scrolls: bool = True) -> None:
        """Make an empty page."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label(title, "title")
        self.subtitle = label(subtitle, "muted")
        self.actions = LineLayout()
        self._words = column(spacing="xs")
        self._words.addWidget(self.title)
        self._words.addWidget(self.subtitle)
        self.header = row(spacing="l")
        self.header.addLayout(self._words, 1)
        self.header.addLayout(self.actions)
        whole = column(self, margins="xl", spacing="l")
        whole.addLayout(self.header)
        self.body = self._scrolled(whole) if scrolls else column(spacing="m")
        if not scrolls:
            whole.addLayout(self.body, 1)

    def _scrolled(self, whole: QVBoxLayout) -> QVBoxLayout:
        inside = QWidget()
        inside.setObjectName("body")
        body = column(inside, spacing="m")
        body.setContentsMargins(0, 0, 8, 0)
        self.scroll = scroller(inside)
        theme.current().changed.connect(self._hold_body)
        self._hold_body()
        whole.addWidget(self.scroll, 1)
        return body

    @Slot()
    def _hold_body(self) -> None:
        self.scroll.setMinimumHeight(theme.current().px(LEAST_BODY))

    def resizeEvent(self, event) -> None:
        """Give the subtitle's place to the body where the window is low; put the actions below where it is narrow."""
        super().resizeEvent(event)
        items = [self.header.itemAt(number) for number in range(self.header.count())]
        beside = sum(item.sizeHint().width() for item in items if item is not self._words)
        is_narrow = self.width() < beside + theme.current().px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self.header.setDirection(way)
        has_room = self.height() >= theme.current().px(LOW)
        self.subtitle.setVisible(has_room and bool(self.subtitle.text()))

    def refresh(self) -> None:
        """Show things as they are now; called when the page comes up and when the dossier changes."""

    def leave(self) -> None:
        """Write what is under way; called before another page comes up."""
