from datetime import UTC, datetime

import pytest

from workbench.ui.widgets.basics import unbroken
from workbench.ui.words import date_words, remaining_words, when_words

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


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2028-08-31", "31 août 2028"), ("2026-09-01", "1er septembre 2026"), ("2026-11-11", "11 novembre 2026")],
)
def test_days_are_said_in_words(iso, words):
    assert date_words(iso) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "encore quelques secondes"),
        (8, "encore 10 secondes environ"),
        (44, "encore 40 secondes environ"),
        (55, "encore une minute environ"),
        (200, "encore 3 minutes environ"),
    ],
)
def test_what_is_left_is_said_in_words(seconds, words):
    assert remaining_words(seconds) == words


def test_french_signs_stay_with_their_word():
    assert unbroken("« Oui ? » : non !") == "«\u00a0Oui\u00a0?\u00a0»\u00a0: non\u00a0!"
