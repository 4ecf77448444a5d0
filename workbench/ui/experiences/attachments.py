"""The files that go with an experience: add, open, describe, take out."""

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from workbench.domain.attachment_changes import AttachmentAdded, AttachmentDescribed, AttachmentRemoved
from workbench.domain.attachments import Attachment, AttachmentKind
from workbench.ui import theme
from workbench.ui.handover.words import today
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, column, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.dialogs import dialog_column
from workbench.ui.widgets.fields import Choice, TextField, labelled
from workbench.ui.widgets.flow import FlowLayout
from workbench.ui.words import attachment_words

_CARD, _MOST = 84, 3
"""Height of a card, and how many are seen before one scrolls."""


class AttachmentsPanel(QWidget):
    """Shows the files of one experience, takes those that are dropped on it, and records what is done to them."""

    failed = Signal(object)
    shown = Signal(str)

    def __init__(self, opened: OpenDossier, tasks: Tasks, use_cases: UseCases) -> None:
        """Make an empty panel over a dossier."""
        super().__init__()
        self._open, self._tasks, self._use_cases = opened, tasks, use_cases
        self._experience_id = ""
        self._folder: tempfile.TemporaryDirectory | None = None
        self.setAcceptDrops(True)
        self.list = CardList(self.tr("Pièces jointes à cette expérience"))
        self.list.opened.connect(self.open_file)
        self.list.chosen.connect(self._allow)
        self.adding = Button(self.tr("Joindre une pièce…"), icon="plus")
        self.adding.clicked.connect(self._ask)
        self.opening = Button(self.tr("Ouvrir"), tip=self.tr("Ouvrir la pièce choisie"))
        self.opening.clicked.connect(self._open_chosen)
        self.describing = Button(self.tr("Décrire…"), tip=self.tr("Changer le titre et la nature de la pièce choisie"))
        self.describing.clicked.connect(self._describe)
        self.removing = Button(self.tr("Enlever"), tip=self.tr("Enlever la pièce choisie (annulable)"))
        self.removing.clicked.connect(self._remove)
        buttons = QWidget()
        buttons.setLayout(FlowLayout(self.adding, self.opening, self.describing, self.removing))
        whole = column(self, spacing="s")
        whole.addWidget(label(self.tr("Pièces jointes"), "strong"))
        whole.addWidget(
            label(self.tr("PDF, PNG ou JPEG, 20 Mo au plus ; chiffrées avec le dossier. Déposez-les ici."), "muted")
        )
        whole.addWidget(self.list)
        whole.addWidget(buttons)
        theme.current().changed.connect(self._measure)

    def show_experience(self, experience_id: str) -> None:
        """Show the files of an experience."""
        self._experience_id = experience_id
        known = [a for a in self._open.dossier.attachments.values() if a.experience_id == experience_id]
        self.list.show_rows([_card(a) for a in known])
        self.list.setVisible(bool(known))
        self._measure()
        if known and not self.list.chosen_key():
            self.list.choose_first()
        self._allow()

    def add(self, path: Path) -> None:
        """Keep a file in the store, in another thread, then record it."""
        arguments = (path, self._experience_id, self._open.keep_file, today())
        self._tasks.run(self._use_cases.attach, *arguments, on_done=self._note, on_failed=self.failed.emit)

    def forget(self) -> None:
        """Let go of the copies that were opened."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def dragEnterEvent(self, event) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        """Add the files that were dropped."""
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add(Path(url.toLocalFile()))

    @Slot(str)
    def open_file(self, attachment_id: str) -> None:
        """Show a file in the program of the system, from a copy that goes with the closing of the dossier."""
        known = self._open.dossier.attachments[attachment_id]
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="etabli-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / f"{known.digest[:16]}.{known.suffix}"
        self._tasks.run(_copy, self._open.read_file, known.digest, path, on_done=self._show, on_failed=self.failed.emit)

    def _show(self, path: Path) -> None:
        self.shown.emit(str(path))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _note(self, attachment: Attachment) -> None:
        if attachment.experience_id not in self._open.dossier.experiences:
            return  # it was taken out while its file was read
        self._open.record(AttachmentAdded(attachment))
        self.show_experience(self._experience_id)
        self.list.choose(attachment.id)
        self._allow()

    @Slot()
    def _ask(self) -> None:
        kinds = self.tr("Pièces (*.pdf *.png *.jpg *.jpeg)")
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Joindre une pièce"), str(Path.home()), kinds)
        for path in chosen:
            self.add(Path(path))

    @Slot()
    def _open_chosen(self) -> None:
        self.open_file(self.list.chosen_key())

    @Slot()
    def _describe(self) -> None:
        known = self._open.dossier.attachments[self.list.chosen_key()]
        dialog = DescribeDialog(known, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.describe(known.id, dialog.title(), dialog.kind())

    def describe(self, attachment_id: str, title: str, kind: AttachmentKind) -> None:
        """Give a file another title, or say that it is something else."""
        self._open.record(AttachmentDescribed(attachment_id, title, kind))
        self.show_experience(self._experience_id)

    @Slot()
    def _remove(self) -> None:
        self._open.record(AttachmentRemoved(self.list.chosen_key()))
        self.show_experience(self._experience_id)
        (self.list if self.list.chosen_key() else self.adding).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _measure(self) -> None:
        rows = min(max(self.list.model().rowCount(), 1), _MOST)
        self.list.setFixedHeight(theme.current().px(_CARD) * rows)

    @Slot()
    def _allow(self) -> None:
        for button in (self.opening, self.describing, self.removing):
            button.setVisible(bool(self.list.chosen_key()))


class DescribeDialog(QDialog):
    """Asks for the title of a file and for what it is."""

    def __init__(self, known: Attachment, parent: QWidget | None = None) -> None:
        """Make the form, filled with what is known."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Décrire la pièce"))
        self._title = TextField()
        self._title.setText(known.title)
        self._title.textChanged.connect(self._allow)
        self._kind = Choice([(attachment_words(kind), kind) for kind in AttachmentKind])
        self._kind.choose(known.kind)
        self._keep = Button(self.tr("Garder"), role="primary")
        self._keep.setDefault(True)
        self._keep.clicked.connect(self.accept)
        cancel = Button(self.tr("Annuler"))
        cancel.clicked.connect(self.reject)
        whole = dialog_column(self, 480, 320)
        whole.addWidget(label(self.tr("Décrire la pièce"), "title"))
        help_text = self.tr("Il tient lieu de l’image pour qui ne la voit pas.")
        whole.addLayout(labelled(self.tr("Titre"), self._title, help_text))
        whole.addLayout(labelled(self.tr("Nature"), self._kind))
        whole.addStretch(1)
        whole.addLayout(row(None, cancel, self._keep))

    def title(self) -> str:
        """Return the title."""
        return self._title.text().strip()

    def kind(self) -> AttachmentKind:
        """Return what it is."""
        return self._kind.value()

    @Slot()
    def _allow(self) -> None:
        self._keep.setEnabled(bool(self.title()))


def _card(known: Attachment) -> CardRow:
    return CardRow(known.id, known.title, f"{attachment_words(known.kind)} · {known.suffix.upper()}")


def _copy(read_file, digest: str, path: Path) -> Path:
    """Write a file of the store where the system can open it; called in a thread."""
    path.write_bytes(read_file(digest))
    return path
