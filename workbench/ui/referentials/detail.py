"""A fiche: where it comes from, its blocs, their competences."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QScrollArea

from workbench.domain.referential import Bloc, Fiche
from workbench.ui.widgets.basics import Button, Card, clear, column, dress_scroller, label, row


class FicheDetail(QScrollArea):
    """Shows one fiche, and offers to add it to the dossier that is open."""

    add_wanted = Signal(object)

    def __init__(self) -> None:
        """Make an empty detail."""
        super().__init__()
        self._fiche: Fiche | None = None
        self._codes: tuple[str, ...] | None = None
        self.cut_line: Callable[[Fiche, Bloc], QLayout] | None = None
        card = Card(padding="xl", spacing="m")
        self._content = column(spacing="m")
        card.column.addLayout(self._content)
        card.column.addStretch(1)
        dress_scroller(self, card)

    def show_dossier(self, codes: tuple[str, ...] | None) -> None:
        """Say which fiches the open dossier has, or None when none is open."""
        if codes != self._codes:
            self._codes = codes
            self._build()

    def show_fiche(self, fiche: Fiche) -> None:
        """Show a fiche."""
        if fiche != self._fiche:
            self._fiche = fiche
            self._build()
            self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        clear(self._content)
        fiche = self._fiche
        if fiche is None:
            return
        self._content.addWidget(label(fiche.title, "title"))
        self._content.addWidget(label(self._facts(fiche), "muted"))
        if fiche.notice:
            self._content.addWidget(label(fiche.notice, "warning"))
        self._build_action(fiche)
        for bloc in fiche.blocs:
            head = column(spacing="xs")
            head.addWidget(label(bloc.code, "overline"))
            head.addWidget(label(bloc.title, "strong"))
            self._content.addSpacing(8)
            self._content.addLayout(head)
            for competence in bloc.competences:
                dot = label("•", "muted", wrap=False)
                line = row(dot, label(competence.title))
                line.setStretch(1, 1)
                line.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
                self._content.addLayout(line)
            if self.cut_line is not None:
                self._content.addLayout(self.cut_line(fiche, bloc))

    def _facts(self, fiche: Fiche) -> str:
        facts = [fiche.code]
        if fiche.level is not None:
            facts.append(self.tr("niveau {0}").format(fiche.level))
        facts.append(self.tr("{0} blocs, {1} compétences").format(len(fiche.blocs), len(fiche.competences())))
        if fiche.origin:
            facts.append(fiche.origin)
        if not fiche.active:
            facts.append(self.tr("fiche inactive"))
        if fiche.replaced_by:
            facts.append(self.tr("remplacée par {0}").format(", ".join(fiche.replaced_by)))
        return " · ".join(facts)

    def _build_action(self, fiche: Fiche) -> None:
        if self._codes is None:
            self._content.addWidget(label(self.tr("Ouvrez un dossier pour y ajouter ce référentiel."), "small"))
        elif fiche.code in self._codes:
            self._content.addLayout(row(label(self.tr("✓ Dans le dossier"), "tag", wrap=False), None))
        else:
            add = Button(self.tr("Ajouter au dossier"), icon="plus", role="primary")
            add.clicked.connect(self._add)
            self._content.addLayout(row(add, None))

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit(self._fiche)
