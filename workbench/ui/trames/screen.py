"""Interview guides: read those that are shipped, copy one, adapt what is free of it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from workbench.domain.adaptation import can_move, moved, with_new_step, without_step
from workbench.domain.conformity import conformity, demanded, mended
from workbench.domain.trame import Step, Trame
from workbench.services.trames import DEFAULT
from workbench.ui.time_words import minutes_words
from workbench.ui.trames.conformity_bar import ConformityBar
from workbench.ui.trames.guides import Guides
from workbench.ui.trames.panel import TramePanel
from workbench.ui.widgets.basics import Button, Split, clear, column, label, row, scroller
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.confirm import ConfirmDialog
from workbench.ui.widgets.fields import Choice
from workbench.ui.widgets.page import Page

WHOLE = "*"
"""The key of the row that stands for the guide itself."""


class TramesScreen(Page):
    """The guide chosen in the header: its steps at the left, the one chosen at the right."""

    said = Signal(str)

    def __init__(self, guides: Guides) -> None:
        """Make the screen over the guides."""
        super().__init__(
            self.tr("Trames"),
            self.tr("Ce que toute trame garantit est verrouillé ; le reste appartient à votre organisation."),
            scrolls=False,
        )
        self._guides = guides
        self._trame: Trame = guides.shelf.get(DEFAULT)
        self._build_header()
        self._build_body()
        guides.changed.connect(self._follow)

    def refresh(self) -> None:
        """Read the files again and show the guide as it is."""
        self.panel.forget()
        self._guides.read_again()
        self._follow()

    @Slot()
    def leave(self) -> None:
        """Write what is under way."""
        self.panel.leave()

    def show_trame(self, trame_id: str) -> None:
        """Show another guide."""
        self.leave()
        self._trame = self._guides.followed(trame_id)
        self._follow()
        self.list.choose(WHOLE)

    @Slot()
    def copy(self) -> None:
        """Copy the guide on screen and put the cursor in its name."""
        self.leave()
        made = self._guides.copy(self._trame, self.tr("{0}, adaptée").format(self._trame.title))
        if made is not None:
            self.show_trame(made.id)
            self.panel.form.begin()

    @Slot()
    def add_step(self) -> None:
        """Add a free step after the one chosen and put the cursor in its title."""
        self.leave()
        trame, step = with_new_step(self._trame, self.tr("Nouvelle étape"), self.list.chosen_key())
        self._write(trame)
        self.list.choose(step.id)
        self.panel.form.begin()

    @Slot()
    def remove_step(self) -> None:
        """Take the free step chosen out."""
        self.panel.leave()
        self._write(without_step(self._trame, self.list.chosen_key()))
        self.list.choose(WHOLE)

    @Slot()
    def move_up(self) -> None:
        """Move the step chosen before the one above."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the step chosen after the one below."""
        self._move(1)

    @Slot()
    def mend(self) -> None:
        """Put back what the guide no longer guarantees, from the one that it was copied from."""
        self.leave()
        self.panel.forget()
        self._write(mended(self._trame, self._guides.followed(self._trame.model), self._guides.shelf.invariants))

    def resizeEvent(self, event) -> None:
        """Keep the bar to one line where the window is low."""
        super().resizeEvent(event)
        self.bar.fit(self.height())

    def _build_header(self) -> None:
        self._choice = Choice([])
        self._choice.setMinimumContentsLength(24)
        self._choice.setAccessibleName(self.tr("Trame montrée"))
        self._choice.picked.connect(self.show_trame)
        self._copy = Button(self.tr("Copier et adapter"), icon="copier", role="primary")
        self._copy.clicked.connect(self.copy)
        self.actions.addWidget(self._choice)
        self.actions.addWidget(self._copy)

    def _build_body(self) -> None:
        self.bar = ConformityBar()
        self.bar.mending_wanted.connect(self.mend)
        self._broken = column(spacing="xs")
        self.list = CardList(self.tr("Étapes de la trame"))
        self.list.chosen.connect(self._show_chosen)
        self.panel = TramePanel(self._guides.shelf.invariants)
        self.panel.written.connect(self._write)
        self.panel.deletion_wanted.connect(self._ask_deletion)
        self._add = Button(self.tr("Ajouter une étape"), icon="plus")
        self._up = Button("", icon="monter", tip=self.tr("Monter l’étape"), key="Ctrl+Shift+Up")
        self._down = Button("", icon="descendre", tip=self.tr("Descendre l’étape"), key="Ctrl+Shift+Down")
        self._remove = Button("", icon="corbeille", tip=self.tr("Retirer l’étape"))
        for button, slot in (
            (self._add, self.add_step),
            (self._up, self.move_up),
            (self._down, self.move_down),
            (self._remove, self.remove_step),
        ):
            button.clicked.connect(slot)
        self._tools = QWidget()
        self._tools.setLayout(row(self._add, None, self._up, self._down, self._remove))
        left = QWidget()
        inside = column(left, spacing="s")
        inside.addWidget(self.list, 1)
        inside.addWidget(self._tools)
        self.body.addWidget(self.bar)
        self.body.addLayout(self._broken)
        self.body.addWidget(Split(left, scroller(self.panel), (364, 640), (230, 360)), 1)

    @Slot()
    def _follow(self) -> None:
        shelf = self._guides.shelf
        self._trame = self._guides.followed(self._trame.id)
        own = shelf.is_own(self._trame.id)
        self._choice.offer(self._guides.choices())
        self._choice.choose(self._trame.id)
        self._tools.setVisible(own)
        clear(self._broken)
        for sentence in shelf.broken:
            self._broken.addWidget(label(sentence, "warning"))
        lacks = conformity(self._trame, shelf.invariants)
        can_mend = own and shelf.get(self._trame.model) is not None
        self.bar.show_lacks(lacks, len(demanded(self._trame.kind, shelf.invariants)), can_mend=can_mend)
        self.bar.fit(self.height())
        whole = CardRow(WHOLE, self._trame.title, self._whole_words(own=own), icon="entretien")
        self.list.show_rows([whole, *(self._row(n, s) for n, s in enumerate(self._trame.steps, 1))])
        if not self.list.chosen_key():
            self.list.choose(WHOLE)
        self._show_chosen()

    def _whole_words(self, *, own: bool) -> str:
        if not own:
            return self.tr("Livrée avec Établi · {0}").format(minutes_words(self._trame.minutes))
        whose = self._trame.organisation or self.tr("Votre trame")
        return f"{whose} · {minutes_words(self._trame.minutes)}"

    def _row(self, number: int, step: Step) -> CardRow:
        words = self.tr("Verrouillée") if step.locked else self.tr("Libre")
        icon = "cadenas" if step.locked else "recits"
        return CardRow(step.id, f"{number}. {step.title}", f"{words} · {minutes_words(step.minutes)}", icon=icon)

    @Slot()
    def _show_chosen(self) -> None:
        key = self.list.chosen_key()
        step, own = self._trame.step(key), self._guides.shelf.is_own(self._trame.id)
        if self.panel.form is not None:
            self.panel.leave()
        if step is None:
            self.panel.show_trame(self._trame, own=own)
        else:
            self.panel.show_step(self._trame, step, own=own)
        self._remove.setEnabled(step is not None and not step.locked)
        self._up.setEnabled(step is not None and can_move(self._trame, key, -1))
        self._down.setEnabled(step is not None and can_move(self._trame, key, 1))

    def _move(self, by: int) -> None:
        self.leave()
        self._write(moved(self._trame, self.list.chosen_key(), by))

    @Slot(object)
    def _write(self, trame: Trame) -> None:
        self._trame = trame
        self._guides.save(trame)

    @Slot()
    def _ask_deletion(self) -> None:
        dialog = ConfirmDialog(
            self.tr("Supprimer cette trame ?"),
            self.tr(
                "« {0} » disparaîtra de cet ordinateur. Les dossiers qui la suivent gardent leurs réponses."
            ).format(self._trame.title),
            self.tr("Supprimer"),
            self,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.delete()

    def delete(self) -> None:
        """Take the guide on screen off the disk and show the one that it was copied from."""
        gone = self._trame
        self.panel.forget()
        self._trame = self._guides.followed(gone.model)
        self._guides.remove(gone.id)
        self.list.choose(WHOLE)
        self.said.emit(self.tr("Trame « {0} » supprimée.").format(gone.title))
