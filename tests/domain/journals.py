"""Journals made up by hypothesis: whatever happens to two stories, undone, redone and returned from."""

from hypothesis import strategies as st

from workbench.domain import changes as c
from workbench.domain import handover_changes as h
from workbench.domain import question_changes as q
from workbench.domain import vae_changes as v
from workbench.domain.analysis import Actor, Reality
from workbench.domain.attachment_changes import AttachmentAdded, AttachmentDescribed, AttachmentRemoved
from workbench.domain.attachments import PDF, Attachment, AttachmentKind
from workbench.domain.dossier import Experience, Outcome, Person, Strength
from workbench.domain.handover import Consent, Handed
from workbench.domain.mastery import Mastery, Rater
from workbench.domain.migration import Correspondence
from workbench.domain.positioning import Decision, Duration, Note, Position, Prerequisite
from workbench.domain.positioning_changes import (
    CompetencePositioned,
    ModuleTimed,
    PositioningNoted,
    PrerequisiteRemoved,
    PrerequisiteWritten,
)
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.domain.solidity import Grade, Standing
from workbench.domain.vae import Held, Part, Practice

CREATED = c.DossierCreated(Person("Awa", "Diallo"), "moi", "cep")
STORY = (CREATED, c.ExperienceWritten(Experience("x", "Aide")), c.RecitStarted("r", "x", "Lundi"))
STANDING = Standing(2, Grade.GENERIC)
AT = "2026-01-01T00:{:02}:{:02}+00:00"


def fiche(code, edition=1):
    """Return a fiche of six competences, worded anew in each edition, whose codes stay."""
    competences = tuple(Competence(f"p{n}", f"Faire le geste {n} comme en {edition}") for n in range(6))
    return Fiche(code, f"Fiche {code}, édition {edition}", (Bloc(f"{code}B", "Gestes", competences),))


FICHES = tuple(fiche(code, edition) for code in "FG" for edition in (1, 2))

