"""The stories of the dossier, experience by experience."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QStackedWidget, QWidget

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier, Recit
from workbench.domain.positions import Edit
from workbench.services.session import new_id
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.recit.importing import StoryImport
from workbench.ui.widgets.basics import Button, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.dialogs import dialog_column
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.fields import Choice, labelled
from workbench.ui.widgets.page import Page
from workbench.ui.words import proofs_words, words_words

OPENING = 110
PREVIEW = 240
"""Characters of a story that are shown in the list, and before it is brought in."""


class RecitsScreen(Page):
    """Choose a story to write, or begin one."""

    opened = Signal(str)
    experiences_wanted = Signal()

    def __init__(self, opened: OpenDossier, bringing: StoryImport) -> None:
        """Make the screen over a dossier; `bringing` reads what was written elsewhere, also dropped on the screen."""
        super().__init__(
            self.tr("Récits"), self.tr("Une seule fois précise, racontée geste après geste."), scrolls=False
        )
        self._open, self.bringing = opened, bringing
        self.setAcceptDrops(True)
        self._bring = Button(
            self.tr("Importer…"), icon="importer", tip=self.tr("Un récit déjà écrit : docx, odt, txt ou pdf")
        )
        self._bring.clicked.connect(bringing.ask)
        bringing.read.connect(self._begin_with)
        self.actions.addWidget(self._bring)
        self._new = Button(self.tr("Nouveau récit"), icon="plus", role="primary", key="Ctrl+R")
        self._new.clicked.connect(self.begin)
        self.actions.addWidget(self._new)
        self.list = CardList(self.tr("Récits"), click_opens=True)
        self.list.opened.connect(self.opened)
        self._empty = EmptyState(
            "recits",
            self.tr("Aucun récit pour l’instant"),
            self.tr("Choisissez un moment précis, et écrivez-le avec les mots de la personne."),
            self.tr("Commencer un récit"),
        )
        self._empty.acted.connect(self.begin)
        self._alone = EmptyState(
            "experiences",
            self.tr("D’abord une expérience"),
            self.tr("Un récit raconte un moment d’une expérience : ajoutez-en une, une ligne suffit."),
            self.tr("Ajouter une expérience"),
        )
        self._alone.acted.connect(self.experiences_wanted)
        self._stack = QStackedWidget()
        for page in (self.list, self._empty, self._alone):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Show the stories as they are."""
        dossier = self._open.dossier
        self.list.show_rows([_row(dossier, recit, self.tr("(à écrire)")) for recit in dossier.recits.values()])
        for button in (self._new, self._bring):
            button.setEnabled(bool(dossier.experiences))
        if not dossier.experiences:
            self._stack.setCurrentWidget(self._alone)
        else:
            self._stack.setCurrentWidget(self.list if dossier.recits else self._empty)

    @Slot()
    def begin(self) -> None:
        """Ask which experience and which title, and open the new story."""
        dialog = NewRecitDialog(self._open.dossier, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.start_recit(dialog.experience_id, dialog.name)

    def start_recit(self, experience_id: str, title: str, text: str = "") -> None:
        """Begin a story, with a text that it may have already, and open it."""
        recit_id = new_id()
        was_written = self._open.record(c.RecitStarted(recit_id, experience_id, title))
        if text:
            was_written = self._open.record(c.TextEdited(recit_id, (Edit(0, 0, text),)))
        if was_written:
            self.opened.emit(recit_id)

    def dragEnterEvent(self, event) -> None:
        """Take files."""
        if event.mimeData().hasUrls() and self._bring.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        """Read the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.bringing.bring(Path(paths[0]))

    @Slot(str, str)
    def _begin_with(self, name: str, text: str) -> None:
        dialog = NewRecitDialog(self._open.dossier, self, name, text)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.start_recit(dialog.experience_id, dialog.name, text)


class NewRecitDialog(QDialog):
    """Asks for an experience and a title."""

    def __init__(self, dossier: Dossier, parent: QWidget | None = None, name: str = "", text: str = "") -> None:
        """Make the form; a text that was brought in is shown by its beginning."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nouveau récit"))
        self._experience = Choice([(e.title, e.id) for e in dossier.experiences.values()])
        self._title = QLineEdit(name)
        self._title.setPlaceholderText(self.tr("Un lundi chez monsieur Roux"))
        self._title.textChanged.connect(self._allow)
        self._create = Button(self.tr("Commencer"), role="primary")
        self._create.setDefault(True)
        self._create.clicked.connect(self.accept)
        cancel = Button(self.tr("Annuler"))
        cancel.clicked.connect(self.reject)
        whole = dialog_column(self, 480, 440 if text else 320)
        whole.addWidget(label(self.tr("Nouveau récit"), "title"))
        whole.addLayout(labelled(self.tr("Expérience"), self._experience))
        whole.addLayout(
            labelled(self.tr("Le moment raconté"), self._title, self.tr("Quelques mots pour le retrouver."))
        )
        if text:
            whole.addWidget(label(words_words(len(text.split())), "strong"))
            whole.addWidget(label(f"« {' '.join(text[:PREVIEW].split())}… »", "quote"))
        whole.addStretch(1)
        whole.addLayout(row(None, cancel, self._create))
        self._allow()

    @property
    def experience_id(self) -> str:
        """Return the experience chosen."""
        return str(self._experience.value())

    @property
    def name(self) -> str:
        """Return the title."""
        return self._title.text().strip()

    @Slot()
    def _allow(self) -> None:
        self._create.setEnabled(bool(self.name))


def _row(dossier: Dossier, recit: Recit, unwritten: str) -> CardRow:
    experience = dossier.experiences.get(recit.experience_id)
    opening = " ".join(recit.text[:OPENING].split())
    tags = (experience.title, proofs_words(len(dossier.evidence_in(recit.id)))) if experience else ()
    return CardRow(recit.id, recit.title, f"{opening}…" if opening else unwritten, tags=tags, icon="recits")
