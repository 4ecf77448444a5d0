from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from tests.domain.journals import STORY, acts, event, journal, steered
from workbench.domain import changes as c
from workbench.domain import replay as module
from workbench.domain.fold import fold
from workbench.domain.positions import Edit
from workbench.domain.replay import Replay


@given(acts, st.integers(1, 5), st.integers(2, 6))
@example([("undo", 0), ("redo", 0)], 1, 2)
def test_following_a_journal_gives_what_telling_it_again_gives(happened, stride, kept):
    with patch.object(module, "STRIDE", stride), patch.object(module, "KEPT", kept):
        replay = Replay("d", journal(*STORY))
        for act in happened:
            change = steered(replay.history, act)
            if change is not None:
                replay.add(event(len(replay.history.events) + 1, change))
                assert replay.dossier == fold("d", replay.history.events)
        assert Replay("d", replay.history.events).dossier == replay.dossier


def test_undoing_the_latest_of_many_events_tells_few_of_them_again():
    replay = Replay("d", journal(*STORY, *[c.TextEdited("r", (Edit(0, 0, "a"),))] * 5000))
    told = []
    with patch.object(module, "apply", side_effect=lambda d, e: told.append(e) or d):
        replay.add(event(6000, c.Retracted("e5003")))
    assert len(told) < module.STRIDE


def test_an_empty_journal_tells_an_empty_dossier():
    assert Replay("d").dossier == fold("d", [])
