"""Reading sentences again, one by one, before they leave the desk."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from workbench.domain.local_examples import LocalExample
from workbench.ui.widgets.basics import Button, label, row
from workbench.ui.widgets.dialogs import dialog_column
from workbench.ui.widgets.fields import LongField, labelled


class ReviewDialog(QDialog):
    """Shows each sentence without what was taken for personal data; `kept` holds those that may leave."""

    def __init__(self, examples: Sequence[LocalExample], texts: Sequence[str], parent: QWidget | None = None) -> None:
        """Begin at the first sentence; `texts` are the sentences as they would leave."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Relire avant d’exporter"))
        self._examples = [replace(e, text=text) for e, text in zip(examples, texts, strict=True)]
        self._number = 0
        self._keeps: dict[int, LocalExample] = {}
        self.sentence = LongField(4)
        self._count, self._competence = label("", "overline"), label("", "strong")
        self.keep = Button(self.tr("Garder"), icon="coche", role="primary")
        self.drop = Button(self.tr("Écarter"))
        self.back = Button(self.tr("Précédente"), icon="retour", role="quiet")
        self.keep.clicked.connect(self._keep)
        self.drop.clicked.connect(self._drop)
        self.back.clicked.connect(self._go_back)
        self._lay_out()
        self._show()

    @property
    def kept(self) -> tuple[LocalExample, ...]:
        """Return the sentences that were kept, as they were corrected."""
        return tuple(self._keeps[number] for number in sorted(self._keeps))

    def _lay_out(self) -> None:
        whole = dialog_column(self, 620, 420)
        whole.addWidget(label(self.tr("Relire avant d’exporter"), "title"))
        help_text = self.tr(
            "« X » remplace un nom ou un lieu, « 0 » un nombre. Corrigez ce qui ferait encore reconnaître quelqu’un."
        )
        whole.addWidget(self._count)
        whole.addWidget(self._competence)
        whole.addLayout(labelled(self.tr("La phrase qui partira"), self.sentence, help_text))
        whole.addStretch(1)
        cancel = Button(self.tr("Annuler"), role="quiet")
        cancel.clicked.connect(self.reject)
        whole.addLayout(row(cancel, None, self.back, self.drop, self.keep))

    def _show(self) -> None:
        example = self._examples[self._number]
        self._count.setText(self.tr("Phrase {0} sur {1}").format(self._number + 1, len(self._examples)))
        words = self.tr("Montre : {0}") if example.shows else self.tr("Ne montre pas : {0}")
        self._competence.setText(words.format(example.title))
        self.sentence.setText(self._keeps.get(self._number, example).text)
        self.back.setEnabled(self._number > 0)
        self.sentence.setFocus()

    @Slot()
    def _keep(self) -> None:
        text = " ".join(self.sentence.text().split())
        if text:
            self._keeps[self._number] = replace(self._examples[self._number], text=text)
        self._next()

    @Slot()
    def _drop(self) -> None:
        self._keeps.pop(self._number, None)
        self._next()

    @Slot()
    def _go_back(self) -> None:
        self._number -= 1
        self._show()

    def _next(self) -> None:
        if self._number + 1 == len(self._examples):
            self.accept()
            return
        self._number += 1
        self._show()
