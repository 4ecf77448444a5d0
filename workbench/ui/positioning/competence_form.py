"""One competence of a programme: the two ratings, what proves it, what is decided."""

from PySide6.QtCore import Signal, Slot

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier
from workbench.domain.mastery import Mastery, Rater
from workbench.domain.positioning import Decision, Position
from workbench.domain.positioning_changes import CompetencePositioned
from workbench.domain.referential import Competence
from workbench.ui.positioning.words import decision_words, gap_words
from workbench.ui.recognition.archived import shortened
from workbench.ui.widgets.basics import Card, clear, column, label, row
from workbench.ui.widgets.fields import Choice, LongField, TextField, labelled
from workbench.ui.words import mastery_words, strength_words


class CompetenceForm(Card):
    """Writes each answer at once, each text as soon as its field is left."""

    written = Signal(object)

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__(padding="xl", spacing="m")
        self._key = ("", "")
        self._shown = Position()
        self._title, self.gap = label("", "heading"), label("", "muted")
        levels = [(f"{int(m)} – {mastery_words(m)}", m) for m in Mastery]
        self.ratings = {rater: Choice([(self.tr("Pas encore dit"), None), *levels]) for rater in Rater}
        self.decision = Choice([(decision_words(d), d) for d in (None, *Decision)])
        self.proof, self.plan = TextField(), LongField(2)
        self._proofs = column(spacing="xs")
        self._lay_out()
        self.ratings[Rater.PERSON].picked.connect(self._rate_as_person)
        self.ratings[Rater.COUNSELLOR].picked.connect(self._rate_as_counsellor)
        self.decision.picked.connect(self.write)
        self.proof.editingFinished.connect(self.write)
        self.plan.left.connect(self.write)

    def show_competence(self, dossier: Dossier, fiche: str, competence: Competence) -> None:
        """Show what is said and decided of a competence."""
        is_other = self._key != (fiche, competence.code)
        self._key = (fiche, competence.code)
        self._shown = dossier.positioning_of(fiche).position(competence.code)
        self._title.setText(competence.title or competence.code)
        said = dossier.ratings_of(fiche, competence.code)
        for rater, choice in self.ratings.items():
            choice.choose(said.by(rater))
        self.gap.setText(gap_words(said))
        self._show_proofs(dossier)
        self.decision.choose(self._shown.decision)
        for field, text in ((self.proof, self._shown.proof), (self.plan, self._shown.plan)):
            if field.text() != text and (is_other or not field.hasFocus()):
                field.setText(text)

    @Slot()
    def write(self) -> None:
        """Emit what is decided if it changed."""
        position = Position(self.decision.value(), self.proof.text().strip(), self.plan.text().strip())
        if self._key[1] and position != self._shown:
            self._shown = position
            self.written.emit(CompetencePositioned(*self._key, position))

    def _lay_out(self) -> None:
        add = self.column.addLayout
        self.column.addWidget(self._title)
        both = row(spacing="l")
        both.addLayout(labelled(self.tr("La personne se situe"), self.ratings[Rater.PERSON]), 1)
        both.addLayout(labelled(self.tr("Qui évalue dit"), self.ratings[Rater.COUNSELLOR]), 1)
        add(both)
        self.column.addWidget(self.gap)
        add(self._proofs)
        add(labelled(self.tr("Autre preuve"), self.proof, self.tr("Mise en situation, document, questionnaire…")))
        add(labelled(self.tr("Décision"), self.decision))
        add(labelled(self.tr("Ce qui est prévu"), self.plan, self.tr("Ce que la personne suit, refait ou montre.")))
        self.column.addStretch(1)

    def _show_proofs(self, dossier: Dossier) -> None:
        clear(self._proofs)
        proofs = dossier.evidence_for(*self._key)
        if not proofs:
            self._proofs.addWidget(label(self.tr("Aucun passage de récit ne la montre encore."), "muted"))
        for proof in proofs:
            words = f"« {shortened(dossier.passage(proof))} »"
            line = row(label(words, "quote"), label(strength_words(proof.strength), "tag", wrap=False), spacing="m")
            line.setStretch(0, 1)
            self._proofs.addLayout(line)

    @Slot(object)
    def _rate_as_person(self, mastery: Mastery | None) -> None:
        self.written.emit(c.MasteryRated(*self._key, Rater.PERSON, mastery))

    @Slot(object)
    def _rate_as_counsellor(self, mastery: Mastery | None) -> None:
        self.written.emit(c.MasteryRated(*self._key, Rater.COUNSELLOR, mastery))