recits = st.sampled_from(["r", "r", "s"])
keys = st.sampled_from([f"p{n}" for n in range(6)])
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 12))
edits = st.builds(Edit, st.integers(0, 30), st.integers(0, 8), st.text("ab’é", max_size=6))
texts = st.sampled_from(["", "oui", "Un mot"])
migrations = st.builds(
    c.FicheMigrated,
    st.uuids().map(str),
    st.sampled_from(FICHES),
    st.sampled_from(FICHES),
    st.lists(st.builds(Correspondence, keys, st.lists(keys, max_size=3).map(tuple)), max_size=6).map(tuple),
)
attachments = st.builds(
    Attachment, keys, texts, st.just(AttachmentKind.OTHER), st.just(PDF), st.just(9), keys, st.just("2026-11-22"), keys
)
changes = st.one_of(
    st.builds(c.FicheAdded, st.sampled_from(FICHES)),
    migrations,
    st.builds(c.TextEdited, recits, st.lists(edits, min_size=1, max_size=3).map(tuple)),
    st.builds(c.EvidenceAccepted, keys, recits, spans, st.just("F"), keys, st.sampled_from(Strength), st.booleans()),
    st.builds(c.EvidenceRated, keys, st.sampled_from(Strength)),
    st.builds(c.EvidenceReassigned, keys, st.just("G"), keys),
    st.builds(c.EvidenceRemoved, keys),
    st.builds(c.ClaimConfirmed, keys),
    st.builds(c.ClaimReworded, keys, st.sampled_from(["", "Je lave"])),
    st.builds(c.ClaimWithdrawn, keys),
    st.builds(c.ClaimRestored, keys),
    st.builds(c.MasteryRated, st.just("F"), keys, st.sampled_from(Rater), st.none() | st.sampled_from(Mastery)),
    st.builds(c.SuggestionRefused, keys, recits, spans, st.just("F"), keys),
    st.builds(c.RefusalRemoved, keys),
    st.builds(c.ActorOverruled, keys, recits, spans, st.sampled_from(Actor), st.sampled_from(Reality)),
    st.builds(c.OverrulingRemoved, keys),
    st.builds(c.SuggestionPostponed, keys, recits, spans, st.just("F"), st.just("F-C01")),
    st.builds(c.PostponingRemoved, keys),
    st.builds(c.CompetenceSilenced, st.just("F"), st.just("F-C01")),
    st.builds(c.CompetenceHeard, st.just("F"), st.just("F-C01")),
    st.builds(PositioningNoted, st.just("F"), st.sampled_from(Note), st.sampled_from(["", "Entretien"])),
    st.builds(PrerequisiteWritten, st.just("F"), st.builds(Prerequisite, keys, keys, st.none() | st.booleans())),
    st.builds(PrerequisiteRemoved, st.just("F"), keys),
    st.builds(CompetencePositioned, st.just("F"), keys, st.builds(Position, st.none() | st.sampled_from(Decision))),
    st.builds(ModuleTimed, st.just("F"), st.just("FB"), st.builds(Duration, st.integers(0, 6000))),
    st.builds(v.VaeAnswered, st.sampled_from(["", "F", "G"]), st.sampled_from(["avis", "candidat.pays"]), texts),
    st.builds(v.VaeAimed, st.just("F"), st.just(("FB",))),
    st.builds(v.VaeRated, st.just("F"), keys, st.sampled_from([None, *Held])),
    st.builds(v.VaeCommented, st.just("F"), st.just("FB"), texts),
    st.builds(v.VaePracticeTold, st.just(Practice("F", "FB", "x", Part.TASKS)), texts),
    st.builds(c.RecitStarted, recits, st.just("x"), keys),
    st.builds(c.RecitRenamed, recits, keys),
    st.builds(c.RecitRemoved, recits),
    st.builds(c.ExperienceRemoved, st.just("x")),
    st.builds(q.RelanceHandled, keys, recits, spans, keys, keys, st.sampled_from(Outcome), st.just(STANDING)),
    st.builds(q.RelanceAnswered, keys, st.just(STANDING)),
    st.builds(q.RelanceForgotten, keys),
    st.builds(q.QuestionPrepared, keys, keys),
    st.builds(q.PreparedQuestionMarked, keys, st.booleans()),
    st.builds(q.PreparedQuestionRemoved, keys),
    st.builds(AttachmentAdded, attachments),
    st.builds(AttachmentDescribed, keys, texts, st.sampled_from(AttachmentKind)),
    st.builds(AttachmentRemoved, keys),
    st.builds(h.ConsentGiven, st.builds(Consent, keys, texts, texts, st.just("2026-11-22"))),
    st.builds(h.ConsentWithdrawn, keys, st.just("2026-11-23")),
    st.builds(h.DocumentHanded, st.builds(Handed, keys, keys, texts, texts, texts, texts, st.just("2026-11-22"))),
    st.builds(c.StepVisited, keys, keys, keys, st.just("2026-01-01T00:00:00+00:00"), st.integers(10, 900)),
)
steers = st.builds(lambda kind, place: (kind, place), st.sampled_from(["undo", "redo", "return"]), st.integers(0, 60))
acts = st.lists(st.one_of(changes, changes, steers), max_size=40)


def journal(*happened):
    """Return one event for each change, a second apart."""
    return [event(number, change) for number, change in enumerate(happened, 1)]


def event(number, change):
    return c.Event(f"e{number}", "d", number, AT.format(number // 60, number % 60), "moi", change)


def steered(history, act):
    """Return the change that an act asks for now, or None where there is nothing to undo or redo."""
    if not isinstance(act, tuple):
        return act
    kind, place = act
    if kind == "return":
        return c.ReturnedTo(history.events[place % len(history.events)].id)
    target = history.undoable if kind == "undo" else history.redoable
    return c.Retracted(target[-1]) if target else None
