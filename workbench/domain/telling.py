"""A journal told in words: who did what and when, in lines that one can return to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from workbench.domain import changes as c
from workbench.domain.analysis import Actor, Reality
from workbench.domain.dossier import Strength
from workbench.domain.history import History
from workbench.domain.migration import copy_id
from workbench.domain.referential import Fiche

PAUSE: Final = timedelta(minutes=5)
"""Typing in a story goes on in the same line until it pauses for so long."""

_STRENGTHS: Final = {
    Strength.TOLD: "raconté",
    Strength.EXPLICIT: "explicité",
    Strength.DOCUMENT: "pièce à l’appui",
    Strength.ATTESTED: "attesté par un tiers",
    Strength.CERTIFIED: "garanti par un titre",
}
_ACTORS: Final = {
    Actor.SELF: "la personne agit",
    Actor.GROUP: "un collectif agit",
    Actor.OTHER: "quelqu’un d’autre agit",
    Actor.NOBODY: "on ne sait pas qui agit",
}
_REALITIES: Final = {
    Reality.DONE: "fait",
    Reality.DENIED: "pas fait",
    Reality.WISHED: "souhaité",
    Reality.SUPPOSED: "supposé",
    Reality.PRESCRIBED: "demandé",
    Reality.OTHER: "pas une action",
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the history: `event_id` is the last event that it tells, to return to; `at` is when that happened.

    `began` is when its first event happened, `events` counts them; `counts` says whether they are in the dossier.
    """

    event_id: str
    began: str
    at: str
    author: str
    what: str
    counts: bool = True
    events: int = 1


def tell_history(history: History) -> tuple[HistoryLine, ...]:
    """Tell a journal, the latest first; typing that goes on in a story is one line."""
    names = _Names()
    counted = {e.id for e in history.counted}
    drafts: list[_Draft] = []
    for event in history.events:
        draft = _draft(event, names)
        draft.counts = event.id in counted or isinstance(event.change, c.Retracted | c.ReturnedTo)
        names.told[event.id] = draft.words()
        if not (drafts and drafts[-1].goes_on_with(draft)):
            drafts.append(draft)
        else:
            drafts[-1].gather(draft)
    return tuple(draft.line() for draft in reversed(drafts))


@dataclass(slots=True)
class _Draft:
    """A line under way; one about typing has no words yet and knows its récit and how much was typed."""

    first: c.Event
    last: c.Event
    what: str = ""
    recit: str = ""
    inserted: int = 0
    removed: int = 0
    events: int = 1
    counts: bool = True

    def goes_on_with(self, later: "_Draft") -> bool:
        """Say whether both tell the same typing."""
        return (
            not self.what
            and not later.what
            and (self.recit, self.counts, self.last.author) == (later.recit, later.counts, later.last.author)
            and datetime.fromisoformat(later.first.at) - datetime.fromisoformat(self.last.at) <= PAUSE
        )

    def gather(self, later: "_Draft") -> None:
        """Tell later typing too."""
        self.last = later.last
        self.inserted += later.inserted
        self.removed += later.removed
        self.events += later.events

    def words(self) -> str:
        """Say what happened."""
        if self.what:
            return self.what
        parts = [_counted(n, word) for n, word in ((self.inserted, "écrit"), (self.removed, "effacé")) if n]
        return f"Récit {self.recit} : {', '.join(parts) or 'rien de changé'}"

    def line(self) -> HistoryLine:
        """Return the line."""
        return HistoryLine(
            self.last.id, self.first.at, self.last.at, self.last.author, self.words(), self.counts, self.events
        )


