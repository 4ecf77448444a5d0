from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.adaptation import (
    can_move,
    copied,
    field_lines,
    fields_of,
    lines,
    moved,
    with_new_step,
    with_step,
    without_step,
)
from workbench.domain.trame import Step, Trame, TrameField, flaw

LOCKED = [Step(name, name, "", 5, "personne", ("?",), invariants=(name,)) for name in ("a", "b")]
FREE = Step("f", "f", "", 5, "recit")
TRAME = Trame("m", "Modèle", "", "cep", (LOCKED[0], FREE, LOCKED[1]))


def order(trame):
    return "".join(s.id for s in trame.steps)


def test_a_copy_of_a_copy_still_names_the_shipped_guide():
    assert copied(copied(TRAME, "x", "X"), "y", "Y").model == "m"


def test_only_free_steps_go():
    assert order(without_step(TRAME, "f")) == "ab"
    assert order(without_step(TRAME, "a")) == "afb"


def test_locked_steps_keep_their_order():
    assert order(moved(TRAME, "f", -1)) == "fab"
    assert order(moved(TRAME, "a", 1)) == "fab"
    assert not can_move(without_step(TRAME, "f"), "a", 1)
    assert not can_move(TRAME, "a", -1)


def test_of_a_locked_step_minutes_and_own_questions_alone_change():
    wanted = replace(LOCKED[0], title="Autre", questions=(), minutes=9, own_questions=("Un café ?",))
    assert with_step(TRAME, wanted).steps[0] == replace(LOCKED[0], minutes=9, own_questions=("Un café ?",))
    assert with_step(TRAME, replace(FREE, title="Pause")).steps[1].title == "Pause"


def test_a_new_step_comes_where_it_was_asked_for():
    trame, step = with_new_step(TRAME, "Pause", "a")
    assert trame.steps[1] == step
    again, other = with_new_step(trame, "Encore", "inconnue")
    assert again.steps[-1] == other
    assert flaw(again) == ""


def test_answers_that_are_reworded_or_added_keep_their_identifiers():
    before = (TrameField("n", "Nom", "aide", required=True), TrameField("v", "Ville"))
    assert fields_of("Ville\nNom *", before) == (before[1], before[0])
    reworded = fields_of("Nom complet *\nVille", before)
    assert [f.id for f in reworded] == ["n", "v"]
    assert [f.id for f in fields_of("Nom *\nVille\nPays", before)] == ["n", "v", "reponse-1"]


@given(st.lists(st.text("abé *", min_size=1).filter(lambda t: t.strip(" *")), max_size=5))
def test_answers_written_in_lines_never_share_an_identifier(written):
    fields = fields_of("\n".join(written), (TrameField("n", "a"), TrameField("v", "b")))
    assert len({f.id for f in fields}) == len(fields) == len(lines("\n".join(written)))
    assert fields_of(field_lines(fields), fields) == fields


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"steps": ()}, "au moins une étape"),
        ({"kind": "autre"}, "son genre"),
        ({"title": " "}, "un titre"),
        ({"steps": (FREE, FREE)}, "deux étapes"),
        ({"steps": (replace(FREE, screen="cave"),)}, "écran inconnu"),
        ({"steps": (replace(FREE, waits_for=("pluie",)),)}, "condition inconnue"),
        ({"steps": (replace(FREE, minutes=-1),)}, "minutes"),
        ({"steps": (replace(FREE, id="a.b"),)}, "sans point"),
        ({"steps": (replace(FREE, fields=(TrameField("n", ""), TrameField("n", ""))),)}, "deux réponses"),
    ],
)
def test_what_cannot_be_followed_is_said(change, words):
    assert words in flaw(replace(TRAME, **change))
    assert flaw(TRAME) == ""
