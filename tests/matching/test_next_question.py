import pytest

from tests.matching.conftest import small_fiche
from workbench.domain.analysis import Actor, Reality, SentenceAnalysis, StoryAnalysis, Suggestion, WhoDidWhat
from workbench.domain.dossier import Evidence, Refusal
from workbench.domain.positions import Span
from workbench.domain.solidity import Grade, Point, Sign, Solidity
from workbench.matching.next_question import ANSWERS, Handled, Known, next_questions, worth_of
from workbench.matching.relances import with_passages
from workbench.matching.sentences import split

FICHE = small_fiche("Nettoyer une vitre", "Plier le linge", "Tenir un registre")
FIRST, SECOND, THIRD = (c.code for c in FICHE.competences())
DONE = WhoDidWhat(Actor.SELF, Reality.DONE)
STORY = "J'ai lavé la vitre. J'ai plié le linge."
VITRE, LINGE = split(STORY)


def solid(*points):
    return Solidity(tuple(Sign(p, "mots") for p in points))


WEAK = solid(Point.DEED, Point.ONCE)
NEARLY = solid(Point.DEED, Point.ONCE, Point.CONTEXT, Point.STEPS)
PROVEN = solid(*Point)


def told(span, solidity, lacks, **scores):
    suggestions = tuple(Suggestion("ESSAI", "B", f"ESSAI-BC01-{c}", score, score > 0.5) for c, score in scores.items())
    return SentenceAnalysis(span, DONE, suggestions, (), solidity, tuple(lacks))


def ask(*sentences, **known):
    return next_questions(STORY, StoryAnalysis(sentences), [FICHE], Known(**known))


def test_the_passage_one_step_from_a_proof_comes_first():
    first, second = ask(told(VITRE, WEAK, ["MOY"], C01=0.6), told(LINGE, NEARLY, ["MOY"], C02=0.6))
    assert (first.span, first.competence, second.span) == (LINGE, SECOND, VITRE)
    assert (first.gain.grade, first.gain.grade_after) == (Grade.TO_DEVELOP, Grade.PROBATIVE)
    assert (first.gain.points, first.gain.points_after, first.gain.first_proof) == (4, 5, True)


def test_the_more_likely_competence_comes_first():
    first, _ = ask(told(VITRE, NEARLY, ["MOY"], C01=0.2), told(LINGE, NEARLY, ["MOY"], C02=0.8))
    assert first.competence == SECOND


def test_a_code_that_gives_a_point_goes_before_a_detail():
    (question,) = ask(told(VITRE, NEARLY, ["QUANT", "INTER", "RES"], C01=0.7))
    assert question.code == "RES"


def test_the_deed_is_asked_before_anything_else():
    hidden = solid(Point.ONCE, Point.MEANS, Point.STEPS)
    (question,) = ask(told(VITRE, hidden, ["COLL", "CONT", "RES"], C01=0.7))
    assert question.code == "COLL"


def test_a_competence_proven_by_another_passage_is_worth_little():
    first, second = ask(told(VITRE, PROVEN, ["QUANT"], C01=0.9), told(LINGE, NEARLY, ["MOY"], C01=0.9, C02=0.3))
    assert (first.span, first.competence) == (LINGE, SECOND)
    assert second.worth < first.worth


def test_what_was_asked_or_set_aside_does_not_come_back():
    handled = [Handled(VITRE, "MOY")]
    (question,) = ask(told(VITRE, NEARLY, ["MOY", "RES"], C01=0.7), handled=handled)
    assert question.code == "RES"
    assert ask(told(VITRE, NEARLY, ["MOY"], C01=0.7), handled=handled) == ()


def test_a_refused_competence_is_no_reason_to_ask():
    refusal = Refusal("1", "r", VITRE, "ESSAI", FIRST)
    assert ask(told(VITRE, NEARLY, ["MOY"], C01=0.9), refusals=[refusal]) == ()


def test_an_accepted_passage_that_is_weak_is_worth_a_question():
    evidence = Evidence("1", "r", VITRE, "ESSAI", THIRD)
    (question,) = ask(told(VITRE, NEARLY, ["MOY"]), evidence=[evidence])
    assert (question.competence, question.gain.first_proof) == (THIRD, False)


@pytest.mark.parametrize("known", [{"elsewhere": {("ESSAI", FIRST)}}, {}])
def test_a_competence_proven_elsewhere_asks_for_nothing(known):
    assert bool(ask(told(VITRE, NEARLY, ["MOY"], C01=0.9), **known)) is not bool(known)


def test_a_fiche_that_left_the_dossier_asks_for_nothing():
    analysis = StoryAnalysis((told(VITRE, NEARLY, ["MOY"], C01=0.9),))
    assert next_questions(STORY, analysis, []) == ()


def test_the_question_quotes_the_person_and_names_no_competence():
    (question,) = ask(told(LINGE, NEARLY, ["MOY"], C01=0.9))
    assert "« j’ai plié le linge »" in question.question
    assert "vitre" not in question.question.lower()


def test_every_code_has_a_worth():
    assert len(ANSWERS) == 15
    assert worth_of(set(Point)) == 1
    assert worth_of(set(Point) - {Point.ONCE}) < 1


def test_a_story_is_asked_from_what_its_passages_lack():
    sentences = tuple(
        SentenceAnalysis(s, DONE, (Suggestion("ESSAI", "B", FIRST, 0.7, proposed=True),)) for s in split(STORY)
    )
    questions = next_questions(STORY, with_passages(STORY, StoryAnalysis(sentences)), [FICHE])
    assert [q.span for q in questions] == [VITRE, LINGE]
    assert all(q.competence == FIRST for q in questions)


def test_a_story_that_nothing_matches_has_no_question():
    assert ask(SentenceAnalysis(Span(0, 5), DONE)) == ()
