"""What was put off in a story and what is no longer suggested in the dossier, each with the way back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier
from workbench.domain.positions import Span
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.recit.sentence_view import CompetenceView, competence_views
from workbench.ui.widgets.basics import Button, Card, clear, column, label, row
from workbench.ui.widgets.dialogs import dialog_column


class SetAsideDialog(QDialog):
    """Two small lists; an answer is a change of the dossier at once, and can be undone."""

    passage_wanted = Signal(object)

    def __init__(self, opened: OpenDossier, recit_id: str, parent: QWidget | None = None) -> None:
        """Show what was set aside."""
        super().__init__(parent)
        self._opened, self._recit_id = opened, recit_id
        self.setWindowTitle(self.tr("Mis de côté"))
        whole = dialog_column(self, 560, 520)
        whole.addWidget(label(self.tr("Mis de côté"), "title"))
        self._list = column(spacing="m")
        whole.addLayout(self._list, 1)
        close = Button(self.tr("Fermer"))
        close.clicked.connect(self.reject)
        whole.addLayout(row(None, close))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the lists as they are now."""
        clear(self._list)
        dossier, known = self._opened.dossier, competence_views(self._opened.dossier)
        self._add_postponed(dossier, known)
        self._add_silenced(dossier, known)
        self._list.addStretch(1)

    def _add_postponed(self, dossier: Dossier, known: dict[tuple[str, str], CompetenceView]) -> None:
        self._list.addWidget(label(self.tr("À revoir plus tard, dans ce récit"), "overline"))
        items = [p for p in dossier.postponed.values() if p.recit_id == self._recit_id and not p.span.is_empty]
        for item in items:
            view = known.get((item.fiche, item.competence))
            if view is not None:
                buttons = (
                    (self.tr("Voir le passage"), self._show_passage, item.span),
                    (self.tr("Proposer à nouveau"), self._record, c.PostponingRemoved(item.id)),
                )
                self._add(view.title, self.tr("« {0} »").format(dossier.passage(item)), buttons)
        if not items:
            self._list.addWidget(label(self.tr("Rien : tout ce qui a été proposé attend ou a sa réponse."), "muted"))

    def _add_silenced(self, dossier: Dossier, known: dict[tuple[str, str], CompetenceView]) -> None:
        self._list.addWidget(label(self.tr("Compétences qui ne sont plus proposées dans ce dossier"), "overline"))
        silenced = [view for key, view in known.items() if key in dossier.silenced]
        for view in silenced:
            heard = (self.tr("Proposer à nouveau"), self._record, c.CompetenceHeard(view.fiche, view.code))
            self._add(view.title, view.bloc_title, (heard,))
        if not silenced:
            self._list.addWidget(label(self.tr("Aucune."), "muted"))

    def _add(self, title: str, detail: str, buttons) -> None:
        card = Card("sunken", padding="m", spacing="xs")
        card.column.addWidget(label(title))
        card.column.addWidget(label(detail, "small"))
        made = []
        for words, slot, value in buttons:
            button = Button(words, role="quiet")
            button.setAccessibleDescription(title)
            button.setProperty("about", value)
            button.clicked.connect(slot)
            made.append(button)
        card.column.addLayout(row(*made, None))
        self._list.addWidget(card)

    @Slot()
    def _record(self) -> None:
        self._opened.record(self.sender().property("about"))
        self.refresh()

    @Slot()
    def _show_passage(self) -> None:
        span: Span = self.sender().property("about")
        self.accept()
        self.passage_wanted.emit(span)
