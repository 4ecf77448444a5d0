"""The bank of questions on screen: what may lack at the left, its wordings at the right."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from workbench.domain.bank import QUOTE, OwnWordings, flaw, kept
from workbench.errors import EtabliError
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Card, Split, clear, column, label, row, scroller
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.fields import TextField, labelled
from workbench.ui.widgets.page import Page
from workbench.ui.words import lack_words

if TYPE_CHECKING:
    from workbench.services.relances import Bank


class RelancesScreen(Page):
    """Wordings are set aside by unticking them, and the organisation adds its own."""

    failed = Signal(object)

    def __init__(self, use_cases: UseCases) -> None:
        """Make the screen; the bank is read when it comes up."""
        super().__init__(
            self.tr("Banque des relances"),
            self.tr("Courtes, dites à voix haute ; elles demandent comment, jamais pourquoi, et ne soufflent rien."),
            scrolls=False,
        )
        self._use_cases = use_cases
        self._bank: Bank | None = None
        self.broken, self.why, self.refusal = label("", "warning"), label("", "muted"), label("", "warning")
        self.list = CardList(self.tr("Ce qui peut manquer à un passage"))
        self.list.chosen.connect(self._show_code)
        self.field = TextField()
        self.add_button = Button(self.tr("Ajouter"), icon="plus")
        self.field.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self._lines = column(spacing="s")
        self._lay_out()

    @Slot()
    def refresh(self) -> None:
        """Read the bank again: its file may have been written by hand."""
        self._bank = self._use_cases.load_bank()
        self.broken.setText(self._bank.broken)
        self.broken.setVisible(bool(self._bank.broken))
        self.card.setEnabled(not self._bank.broken)
        self.list.show_rows([self._row(code) for code in self._bank.shipped])
        if not self.list.chosen_key():
            self.list.choose_first()
        self._show_code(self.list.chosen_key())

    @Slot()
    def add(self) -> None:
        """Add the wording written, or say what it lacks."""
        wording = " ".join(self.field.text().split())
        words = flaw(wording)
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        if not words:
            own = self._own()
            self._save(replace(own, added=tuple(dict.fromkeys((*own.added, wording)))))
            self.field.setText(f"{QUOTE} : ")

    def _lay_out(self) -> None:
        self.card = Card(spacing="m")
        self.card.column.addWidget(self.why)
        self.card.column.addLayout(self._lines)
        hint = self.tr("{0} tient la place des mots de la personne").format(QUOTE)
        self.card.column.addLayout(labelled(self.tr("Votre tournure"), self.field, hint))
        self.card.column.addWidget(self.refusal)
        self.card.column.addLayout(row(self.add_button, None))
        self.card.column.addStretch(1)
        self.field.setText(f"{QUOTE} : ")
        self.refusal.hide()
        self.body.addWidget(self.broken)
        self.body.addWidget(Split(self.list, scroller(self.card), (380, 620), (260, 360)), 1)

    def _row(self, code: str) -> CardRow:
        shipped, own = self._bank.shipped[code].questions, self._bank.of(code)
        number = len(kept(shipped, own))
        words = self.tr("{0} tournure") if number == 1 else self.tr("{0} tournures")
        return CardRow(code, lack_words(code), words.format(number))

    def _own(self) -> OwnWordings:
        return self._bank.of(self.list.chosen_key())

    @Slot(str)
    def _show_code(self, code: str) -> None:
        clear(self._lines)
        self.why.setText(self._bank.shipped[code].why)
        own = self._own()
        for wording in self._bank.shipped[code].questions:
            self._lines.addWidget(self._line(wording, ticked=wording not in own.disabled))
        for wording in own.added:
            self._lines.addWidget(self._line(wording, ticked=True, is_own=True))

    def _line(self, wording: str, *, ticked: bool, is_own: bool = False) -> QWidget:
        words = label(wording, "" if ticked else "muted")
        if is_own:
            act = Button("", icon="fermer", role="quiet", tip=self.tr("Retirer cette tournure"))
            act.clicked.connect(self._remove)
        else:
            act = QCheckBox()
            act.setChecked(ticked)
            act.setAccessibleName(self.tr("Employer : {0}").format(wording))
            act.clicked.connect(self._toggle)
        act.setObjectName(wording)
        line = QWidget()
        content = row(act, words, spacing="m")
        content.setStretch(1, 1)
        content.setAlignment(act, Qt.AlignmentFlag.AlignTop)
        line.setLayout(content)
        return line

    @Slot()
    def _toggle(self) -> None:
        own, wording = self._own(), self.sender().objectName()
        others = tuple(w for w in own.disabled if w != wording)
        self._save(replace(own, disabled=others if self.sender().isChecked() else (*others, wording)))

    @Slot()
    def _remove(self) -> None:
        own, wording = self._own(), self.sender().objectName()
        self._save(replace(own, added=tuple(w for w in own.added if w != wording)))

    def _save(self, own: OwnWordings) -> None:
        try:
            self._use_cases.save_wordings(self.list.chosen_key(), own)
        except EtabliError as error:
            self.failed.emit(error)
        self.refresh()
