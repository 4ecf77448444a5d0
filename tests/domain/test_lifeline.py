from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.dossier import Experience
from workbench.domain.lifeline import life_line

TODAY = date(2026, 3, 15)


def line(*periods):
    return life_line([Experience(f"x{n}", f"Titre {n}", start=s, end=e) for n, (s, e) in enumerate(periods)], TODAY)


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2016", "2024", date(2016, 1, 1), date(2024, 12, 31)),
        ("mars 2019", "04/2020", date(2019, 3, 1), date(2020, 4, 30)),
        ("12/03/2018", "14/03/2018", date(2018, 3, 12), date(2018, 3, 14)),
        ("2014-2016", "", date(2014, 1, 1), date(2016, 12, 31)),
        ("de mars 2014 à juin 2016", "", date(2014, 3, 1), date(2016, 6, 30)),
        ("depuis 2020", "", date(2020, 1, 1), TODAY),
        ("2020", "Aujourd’hui", date(2020, 1, 1), TODAY),
        ("2014-03", "", date(2014, 3, 1), date(2014, 3, 31)),
    ],
)
def test_a_period_is_read_as_the_person_said_it(start, end, first, last):
    (stretch,) = line((start, end)).stretches
    assert (stretch.first, stretch.last) == (first, last)


def test_what_was_not_said_is_not_made_up():
    begun, ended = line(("2014", ""), ("quand j’étais petite", "juin 2015")).stretches
    assert (begun.begins, begun.ends, begun.last) == (True, False, date(2014, 12, 31))
    assert (ended.begins, ended.ends, ended.first) == (False, True, date(2015, 6, 1))


@pytest.mark.parametrize("period", [("un hiver", ""), ("", ""), ("2020", "2014"), ("vers 2014", ""), ("en cours", "")])
def test_a_period_without_a_date_stands_beside(period):
    told = line(period)
    assert not told.stretches
    assert [e.id for e in told.undated] == ["x0"]


def test_the_earliest_is_first_and_each_names_those_it_shares_days_with():
    told = line(("2016", "2020"), ("2012", "2013"), ("mars 2018", "2024"))
    assert [s.experience.title for s in told.stretches] == ["Titre 1", "Titre 0", "Titre 2"]
    assert [s.alongside for s in told.stretches] == [(), ("Titre 2",), ("Titre 0",)]
    assert told.years == (2012, 2025)


@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from(["", "2014", "en cours", "mars 2019"])), max_size=6))
def test_every_experience_is_somewhere_whatever_was_said(periods):
    told = line(*periods)
    assert len(told.stretches) + len(told.undated) == len(periods)
    assert all(stretch.first <= stretch.last for stretch in told.stretches)
