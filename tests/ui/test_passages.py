from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.positions import Edit, Span, move
from workbench.ui.passages import Passages

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))
EDITS = st.builds(Edit, st.integers(0, 60), st.integers(0, 10), st.text("ab", max_size=6))


@given(st.lists(SPANS, max_size=12), st.lists(EDITS, max_size=5), st.integers(0, 90), st.integers(0, 30))
def test_a_look_finds_every_passage_that_is_there(spans, edits, start, length):
    passages = Passages([(span, number) for number, span in enumerate(spans)])
    for edit in edits:
        passages.apply(edit)
    kept = {number: span for span, number in passages.all()}
    found = {number for _, number in passages.near(start, start + length)}
    assert found == {n for n, s in kept.items() if s.start <= start + length and s.end >= start}


@given(st.lists(SPANS, max_size=8), EDITS)
def test_a_passage_moves_as_the_domain_says(spans, edit):
    passages = Passages([(span, number) for number, span in enumerate(spans)], [edit])
    moved = {n: move(s, edit) for n, s in enumerate(spans)}
    assert {n: s for s, n in passages.all()} == {n: s for n, s in moved.items() if not s.is_empty}


def test_the_passage_at_a_place_is_the_one_that_holds_it():
    passages = Passages([(Span(0, 5), "first"), (Span(5, 9), "second")])
    assert passages.at(5) == (Span(5, 9), "second")
    assert passages.at(9) == (Span(5, 9), "second")
    assert passages.at(20) is None
