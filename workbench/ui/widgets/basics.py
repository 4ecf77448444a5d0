"""Labels, buttons, cards: the small things, dressed by their role in the style sheet."""

import re

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.ui import theme

LEAST_HEIGHT = 170

_BEFORE_SIGN = re.compile(r" (?=[:;?!»])|(?<=«) ")


def unbroken(text: str) -> str:
    """Return a French text whose signs never begin a line."""
    return _BEFORE_SIGN.sub("\u00a0", text)


class _Label(QLabel):
    """A label that keeps French signs with their word."""

    def __init__(self, text: str) -> None:
        super().__init__(unbroken(text))

    def setText(self, text: str) -> None:
        super().setText(unbroken(text))


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label of a role; its text is shown as it is."""
    made = _Label(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setMinimumWidth(40)
    if role:
        made.setProperty("role", role)
    return made


class Button(QPushButton):
    """A button with one of the shipped icons, tinted again when the theme changes."""

    def __init__(self, text: str, *, icon: str = "", role: str = "", tip: str = "", key: str = "") -> None:
        """Make the button; `key` is shown beside the tip and works everywhere in the window."""
        super().__init__(text)
        self._icon_name, self._role = icon, role
        if role:
            self.setProperty("role", role)
        if key:
            self.setShortcut(QKeySequence(key))
            native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            tip = f"{tip or text.strip('…')} ({native})"
        if tip:
            self.setToolTip(tip)
        if not text:
            self.setAccessibleName(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.current().changed.connect(self.tint)
        self.tint()

    def event(self, event: QEvent) -> bool:
        """Act at once on the shortcut: Qt shows the button pressed for a tenth of a second first, and keys are lost."""
        if event.type() == QEvent.Type.Shortcut and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.tint()

    @Slot()
    def tint(self) -> None:
        """Draw the icon in the colour of the text."""
        if self._icon_name:
            colours = {
                "primary": "on_accent",
                "large_primary": "on_accent",
                "danger": "danger",
                "quiet": "accent_strong",
                "link": "accent_strong",
                "rail": "rail_text",
            }
            icon = theme.icon(self._icon_name, colours.get(self._role, "text"), 18)
            icon.addPixmap(theme.picture(self._icon_name, "muted", 18), QIcon.Mode.Disabled)
            self.setIcon(icon)
            side = theme.current().px(18)
            self.setIconSize(QSize(side, side))


class Icon(QLabel):
    """One of the shipped icons, tinted again when the theme changes; decoration, silent to a screen reader."""

    def __init__(self, name: str, colour: str = "accent", size: int = 20) -> None:
        """Show the icon; `size` in pixels at zoom 1."""
        super().__init__()
        self._wanted = (name, colour, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._tint)
        self._tint()

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._wanted = (name, colour, self._wanted[2])
        self._tint()

    @Slot()
    def _tint(self) -> None:
        self.setPixmap(theme.picture(*self._wanted))


class Card(QFrame):
    """A raised surface with a column of things on it."""

    def __init__(self, role: str = "card", padding: str = "l", spacing: str = "s") -> None:
        """Make an empty card."""
        super().__init__()
        self.setProperty("role", role)
        self.column = column(self, margins=padding, spacing=spacing)

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark the card as the one in question."""
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)


def column(owner: QWidget | None = None, *, margins: str = "", spacing: str = "m") -> QVBoxLayout:
    """Return a vertical layout with distances of the scale."""
    return _spaced(QVBoxLayout(owner) if owner else QVBoxLayout(), margins, spacing)


def row(*widgets: QWidget | None, margins: str = "", spacing: str = "s") -> QHBoxLayout:
    """Return a horizontal layout; None stands for a stretch."""
    made = _spaced(QHBoxLayout(), margins, spacing)
    for widget in widgets:
        if widget is None:
            made.addStretch(1)
        else:
            made.addWidget(widget)
    return made


def _spaced(layout, margins: str, spacing: str):
    look = theme.current()
    side = look.space(margins) if margins else 0
    layout.setContentsMargins(side, side, side, side)
    layout.setSpacing(look.space(spacing))
    layout.setProperty("distances", (margins, side, spacing, layout.spacing()))
    return layout


