from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.positions import Span
from workbench.ui.recit.painting import LANES, Mark, in_lanes

PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12)


@given(PLACES)
def test_passages_on_the_same_words_never_share_a_line_while_there_are_lines(places):
    passages = sorted((Span(start, start + length) for start, length in places), key=lambda s: s.start)
    drawn = [(span, lane) for span, _, lane in in_lanes((span, Mark(0)) for span in passages)]
    assert [span for span, _ in drawn] == passages
    for number, (span, lane) in enumerate(drawn):
        shared = [other for other, taken in drawn[:number] if taken == lane and other.overlaps(span)]
        under = {taken for other, taken in drawn[:number] if other.overlaps(span)}
        assert not shared or (lane == LANES - 1 and len(under) == LANES)


def test_a_passage_alone_has_the_first_line():
    assert [lane for _, _, lane in in_lanes([(Span(0, 5), Mark(1)), (Span(5, 9), Mark(2))])] == [0, 0]
