"""The VAE of the dossier: its parts at the left, the one chosen at the right, the documents above."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.domain.referential import Fiche
from workbench.domain.vae_deadlines import steps
from workbench.domain.vae_form import SECTIONS
from workbench.domain.vae_missing import missing
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.vae.aim_form import AimForm
from workbench.ui.vae.bloc_form import BlocForm
from workbench.ui.vae.fields_form import FieldsForm
from workbench.ui.vae.missing_form import MissingForm
from workbench.ui.vae.parts import AIM, BLOC, LACKS, PRACTICE, by_part, part_rows
from workbench.ui.vae.practice_form import PracticeForm
from workbench.ui.vae.words import step_words
from workbench.ui.widgets.basics import Button, Split, scroller
from workbench.ui.widgets.card_list import CardList
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.fields import Choice
from workbench.ui.widgets.page import Page


class VaeScreen(Page):
    """What one of the certifications of the dossier asks for in a VAE."""

    room_wanted = Signal(str)
    document_wanted = Signal(str, str)

    def __init__(self, opened: OpenDossier) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("VAE"), self.tr("Le dossier de faisabilité et le dossier professionnel. Le jury est souverain."),
            scrolls=False,
        )  # fmt: skip
        self._open = opened
        self._shown: tuple[object, ...] = ()
        self.certification = Choice([])
        self.certification.setAccessibleName(self.tr("Certification"))
        self.certification.picked.connect(self._change_certification)
        self.practice_document = Button(self.tr("Dossier professionnel"), icon="documents")
        self.feasibility_document = Button(self.tr("Dossier de faisabilité"), icon="documents", role="primary")
        self.practice_document.clicked.connect(self._ask_practice)
        self.feasibility_document.clicked.connect(self._ask_feasibility)
        for widget in (self.certification, self.practice_document, self.feasibility_document):
            self.actions.addWidget(widget)
        self.list = CardList(self.tr("Parties de la VAE"))
        self.list.chosen.connect(self._choose)
        self._make_forms()
        self._stack = QStackedWidget()
        self._stack.addWidget(Split(self.list, self._forms, (420, 560), (240, 320)))
        self._stack.addWidget(self._invitation())
        self.body.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Show the VAE as it is."""
        dossier = self._open.dossier
        has_fiches = bool(dossier.fiches)
        self.certification.offer([(fiche.title or code, code) for code, fiche in dossier.fiches.items()])
        self.certification.setVisible(len(dossier.fiches) > 1)
        self._stack.setCurrentIndex(0 if has_fiches else 1)
        self.practice_document.setEnabled(has_fiches)
        self.feasibility_document.setEnabled(has_fiches)
        shown = (dossier, self.certification.value(), date.today())  # noqa: DTZ011  (the day where the person sits)
        if not has_fiches or (self._shown and self._shown[0] is dossier and self._shown[1:] == shown[1:]):
            return
        self._shown = shown
        self.list.show_rows(part_rows(dossier, self._fiche()))
        if not self.list.chosen_key():
            self.list.choose_first()
        self._show_part(self.list.chosen_key())

    def leave(self) -> None:
        """Write what is under way."""
        if self._open.dossier.fiches and self.list.chosen_key():
            self._form().write()

    def _make_forms(self) -> None:
        self.lacking, self.aim, self.bloc, self.practice = MissingForm(), AimForm(), BlocForm(), PracticeForm()
        self.sections = {section.name: FieldsForm(section) for section in SECTIONS}
        self._forms = QStackedWidget()
        for form in (self.lacking, self.aim, self.bloc, self.practice, *self.sections.values()):
            self._forms.addWidget(scroller(form))
        for form in (self.aim, self.bloc, self.practice, *self.sections.values()):
            form.written.connect(self._open.record)
        self.lacking.led.connect(self._lead)

    def _invitation(self) -> EmptyState:
        empty = EmptyState(
            "referentiels",
            self.tr("Aucune certification dans ce dossier"),
            self.tr("Choisissez la certification visée : ses blocs et ses compétences viennent avec elle."),
            self.tr("Choisir une certification"),
        )
        empty.acted.connect(self._ask_referential)
        return empty

    def _fiche(self) -> Fiche:
        return self._open.dossier.fiches[self.certification.value()]

    def _form(self):
        return self._forms.currentWidget().widget()

    @Slot(str)
    def _choose(self, key: str) -> None:
        """Bring up a part; what was being written in another is written first."""
        self._form().write()
        self._show_part(key)

    def _show_part(self, key: str) -> None:
        dossier, fiche = self._open.dossier, self._fiche()
        blocs = {bloc.code: bloc for bloc in fiche.blocs}
        if key == LACKS:
            self.lacking.show_missing(by_part(missing(dossier, fiche)))
            self._bring_up(self.lacking)
        elif key == AIM:
            self.aim.show_dossier(dossier, fiche)
            self._bring_up(self.aim)
        elif key.startswith(BLOC):
            self.bloc.show_bloc(dossier, fiche, blocs[key[len(BLOC) :]])
            self._bring_up(self.bloc)
        elif key.startswith(PRACTICE):
            bloc, experience = key[len(PRACTICE) :].split("|")
            self.practice.show_practice(dossier, fiche, blocs[bloc], dossier.experiences[experience])
            self._bring_up(self.practice)
        else:
            self._show_section(key)

    def _show_section(self, name: str) -> None:
        dossier, fiche, form = self._open.dossier, self._fiche(), self.sections[name]
        form.show_dossier(dossier, fiche)
        if name == "suite":
            today = date.today()  # noqa: DTZ011
            form.show_above("\n".join(step_words(step) for step in steps(dossier, fiche, today)))
        self._bring_up(form)

    def _bring_up(self, form: QWidget) -> None:
        self._forms.setCurrentIndex(self._forms.indexOf(form.parentWidget().parentWidget()))

    @Slot()
    def _change_certification(self) -> None:
        self._form().write()
        self.list.choose_first()
        self.refresh()

    @Slot(str)
    def _lead(self, key: str) -> None:
        if key in {"personne", "experiences"}:
            self.room_wanted.emit(key)
        else:
            self.list.choose(key)
            self.list.setFocus()

    @Slot()
    def _ask_referential(self) -> None:
        self.room_wanted.emit("referentiels")

    @Slot()
    def _ask_feasibility(self) -> None:
        self.leave()
        self.document_wanted.emit("vae-faisabilite", self.certification.value())

    @Slot()
    def _ask_practice(self) -> None:
        self.leave()
        self.document_wanted.emit("vae-dossier-professionnel", self.certification.value())
