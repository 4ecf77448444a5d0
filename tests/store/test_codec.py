from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.changes import Change
from workbench.store.codec import CHANGES, decode, encode


@pytest.mark.parametrize("kind", get_args(Change), ids=lambda k: k.__name__)
@given(data=st.data())
def test_every_change_is_read_back_as_it_was_written(kind, data):
    change = data.draw(st.from_type(kind))
    assert decode(*encode(change)) == change


def test_every_change_has_its_own_name():
    assert len(CHANGES) == len(get_args(Change))
