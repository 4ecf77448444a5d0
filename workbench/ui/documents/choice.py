"""Which document, about what, for whom; and what the dossier still lacks for it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.documents.registry import KINDS
from workbench.domain.dossier import Dossier
from workbench.ui import theme
from workbench.ui.widgets.basics import clear, column, dress_scroller, label
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.fields import Choice, TextField, labelled

MOST_SHOWN, LEAST_LIST = 4, 170


class DocumentChoice(QScrollArea):
    """The list of documents, and under it what the one chosen asks."""

    changed = Signal()

    def __init__(self) -> None:
        """Offer every document, the first one chosen."""
        super().__init__()
        self.list = CardList(self.tr("Documents"))
        self.list.show_rows([CardRow(kind.name, kind.title, kind.purpose) for kind in KINDS.values()])
        self.list.choose_first()
        self.list.chosen.connect(self._tell)
        self.about = Choice([])
        self.about.picked.connect(self._tell)
        self.recipient = TextField()
        self.recipient.editingFinished.connect(self._tell)
        self._about = self._hidden(labelled(self.tr("À propos de"), self.about))
        self._for = self._hidden(
            labelled(self.tr("Destinataire"), self.recipient, self.tr("Une personne ou un service, et son organisme."))
        )
        self._missing = column(spacing="xs")
        inside = QWidget()
        whole = column(inside, spacing="m")
        whole.addWidget(self.list, 1)
        whole.addWidget(self._about)
        whole.addWidget(self._for)
        whole.addLayout(self._missing)
        dress_scroller(self, inside)
        theme.current().changed.connect(self._measure)
        self._measure()
        self.is_ready = True

    def kind(self) -> str:
        """Return the name of the document chosen."""
        return self.list.chosen_key()

    def fiche(self) -> str:
        """Return the code of the fiche that it is about, or nothing."""
        return self.about.value() or "" if KINDS[self.kind()].fiches else ""

    def choose(self, name: str, fiche: str) -> None:
        """Choose a document, about a fiche if one is named."""
        self.list.choose(name)
        self.about.choose(fiche)
        self.changed.emit()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what the document chosen may be about in this dossier."""
        kind = KINDS[self.kind()]
        codes = kind.fiches(dossier) if kind.fiches else ()
        self.about.offer([(dossier.fiches[code].title or code, code) for code in codes])
        self._about.setVisible(len(codes) > 0)
        self._for.setVisible(kind.for_recipient)
        self.is_ready = bool(codes) or kind.fiches is None

    def show_missing(self, sentences: tuple[str, ...]) -> None:
        """Show what the dossier lacks for the document chosen, the first sentences of it."""
        clear(self._missing)
        if sentences:
            self._missing.addWidget(label(self.tr("Il manque encore"), "overline"))
        for sentence in sentences[:MOST_SHOWN]:
            self._missing.addWidget(self._said(sentence))
        if len(sentences) > MOST_SHOWN:
            rest = self.tr("… et {0} de plus.").format(len(sentences) - MOST_SHOWN)
            self._missing.addWidget(self._said(rest))

    def _said(self, sentence: str) -> QLabel:
        return label(sentence, "small")

    def _hidden(self, inside: QVBoxLayout) -> QWidget:
        holder = QWidget()
        column(holder).addLayout(inside)
        holder.hide()
        return holder

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _measure(self) -> None:
        self.list.setMinimumHeight(theme.current().px(LEAST_LIST))
