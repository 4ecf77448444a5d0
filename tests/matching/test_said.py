from tests.matching.test_engine import FICHE
from workbench.domain.analysis import Actor, Basis, Reality, WhoDidWhat
from workbench.domain.dossier import Overruling
from workbench.domain.positions import Span
from workbench.matching.said import by_sentence
from workbench.services.analysis import analyse

US = WhoDidWhat(Actor.GROUP, Reality.DONE)
ME = WhoDidWhat(Actor.SELF, Reality.DONE)
STORY = "On a préparé les repas du soir. Mon collègue a fait la toilette de madame Roux."


def test_what_is_said_of_a_passage_is_found_in_each_of_its_sentences():
    spans = [Span(0, 5), Span(6, 9), Span(10, 20)]
    assert by_sentence(spans, [(Span(0, 20), US), (Span(7, 8), ME)]) == {0: US, 1: ME, 2: US}
    assert by_sentence(spans, [(Span(5, 6), US), (Span(30, 31), ME)]) == {}


def overruled(start, end, actor, reality=Reality.DONE):
    return Overruling("o", "r", Span(start, end), actor, reality)


def test_what_a_counsellor_says_is_believed_and_gives_the_deed_its_point():
    before = analyse(STORY, [FICHE], 3).sentences[1]
    after = analyse(STORY, [FICHE], 3, overrulings=[overruled(32, 60, Actor.SELF)]).sentences[1]
    assert (before.who.actor, after.who.actor, after.who.basis) == (Actor.OTHER, Actor.SELF, Basis.CORRECTED)
    assert before.lacks == () != after.lacks
    assert max(s.score for s in after.suggestions) > max(s.score for s in before.suggestions)


def test_nothing_is_proposed_where_a_counsellor_says_that_another_did_it():
    assert any(s.proposed for s in analyse(STORY, [FICHE], 3).sentences[0].suggestions)
    said = analyse(STORY, [FICHE], 3, overrulings=[overruled(0, 31, Actor.OTHER)]).sentences[0]
    assert said.suggestions
    assert not any(s.proposed for s in said.suggestions)
    assert said.relances == ()


def test_the_counsellors_turns_prove_nothing_and_lend_nothing():
    told = "C : Vous avez préparé les repas à la maison de retraite en 2019 ?\nP : Oui, j’ai épluché les légumes."
    question, answer = analyse(told, [FICHE], 3).sentences
    assert (question.who.basis, question.suggestions, question.relances) == (Basis.TURN, (), ())
    assert question.who.actor_words == ("C :",)
    assert told[answer.span.start : answer.span.end] == "Oui, j’ai épluché les légumes."
    assert not any(sign.nearby for sign in answer.solidity.signs)
