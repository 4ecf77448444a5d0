from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.domain.conformity import conformity, demanded
from workbench.domain.dossier import Dossier, Person
from workbench.domain.trame import KINDS, Step, Trame, TrameField, missing
from workbench.services.example import load_example
from workbench.services.trame_files import read_trame, trame_toml
from workbench.services.trames import DEFAULT, copy_trame, load_shelf, remove_trame, save_trame


@pytest.fixture
def shelf(tmp_path):
    return load_shelf(tmp_path)


def test_there_is_a_guide_of_each_kind_and_all_conform(shelf):
    assert {t.kind for t in shelf.shipped} == set(KINDS)
    assert shelf.trames[0].id == DEFAULT
    assert [conformity(t, shelf.invariants) for t in shelf.shipped] == [()] * len(KINDS)


def test_every_shipped_guide_leaves_some_freedom(shelf):
    assert all({s.locked for s in t.steps} == {True, False} for t in shelf.shipped)
    assert all(sum(s.locked for s in t.steps) >= 2 for t in shelf.shipped)


def test_locked_steps_keep_only_what_is_demanded_of_their_kind(shelf):
    for trame in shelf.shipped:
        known = {i.id for i in demanded(trame.kind, shelf.invariants)}
        assert {name for step in trame.steps for name in step.invariants} == known


def test_the_example_answers_what_its_guide_asks(shelf):
    example = load_example()
    asked = {f"{s.id}.{f.id}" for s in shelf.get(example.trame).steps for f in s.fields}
    assert set(example.answers) <= asked


def test_a_step_says_what_it_waits_for(shelf):
    step = shelf.get(DEFAULT).steps[0]
    assert missing(step, Dossier("d")) == ("personne", "Accord de la personne")
    ready = Dossier("d", person=Person("Awa"), answers={"accueil.accord": "oui"})
    assert missing(step, ready) == ()


def test_a_copy_is_saved_changed_and_removed(shelf, tmp_path):
    copy = copy_trame(shelf.get(DEFAULT), "Accueil de l’Œuvre", tmp_path)
    again = copy_trame(copy, "Accueil de l’Œuvre", tmp_path)
    assert (copy.id, again.id) == ("accueil-de-l-oeuvre", "accueil-de-l-oeuvre-2")
    save_trame(replace(copy, organisation="L’Œuvre"), tmp_path)
    assert load_shelf(tmp_path).get(copy.id).organisation == "L’Œuvre"
    remove_trame(copy.id, tmp_path)
    assert [t.id for t in load_shelf(tmp_path).own] == [again.id]


def test_a_copy_never_takes_the_name_of_a_shipped_guide(shelf, tmp_path):
    assert copy_trame(shelf.get(DEFAULT), "CEP reconnaissance", tmp_path).id == f"{DEFAULT}-2"


GOOD = trame_toml(Trame("x", "Titre", "But", "contact", (Step("a", "Accueil", "", 5, "personne"),)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.replace('"contact"', '"contact'), "ligne 5"),
        (GOOD.replace("minutes = 5", 'minutes = "cinq"'), "un nombre entier dans steps[0].minutes"),
        (GOOD.replace('title = "Titre"\n', ""), "il manque « title »"),
        (GOOD.replace("minutes", "minute"), "« minute », qu’Établi ne connaît pas"),
        (GOOD.replace('"personne"', '"cave"'), "écran inconnu, « cave »"),
        (GOOD + "\x00", "TOML"),
    ],
)
def test_a_file_broken_by_hand_is_one_french_sentence_and_hides_no_other(tmp_path, text, words):
    folder = tmp_path / "trames"
    folder.mkdir()
    (folder / "cassee.toml").write_text(text, "utf-8")
    (folder / "bonne.toml").write_text(GOOD, "utf-8")
    shelf = load_shelf(tmp_path)
    assert [t.id for t in shelf.own] == ["bonne"]
    assert len(shelf.broken) == 1
    assert words in shelf.broken[0]
    assert "cassee.toml" in shelf.broken[0]
    assert "Expected" not in shelf.broken[0]


def test_a_file_named_as_a_shipped_guide_is_refused(tmp_path):
    (tmp_path / "trames").mkdir()
    (tmp_path / "trames" / f"{DEFAULT}.toml").write_text(GOOD, "utf-8")
    assert "donnez un autre nom" in load_shelf(tmp_path).broken[0]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
steps = st.builds(
    Step,
    st.just("s"),
    words.map(lambda w: f"t{w}"),
    words,
    st.integers(0, 240),
    st.just("recit"),
    st.lists(words, max_size=3).map(tuple),
    st.one_of(st.just(()), st.builds(TrameField, st.just("n"), words, words, st.booleans()).map(lambda f: (f,))),
)


@given(words.map(lambda w: f"t{w}"), words, steps)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_what_is_written_is_read_back(tmp_path, title, organisation, step):
    trame = Trame("x", title, "", "vae", (step,), "m", organisation)
    path = tmp_path / "x.toml"
    path.write_bytes(trame_toml(trame).encode())
    assert read_trame(path) == trame
