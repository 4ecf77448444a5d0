import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.asking import LONGEST, quote, word, wordings

CODES = "COLL IMP HAB HYP OPI FAIB PRES ETAP CONT MOY INTER DEC RES QUANT PREUVE".split()
EVERY_WORDING = [(code, q) for code, w in wordings().items() for q in w.questions]


def test_the_bank_has_five_wordings_for_each_of_the_fifteen_codes():
    assert sorted(wordings()) == sorted(CODES)
    assert all(len(set(w.questions)) >= 5 and w.why for w in wordings().values())


@pytest.mark.parametrize(("code", "question"), EVERY_WORDING)
def test_a_wording_is_short_asks_how_and_quotes_apart(code, question):
    own = question.replace("« {mots} »", "")
    assert own != question
    assert "{" not in own
    assert not re.search(r"pourquoi|pour quelle raison", own, re.IGNORECASE)
    assert not re.search(r"\b(?:quand|que|où|qu') ?« \{mots\}", question)
    assert len(own) <= 90


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("J'ai plié les draps.", "j’ai plié les draps"),
        ("Karim m'a appelé.", "Karim m’a appelé"),
        ("Denis répondait toujours.", "Denis répondait toujours"),
        ("Olivier m'a montré.", "Olivier m’a montré"),
        ("SAMU appelé à dix heures.", "SAMU appelé à dix heures"),
        ("J'AI RANGÉ LES BACS.", "j’ai rangé les bacs"),
        ("Scanné les colis !", "scanné les colis"),
        ("- Et puis j'ai rangé « la petite » réserve…", "j’ai rangé la petite réserve"),
        (
            "Comme il n'avait plus droit au sel, je cuisinais ses soupes avec du persil.",
            "je cuisinais ses soupes avec du persil",
        ),
        (
            "J'ai sonné deux fois, puis j'ai pris la clé dans la boîte à code et je suis entrée.",
            "j’ai sonné deux fois",
        ),
        (
            "Je suis monté tout seul sur le grand escabeau de la réserve du fond du magasin sans prévenir.",
            "je suis monté tout seul sur le grand escabeau de la réserve…",
        ),
    ],
)
def test_a_quote_stands_on_its_own(sentence, words):
    assert quote(sentence) == words


@given(st.text(max_size=300))
def test_a_quote_is_never_long_nor_closes_its_guillemets(sentence):
    words = quote(sentence)
    assert len(words) <= LONGEST + 1
    assert not set("«»\n") & set(words)


def test_a_question_does_not_change_while_its_sentence_is_typed():
    typed = [word("MOY", "J'ai repassé les nappes" + end) for end in (".", " du banquet.", " du banquet avec")]
    assert len({question.split("»")[1] for question in typed}) == 1
