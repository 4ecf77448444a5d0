"""A screen: a title that says where one is, its actions, and what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui import theme
from workbench.ui.widgets.basics import column, label, row, scroller

LOW = 480


class Page(QWidget):
    """Base of the screens: header above, body below; `scrolls` puts the body in a scroll area."""

    def __init__(self, title: str, subtitle: str = "", *, scrolls: bool = True) -> None:
        """Make an empty page."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label(title, "title")
        self.subtitle = label(subtitle, "muted")
        self.actions: QHBoxLayout = row()
        words = column(spacing="xs")
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.header = row(spacing="l")
        self.header.addLayout(words, 1)
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
        whole.addWidget(self.scroll, 1)
        return body

    def resizeEvent(self, event) -> None:
        """Give the subtitle's place to the body where the window is low."""
        super().resizeEvent(event)
        has_room = self.height() >= theme.current().px(LOW)
        self.subtitle.setVisible(has_room and bool(self.subtitle.text()))

    def refresh(self) -> None:
        """Show things as they are now; called when the page comes up and when the dossier changes."""

    def leave(self) -> None:
        """Write what is under way; called before another page comes up."""
