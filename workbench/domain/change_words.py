"""What each change is called in words, with the names that things had when it happened."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from workbench.domain import changes as c
from workbench.domain.analysis import Actor, Reality
from workbench.domain.attachment_words import ATTACHMENT_TELLERS
from workbench.domain.change_names import Area, Names, quoted
from workbench.domain.dossier import Strength
from workbench.domain.handover_words import HANDOVER_TELLERS
from workbench.domain.mastery import Mastery, Rater
from workbench.domain.migration import copy_id
from workbench.domain.positioning_words import POSITIONING_TELLERS
from workbench.domain.question_words import QUESTION_AREAS, QUESTION_TELLERS
from workbench.domain.vae_words import VAE_TELLERS

_STRENGTHS: Final = {
    Strength.TOLD: "raconté",
    Strength.EXPLICIT: "explicité",
    Strength.DOCUMENT: "pièce à l’appui",
    Strength.ATTESTED: "attesté par un tiers",
    Strength.CERTIFIED: "garanti par un titre",
}
_MASTERIES: Final = {
    Mastery.BEGUN: "initié",
    Mastery.ACCOMPANIED: "pratique accompagnée",
    Mastery.ALONE: "autonome",
    Mastery.PASSES_ON: "transmet et adapte",
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


def _created(_: Names, change: c.DossierCreated) -> str:
    return f"Dossier ouvert pour {change.person.name or 'une personne sans nom'}"


def _person(_: Names, change: c.PersonDescribed) -> str:
    return f"Personne décrite : {change.person.name or 'sans nom'}"


def _trame(_: Names, change: c.TrameChosen) -> str:
    return f"Trame d’entretien choisie : {change.trame}"


def _answered(_: Names, change: c.StepAnswered) -> str:
    return f"Entretien : réponse {'écrite' if change.answer.strip() else 'effacée'}"


def _visited(_: Names, change: c.StepVisited) -> str:
    minutes = max(1, round(change.seconds / 60))
    return f"Entretien : étape {quoted(change.title)}, {minutes} min"


def _experience(names: Names, change: c.ExperienceWritten) -> str:
    verb = "réécrite" if change.experience.id in names.experiences else "ajoutée"
    names.experiences[change.experience.id] = change.experience.title
    return f"Expérience {verb} : {quoted(change.experience.title)}"


def _experience_removed(names: Names, change: c.ExperienceRemoved) -> str:
    return f"Expérience retirée : {quoted(names.experiences.get(change.experience_id, ''))}"


def _recit(names: Names, change: c.RecitStarted) -> str:
    names.recits[change.recit_id] = change.title
    return f"Récit commencé : {quoted(change.title)}"


def _recit_renamed(names: Names, change: c.RecitRenamed) -> str:
    before = names.recit(change.recit_id)
    names.recits[change.recit_id] = change.title
    return f"Récit {before} renommé {quoted(change.title)}"


def _recit_removed(names: Names, change: c.RecitRemoved) -> str:
    return f"Récit retiré : {names.recit(change.recit_id)}"


def _fiche(names: Names, change: c.FicheAdded) -> str:
    verb = "remplacé" if change.fiche.code in names.fiches else "ajouté"
    names.learn_fiche(change.fiche.code, change.fiche)
    return f"Référentiel {verb} : {quoted(change.fiche.title)}"


def _fiche_removed(names: Names, change: c.FicheRemoved) -> str:
    return f"Référentiel retiré : {quoted(names.fiches.get(change.code, change.code))}"


def _fiche_migrated(names: Names, change: c.FicheMigrated) -> str:
    names.learn_fiche(change.archive_id, change.before)
    names.learn_fiche(change.after.code, change.after)
    goes = {k.before: k.after for k in change.correspondences if k.after}
    moved = {key: code for key, (fiche, code) in names.passages.items() if fiche == change.before.code}
    for key, code in moved.items():
        names.passages[key] = (change.archive_id, code)
        for number, new_code in enumerate(goes.get(code, ())):
            copy = copy_id(key, change.archive_id, number) if number else key
            names.passages[copy] = (change.after.code, new_code)
            names.places[copy] = names.places.get(key, "")
    return f"Référentiel migré : {quoted(change.before.title)} a laissé place à {quoted(change.after.title)}"


def _accepted(names: Names, change: c.EvidenceAccepted) -> str:
    names.passages[change.evidence_id] = (change.fiche, change.competence)
    names.places[change.evidence_id] = change.recit_id
    how = "Suggestion acceptée" if change.suggested else "Passage reconnu"
    return f"{how} : {names.competence_of(change.evidence_id)}, dans {names.recit(change.recit_id)}"


def _rated(names: Names, change: c.EvidenceRated) -> str:
    return f"Force de la preuve : {_STRENGTHS[change.strength]}, pour {names.competence_of(change.evidence_id)}"


def _reassigned(names: Names, change: c.EvidenceReassigned) -> str:
    before = names.competence_of(change.evidence_id)
    names.passages[change.evidence_id] = (change.fiche, change.competence)
    return f"Preuve déplacée de {before} à {names.competence_of(change.evidence_id)}"


def _evidence_removed(names: Names, change: c.EvidenceRemoved) -> str:
    return f"Preuve retirée : {names.competence_of(change.evidence_id)}"


def _confirmed(names: Names, change: c.ClaimConfirmed) -> str:
    return f"Relu et confirmé par la personne : {names.competence_of(change.evidence_id)}"


def _reworded(names: Names, change: c.ClaimReworded) -> str:
    said = f"dit avec d’autres mots, {quoted(change.wording)}" if change.wording else "ses autres mots retirés"
    return f"Relu par la personne : {said}, pour {names.competence_of(change.evidence_id)}"


def _claim_withdrawn(names: Names, change: c.ClaimWithdrawn) -> str:
    return f"Retiré par la personne à la relecture : {names.competence_of(change.evidence_id)}"


def _claim_restored(names: Names, change: c.ClaimRestored) -> str:
    return f"Repris par la personne à la relecture : {names.competence_of(change.evidence_id)}"


def _mastery_rated(names: Names, change: c.MasteryRated) -> str:
    who = "la personne" if change.rater is Rater.PERSON else "le conseiller, la conseillère"
    said = "avis retiré" if change.mastery is None else _MASTERIES[change.mastery]
    return f"Maîtrise selon {who} : {said}, pour {_competence(names, change)}"


def _refused(names: Names, change: c.SuggestionRefused) -> str:
    names.passages[change.refusal_id] = (change.fiche, change.competence)
    names.places[change.refusal_id] = change.recit_id
    return f"Suggestion refusée : {names.competence_of(change.refusal_id)}, dans {names.recit(change.recit_id)}"


def _refusal_removed(names: Names, change: c.RefusalRemoved) -> str:
    return f"Refus retiré : {names.competence_of(change.refusal_id)}"


def _postponed(names: Names, change: c.SuggestionPostponed) -> str:
    names.passages[change.postponing_id] = (change.fiche, change.competence)
    names.places[change.postponing_id] = change.recit_id
    return f"Suggestion remise à plus tard : {_competence(names, change)}, dans {names.recit(change.recit_id)}"


def _postponing_removed(names: Names, change: c.PostponingRemoved) -> str:
    return f"Suggestion reprise : {names.competence_of(change.postponing_id)}"


def _silenced(names: Names, change: c.CompetenceSilenced) -> str:
    return f"Ne plus proposer {_competence(names, change)}"


def _heard(names: Names, change: c.CompetenceHeard) -> str:
    return f"Proposer à nouveau {_competence(names, change)}"


def _competence(
    names: Names, change: c.SuggestionPostponed | c.CompetenceSilenced | c.CompetenceHeard | c.MasteryRated
) -> str:
    return quoted(names.competences.get((change.fiche, change.competence), change.competence))


def _overruled(names: Names, change: c.ActorOverruled) -> str:
    names.places[change.overruling_id] = change.recit_id
    said = f"{_ACTORS[change.actor]}, {_REALITIES[change.reality]}"
    return f"Qui a fait quoi, corrigé dans {names.recit(change.recit_id)} : {said}"


def _overruling_removed(_: Names, __: c.OverrulingRemoved) -> str:
    return "Qui a fait quoi : correction retirée"


def _retracted(names: Names, change: c.Retracted) -> str:
    redone = names.retracted.get(change.event_id)
    if redone is not None:
        return f"Rétabli : {names.told.get(redone, 'un changement')}"
    return f"Annulé : {names.told.get(change.event_id, 'un changement')}"


def _returned(names: Names, change: c.ReturnedTo) -> str:
    return f"Retour à : {names.told.get(change.event_id, 'un état antérieur')}"


def _example_withdrawn(names: Names, change: c.ExampleWithdrawn) -> str:
    return f"Exemple retiré de ce qu’Établi apprend, pour {names.competence_of(change.example_id)}"


def _example_restored(names: Names, change: c.ExampleRestored) -> str:
    return f"Exemple remis dans ce qu’Établi apprend, pour {names.competence_of(change.example_id)}"


TELLERS: Final[Mapping[type, Callable[[Names, Any], str]]] = {
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
    c.ClaimConfirmed: _confirmed,
    c.ClaimReworded: _reworded,
    c.ClaimWithdrawn: _claim_withdrawn,
    c.ClaimRestored: _claim_restored,
    c.MasteryRated: _mastery_rated,
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
    **POSITIONING_TELLERS,
    **VAE_TELLERS,
    **QUESTION_TELLERS,
    **ATTACHMENT_TELLERS,
    **HANDOVER_TELLERS,
    c.Retracted: _retracted,
    c.ReturnedTo: _returned,
}

_AREAS: Final[Mapping[type, Area]] = {
    c.DossierCreated: Area.PERSON,
    c.PersonDescribed: Area.PERSON,
    c.TrameChosen: Area.INTERVIEW,
    c.StepAnswered: Area.INTERVIEW,
    c.StepVisited: Area.INTERVIEW,
    c.ExperienceWritten: Area.EXPERIENCES,
    c.ExperienceRemoved: Area.EXPERIENCES,
    c.RecitStarted: Area.STORIES,
    c.RecitRenamed: Area.STORIES,
    c.RecitRemoved: Area.STORIES,
    c.TextEdited: Area.STORIES,
    c.FicheAdded: Area.REFERENTIALS,
    c.FicheRemoved: Area.REFERENTIALS,
    c.FicheMigrated: Area.REFERENTIALS,
    c.EvidenceAccepted: Area.RECOGNITION,
    c.EvidenceRated: Area.RECOGNITION,
    c.EvidenceReassigned: Area.RECOGNITION,
    c.EvidenceRemoved: Area.RECOGNITION,
    c.ClaimConfirmed: Area.RECOGNITION,
    c.ClaimReworded: Area.RECOGNITION,
    c.ClaimWithdrawn: Area.RECOGNITION,
    c.ClaimRestored: Area.RECOGNITION,
    c.MasteryRated: Area.RECOGNITION,
    c.SuggestionRefused: Area.RECOGNITION,
    c.RefusalRemoved: Area.RECOGNITION,
    c.SuggestionPostponed: Area.RECOGNITION,
    c.PostponingRemoved: Area.RECOGNITION,
    c.CompetenceSilenced: Area.RECOGNITION,
    c.CompetenceHeard: Area.RECOGNITION,
    c.ActorOverruled: Area.STORIES,
    c.OverrulingRemoved: Area.STORIES,
    c.ExampleWithdrawn: Area.EXAMPLES,
    c.ExampleRestored: Area.EXAMPLES,
    **dict.fromkeys(POSITIONING_TELLERS, Area.POSITIONING),
    **dict.fromkeys(VAE_TELLERS, Area.VAE),
    **QUESTION_AREAS,
    **dict.fromkeys(ATTACHMENT_TELLERS, Area.EXPERIENCES),
    **dict.fromkeys(HANDOVER_TELLERS, Area.DOCUMENTS),
}


_PASSAGE_KEYS: Final = ("evidence_id", "refusal_id", "postponing_id", "overruling_id", "example_id", "relance_id")


def about(names: Names, change: c.Change) -> tuple[Area, str]:
    """Return the part of the workbench that a change belongs to, and the story that it touches or nothing.

    Undoing and redoing belong where what they touch belongs.
    """
    if isinstance(change, c.ReturnedTo):
        return Area.HISTORY, ""
    if isinstance(change, c.Retracted):
        return names.about.get(change.event_id, (Area.HISTORY, ""))
    return _AREAS[type(change)], _story_of(names, change)


def _story_of(names: Names, change: c.Change) -> str:
    named = getattr(change, "recit_id", "")
    passages = (getattr(change, key, "") for key in _PASSAGE_KEYS)
    return str(named) or next((names.places[key] for key in passages if key in names.places), "")
