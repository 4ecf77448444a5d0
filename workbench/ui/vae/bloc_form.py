"""A bloc: whether each competence is held, and the comment that ties what was done to it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.domain.dossier import Dossier
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.domain.vae import Held
from workbench.domain.vae_changes import VaeCommented, VaeRated
from workbench.domain.vae_drafts import comment_on
from workbench.ui.vae.draft_field import DraftField
from workbench.ui.vae.words import held_words
from workbench.ui.widgets.basics import Card, clear, column, label, row
from workbench.ui.widgets.fields import Choice
from workbench.ui.words import proofs_words


class CompetenceLine(QWidget):
    """A competence, what supports it, and the answer."""

    rated = Signal(str, object)

    def __init__(self, competence: Competence) -> None:
        """Make the line, without answer."""
        super().__init__()
        self._code = competence.code
        title = competence.title or competence.code
        self.choice = Choice([(held_words(held), held) for held in (None, *Held)])
        self.choice.setAccessibleName(title)
        self.choice.picked.connect(self._tell)
        self._support = label("", "small")
        words = column(spacing="xs")
        words.addWidget(label(title))
        words.addWidget(self._support)
        line = row(spacing="l")
        line.addLayout(words, 1)
        line.addWidget(self.choice)
        self.setLayout(line)

    def show_answer(self, held: Held | None, proofs: int) -> None:
        """Show what is said of the competence."""
        self.choice.choose(held)
        self._support.setText(proofs_words(proofs))

    @Slot(object)
    def _tell(self, held: Held | None) -> None:
        self.rated.emit(self._code, held)


class BlocForm(Card):
    """The competences of a bloc and its comment."""

    written = Signal(object)

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__(padding="xl", spacing="m")
        self._fiche, self._bloc = "", Bloc("", "", ())
        self.lines: dict[str, CompetenceLine] = {}
        self._title = label("", "heading")
        self._help = label(self.tr("À dire avec la personne : maîtrise-t-elle chaque compétence ?"), "muted")
        self._lines = column(spacing="m")
        self.comment = DraftField(
            self.tr("Lien entre les activités et le bloc"),
            self.tr("Tiré des passages acceptés ; à modifier librement. Un texte vidé ramène le brouillon."),
            lines=10,
        )
        self.comment.said.connect(self._comment)
        self.column.addWidget(self._title)
        self.column.addWidget(self._help)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.comment)
        self.column.addStretch(1)

    def show_bloc(self, dossier: Dossier, fiche: Fiche, bloc: Bloc) -> None:
        """Show what is said of a bloc."""
        if (fiche.code, bloc) != (self._fiche, self._bloc):
            self._fiche, self._bloc = fiche.code, bloc
            self._title.setText(bloc.title or bloc.code)
            self._make_lines()
        for code, line in self.lines.items():
            line.show_answer(dossier.vae.held.get((fiche.code, code)), len(dossier.evidence_for(fiche.code, code)))
        self.comment.show_text(comment_on(dossier, fiche.code, bloc), f"{fiche.code} {bloc.code}")

    @Slot()
    def write(self) -> None:
        """Emit the comment if it was edited."""
        self.comment.write()

    def _make_lines(self) -> None:
        clear(self._lines)
        self.lines = {}
        for competence in self._bloc.competences:
            line = CompetenceLine(competence)
            line.rated.connect(self._rate)
            self._lines.addWidget(line)
            self.lines[competence.code] = line

    @Slot(str, object)
    def _rate(self, competence: str, held: Held | None) -> None:
        self.written.emit(VaeRated(self._fiche, competence, held))

    @Slot(str)
    def _comment(self, text: str) -> None:
        self.written.emit(VaeCommented(self._fiche, self._bloc.code, text))
