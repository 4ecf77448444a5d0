"""Documents remis: what left, for whom, what was in it, and the person's agreement, which she may take back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from workbench.domain.handover import Consent, Handed
from workbench.domain.handover_changes import ConsentWithdrawn
from workbench.ui.handover.given_words import GivenWords
from workbench.ui.handover.words import (
    consent_words,
    document_words,
    end_words,
    form_words,
    tally_words,
    today,
)
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.time_words import date_words
from workbench.ui.widgets.basics import Button, Card, Split, column, label, row, scroller
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.confirm import ConfirmDialog
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page


class HandedScreen(Page):
    """The documents that left, the latest first; at the right, the one chosen."""

    back_wanted = Signal()

    def __init__(self, opened: OpenDossier) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("Documents remis"),
            self.tr("Ce qui est parti, vers qui, avec quoi. La personne peut retirer son accord à tout moment."),
            scrolls=False,
        )
        self._open = opened
        back = Button(self.tr("Voir les documents"), icon="retour")
        back.clicked.connect(self.back_wanted)
        self.actions.addWidget(back)
        self.list = CardList(self.tr("Documents remis"))
        self.list.chosen.connect(self._show)
        self.heading, self.file = label("", "heading"), label("", "small")
        self.consent, self.tally = label(""), label("", "muted")
        self.withdrawal = Button(self.tr("Retirer l’accord…"), role="danger")
        self.withdrawal.clicked.connect(self._ask_withdrawal)
        self.pieces = GivenWords()
        self._stack = QStackedWidget()
        self.nothing = EmptyState(
            "documents",
            self.tr("Rien n’est encore parti"),
            self.tr("Chaque document enregistré s’écrit ici, avec son destinataire et ce qu’il contenait."),
            self.tr("Voir les documents"),
        )
        self.nothing.acted.connect(self.back_wanted)
        self._stack.addWidget(Split(self.list, self._detail(), (440, 540), (280, 330)))
        self._stack.addWidget(self.nothing)
        self.body.addWidget(self._stack, 1)

    @Slot()
    def refresh(self) -> None:
        """Show what left as it is known now."""
        handed = tuple(reversed(self._open.dossier.handed.values()))
        self.list.show_rows([self._row(one) for one in handed])
        if handed and not self.list.chosen_key():
            self.list.choose_first()
        self._stack.setCurrentIndex(0 if handed else 1)
        self._show(self.list.chosen_key())

    def showEvent(self, event) -> None:
        """Put the keyboard on what left."""
        super().showEvent(event)
        target = self.list if self._open.dossier.handed else self.nothing.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _detail(self) -> QWidget:
        card = Card(spacing="m")
        for part in (self.heading, self.consent, self.tally, self.file):
            card.column.addWidget(part)
        card.column.addLayout(row(self.withdrawal, None))
        inside = QWidget()
        inside.setObjectName("body")
        whole = column(inside)
        whole.addWidget(card)
        whole.addWidget(label(self.tr("Ce qu’il contenait"), "overline"))
        whole.addWidget(self.pieces, 1)
        return scroller(inside)

    def _row(self, handed: Handed) -> CardRow:
        consent = self._consent(handed)
        where = " · ".join((self._to(consent), date_words(handed.on), form_words(handed.form)))
        return CardRow(handed.id, document_words(handed.document), where, consent_words(consent, today()))

    def _consent(self, handed: Handed) -> Consent | None:
        return self._open.dossier.consents.get(handed.consent_id)

    def _to(self, consent: Consent | None) -> str:
        return consent.recipient if consent else self.tr("La personne elle-même")

    @Slot(str)
    def _show(self, key: str) -> None:
        handed = self._open.dossier.handed.get(key)
        if handed is None:
            return
        consent = self._consent(handed)
        self.heading.setText(f"{document_words(handed.document)} – {self._to(consent)}")
        purpose = self.tr(" Pour : {0}.").format(consent.purpose) if consent and consent.purpose else ""
        self.consent.setText(f"{end_words(consent)}{purpose}" if consent else self.tr("Remis à la personne."))
        self.tally.setText(tally_words(handed))
        self.file.setText(self.tr("{0} · empreinte SHA-256 {1}").format(handed.file, _in_groups(handed.digest)))
        self.withdrawal.setVisible(consent is not None and consent.holds(today()))
        self.pieces.show_pieces(handed.pieces)

    @Slot()
    def _ask_withdrawal(self) -> None:
        handed = self._open.dossier.handed[self.list.chosen_key()]
        consent = self._consent(handed)
        sentence = self.tr(
            "La personne ne veut plus que « {0} » ait ses documents. Ce qui est déjà remis l’est : "
            "demandez-lui de l’effacer. Un nouvel accord peut toujours être donné."
        )
        heading, action = self.tr("Retirer l’accord ?"), self.tr("Retirer l’accord")
        dialog = ConfirmDialog(heading, sentence.format(consent.recipient), action, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._open.record(ConsentWithdrawn(consent.id, today().isoformat()))


def _in_groups(digest: str) -> str:
    """Return a digest in groups of eight, which lines may part."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
