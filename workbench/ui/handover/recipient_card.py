"""For whom a document is, and until when the person agrees."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.handover import Consent
from workbench.services.session import new_id
from workbench.ui.handover.words import end_words
from workbench.ui.time_words import date_words
from workbench.ui.widgets.basics import Card, column, label
from workbench.ui.widgets.fields import Choice, TextField, labelled

PERSON, OTHER = "", "+"


class RecipientCard(Card):
    """The person, somebody to whom she agreed already, or somebody new with a purpose and an end."""

    def __init__(self) -> None:
        """Make the card, for the person."""
        super().__init__(spacing="m")
        self._consents: dict[str, Consent] = {}
        self.to = Choice([])
        self.to.picked.connect(self._show)
        self.recipient, self.purpose = TextField(), TextField()
        self.until = Choice([])
        self.column.addLayout(labelled(self.tr("Pour qui ?"), self.to))
        self.known = label("", "muted")
        self.column.addWidget(self.known)
        self._new = QWidget()
        inside = column(self._new)
        inside.addLayout(
            labelled(self.tr("Destinataire"), self.recipient, self.tr("Une personne ou un service, et son organisme."))
        )
        self.lacks = label(self.tr("Écrivez à qui ce document est remis."), "warning")
        inside.addWidget(self.lacks)
        inside.addLayout(labelled(self.tr("Pour quoi faire"), self.purpose))
        inside.addLayout(labelled(self.tr("L’accord de la personne vaut"), self.until))
        self.column.addWidget(self._new)
        self.recipient.textEdited.connect(self.lacks.hide)

    def offer(self, consents: Iterable[Consent], on: date, wanted: str) -> None:
        """Offer those to whom the person agrees still; `wanted` is the recipient that the document names, if any."""
        self._consents = {consent.id: consent for consent in consents if consent.holds(on)}
        known = [(consent.recipient, key) for key, consent in self._consents.items()]
        self.to.offer([(self.tr("La personne elle-même"), PERSON), *known, (self.tr("Quelqu’un d’autre"), OTHER)])
        self.until.offer(self._ends(on))
        if wanted:
            same = (key for key, consent in self._consents.items() if consent.recipient == wanted)
            self.to.choose(next(same, OTHER))
            self.recipient.setText(wanted)
        if self.to.value() is None:
            self.to.choose(PERSON)
        self.lacks.hide()
        self._show()

    def consent(self, on: date) -> Consent | None:
        """Return the agreement under which the document leaves, a new one if need be; None where it is hers."""
        if self.to.value() == PERSON:
            return None
        known = self._consents.get(self.to.value())
        if known is not None:
            return known
        recipient, purpose = self.recipient.text().strip(), self.purpose.text().strip()
        return Consent(new_id(), recipient, purpose, on.isoformat(), self.until.value() or "")

    def lacks_recipient(self) -> bool:
        """Say whether somebody else is meant and not named, and bring the keyboard there."""
        is_lacking = self.to.value() == OTHER and not self.recipient.text().strip()
        if is_lacking:
            self.lacks.show()
            self.recipient.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_lacking

    def _ends(self, on: date) -> list[tuple[str, object]]:
        today = QDate(on.year, on.month, on.day)
        ends = [
            (self.tr("Ce jour seulement"), today),
            (self.tr("Un mois, jusqu’au {0}"), today.addMonths(1)),
            (self.tr("Six mois, jusqu’au {0}"), today.addMonths(6)),
            (self.tr("Un an, jusqu’au {0}"), today.addYears(1)),
        ]
        dated = [(day.toString(Qt.DateFormat.ISODate), words) for words, day in ends]
        return [
            *((words.format(date_words(iso)), iso) for iso, words in dated),
            (self.tr("Jusqu’à ce qu’elle le retire"), ""),
        ]

    @Slot()
    def _show(self, *_: object) -> None:
        consent = self._consents.get(self.to.value())
        self._new.setVisible(self.to.value() == OTHER)
        purpose = self.tr("Pour : {0}.").format(consent.purpose) if consent and consent.purpose else ""
        words = self.tr("Aucun accord à noter : ce qui est à elle lui revient.")
        self.known.setText(f"{end_words(consent)} {purpose}".strip() if consent else words)
        self.known.setVisible(self.to.value() != OTHER)
