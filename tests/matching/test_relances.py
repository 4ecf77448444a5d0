import pytest

from workbench.matching.relances import Grade, read_signs, relances, wordings
from workbench.matching.who_did_what import who_did_what

CODES = "COLL IMP HAB HYP OPI FAIB PRES ETAP CONT MOY INTER DEC RES QUANT PREUVE".split()


def asked(model, sentence):
    doc = model(sentence)
    return [r.code for r in relances(doc, who_did_what(doc), limit=8)]


def test_the_bank_has_five_wordings_for_each_of_the_fifteen_codes():
    assert sorted(wordings()) == sorted(CODES)
    assert all(len(w.questions) >= 5 and all("{mots}" in q for q in w.questions) for w in wordings().values())


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("On rangeait la réserve.", "COLL"),
        ("Il fallait nettoyer les bacs.", "IMP"),
        ("Je m'occupais des commandes.", "FAIB"),
        ("Je pense que c'est important.", "OPI"),
        ("J'aurais changé la procédure.", "HYP"),
        ("Je devais vérifier les extincteurs.", "PRES"),
        ("Tous les matins je pliais les draps.", "HAB"),
        ("J'ai plié les draps.", "MOY"),
    ],
)
def test_what_a_sentence_lacks_is_asked(model, sentence, code):
    assert code in asked(model, sentence)


def test_a_denied_deed_is_not_pursued(model):
    assert asked(model, "Je n'ai jamais conduit le chariot.") == []


def test_the_question_quotes_the_person(model):
    doc = model("On rangeait la réserve avec Karim.")
    assert "on rangeait la réserve avec Karim" in relances(doc, who_did_what(doc))[0].question


def test_a_full_story_is_probative(model):
    doc = model(
        "Ce jour-là, chez M. Roux, j'ai pris la clé, puis j'ai appelé le 15 parce qu'il était pâle, avec mon téléphone."
    )
    assert read_signs(doc, who_did_what(doc)).grade is Grade.PROBATIVE
