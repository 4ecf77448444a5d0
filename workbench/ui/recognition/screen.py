"""What the accepted passages show of each fiche, bloc by bloc; a verbatim leads to its place in the story."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel

from workbench.domain import changes as c
from workbench.domain.coverage import BlocCoverage, CompetenceCoverage, Status, cover_dossier
from workbench.domain.dossier import Dossier
from workbench.domain.mastery import NOT_RATED
from workbench.domain.referential import Bloc, Fiche
from workbench.services.succession import Succession
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.recognition.archived import ArchivedCard, shortened
from workbench.ui.recognition.ratings import BothRatings
from workbench.ui.widgets.announce import announce
from workbench.ui.widgets.basics import Button, Card, Icon, clear, column, label, row
from workbench.ui.widgets.coverage_bar import CoverageBar, supported_of
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page
from workbench.ui.words import status_words, strength_words

_PLACE = "competence:"


class RecognitionScreen(Page):
    """The dossier read against its referentials."""

    referential_wanted = Signal()
    reading_wanted = Signal()
    passage_wanted = Signal(str)
    removal_wanted = Signal(str)
    migration_wanted = Signal(object)

    def __init__(self, opened: OpenDossier, successions: Callable[[Dossier], tuple[Succession, ...]]) -> None:
        """Make the screen over a dossier; `successions` says what may take the place of its fiches."""
        super().__init__(self.tr("Reconnaissance"), self.tr("Ce que les récits montrent, bloc par bloc."))
        self._open, self._find_successions = opened, successions
        self._successions: tuple[Succession, ...] = ()
        self._shown: tuple[object, ...] = ()
        add = Button(self.tr("Ajouter un référentiel"), icon="plus")
        add.clicked.connect(self.referential_wanted)
        self.reading = Button(self.tr("Lire à deux"), role="primary")
        self.reading.clicked.connect(self.reading_wanted)
        self.actions.addWidget(add)
        self.actions.addWidget(self.reading)
        self._content = column(spacing="l")
        self.body.addLayout(self._content)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show the coverage as it is."""
        dossier = self._open.dossier
        self._successions = self._find_successions(dossier)
        shown = (
            dossier.evidence,
            dossier.taken_back,
            dossier.ratings,
            dossier.fiches,
            dossier.archives,
            self._successions,
        )
        if shown == self._shown:
            return
        self._shown = shown
        self._offer_reading(some=bool(dossier.evidence or dossier.taken_back))
        clear(self._content)
        if not dossier.fiches:
            self._invite()
        mark = 0
        for fiche in dossier.fiches.values():
            self._add_fiche(dossier, fiche, mark)
            mark += len(fiche.blocs)
        self._add_archives(dossier)

    def _offer_reading(self, *, some: bool) -> None:
        """Offer to read together where there is something to read, or say why not."""
        self.reading.setEnabled(some)
        self.reading.setToolTip(
            self.tr("La personne relit tout, un passage après l’autre (Ctrl+L)")
            if some
            else self.tr("Rien à relire : aucun passage n’est encore accepté")
        )

    def show_competence(self, code: str) -> None:
        """Bring a competence into sight, and have it said."""
        name = self.findChild(QLabel, _PLACE + code)
        if name is not None:
            QTimer.singleShot(0, name, partial(self.scroll.ensureWidgetVisible, name))
            announce(name, name.text())

    def _add_archives(self, dossier: Dossier) -> None:
        for archive in dossier.archives.values():
            kept = dossier.without_equivalent(archive.id)
            if kept:
                card = ArchivedCard(dossier, archive, kept)
                card.passage_wanted.connect(self.passage_wanted)
                card.dropped.connect(self._drop)
                self._content.addWidget(card)

    def _add_notices(self, fiche: Fiche) -> None:
        for number, succession in enumerate(self._successions):
            if succession.before is fiche:
                compare = Button(self.tr("Comparer et migrer…"))
                compare.setObjectName(str(number))
                words = self._notice_words(succession)
                compare.setAccessibleDescription(words)
                compare.clicked.connect(self._ask_migration)
                notice = Card(role="notice", padding="m")
                line = row(Icon("attention", "warning"), label(words), compare, spacing="m")
                line.setStretch(1, 1)
                notice.column.addLayout(line)
                self._content.addWidget(notice)

    def _notice_words(self, succession: Succession) -> str:
        exists = self.tr("Une version plus récente de cette fiche existe")
        after = succession.after
        if succession.is_new_cut:
            return self.tr(
                "La découpe de cette fiche a été corrigée. Le dossier garde l’ancienne jusqu’à la migration."
            )
        if succession.is_edition:
            return self.tr("{0}. Le dossier garde la sienne jusqu’à la migration.").format(exists)
        return self.tr("{0} : « {1} » ({2}).").format(exists, after.title, after.code)

    def _invite(self) -> None:
        empty = EmptyState(
            "referentiels",
            self.tr("Aucun référentiel dans ce dossier"),
            self.tr("Choisissez la certification ou le programme auquel comparer ce que la personne raconte."),
            self.tr("Choisir un référentiel"),
        )
        empty.acted.connect(self.referential_wanted)
        self._content.addWidget(empty)

    def _add_fiche(self, dossier: Dossier, fiche: Fiche, first_mark: int) -> None:
        coverage = cover_dossier(fiche, dossier)
        supported, total = supported_of(coverage)
        remove = Button("", icon="fermer", role="quiet", tip=self.tr("Retirer ce référentiel du dossier"))
        remove.setObjectName(fiche.code)
        remove.clicked.connect(self._ask_removal)
        head = row(label(fiche.title, "heading"), label(fiche.code, "tag", wrap=False), remove)
        head.setStretch(0, 1)
        self._content.addLayout(head)
        words = self.tr("Compétences étayées : {0} sur {1}").format(supported, total)
        self._content.addWidget(label(f"{words}. {fiche.notice}".strip(), "muted"))
        self._add_notices(fiche)
        for offset, (bloc, covered) in enumerate(zip(fiche.blocs, coverage, strict=True)):
            self._content.addWidget(self._bloc_card(dossier, bloc, covered, first_mark + offset))

    def _bloc_card(self, dossier: Dossier, bloc: Bloc, coverage: BlocCoverage, mark: int) -> Card:
        card = Card(padding="l", spacing="m")
        said = self.tr("{0} sur {1}").format(coverage.supported, coverage.total)
        head = row(
            label(bloc.title, "strong"), CoverageBar(coverage, mark), label(said, "strong", wrap=False), spacing="m"
        )
        head.setStretch(0, 3)
        head.setStretch(1, 1)
        card.column.addLayout(head)
        for competence, covered in zip(bloc.competences, coverage.competences, strict=True):
            card.column.addLayout(self._competence(dossier, competence.title, coverage.fiche, covered))
        return card

    def _competence(self, dossier: Dossier, title: str, fiche: str, covered: CompetenceCoverage):
        is_supported = covered.status is Status.SUPPORTED
        icon = Icon("coche" if is_supported else "cercle", "success" if is_supported else "muted", 18)
        name = label(title, "" if is_supported else "muted")
        name.setObjectName(_PLACE + covered.competence)
        status = label(status_words(covered.status), "small", wrap=False)
        line = row(icon, name, status, spacing="m")
        line.setStretch(1, 1)
        for widget in (icon, status):
            line.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        whole = column(spacing="xs")
        whole.addLayout(line)
        ratings = dossier.ratings_of(fiche, covered.competence)
        if ratings != NOT_RATED:
            whole.addWidget(BothRatings(ratings))
        for evidence_id in covered.evidence:
            whole.addLayout(self._verbatim(dossier, evidence_id))
        return whole

    def _verbatim(self, dossier: Dossier, evidence_id: str):
        evidence = dossier.evidence[evidence_id]
        shown = shortened(dossier.passage(evidence))
        said = self.tr("« {0} » Elle le redit ainsi : « {1} »") if evidence.wording else "« {0} »"
        quote = label(said.format(shown, evidence.wording), "quote")
        go = Button(self.tr("Voir dans le récit"), role="quiet")
        go.setAccessibleDescription(shown)
        go.setObjectName(evidence_id)
        go.clicked.connect(self._go)
        words = self.tr("{0}, confirmé") if dossier.is_confirmed(evidence) else "{0}"
        strength = label(words.format(strength_words(evidence.strength)), "tag", wrap=False)
        line = row(quote, strength, go, spacing="m")
        line.setContentsMargins(34, 0, 0, 0)
        line.setStretch(0, 1)
        for widget in (strength, go):
            line.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)
        return line

    @Slot()
    def _go(self) -> None:
        self.passage_wanted.emit(self.sender().objectName())

    @Slot(str)
    def _drop(self, evidence_id: str) -> None:
        self._open.record(c.EvidenceRemoved(evidence_id))

    @Slot()
    def _ask_migration(self) -> None:
        self.migration_wanted.emit(self._successions[int(self.sender().objectName())])

    @Slot()
    def _ask_removal(self) -> None:
        self.removal_wanted.emit(self.sender().objectName())
