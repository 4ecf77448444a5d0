from hypothesis import given
from hypothesis import strategies as st

from tests.domain.journals import CREATED, STORY, acts, event, journal, steered
from workbench.domain import changes as c
from workbench.domain.dossier import Person
from workbench.domain.fold import fold
from workbench.domain.history import order, read_history

TRAMES = [c.TrameChosen(f"t{n}") for n in range(4)]


def grown(history, happened):
    """Let acts happen to a journal."""
    for act in happened:
        change = steered(history, act)
        if change is not None:
            history.add(event(len(history.events) + 1, change))
    return history


def acts_of(history):
    """Return what counts, but for measures, which nothing takes back."""
    return [e for e in history.counted if not isinstance(e.change, c.LASTING)]


def trames(history):
    return [e.change.trame for e in history.counted if isinstance(e.change, c.TrameChosen)]


def test_a_new_change_ends_what_could_be_redone():
    events = journal(*STORY, c.PersonDescribed(Person("Awa")), c.Retracted("e4"), c.TrameChosen("vae"))
    assert read_history(events).redoable == []


def test_creating_the_dossier_cannot_be_undone():
    assert read_history(journal(CREATED)).undoable == []


def test_a_return_takes_back_all_that_came_after_and_is_undone_in_one_step():
    history = read_history(journal(CREATED, *TRAMES))
    grown(history, [("return", 1)])
    assert trames(history) == ["t0"]
    grown(history, [("undo", 0)])
    assert trames(history) == ["t0", "t1", "t2", "t3"]
    grown(history, [("redo", 0)])
    assert trames(history) == ["t0"]


def test_a_return_brings_back_what_was_undone_since():
    history = read_history(journal(CREATED, *TRAMES[:2]))
    grown(history, [("undo", 0), ("return", 2)])
    assert trames(history) == ["t0", "t1"]


@given(acts)
def test_undoing_everything_comes_back_to_the_created_dossier(happened):
    history = grown(read_history(journal(*STORY)), happened)
    while history.undoable:
        grown(history, [("undo", 0)])
    assert [type(e.change) for e in acts_of(history)] == [c.DossierCreated]


@given(acts)
def test_redoing_everything_comes_back_to_what_was_before_undoing(happened):
    history = grown(read_history(journal(*STORY)), happened)
    while history.redoable:
        grown(history, [("redo", 0)])
    before = list(history.counted)
    steps = len(history.undoable)
    grown(history, [("undo", 0)] * steps + [("redo", 0)] * steps)
    assert history.counted == before


@given(acts, st.integers(0, 60))
def test_a_return_gives_the_dossier_of_that_moment(happened, place):
    history = grown(read_history(journal(*STORY)), happened)
    then = history.events[: place % len(history.events) + 1]
    grown(history, [("return", place)])
    assert acts_of(history) == acts_of(read_history(then))
    assert fold("d", history.events).recits == fold("d", then).recits


@given(acts)
def test_what_counts_stays_in_order_and_tells_its_first_change(happened):
    history = read_history(journal(*STORY))
    for act in happened:
        before, change = list(history.counted), steered(history, act)
        if change is not None:
            first = history.add(event(len(history.events) + 1, change))
            assert before[:first] == history.counted[:first]
    assert history.counted == sorted(history.counted, key=order)


def test_returns_upon_returns_take_no_longer_each_time():
    """Forty returns, each to the one before: telling the past anew each time would never end."""
    history = read_history(journal(CREATED, *TRAMES))
    for _ in range(40):
        grown(history, [("return", len(history.events) - 1), ("return", 2)])
    assert trames(read_history(history.events)) == trames(history) == ["t0", "t1"]


@given(acts, st.integers(0, 60))
def test_what_a_return_would_do_is_what_it_does(happened, place):
    history = grown(read_history(journal(*STORY)), happened)
    effect = history.effect_of_return(history.events[place % len(history.events)].id)
    before = {e.id for e in history.counted}
    grown(history, [("return", place)])
    after = {e.id for e in history.counted}
    assert before - after == {e.id for e in effect.hidden}
    assert after - before == {e.id for e in effect.shown}
