from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.positions import Edit, Span, join, move

texts = st.text(max_size=40)


@st.composite
def edited(draw, text=texts):
    base = draw(text)
    start = draw(st.integers(0, len(base)))
    removed = draw(st.integers(0, len(base) - start))
    return base, Edit(start, removed, draw(texts))


@st.composite
def edited_with_span(draw):
    base, edit = draw(edited())
    start = draw(st.integers(0, len(base)))
    return base, edit, Span(start, draw(st.integers(start, len(base))))


@given(edited_with_span())
def test_a_moved_span_stays_inside_the_text(case):
    base, edit, span = case
    moved = move(span, edit)
    assert 0 <= moved.start <= moved.end <= len(edit.apply(base))


@given(edited_with_span())
def test_a_passage_that_the_edit_does_not_touch_keeps_its_words(case):
    base, edit, span = case
    if edit.start + edit.removed <= span.start or edit.start >= span.end:
        moved = move(span, edit)
        assert edit.apply(base)[moved.start : moved.end] == base[span.start : span.end]


@given(edited_with_span())
def test_what_is_typed_inside_a_passage_belongs_to_it(case):
    base, edit, span = case
    if span.start < edit.start and edit.start + edit.removed < span.end:
        moved = move(span, edit)
        assert edit.inserted in edit.apply(base)[moved.start : moved.end]


@given(edited(), st.data())
def test_joined_edits_do_what_both_did(case, data):
    base, first = case
    after = first.apply(base)
    _, second = data.draw(edited(st.just(after)))
    joined = join(first, second)
    if joined is not None:
        assert joined.apply(base) == second.apply(after)


def test_edits_far_apart_are_not_joined():
    assert join(Edit(0, 0, "a"), Edit(9, 0, "b")) is None


def test_a_passage_wholly_removed_becomes_empty():
    assert move(Span(3, 6), Edit(2, 6, "")).is_empty
