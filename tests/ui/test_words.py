from datetime import UTC, datetime

import pytest

from workbench.ui.time_words import date_words, day_words, remaining_words, spent_words, when_words
from workbench.ui.widgets.basics import unbroken

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


def test_time_agrees_with_its_number():
    assert spent_words(0, 60) == "1 h prévue"
    assert spent_words(0, 130) == "2 h 10 prévues"
    assert spent_words(30, 5) == "moins d’une minute sur 5 min"
    assert spent_words(60, 5) == "1 min passée sur 5 min"
    assert spent_words(125, 5) == "2 min passées sur 5 min"


def test_the_first_of_a_month_is_said_as_one_says_it():
    assert day_words("2026-03-01T12:00:00+00:00") == "1er mars 2026"
    assert day_words("2026-03-11T12:00:00+00:00") == "11 mars 2026"
