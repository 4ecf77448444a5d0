"""The tour of the example: a card that explains, a veil that points; it can be left and taken up again."""

from PySide6.QtCore import QObject, QRect, QSettings, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from workbench.services.help import TourStep, load_tour
from workbench.ui import theme
from workbench.ui.help.spotlight import Spotlight
from workbench.ui.help.targets import bring_up
from workbench.ui.widgets.basics import Button, Card, label, row, unbroken

WIDTH, MARGIN = 380, 14
STEP_KEY, DOSSIER_KEY = "visite/etape", "visite/dossier"


class TourCard(Card):
    """One stop in words; F8 goes on, Shift+F8 goes back, Escape leaves."""

    next_wanted = Signal()
    back_wanted = Signal()
    left = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Make a card over a window."""
        super().__init__(padding="l", spacing="s")
        self.setParent(window)
        self.set_chosen(chosen=True)
        self.where, self.title, self.words = label("", "overline"), label("", "heading"), label("")
        self.words.setTextFormat(Qt.TextFormat.MarkdownText)
        self.go_on = Button(self.tr("Suite"), role="primary", key="F8")
        self.back = Button(self.tr("Retour"), key="Shift+F8")
        self.leave = Button(self.tr("Quitter la visite"), role="quiet", tip=self.tr("La visite se reprend (menu Aide)"))
        self.go_on.clicked.connect(self.next_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.leave.clicked.connect(self.left)
        for widget in (self.where, self.title, self.words):
            self.column.addWidget(widget)
        self.column.addLayout(row(self.leave, None, self.back, self.go_on))
        self.hide()

    def show_step(self, step: TourStep, number: int, count: int) -> None:
        """Show one stop of the tour."""
        self.where.setText(self.tr("Visite · {0} sur {1}").format(number, count))
        self.title.setText(step.title)
        said = step.text.replace("*", "")
        self.words.setText(unbroken(step.text))
        self.words.setAccessibleName(said)
        self.back.setEnabled(number > 1)
        self.go_on.setText(self.tr("Terminer") if number == count else self.tr("Suite"))
        self.go_on.setShortcut("F8")  # a new text takes the key away
        self.setAccessibleName(step.title)
        self.go_on.setAccessibleDescription(f"{step.title}. {said}")
        self.show()
        self.raise_()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Tour(QObject):
    """Leads through the rooms of the window on the example, and back to the dossier that was open."""

    def __init__(self, window: QMainWindow, settings: QSettings) -> None:
        """Make a tour that waits for `start`."""
        super().__init__(window)
        self._window, self._settings = window, settings
        self._steps: tuple[TourStep, ...] = ()
        self._place = 0
        self._came_from = ""
        self.card, self.spotlight = TourCard(window), Spotlight(window)
        self.card.next_wanted.connect(self.go_on)
        self.card.back_wanted.connect(self.go_back)
        self.card.left.connect(self.leave)
        self.spotlight.moved.connect(self._place_card)

    @property
    def stopped_at(self) -> int:
        """Return the number of the stop to take the tour up at, or 0 where it begins."""
        return int(self._settings.value(STEP_KEY, 0))

    @Slot()
    def start(self) -> None:
        """Begin the tour, or take it up where it was left."""
        self._steps = load_tour()
        view = self._window.view
        known = str(self._settings.value(DOSSIER_KEY, ""))
        if view.opened is not None and view.opened.dossier.id != known:
            self._came_from = view.opened.dossier.id
        self._show(min(self.stopped_at, len(self._steps) - 1))

    @Slot()
    def go_on(self) -> None:
        """Go to the next stop, or end after the last."""
        if self._place + 1 < len(self._steps):
            self._show(self._place + 1)
        else:
            self._settings.setValue(STEP_KEY, 0)
            self._hide()

    @Slot()
    def go_back(self) -> None:
        """Go to the stop before."""
        self._show(max(0, self._place - 1))

    @Slot()
    def leave(self) -> None:
        """Leave the tour; it is taken up again at this stop."""
        self._settings.setValue(STEP_KEY, self._place)
        self._hide()

    def _show(self, place: int) -> None:
        self._open_example()
        if self._window.view.opened is None:
            return
        self._place = place
        self._settings.setValue(STEP_KEY, place)
        step = self._steps[place]
        target = bring_up(self._window.view, step.room, step.target)
        self.card.show_step(step, place + 1, len(self._steps))
        self.spotlight.point_at(target)
        self.card.raise_()

    def _hide(self) -> None:
        self.spotlight.point_at(None)
        self.card.hide()
        view, came_from, self._came_from = self._window.view, self._came_from, ""
        if view.has_dossier(came_from):
            view.open_dossier(came_from)
        view.stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_example(self) -> None:
        """Bring back the example of an earlier tour, or write it."""
        view = self._window.view
        known = str(self._settings.value(DOSSIER_KEY, ""))
        if view.opened is not None and view.opened.dossier.id == known:
            return
        if view.has_dossier(known):
            view.open_dossier(known)
            return
        view.open_example()
        if view.opened is not None:
            self._settings.setValue(DOSSIER_KEY, view.opened.dossier.id)

    @Slot()
    def _place_card(self) -> None:
        if self.card.isHidden():
            return
        width = min(theme.current().px(WIDTH), self._window.width() - 2 * MARGIN)
        height = max(self.card.heightForWidth(width), self.card.minimumSizeHint().height())
        self.card.resize(width, height)
        self.card.move(place_beside(self.spotlight.clear_part(), self._window.rect(), self.card.size()).topLeft())


def place_beside(clear: QRect, whole: QRect, size: QSize) -> QRect:
    """Return where a card goes: right of, left of, under or above what is shown, else in the lower right corner."""
    inside = whole.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    corner = QRect(inside.right() - size.width() + 1, inside.bottom() - size.height() + 1, size.width(), size.height())
    if clear.isEmpty():
        return corner
    top = min(max(clear.top(), inside.top()), corner.top())
    left = min(max(clear.left(), inside.left()), corner.left())
    places = (
        (clear.right() + MARGIN, top),
        (clear.left() - MARGIN - size.width(), top),
        (left, clear.bottom() + MARGIN),
        (left, clear.top() - MARGIN - size.height()),
    )
    beside = (QRect(x, y, size.width(), size.height()) for x, y in places)
    return next((place for place in beside if inside.contains(place)), corner)
