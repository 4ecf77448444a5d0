"""A fiche to read: whether it is in force, where it comes from, what it leads to, its blocs and competences."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from workbench.domain.catalogue import JOBS, NATIONAL, FicheDetails, kind_of
from workbench.domain.referential import Bloc, Fiche
from workbench.ui import theme
from workbench.ui.referentials.texts import facts_grid, item, long_text, selectable
from workbench.ui.time_words import date_words
from workbench.ui.widgets.basics import Button, Card, clear, column, dress_scroller, label, row
from workbench.ui.widgets.flow import FlowLayout
from workbench.ui.widgets.fold import Fold

MOST_NAMES = 12


class FicheDetail(QScrollArea):
    """Shows one fiche, and offers to add it to the dossier that is open."""

    add_wanted = Signal(object)
    star_wanted = Signal(str, bool)
    fiche_wanted = Signal(str)

    def __init__(self) -> None:
        """Make an empty detail."""
        super().__init__()
        self._fiche: Fiche | None = None
        self._details: FicheDetails | None = None
        self._starred = False
        self._codes: tuple[str, ...] | None = None
        self.cut_line: Callable[[Fiche, Bloc], QLayout] | None = None
        card = Card(padding="xl", spacing="m")
        self._content = column(spacing="m")
        card.column.addLayout(self._content)
        card.column.addStretch(1)
        dress_scroller(self, card)
        theme.current().changed.connect(self._build)

    def show_dossier(self, codes: tuple[str, ...] | None) -> None:
        """Say which fiches the open dossier has, or None when none is open."""
        if codes != self._codes:
            self._codes = codes
            self._build()

    def show_fiche(self, fiche: Fiche, details: FicheDetails | None = None, *, starred: bool = False) -> None:
        """Show a fiche."""
        if (fiche, details, starred) == (self._fiche, self._details, self._starred):
            return
        is_same = self._fiche is not None and self._fiche.code == fiche.code
        self._fiche, self._details, self._starred = fiche, details, starred
        self._build()
        if not is_same:
            self.verticalScrollBar().setValue(0)

    def show_again(self, fiche: Fiche) -> None:
        """Show the same fiche as it is now, beside the details that are known of it."""
        self.show_fiche(fiche, self._details, starred=self._starred)

    @Slot()
    def _build(self) -> None:
        clear(self._content)
        fiche = self._fiche
        if fiche is None:
            return
        self._build_head(fiche)
        for words in (fiche.notice, self._warning(fiche)):
            if words:
                self._content.addWidget(label(words, "warning"))
        self._build_action(fiche)
        self._content.addLayout(facts_grid(list(self._facts(fiche))))
        self._build_texts(self._details or FicheDetails())
        self._build_blocs(fiche)

    def _build_head(self, fiche: Fiche) -> None:
        star = Button(self.tr("Mes fiches"), icon="etoile-pleine" if self._starred else "etoile", role="quiet")
        star.setCheckable(True)
        star.setChecked(self._starred)
        tip = self.tr("Retirer de mes fiches") if self._starred else self.tr("Garder parmi mes fiches")
        star.setToolTip(tip)
        star.setAccessibleDescription(tip)
        star.clicked.connect(self._star)
        head = row(selectable(label(fiche.code, "overline")), star)
        head.setStretch(0, 1)
        self._content.addLayout(head)
        self._content.addWidget(selectable(label(fiche.title, "title")))
        marks = [label(words, role, wrap=False) for words, role in self._marks(fiche)]
        if marks:
            line = QWidget()
            line.setLayout(FlowLayout(*marks))
            self._content.addWidget(line)

    def _marks(self, fiche: Fiche):
        """Give what one sees at a glance, each with its role."""
        kind = kind_of(fiche.code)
        if fiche.level is not None:
            yield self.tr("Niveau {0}").format(fiche.level), "tag"
        if not fiche.active:
            yield self.tr("Inactive"), "attention"
        elif kind in NATIONAL:
            yield self.tr("En vigueur"), "tag"
        elif kind in JOBS:
            yield self.tr("Métier"), "tag"
        if self._details is not None and self._details.open_to_vae is not None:
            is_open = self._details.open_to_vae
            yield self.tr("Ouverte à la VAE") if is_open else self.tr("Fermée à la VAE"), "tag"
        if fiche.code in (self._codes or ()):
            yield self.tr("✓ Dans le dossier"), "tag"

    def _warning(self, fiche: Fiche) -> str:
        if self._details is not None and self._details.gone_on:
            words = self.tr("Cette fiche n’est plus dans l’export national depuis celui du {0}.")
            return words.format(date_words(self._details.gone_on))
        today = date.today().isoformat()  # noqa: DTZ011  (the day where one sits)
        if fiche.active and fiche.valid_until and fiche.valid_until < today:
            words = self.tr("L’enregistrement a pris fin le {0} : importez un export récent pour être à jour.")
            return words.format(date_words(fiche.valid_until))
        if self._details is None and kind_of(fiche.code) in NATIONAL:
            return self.tr("Importez de nouveau l’export national pour lire ici les activités et les évaluations.")
        return ""

    def _build_action(self, fiche: Fiche) -> None:
        if self._codes is None:
            self._content.addWidget(label(self.tr("Ouvrez un dossier pour y ajouter ce référentiel."), "small"))
        elif fiche.code not in self._codes:
            add = Button(self.tr("Ajouter au dossier"), icon="plus", role="primary")
            add.clicked.connect(self._add)
            self._content.addLayout(row(add, None))

    def _facts(self, fiche: Fiche):
        details = self._details or FicheDetails()
        if fiche.replaced_by:
            yield self.tr("Remplacée par"), self._links(fiche.replaced_by)
        if details.replaces:
            yield self.tr("Remplace"), self._links(details.replaces)
        if fiche.certifiers:
            yield self.tr("Certificateurs"), _text(_listed(fiche.certifiers))
        if fiche.jobs:
            is_job = kind_of(fiche.code) in JOBS
            yield self.tr("Appellations") if is_job else self.tr("Métiers"), _text(_listed(fiche.jobs))
        registered = "\u00a0· ".join(self._registration(fiche, details))
        if registered:
            yield self.tr("Enregistrement"), _text(registered)
        if fiche.origin:
            name, _, source = fiche.origin.partition(" : ") if fiche.origin.startswith("Source : ") else ("", "", "")
            yield name or self.tr("Source"), _text(source or fiche.origin)

    def _registration(self, fiche: Fiche, details: FicheDetails):
        if details.registration:
            yield details.registration.removeprefix("Enregistrement ")
        for words, day in (
            (self.tr("décision du {0}"), details.decided_on),
            (self.tr("effet au {0}"), details.effective_on),
            (self.tr("publiée le {0}"), details.published_on),
            (self.tr("jusqu’au {0}"), fiche.valid_until),
            (self.tr("délivrée au plus tard le {0}"), details.last_award_on),
        ):
            if day:
                yield words.format(date_words(day))

    def _links(self, codes: tuple[str, ...]) -> QWidget:
        links = QWidget()
        flow = FlowLayout()
        for code in codes:
            link = Button(code, icon="suite", role="link", tip=self.tr("Ouvrir la fiche {0}").format(code))
            link.setObjectName(code)
            link.clicked.connect(self._follow)
            flow.addWidget(link)
        links.setLayout(flow)
        return links

    def _build_texts(self, details: FicheDetails) -> None:
        folds = column(spacing="xs")
        self._content.addLayout(folds)
        for title, text in (
            (self.tr("Objectifs"), details.objectives),
            (self.tr("Activités visées"), details.activities),
            (self.tr("Emplois accessibles"), details.employments),
            (self.tr("Secteurs d’activité"), details.sectors),
            (self.tr("Réglementation"), details.rules),
            (self.tr("Conditions d’entrée en formation"), details.prerequisites),
            (self.tr("Jury de VAE"), details.vae_jury if details.open_to_vae else ""),
            (self.tr("Savoirs"), details.knowledge),
        ):
            if text:
                folds.addWidget(_fold(title, text))

    def _build_blocs(self, fiche: Fiche) -> None:
        words = self.tr("{0} blocs, {1} compétences").format(len(fiche.blocs), len(fiche.competences()))
        self._content.addSpacing(8)
        self._content.addWidget(label(words, "heading"))
        for bloc in fiche.blocs:
            self._build_bloc(fiche, bloc)

    def _build_bloc(self, fiche: Fiche, bloc: Bloc) -> None:
        head = column(spacing="xs")
        head.addWidget(label(bloc.code, "overline"))
        head.addWidget(selectable(label(bloc.title, "strong")))
        self._content.addSpacing(8)
        self._content.addLayout(head)
        for competence in bloc.competences:
            self._content.addLayout(item(competence.title))
        assessment = self._details.assessment(bloc.code) if self._details else ""
        if assessment:
            self._content.addWidget(_fold(self.tr("Modalités d’évaluation"), assessment))
        if self.cut_line is not None:
            self._content.addLayout(self.cut_line(fiche, bloc))

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit(self._fiche)

    @Slot(bool)
    def _star(self, starred: bool) -> None:  # noqa: FBT001  (a Qt signal has no keywords)
        self.star_wanted.emit(self._fiche.code, starred)

    @Slot()
    def _follow(self) -> None:
        self.fiche_wanted.emit(self.sender().objectName())


def _fold(title: str, text: str) -> Fold:
    return Fold(title, lambda: long_text(text))


def _text(words: str) -> QWidget:
    return selectable(label(words))


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - MOST_NAMES
    return "\u00a0· ".join(names[:MOST_NAMES]) + (f"\u00a0· … (+ {more})" if more > 0 else "")
