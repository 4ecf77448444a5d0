from hypothesis import given

from tests.domain.journals import FICHES, STORY, acts, event, journal, steered
from workbench.domain import changes as c
from workbench.domain import question_changes as q
from workbench.domain.dossier import Outcome, Strength
from workbench.domain.fold import fold
from workbench.domain.history import read_history
from workbench.domain.migration import Correspondence
from workbench.domain.positions import Edit, Span
from workbench.domain.progress import Progress, progress
from workbench.domain.solidity import Grade, Standing

BEGUN = (*STORY, c.FicheAdded(FICHES[0]), c.TextEdited("r", (Edit(0, 0, "J’ai lavé le sol."),)))


def accepted(key, competence, strength=Strength.TOLD):
    return c.EvidenceAccepted(key, "r", Span(0, 9), "F", competence, strength, suggested=False)


def since(before, *happened):
    return progress(fold("d", journal(*before)), fold("d", journal(*before, *happened)))


def test_new_passages_show_competences_the_first_time_only():
    found = since((*BEGUN, accepted("a", "p1")), accepted("b", "p1"), accepted("c", "p2"))
    assert [e.id for e in found.passages] == ["b", "c"]
    assert found.competences == (("F", "p2"),)


def test_proofs_that_became_stronger_say_what_they_were():
    found = since((*BEGUN, accepted("a", "p1"), accepted("b", "p2")), c.EvidenceRated("a", Strength.ATTESTED))
    ((raised),) = found.raised
    assert (raised.evidence.id, raised.before, raised.evidence.strength) == ("a", Strength.TOLD, Strength.ATTESTED)
    assert not found.passages


def test_what_was_removed_is_told_too():
    found = since((*BEGUN, accepted("a", "p1")), c.EvidenceRemoved("a"))
    assert [e.id for e in found.removed] == ["a"]


def test_a_migration_alone_shows_nothing_new():
    went = c.FicheMigrated("archive", FICHES[0], FICHES[2], (Correspondence("p1", ("p1", "p4")),))
    found = since((*BEGUN, accepted("a", "p1")), went)
    assert (found.passages, found.competences, found.removed, found.raised) == ((), (), (), ())


def test_questions_and_words_are_counted():
    told, passage = Standing(2, Grade.GENERIC), Standing(5, Grade.PROBATIVE)
    found = since(
        (*BEGUN, q.QuestionPrepared("q", "Et le garage ?"), c.StepAnswered("a.b", "")),
        q.PreparedQuestionMarked("q", asked=True),
        c.StepAnswered("a.b", "oui"),
        c.TextEdited("r", (Edit(0, 0, "Un jour, "),)),
        q.RelanceHandled("x", "r", Span(0, 9), "MOY", "Avec quoi ?", Outcome.ASKED, told),
        q.RelanceAnswered("x", passage),
    )
    assert ([q.id for q in found.asked], found.answers) == (["q"], ("a.b",))
    assert [(t.recit.id, t.more) for t in found.told] == [("r", 9)]
    assert [(r.before, r.after) for r in found.relances] == [(told, passage)]


@given(acts)
def test_from_one_moment_to_the_same_nothing_changed(happened):
    history = read_history(journal(*STORY))
    for act in happened:
        change = steered(history, act)
        if change is not None:
            history.add(event(len(history.events) + 1, change))
    dossier = fold("d", history.events)
    assert progress(dossier, dossier) == Progress((), (), (), (), (), (), (), (), ())
