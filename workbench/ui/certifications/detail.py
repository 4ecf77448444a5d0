"""One fiche that the stories come close to: its blocs, the best covered first, with what was said."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from workbench.domain.catalogue import is_job
from workbench.domain.dossier import Dossier
from workbench.domain.partial import PartialBloc, ShownPassage
from workbench.domain.positions import Span
from workbench.domain.referential import Competence
from workbench.ui.certifications.found import FoundFiche, coverage_words, kind_words
from workbench.ui.widgets.basics import Button, Card, Icon, clear, column, dress_scroller, label, row
from workbench.ui.widgets.coverage_bar import CoverageBar

LONGEST_VERBATIM = 200
MOST_VERBATIMS = 3


class FoundDetail(QScrollArea):
    """Shows a fiche bloc by bloc; a verbatim leads to its place, the fiche can be read and added."""

    add_wanted = Signal(object)
    fiche_wanted = Signal(str)
    passage_wanted = Signal(str, object)

    def __init__(self) -> None:
        """Make an empty detail."""
        super().__init__()
        self._found: FoundFiche | None = None
        self._dossier = Dossier("")
        self._places: dict[str, tuple[str, Span]] = {}
        card = Card(padding="xl", spacing="m")
        self._content = column(spacing="m")
        card.column.addLayout(self._content)
        card.column.addStretch(1)
        dress_scroller(self, card)

    def show_found(self, found: FoundFiche, dossier: Dossier) -> None:
        """Show what was found of a fiche in a dossier."""
        if (found, dossier) == (self._found, self._dossier):
            return
        is_other = self._found is None or self._found.fiche.code != found.fiche.code
        self._found, self._dossier, self._places = found, dossier, {}
        clear(self._content)
        self._build(found)
        if is_other:
            self.verticalScrollBar().setValue(0)

    def _build(self, found: FoundFiche) -> None:
        fiche = found.fiche
        facts = [fiche.code, kind_words(fiche.code)]
        if fiche.level is not None:
            facts.append(self.tr("niveau {0}").format(fiche.level))
        self._content.addWidget(label(fiche.title, "title"))
        self._content.addWidget(label(" · ".join((*facts, *filter(None, (fiche.origin,)))), "muted"))
        self._content.addWidget(label(self._coverage_words(found), "strong"))
        self._content.addLayout(self._actions(found))
        for number, bloc in enumerate(found.blocs if found.is_read else ()):
            self._content.addWidget(self._bloc(bloc, number))

    def _coverage_words(self, found: FoundFiche) -> str:
        whole = [bloc for bloc in found.blocs if bloc.coverage.total and bloc.shown == bloc.coverage.total]
        if not whole or len(found.blocs) == 1:
            return coverage_words(found)
        words = self.tr("Compétences : {0} sur {1} · blocs racontés en entier : {2} sur {3}")
        return words.format(found.shown, found.total, len(whole), len(found.blocs))

    def _actions(self, found: FoundFiche) -> QHBoxLayout:
        read = Button(self.tr("Voir la fiche"), icon="referentiels")
        read.clicked.connect(self._read)
        if found.fiche.code in self._dossier.fiches:
            return row(label(self.tr("✓ Dans le dossier"), "tag", wrap=False), read, None)
        if is_job(found.fiche.code):
            return row(read, None)
        add = Button(self.tr("Ajouter au dossier"), icon="plus", role="primary")
        add.clicked.connect(self._add)
        return row(add, read, None)

    def _bloc(self, bloc: PartialBloc, mark: int) -> Card:
        card = Card(role="sunken", padding="m", spacing="s")
        said = self.tr("{0} sur {1}").format(bloc.shown, bloc.coverage.total)
        bar = CoverageBar(bloc.coverage, mark)
        head = row(label(bloc.bloc.title, "strong"), bar, label(said, "strong", wrap=False), spacing="m")
        head.setStretch(0, 3)
        head.setStretch(1, 1)
        card.column.addLayout(head)
        missing = [c for c in bloc.bloc.competences if c.code not in bloc.passages]
        for competence in bloc.bloc.competences:
            if competence.code in bloc.passages:
                card.column.addLayout(self._competence(competence, bloc.passages[competence.code]))
        if missing:
            words = self.tr("Pas encore raconté : {0}").format(" · ".join(c.title.rstrip(" .;") for c in missing))
            card.column.addWidget(label(words, "small"))
        return card

    def _competence(self, competence: Competence, passages: tuple[ShownPassage, ...]) -> QVBoxLayout:
        accepted = any(p.accepted for p in passages)
        icon = Icon("coche" if accepted else "cercle", "success" if accepted else "muted", 18)
        status = label(self.tr("accepté") if accepted else self.tr("proposé"), "small", wrap=False)
        line = row(icon, label(competence.title), status, spacing="m")
        line.setStretch(1, 1)
        for widget in (icon, status):
            line.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        whole = column(spacing="xs")
        whole.addLayout(line)
        for passage in passages[:MOST_VERBATIMS]:
            whole.addLayout(self._verbatim(passage))
        return whole

    def _verbatim(self, passage: ShownPassage) -> QHBoxLayout:
        recit = self._dossier.recits[passage.recit_id]
        words = " ".join(recit.text[passage.span.start : passage.span.end].split())
        shown = words if len(words) <= LONGEST_VERBATIM else words[:LONGEST_VERBATIM].rstrip() + "…"
        go = Button(self.tr("Voir dans le récit"), role="quiet", tip=recit.title)
        go.setAccessibleDescription(shown)
        go.setObjectName(str(len(self._places)))
        self._places[go.objectName()] = (passage.recit_id, passage.span)
        go.clicked.connect(self._go)
        line = row(label(f"« {shown} »", "quote"), go, spacing="m")
        line.setContentsMargins(30, 0, 0, 0)
        line.setStretch(0, 1)
        return line

    @Slot()
    def _go(self) -> None:
        self.passage_wanted.emit(*self._places[self.sender().objectName()])

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit(self._found.fiche)

    @Slot()
    def _read(self) -> None:
        self.fiche_wanted.emit(self._found.fiche.code)
