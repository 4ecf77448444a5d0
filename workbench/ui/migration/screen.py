"""A fiche of the dossier beside its successor: each line that carries passages is confirmed, then all is applied."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QWidget

from workbench.domain.migration import Alignment
from workbench.domain.referential import Fiche
from workbench.services.session import new_id
from workbench.services.succession import Succession
from workbench.ui import analyst_process, theme
from workbench.ui.migration.cards import EnterButton, LineCard, OthersCard
from workbench.ui.migration.choice import TargetDialog
from workbench.ui.migration.plan import Plan
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Analyst
from workbench.ui.widgets.basics import Button, clear, column, label, row
from workbench.ui.widgets.page import LOW, Page

BAR = 20
"""Width of the scroll bar and what lies beside it, in pixels."""

Align = Callable[[Fiche, Fiche], tuple[Alignment, ...]]


class MigrationScreen(Page):
    """The two fiches side by side, competence by competence."""

    back_wanted = Signal()
    applied = Signal(str)
    compared = Signal()

    def __init__(self, opened: OpenDossier, analyst: Analyst, align: Align = analyst_process.align) -> None:
        """Make an empty screen; `align` runs where the language model is."""
        super().__init__(
            self.tr("Passer à la nouvelle version"),
            self.tr("Rien ne change dans le dossier avant « Appliquer » ; Ctrl+Z revient ensuite en arrière."),
        )
        self._open, self._analyst, self._align = opened, analyst, align
        self._succession: Succession | None = None
        self._alignments: tuple[Alignment, ...] = ()
        self._plan: Plan | None = None
        self._cards: list[LineCard] = []
        self._wanted: LineCard | None = None
        # What was just confirmed is laid out again first, which moves what is below it.
        self._scrolling = QTimer(self, singleShot=True, interval=0)
        self._scrolling.timeout.connect(self._bring_up)
        back = Button(self.tr("Reconnaissance"), icon="retour", role="quiet")
        back.clicked.connect(self.back_wanted)
        self.header.insertWidget(0, back, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._content = column(spacing="m")
        self.body.addLayout(self._content)
        self.body.addStretch(1)
        self._build_heads()
        self._build_foot()
        analyst.ready.connect(self._ask)

    @property
    def plan(self) -> Plan | None:
        """Return what is under way, once the wordings are compared."""
        return self._plan

    def show_succession(self, succession: Succession) -> None:
        """Compare a fiche with its successor, and show them when that is done."""
        self._succession, self._plan, self._alignments, self._cards = succession, None, (), []
        clear(self._content)
        self._fit_heads()
        self._content.addWidget(label(self.tr("Établi compare les deux versions…"), "muted"))
        self._show_foot()
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Have the wordings compared; asked again once the analyst is ready, in case it had stopped or not begun."""
        succession = self._succession
        if succession is None or self._plan is not None:
            return

        self._analyst.run(self._align, succession.before, succession.after, on_done=partial(self._receive, succession))

    def _receive(self, succession: Succession, alignments: tuple[Alignment, ...]) -> None:
        if self._succession is succession and self._plan is None:
            self._alignments = alignments
            self._build()
            self.compared.emit()

    def refresh(self) -> None:
        """Follow the dossier: what was chosen stays where its passages are the same."""
        if self._succession is None:
            return
        if self._open.dossier.fiches.get(self._succession.before.code) != self._succession.before:
            self._succession = self._plan = None
            self.back_wanted.emit()
        elif self._plan is not None:
            current = Plan(self._succession, self._open.dossier, self._alignments)
            if current.lines != self._plan.lines:
                self._build()

    def _build(self) -> None:
        earlier, self._plan = self._plan, Plan(self._succession, self._open.dossier, self._alignments)
        if earlier is not None:
            self._plan.keep_choices_of(earlier)
        clear(self._content)
        self._show_heads()
        self._cards = [LineCard(self._open.dossier, self._plan, line) for line in self._plan.concerned]
        for card in self._cards:
            card.confirmed.connect(self._confirm)
            card.reopened.connect(self._reopen)
            card.change_wanted.connect(self._ask_change)
            self._content.addWidget(card)
        if not self._cards:
            self._content.addWidget(label(self.tr("Rien n’a encore été accepté ni refusé pour cette fiche."), "muted"))
        self._build_others()
        self._show_foot()
        self._go_to_next()

    def resizeEvent(self, event) -> None:
        """Give the place of the heads to the lines where the window is low."""
        super().resizeEvent(event)
        self._fit_heads()

    def _build_heads(self) -> None:
        self._head = QFrame()
        self._head.setProperty("role", "sunken")
        self._heads = row(margins="m", spacing="xl")
        self._head.setLayout(self._heads)
        self.layout().insertLayout(1, _beside_bar(self._head))

    def _show_heads(self) -> None:
        clear(self._heads)
        for fiche, where in ((self._plan.before, self.tr("Dans ce dossier")), (self._plan.after, self._new_words())):
            half = QWidget()
            words = column(half, spacing="xs")
            words.addWidget(label(where, "overline"))
            words.addWidget(label(fiche.title, "strong"))
            words.addWidget(label(_facts(fiche), "small"))
            words.addStretch(1)
            half.setMinimumWidth(1)
            self._heads.addWidget(half, 1)
        self._fit_heads()

    def _fit_heads(self) -> None:
        self._head.setVisible(self._plan is not None and self.height() >= theme.current().px(LOW))

    def _new_words(self) -> str:
        return self.tr("Version plus récente") if self._succession.is_edition else self.tr("Fiche qui la remplace")

    def _build_others(self) -> None:
        self._others = OthersCard(self._plan)
        self._others.hide()
        self._toggle = EnterButton("", role="quiet")
        self._toggle.clicked.connect(self._turn_others)
        self._content.addLayout(row(self._toggle, None))
        self._content.addWidget(self._others)
        self._name_toggle()

    @Slot()
    def _turn_others(self) -> None:
        self._others.setVisible(self._others.isHidden())
        self._name_toggle()

    def _name_toggle(self) -> None:
        shows, hides = self.tr("Voir les compétences sans passage"), self.tr("Cacher les compétences sans passage")
        self._toggle.setText(shows if self._others.isHidden() else hides)

    def _build_foot(self) -> None:
        foot = QFrame()
        foot.setProperty("role", "card")
        self._summary = label("")
        self.apply_button = EnterButton(self.tr("Appliquer"), role="primary")
        self.apply_button.clicked.connect(self.apply)
        line = row(self._summary, self.apply_button, margins="m", spacing="l")
        line.setStretch(0, 1)
        foot.setLayout(line)
        self.layout().addLayout(_beside_bar(foot))

    def _show_foot(self) -> None:
        plan = self._plan
        self.apply_button.setEnabled(plan is not None and plan.is_complete)
        self._summary.setText("" if plan is None else self._summary_words(plan))
        self.apply_button.setAccessibleDescription(self._summary.text())

    def _summary_words(self, plan: Plan) -> str:
        words = [
            self.tr("Confirmées : {0} sur {1}").format(plan.confirmed, len(plan.concerned)),
            self.tr("passages qui suivent : {0}").format(plan.moving()),
            self.tr("sans équivalent : {0}").format(plan.staying()),
        ]
        return " · ".join(words if plan.concerned else [self.tr("Aucun passage n’est à reprendre.")])

    @Slot(object)
    def _confirm(self, card: LineCard) -> None:
        self._plan.confirm(card.line)
        card.show_state()
        self._show_foot()
        self._go_to_next(card)

    @Slot(object)
    def _reopen(self, card: LineCard) -> None:
        self._plan.reopen(card.line)
        card.show_state()
        self._show_foot()

    @Slot(object)
    def _ask_change(self, card: LineCard) -> None:
        dialog = TargetDialog(self._plan, card.line, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.send(card, dialog.codes)

    def send(self, card: LineCard, codes: tuple[str, ...]) -> None:
        """Have a line go to other competences; it stays to be confirmed."""
        self._plan.send(card.line, codes)
        card.show_state()
        self._show_foot()
        card.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_next(self, after: LineCard | None = None) -> None:
        """Bring up the next line to confirm, from one on; once there is none, what applies them all."""
        start = self._cards.index(after) + 1 if after is not None else 0
        waiting = [c for c in self._cards[start:] + self._cards[:start] if not self._plan.is_confirmed(c.line)]
        if self._wanted in self._cards:
            self._wanted.set_chosen(chosen=False)
        self._wanted = waiting[0] if waiting else None
        if self._wanted is not None:
            self._wanted.set_chosen(chosen=True)
            self._wanted.confirm.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scrolling.start()
        else:
            self.apply_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _bring_up(self) -> None:
        """Scroll to a card, or to its beginning where it is higher than the page: nothing is confirmed unseen."""
        card = self._wanted
        if card not in self._cards:
            return
        if card.height() > self.scroll.viewport().height():
            self.scroll.verticalScrollBar().setValue(card.y())
        else:
            self.scroll.ensureWidgetVisible(card)

    @Slot()
    def apply(self) -> None:
        """Have the new fiche take the place of the old one."""
        plan, self._plan, self._succession = self._plan, None, None
        self._open.record(plan.change(new_id()))
        sentence = self.tr("La fiche {0} est en place. Ctrl+Z ramène l’ancienne version.")
        self.applied.emit(sentence.format(plan.after.code))


def _facts(fiche: Fiche) -> str:
    return " · ".join(part for part in (fiche.code, fiche.origin) if part)


def _beside_bar(widget: QWidget) -> QHBoxLayout:
    """Return a line with a widget as wide as what scrolls."""
    line = row(widget)
    line.setContentsMargins(0, 0, BAR, 0)
    return line
