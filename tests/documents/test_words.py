from datetime import date

import pytest

from workbench.documents.words import KIND, STRENGTH, STRENGTH_MEANING, count, day, period
from workbench.domain.dossier import ExperienceKind, Strength


def test_every_value_has_its_words():
    assert set(KIND) == set(ExperienceKind)
    assert list(STRENGTH) == list(STRENGTH_MEANING) == sorted(Strength)


@pytest.mark.parametrize(
    ("on", "words"), [(date(2026, 3, 1), "1er mars 2026"), (date(2025, 12, 31), "31 décembre 2025")]
)
def test_dates_are_french(on, words):
    assert day(on) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2016", "2024", "2016 – 2024"),
        ("2016", "2016", "2016"),
        ("2016", "", "Depuis 2016"),
        ("", "mai", "Jusqu’à mai"),
        ("", "", ""),
    ],
)
def test_periods(start, end, words):
    assert period(start, end) == words


def test_french_zero_is_singular():
    assert [count(n, "récit", "récits") for n in (0, 1, 2)] == ["0 récit", "1 récit", "2 récits"]
