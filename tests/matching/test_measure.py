"""The engine must not get worse at hearing: the figures of our own labelled stories have a floor."""

import pytest

from tests.bench.recognising import read_own_stories, tally

FLOORS = {
    True: {"F1": 0.72, "MRR": 0.90, "acteur": 0.84, "réalité": 0.79},
    False: {"F1": 0.56, "MRR": 0.73},
}


@pytest.mark.parametrize("with_examples", [True, False], ids=["tel que livré", "sans exemples"])
def test_our_own_stories_are_heard_as_well_as_before(with_examples):
    figures = tally(read_own_stories(), with_examples=with_examples).figures("")
    reached = {f.name.removeprefix(", "): f.value for f in figures}
    assert {name: reached[name] for name, floor in FLOORS[with_examples].items() if reached[name] < floor} == {}