@dataclass(slots=True)
class _Names:
    """How things were called when each event happened, and what each event was said to do."""

    experiences: dict[str, str] = field(default_factory=dict)
    recits: dict[str, str] = field(default_factory=dict)
    fiches: dict[str, str] = field(default_factory=dict)
    competences: dict[tuple[str, str], str] = field(default_factory=dict)
    passages: dict[str, tuple[str, str]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    retracted: dict[str, str] = field(default_factory=dict)

    def recit(self, key: str) -> str:
        """Return the title of a story, between guillemets."""
        return _quoted(self.recits.get(key, ""))

    def learn_fiche(self, key: str, fiche: Fiche) -> None:
        """Take in a fiche's wordings, under the key that passages name."""
        self.fiches[key] = fiche.title
        self.competences.update({(key, k.code): k.title for k in fiche.competences()})

    def competence_of(self, passage_id: str) -> str:
        """Return the competence that a passage shows or was refused for, between guillemets."""
        fiche, code = self.passages.get(passage_id, ("", ""))
        return _quoted(self.competences.get((fiche, code), code))


def _draft(event: c.Event, names: _Names) -> _Draft:
    change = event.change
    if isinstance(change, c.TextEdited):
        inserted = sum(len(e.inserted) for e in change.edits)
        removed = sum(e.removed for e in change.edits)
        return _Draft(event, event, "", names.recit(change.recit_id), inserted, removed)
    if isinstance(change, c.Retracted):
        names.retracted[event.id] = change.event_id
    return _Draft(event, event, _TELLERS[type(change)](names, change))


def _quoted(words: str) -> str:
    return f"« {words or 'sans titre'} »"


def _counted(number: int, word: str) -> str:
    """Count characters: « 1 caractère écrit », « 12 caractères écrits »."""
    plural = "s" if number > 1 else ""
    return f"{number} caractère{plural} {word}{plural}"


def _created(_: _Names, change: c.DossierCreated) -> str:
    return f"Dossier ouvert pour {change.person.name or 'une personne sans nom'}"


def _person(_: _Names, change: c.PersonDescribed) -> str:
    return f"Personne décrite : {change.person.name or 'sans nom'}"


def _trame(_: _Names, change: c.TrameChosen) -> str:
    return f"Trame d’entretien choisie : {change.trame}"


def _answered(_: _Names, change: c.StepAnswered) -> str:
    return f"Entretien : réponse {'écrite' if change.answer.strip() else 'effacée'}"


def _visited(_: _Names, change: c.StepVisited) -> str:
    minutes = max(1, round(change.seconds / 60))
    return f"Entretien : étape {_quoted(change.title)}, {minutes} min"


def _experience(names: _Names, change: c.ExperienceWritten) -> str:
    verb = "réécrite" if change.experience.id in names.experiences else "ajoutée"
    names.experiences[change.experience.id] = change.experience.title
    return f"Expérience {verb} : {_quoted(change.experience.title)}"


def _experience_removed(names: _Names, change: c.ExperienceRemoved) -> str:
    return f"Expérience retirée : {_quoted(names.experiences.get(change.experience_id, ''))}"


def _recit(names: _Names, change: c.RecitStarted) -> str:
    names.recits[change.recit_id] = change.title
    return f"Récit commencé : {_quoted(change.title)}"


def _recit_renamed(names: _Names, change: c.RecitRenamed) -> str:
    before = names.recit(change.recit_id)
    names.recits[change.recit_id] = change.title
    return f"Récit {before} renommé {_quoted(change.title)}"


def _recit_removed(names: _Names, change: c.RecitRemoved) -> str:
    return f"Récit retiré : {names.recit(change.recit_id)}"


def _fiche(names: _Names, change: c.FicheAdded) -> str:
    verb = "remplacé" if change.fiche.code in names.fiches else "ajouté"
    names.learn_fiche(change.fiche.code, change.fiche)
    return f"Référentiel {verb} : {_quoted(change.fiche.title)}"


def _fiche_removed(names: _Names, change: c.FicheRemoved) -> str:
    return f"Référentiel retiré : {_quoted(names.fiches.get(change.code, change.code))}"


def _fiche_migrated(names: _Names, change: c.FicheMigrated) -> str:
    names.learn_fiche(change.archive_id, change.before)
    names.learn_fiche(change.after.code, change.after)
    goes = {k.before: k.after for k in change.correspondences if k.after}
    moved = {key: code for key, (fiche, code) in names.passages.items() if fiche == change.before.code}
    for key, code in moved.items():
        names.passages[key] = (change.archive_id, code)
        for number, new_code in enumerate(goes.get(code, ())):
            copy = copy_id(key, change.archive_id, number) if number else key
            names.passages[copy] = (change.after.code, new_code)
    return f"Référentiel migré : {_quoted(change.before.title)} a laissé place à {_quoted(change.after.title)}"


def _accepted(names: _Names, change: c.EvidenceAccepted) -> str:
    names.passages[change.evidence_id] = (change.fiche, change.competence)
    how = "Suggestion acceptée" if change.suggested else "Passage reconnu"
    return f"{how} dans {names.recit(change.recit_id)} : {names.competence_of(change.evidence_id)}"


def _rated(names: _Names, change: c.EvidenceRated) -> str:
    return f"Force de la preuve : {_STRENGTHS[change.strength]}, pour {names.competence_of(change.evidence_id)}"


def _reassigned(names: _Names, change: c.EvidenceReassigned) -> str:
    before = names.competence_of(change.evidence_id)
    names.passages[change.evidence_id] = (change.fiche, change.competence)
    return f"Preuve déplacée de {before} à {names.competence_of(change.evidence_id)}"


def _evidence_removed(names: _Names, change: c.EvidenceRemoved) -> str:
    return f"Preuve retirée : {names.competence_of(change.evidence_id)}"


def _refused(names: _Names, change: c.SuggestionRefused) -> str:
    names.passages[change.refusal_id] = (change.fiche, change.competence)
    return f"Suggestion refusée dans {names.recit(change.recit_id)} : {names.competence_of(change.refusal_id)}"


def _refusal_removed(names: _Names, change: c.RefusalRemoved) -> str:
    return f"Refus retiré : {names.competence_of(change.refusal_id)}"


def _postponed(names: _Names, change: c.SuggestionPostponed) -> str:
    names.passages[change.postponing_id] = (change.fiche, change.competence)
    return f"Suggestion remise à plus tard dans {names.recit(change.recit_id)} : {_competence(names, change)}"


def _postponing_removed(names: _Names, change: c.PostponingRemoved) -> str:
    return f"Suggestion reprise : {names.competence_of(change.postponing_id)}"


def _silenced(names: _Names, change: c.CompetenceSilenced) -> str:
    return f"Ne plus proposer {_competence(names, change)}"


def _heard(names: _Names, change: c.CompetenceHeard) -> str:
    return f"Proposer à nouveau {_competence(names, change)}"


def _competence(names: _Names, change: c.SuggestionPostponed | c.CompetenceSilenced | c.CompetenceHeard) -> str:
    return _quoted(names.competences.get((change.fiche, change.competence), change.competence))


def _overruled(names: _Names, change: c.ActorOverruled) -> str:
    said = f"{_ACTORS[change.actor]}, {_REALITIES[change.reality]}"
    return f"Qui a fait quoi, corrigé dans {names.recit(change.recit_id)} : {said}"


def _overruling_removed(_: _Names, __: c.OverrulingRemoved) -> str:
    return "Qui a fait quoi : correction retirée"


def _retracted(names: _Names, change: c.Retracted) -> str:
    redone = names.retracted.get(change.event_id)
    if redone is not None:
        return f"Rétabli : {names.told.get(redone, 'un changement')}"
    return f"Annulé : {names.told.get(change.event_id, 'un changement')}"


def _returned(names: _Names, change: c.ReturnedTo) -> str:
    return f"Retour à : {names.told.get(change.event_id, 'un état antérieur')}"


def _example_withdrawn(names: _Names, change: c.ExampleWithdrawn) -> str:
    return f"Exemple retiré de ce qu’Établi apprend, pour {names.competence_of(change.example_id)}"


def _example_restored(names: _Names, change: c.ExampleRestored) -> str:
    return f"Exemple remis dans ce qu’Établi apprend, pour {names.competence_of(change.example_id)}"


_TELLERS: Final[Mapping[type, Callable[[_Names, Any], str]]] = {
    c.DossierCreated: _created,
    c.PersonDescribed: _person,
    c.TrameChosen: _trame,
    c.StepAnswered: _answered,
    c.StepVisited: _visited,
    c.ExperienceWritten: _experience,
    c.ExperienceRemoved: _experience_removed,
    c.RecitStarted: _recit,
    c.RecitRenamed: _recit_renamed,
    c.RecitRemoved: _recit_removed,
    c.FicheAdded: _fiche,
    c.FicheRemoved: _fiche_removed,
    c.FicheMigrated: _fiche_migrated,
    c.EvidenceAccepted: _accepted,
    c.EvidenceRated: _rated,
    c.EvidenceReassigned: _reassigned,
    c.EvidenceRemoved: _evidence_removed,
    c.SuggestionRefused: _refused,
    c.RefusalRemoved: _refusal_removed,
    c.SuggestionPostponed: _postponed,
    c.PostponingRemoved: _postponing_removed,
    c.CompetenceSilenced: _silenced,
    c.CompetenceHeard: _heard,
    c.ActorOverruled: _overruled,
    c.OverrulingRemoved: _overruling_removed,
    c.ExampleWithdrawn: _example_withdrawn,
    c.ExampleRestored: _example_restored,
    c.Retracted: _retracted,
    c.ReturnedTo: _returned,
}
