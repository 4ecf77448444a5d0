from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.journals import edits, recits, spans
from workbench.domain import passages as module
from workbench.domain.dossier import Refusal
from workbench.domain.passages import CLUSTER, PassageMap
from workbench.domain.positions import Edit, Span, move

items = st.builds(Refusal, st.integers(0, 99).map(str), recits, spans, st.just("F"), st.just("C"))
steps = st.lists(
    st.one_of(
        items,
        st.tuples(recits, st.lists(edits, min_size=1, max_size=3)),
        st.lists(st.integers(0, 99).map(str), max_size=3),
    ),
    max_size=120,
)


def both(step, passages, plain):
    """Do a step to the map, and to a plain dictionary in the plainest way."""
    if isinstance(step, Refusal):
        return passages.with_item(step), {**plain, step.id: step}
    if isinstance(step, list):
        return passages.without(step), {k: v for k, v in plain.items() if k not in step}
    recit_id, typed = step
    moved = {}
    for key, item in plain.items():
        span = item.span
        for edit in typed if item.recit_id == recit_id else ():
            span = move(span, edit)
        moved[key] = Refusal(item.id, item.recit_id, span, item.fiche, item.competence)
    return passages.moved(recit_id, typed), moved


def after(happened):
    """Return both after steps; the clusters are small, so that there are many."""
    passages, plain = PassageMap(), {}
    with patch.object(module, "CLUSTER", 3):
        for step in happened:
            passages, plain = both(step, passages, plain)
    return passages, plain


@given(steps)
def test_passages_lie_where_moving_each_of_them_brings_it(happened):
    passages, plain = after(happened)
    assert list(passages.items()) == list(plain.items())
    assert len(passages) == len(plain)


@given(steps, recits, spans)
def test_the_passages_that_touch_a_place_are_found_without_the_others(happened, recit_id, span):
    passages, plain = after(happened)
    found = {item.id: item for item in passages.touching(recit_id, span)}
    assert found == {k: v for k, v in plain.items() if v.recit_id == recit_id and v.span.overlaps(span)}


@given(steps)
def test_a_change_leaves_the_map_that_it_was_made_from_as_it_was(happened):
    passages, plain = PassageMap(), {}
    for step in happened:
        later, _ = both(step, passages, plain)
        assert dict(passages) == plain
        passages, plain = later, dict(later)


def test_many_passages_in_one_place_are_cut_into_clusters_and_move_together():
    passages = PassageMap()
    for n in range(5 * CLUSTER):
        passages = passages.with_item(Refusal(str(n), "r", Span(n, n + 1), "F", "C"))
    moved = passages.moved("r", [Edit(0, 0, "abc")])
    assert [m.span for m in moved.values()] == [Span(n + 3, n + 4) for n in range(5 * CLUSTER)]


def test_some_fields_are_rewritten_and_an_unknown_passage_changes_nothing():
    passages = PassageMap().with_item(Refusal("a", "r", Span(0, 3), "F", "C")).moved("r", [Edit(0, 0, "x")])
    assert passages.amended("a", competence="D")["a"] == Refusal("a", "r", Span(1, 4), "F", "D")
    assert passages.amended("z", competence="D") is passages


def test_the_passages_of_a_story_leave_with_it():
    passages = PassageMap().with_item(Refusal("a", "r", Span(0, 3), "F", "C"))
    passages = passages.with_item(Refusal("b", "s", Span(0, 3), "F", "C"))
    assert list(passages.without_recits(["r"])) == ["b"]
    assert passages.without_recits(["r"]).touching("r", Span(0, 9)) == ()
