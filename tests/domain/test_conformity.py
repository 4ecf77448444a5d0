from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.conformity import Invariant, Lack, conformity, mended
from workbench.domain.trame import Step, Trame, TrameField

AGREE = Invariant("accord", "Accord", "Il faut un oui.", fields=("accord!",))
TELL = Invariant("recit", "Récit", "Il faut un récit.", kinds=("cep",), waits_for=("recit",))
ALL = (AGREE, TELL)
WELCOME = Step(
    "accueil",
    "Accueil",
    "",
    5,
    "personne",
    fields=(TrameField("accord", "Accord", required=True),),
    invariants=("accord",),
)
STORY = Step("recit", "Récit", "", 9, "recit", ("Et après ?",), waits_for=("recit",), invariants=("recit",))
FREE = Step("libre", "Pause", "", 5, "personne")
MODEL = Trame("m", "Modèle", "", "cep", (WELCOME, STORY))


def test_a_guide_that_keeps_everything_lacks_nothing():
    assert conformity(MODEL, ALL) == ()
    assert conformity(replace(MODEL, steps=(FREE, STORY, WELCOME)), ALL) == ()


def test_a_kind_that_does_not_demand_it_does_without():
    assert conformity(replace(MODEL, kind="contact", steps=(WELCOME,)), ALL) == ()


def test_a_step_that_is_gone_is_lacking():
    assert conformity(replace(MODEL, steps=(STORY,)), ALL) == (Lack(AGREE),)


def test_a_step_hollowed_out_by_hand_is_lacking():
    optional = replace(WELCOME, fields=(TrameField("accord", "Accord"),))
    bare = replace(STORY, questions=(), waits_for=())
    careless = replace(STORY, waits_for=())
    lacks = conformity(replace(MODEL, steps=(optional, careless)), ALL)
    assert [lack.parts for lack in lacks] == [("« Accord », à remplir",), ("la condition « recit »",)]
    silent = conformity(replace(MODEL, steps=(WELCOME, bare)), ALL)
    assert [lack.parts for lack in silent] == [("une question ou une réponse à noter",)]


def test_mending_keeps_what_the_organisation_added():
    own = replace(WELCOME, fields=(), questions=("Bonjour ?",), own_questions=("Un café ?",), minutes=12)
    again = mended(replace(MODEL, steps=(FREE, own)), MODEL, ALL)
    assert [s.id for s in again.steps] == ["libre", "accueil", "recit"]
    assert again.steps[1] == replace(WELCOME, own_questions=("Un café ?",), minutes=12)


@given(st.lists(st.sampled_from([WELCOME, STORY, FREE, replace(STORY, waits_for=())]), unique_by=lambda s: s.id))
def test_mending_always_conforms_and_loses_no_step(steps):
    trame = replace(MODEL, steps=tuple(steps))
    again = mended(trame, MODEL, ALL)
    assert conformity(again, ALL) == ()
    assert {s.id for s in trame.steps} <= {s.id for s in again.steps}
