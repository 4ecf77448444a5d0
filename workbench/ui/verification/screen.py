"""Verifying the seal of a document that somebody brings, and giving the fingerprint of one's own key."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from workbench.services.ports import Journal
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.verification.result import ResultCard
from workbench.ui.widgets.basics import Button, Card, label, row
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page

if TYPE_CHECKING:
    from workbench.services.verification import Report


class VerificationScreen(Page):
    """Takes a file, chosen or dropped, and says what its seal proves."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, journal: Journal, tasks: Tasks, use_cases: UseCases) -> None:
        """Make the screen of a store."""
        super().__init__(
            self.tr("Vérification"), self.tr("Ce que prouve un document scellé par Établi, et ce qu’il ne prouve pas.")
        )
        self._journal, self._tasks, self._use_cases = journal, tasks, use_cases
        self.result: ResultCard | None = None
        self.setAcceptDrops(True)
        self.choose = Button(self.tr("Choisir un fichier…"), icon="verification", role="primary")
        self.choose.clicked.connect(self._ask_file)
        self.actions.addWidget(self.choose)
        self._invitation = EmptyState(
            "verification",
            self.tr("Déposez ici un PDF scellé"),
            self.tr("Établi dira si un seul octet a changé depuis qu’il a été scellé. Le fichier reste où il est."),
        )
        self.fingerprint = label("", "key")
        self.fingerprint.setAccessibleName(self.tr("Empreinte de la clé de ce poste"))
        self._copy = Button(self.tr("Copier l’empreinte"), icon="copier", role="quiet")
        self._copy.clicked.connect(self._copy_fingerprint)
        self.body.addWidget(self._invitation)
        self.body.addWidget(self._own_key())
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Read the fingerprint of this store's key."""
        if not self.fingerprint.text():
            self._tasks.run(self._use_cases.own_fingerprint, self._journal, on_done=self.fingerprint.setText)

    def verify(self, path: Path) -> None:
        """Verify a file in a thread and show what it proves."""
        self._tasks.run(
            self._use_cases.verify_file, path, self._journal, on_done=self._show, on_failed=self.failed.emit
        )

    def dragEnterEvent(self, event) -> None:
        """Welcome a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        """Verify the first file that was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.verify(paths[0])

    def _own_key(self) -> Card:
        card = Card()
        card.column.addWidget(label(self.tr("La clé de ce poste"), "heading"))
        card.column.addWidget(
            label(
                self.tr(
                    "Elle scelle les PDF enregistrés ici et reste chiffrée avec vos dossiers. Donnez son empreinte, "
                    "de vive voix ou sur papier, à qui recevra vos documents : c’est elle qu’il comparera."
                ),
                "muted",
            )
        )
        card.column.addWidget(self.fingerprint)
        card.column.addLayout(row(self._copy, None))
        return card

    def _show(self, report: "Report") -> None:
        if self.result is not None:
            self.body.removeWidget(self.result)
            self.result.deleteLater()
        self._invitation.hide()
        self.result = ResultCard(report)
        self.body.insertWidget(0, self.result)
        self.scroll.verticalScrollBar().setValue(0)
        self.said.emit(report.headline)

    @Slot()
    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Vérifier un document"), str(Path.home()), self.tr("Document PDF (*.pdf);;Tous (*)")
        )
        if chosen:
            self.verify(Path(chosen))

    @Slot()
    def _copy_fingerprint(self) -> None:
        QGuiApplication.clipboard().setText(self.fingerprint.text())
        self.said.emit(self.tr("Empreinte copiée."))
