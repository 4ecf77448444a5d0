"""Positioning before a training programme: its parts at the left, the one chosen at the right, the hours above."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.domain.positioning import Positioning, module_balance, programme_balance, tally
from workbench.domain.referential import Fiche
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.positioning.competence_form import CompetenceForm
from workbench.ui.positioning.module_form import ModuleForm
from workbench.ui.positioning.notes_form import ABOUT, CONDITIONS, NotesForm
from workbench.ui.positioning.prerequisites_form import PrerequisitesForm
from workbench.ui.positioning.words import balance_words, decision_words
from workbench.ui.widgets.basics import Button, Split, column, label, scroller
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.fields import Choice
from workbench.ui.widgets.page import Page

_ABOUT, _PREREQUISITES, _CONDITIONS, _MODULE, _COMPETENCE = "programme", "prealables", "conditions", "m:", "c:"


class PositioningScreen(Page):
    """A person before one of the programmes of the dossier."""

    referential_wanted = Signal()
    report_wanted = Signal(str)

    def __init__(self, opened: OpenDossier) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("Positionnement"), self.tr("Ce que la personne sait déjà, et ce que le programme devient."),
            scrolls=False,
        )  # fmt: skip
        self._open = opened
        self._shown: tuple[object, ...] = ()
        self.programme = Choice([])
        self.programme.setAccessibleName(self.tr("Programme"))
        self.programme.picked.connect(self._change_programme)
        report = Button(self.tr("Voir le document"), icon="documents", role="primary")
        report.clicked.connect(self._ask_report)
        self.actions.addWidget(self.programme)
        self.actions.addWidget(report)
        self._report = report
        self.total = label("", "strong")
        self.list = CardList(self.tr("Parties du positionnement"))
        self.list.chosen.connect(self._choose)
        self._make_forms()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._work())
        self._stack.addWidget(self._invitation())
        self.body.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Show the positioning as it is."""
        dossier = self._open.dossier
        self.programme.offer([(fiche.title or code, code) for code, fiche in dossier.fiches.items()])
        self.programme.setVisible(len(dossier.fiches) > 1)
        self._stack.setCurrentIndex(0 if dossier.fiches else 1)
        self._report.setEnabled(bool(dossier.fiches))
        if not dossier.fiches:
            return
        shown = (dossier.positionings, dossier.ratings, dossier.evidence, dossier.fiches, self.programme.value())
        if shown == self._shown:
            return
        self._shown = shown
        fiche, positioning = self._fiche(), self._positioning()
        self.total.setText(self._total_words(fiche, positioning))
        self.list.show_rows(self._rows(fiche, positioning))
        if not self.list.chosen_key():
            self.list.choose_first()
        self._show_part(self.list.chosen_key())

    def leave(self) -> None:
        """Write what is under way."""
        if self._open.dossier.fiches and self.list.chosen_key():
            self._form().write()

    def _make_forms(self) -> None:
        self.about = NotesForm(self.tr("Le positionnement"), ABOUT)
        self.prerequisites = PrerequisitesForm()
        self.module = ModuleForm()
        self.competence = CompetenceForm()
        self.conditions = NotesForm(self.tr("Le plan et ses conditions"), CONDITIONS)
        self._forms = QStackedWidget()
        for form in (self.about, self.prerequisites, self.module, self.competence, self.conditions):
            self._forms.addWidget(scroller(form))
            form.written.connect(self._open.record)

    def _work(self) -> QWidget:
        made = QWidget()
        whole = column(made, spacing="m")
        whole.addWidget(self.total)
        whole.addWidget(Split(self.list, self._forms, (420, 560), (240, 320)), 1)
        return made

    def _invitation(self) -> EmptyState:
        empty = EmptyState(
            "referentiels",
            self.tr("Aucun programme dans ce dossier"),
            self.tr("Choisissez la formation visée : un programme local, ou n’importe quelle fiche."),
            self.tr("Choisir un programme"),
        )
        empty.acted.connect(self.referential_wanted)
        return empty

    def _fiche(self) -> Fiche:
        return self._open.dossier.fiches[self.programme.value()]

    def _positioning(self) -> Positioning:
        return self._open.dossier.positioning_of(self.programme.value())

    def _form(self):
        return self._forms.currentWidget().widget()

    def _total_words(self, fiche: Fiche, positioning: Positioning) -> str:
        counted = tally(fiche, positioning)
        said = [f"{decision_words(d).lower()} : {number}" for d, number in counted.items() if number]
        whole = self.tr("Programme entier : {0}").format(balance_words(programme_balance(fiche, positioning)).lower())
        return " · ".join([whole, *said])

    def _rows(self, fiche: Fiche, positioning: Positioning) -> list[CardRow]:
        asked = positioning.prerequisites.values()
        met = self.tr("{0} acquis sur {1}").format(sum(p.met is True for p in asked), len(asked))
        rows = [
            CardRow(_ABOUT, self.tr("Le positionnement"), self.tr("Qui, quand, comment"), icon="entretien"),
            CardRow(_PREREQUISITES, self.tr("Préalables"), met if asked else self.tr("Aucun"), icon="coche"),
        ]
        for bloc in fiche.blocs:
            hours = balance_words(module_balance(bloc, positioning))
            rows.append(CardRow(_MODULE + bloc.code, bloc.title or bloc.code, hours, icon="referentiels"))
            rows += [
                CardRow(_COMPETENCE + k.code, k.title or k.code, decision_words(positioning.position(k.code).decision))
                for k in bloc.competences
            ]
        words = self.tr("Plan, aménagements, rythme, financement")
        rows.append(CardRow(_CONDITIONS, self.tr("Le plan et ses conditions"), words, icon="suite"))
        return rows

    @Slot(str)
    def _choose(self, key: str) -> None:
        """Bring up a part; what was being written in another is written first."""
        self._form().write()
        self._show_part(key)

    def _show_part(self, key: str) -> None:
        fiche, positioning = self._fiche(), self._positioning()
        if key.startswith(_COMPETENCE):
            self.competence.show_competence(self._open.dossier, fiche.code, fiche.competence(key[2:]))
            self._bring_up(self.competence)
        elif key.startswith(_MODULE):
            self.module.show_module(fiche, next(b for b in fiche.blocs if b.code == key[2:]), positioning)
            self._bring_up(self.module)
        else:
            forms = {_ABOUT: self.about, _PREREQUISITES: self.prerequisites, _CONDITIONS: self.conditions}
            forms[key].show_positioning(fiche.code, positioning)
            self._bring_up(forms[key])

    def _bring_up(self, form: QWidget) -> None:
        self._forms.setCurrentIndex(self._forms.indexOf(form.parentWidget().parentWidget()))

    @Slot()
    def _change_programme(self) -> None:
        self.list.choose_first()
        self.refresh()

    @Slot()
    def _ask_report(self) -> None:
        self.leave()
        self.report_wanted.emit(self.programme.value())