def space_again(whole: QWidget) -> None:
    """Give every layout inside a widget its distances at the zoom in force, those set otherwise left alone."""
    for layout in whole.findChildren(QLayout):
        kept = layout.property("distances")
        if kept is None:
            continue
        margins, side, spacing, space = kept
        around, between = layout.contentsMargins(), layout.spacing()
        left_alone = around
        _spaced(layout, margins, spacing)
        if (around.left(), around.top(), around.right(), around.bottom()) != (side,) * 4:
            layout.setContentsMargins(left_alone)
        if between != space:
            layout.setSpacing(between)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
        elif item.layout() is not None:
            clear(item.layout())
            item.layout().deleteLater()


shares: dict[str, int] = {}
"""How much of each split its first part was given by hand, in thousandths, by the name of its screen."""


class Split(QSplitter):
    """Two parts side by side, or one above the other where room is short; how they were shared is remembered."""

    def __init__(self, left: QWidget, right: QWidget, widths: tuple[int, int], least: tuple[int, int]) -> None:
        """Share the room as `widths` say, with the least width of each part; in pixels at zoom 1."""
        super().__init__(Qt.Orientation.Horizontal)
        self._widths, self._least = widths, least
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme.current().space("l"))
        self.addWidget(left)
        self.addWidget(right)
        self._share()
        self.splitterMoved.connect(self._remember)
        theme.current().changed.connect(self._turn)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the wider part needs alone."""
        least = super().minimumSizeHint()
        if self.orientation() is Qt.Orientation.Horizontal:
            least.setWidth(theme.current().px(max(self._least)))
        return least

    def resizeEvent(self, event) -> None:
        """Turn where the two parts no longer fit side by side."""
        super().resizeEvent(event)
        self._turn()

    def showEvent(self, event) -> None:
        """Share the room as it was shared by hand."""
        super().showEvent(event)
        self._share_as_remembered()

    def _name(self) -> str:
        owner = self.parentWidget()
        while owner is not None and owner.objectName() != "page" and not owner.isWindow():
            owner = owner.parentWidget()
        return type(owner).__name__

    @Slot()
    def _remember(self) -> None:
        first, second = self.sizes()
        if self.orientation() is Qt.Orientation.Horizontal and first + second:
            shares[self._name()] = 1000 * first // (first + second)

    def _share_as_remembered(self) -> None:
        share = shares.get(self._name())
        if share is not None and self.orientation() is Qt.Orientation.Horizontal:
            whole = sum(self.sizes())
            self.setSizes([whole * share // 1000, whole - whole * share // 1000])

    @Slot()
    def _turn(self) -> None:
        fits = self.width() >= theme.current().px(sum(self._least) + 40)
        wanted = Qt.Orientation.Horizontal if fits else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self._share()
            self._share_as_remembered()
        self._hold()

    def _hold(self) -> None:
        is_wide = self.orientation() is Qt.Orientation.Horizontal
        for number, least in enumerate(self._least):
            self.widget(number).setMinimumWidth(theme.current().px(least) if is_wide else 0)
            self.widget(number).setMinimumHeight(0 if is_wide else theme.current().px(LEAST_HEIGHT))

    def _share(self) -> None:
        is_wide = self.orientation() is Qt.Orientation.Horizontal
        for number, width in enumerate(self._widths):
            self.setStretchFactor(number, int(width == max(self._widths)) if is_wide else 2 + number)
        self.setSizes(
            [theme.current().px(width) for width in self._widths]
            if is_wide
            else [self.height() * 2 // 5, self.height() * 3 // 5]
        )


def scroller(inside: QWidget) -> QScrollArea:
    """Return a vertical scroll area around a widget, without frame."""
    return dress_scroller(QScrollArea(), inside)


def dress_scroller(area: QScrollArea, inside: QWidget) -> QScrollArea:
    """Make a scroll area vertical and without frame, around a widget."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
