from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout

from workbench.domain.positions import Span
from workbench.ui.recit.painting import LANES, Mark, in_lanes, line_boxes, part_in_sight

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


@given(st.integers(-300, 100), st.integers(10, 200), st.integers(0, 300), st.integers(1, 40))
def test_what_is_in_sight_holds_every_line_that_shows(qapp, top, height, start, length):
    layout = laid_out("je lave le sol " * 20)
    first, last = part_in_sight(layout, top, height)
    boxes = list(line_boxes(layout, start, min(start + length, 300)))
    for box in boxes:
        shows = box.bottom() + top > 0 and box.top() + top < height
        assert not shows or (start + length >= first and start <= last)
    assert len(boxes) == sum(
        max(start, layout.lineAt(n).textStart())
        < min(start + length, 300, layout.lineAt(n).textStart() + layout.lineAt(n).textLength())
        for n in range(layout.lineCount())
    )


def laid_out(text):
    layout = QTextLayout(text)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(150)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
