from datetime import UTC, datetime

import pytest

from workbench.ui.widgets.basics import unbroken
from workbench.ui.words import when_words

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-22T15:29:40.000+00:00", "à l’instant"),
        ("2026-11-22T15:10:00.000+00:00", "il y a 20 min"),
        ("2026-11-22T09:05:00.000+00:00", "aujourd’hui à 09:05"),
        ("2026-11-21T09:05:00.000+00:00", "hier à 09:05"),
        ("2026-11-18T09:05:00.000+00:00", "il y a 4 jours"),
        ("2026-03-03T09:05:00.000+00:00", "3 mars 2026"),
        ("", ""),
    ],
)
def test_moments_are_said_in_words(moment, words):
    assert when_words(moment, NOW) == words


def test_french_signs_stay_with_their_word():
    assert unbroken("« Oui ? » : non !") == "«\u00a0Oui\u00a0?\u00a0»\u00a0: non\u00a0!"
