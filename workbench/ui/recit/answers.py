"""What is answered to the suggestions, as changes of the dossier."""

from PySide6.QtCore import QObject, Slot

from workbench.domain import changes as c
from workbench.domain.analysis import Actor, Reality
from workbench.domain.dossier import Strength
from workbench.domain.positions import Span
from workbench.services.session import new_id
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.recit.panel import SuggestionPanel


class Answers(QObject):
    """Records what the panel emits, for the sentence under the cursor or for what is selected."""

    def __init__(self, editor: RecitEditor, panel: SuggestionPanel) -> None:
        """Listen to a panel."""
        super().__init__(panel)
        self._editor = editor
        self._opened: OpenDossier | None = None
        self._recit_id = ""
        panel.suggestion_accepted.connect(self._accept_suggestion)
        panel.other_accepted.connect(self._accept_other)
        panel.refused.connect(self._refuse)
        panel.postponed.connect(self._postpone)
        panel.silenced.connect(self._silence)
        panel.rated.connect(self._rate)
        panel.removed.connect(self._remove)
        panel.reassigned.connect(self._reassign)
        panel.refusal_removed.connect(self._take_refusal_back)
        panel.postponing_removed.connect(self._take_up_again)
        panel.overruled.connect(self._overrule)
        panel.believed.connect(self._believe)

    def follow(self, opened: OpenDossier, recit_id: str) -> None:
        """Record for a story of a dossier from now on."""
        self._opened, self._recit_id = opened, recit_id

    def passage(self) -> Span | None:
        """Return what an answer is about: what is selected, else the sentence under the cursor."""
        return self._editor.selection() or self._sentence()

    def _sentence(self) -> Span | None:
        found = self._editor.current_sentence()
        return found[0] if found else None

    @Slot(str, str)
    def _accept_suggestion(self, fiche: str, competence: str) -> None:
        self._accept(fiche, competence, suggested=True)

    @Slot(str, str)
    def _accept_other(self, fiche: str, competence: str) -> None:
        self._accept(fiche, competence, suggested=False)

    def _accept(self, fiche: str, competence: str, *, suggested: bool) -> None:
        if span := self.passage():
            told = Strength.TOLD
            self._opened.record(
                c.EvidenceAccepted(new_id(), self._recit_id, span, fiche, competence, told, suggested=suggested)
            )

    @Slot(str, str)
    def _refuse(self, fiche: str, competence: str) -> None:
        if span := self._sentence():
            self._opened.record(c.SuggestionRefused(new_id(), self._recit_id, span, fiche, competence))

    @Slot(str, str)
    def _postpone(self, fiche: str, competence: str) -> None:
        if span := self._sentence():
            self._opened.record(c.SuggestionPostponed(new_id(), self._recit_id, span, fiche, competence))

    @Slot(str, str)
    def _silence(self, fiche: str, competence: str) -> None:
        self._opened.record(c.CompetenceSilenced(fiche, competence))

    @Slot(str, int)
    def _rate(self, evidence_id: str, strength: int) -> None:
        self._opened.record(c.EvidenceRated(evidence_id, Strength(strength)))

    @Slot(str)
    def _remove(self, evidence_id: str) -> None:
        self._opened.record(c.EvidenceRemoved(evidence_id))

    @Slot(str, str, str)
    def _reassign(self, evidence_id: str, fiche: str, competence: str) -> None:
        self._opened.record(c.EvidenceReassigned(evidence_id, fiche, competence))

    @Slot(str)
    def _take_refusal_back(self, refusal_id: str) -> None:
        self._opened.record(c.RefusalRemoved(refusal_id))

    @Slot(str)
    def _take_up_again(self, postponing_id: str) -> None:
        self._opened.record(c.PostponingRemoved(postponing_id))

    @Slot(str, str)
    def _overrule(self, actor: str, reality: str) -> None:
        if span := self._sentence():
            self._opened.record(c.ActorOverruled(new_id(), self._recit_id, span, Actor(actor), Reality(reality)))

    @Slot()
    def _believe(self) -> None:
        self._opened.flush()
        span = self._sentence()
        said = self._opened.dossier.overruling_at(self._recit_id, span) if span else None
        if said is not None:
            self._opened.record(c.OverrulingRemoved(said.id))
