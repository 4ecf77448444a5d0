from dataclasses import replace

from tests.domain.journals import CREATED, event
from workbench.domain import changes as c
from workbench.domain.dossier import Person
from workbench.domain.sittings import Sittings


def at(number, moment, change=None):
    return replace(event(number, change or c.PersonDescribed(Person(str(number)))), at=moment)


def visit(number, interview, began, ended):
    return at(number, ended, c.StepVisited(interview, "recit", "Le récit", began, 60))


MORNING = (
    at(1, "2026-03-02T12:00:00+00:00", CREATED),
    at(2, "2026-03-03T12:05:00+00:00"),
    visit(3, "i", "2026-03-03T12:00:00+00:00", "2026-03-03T12:30:00+00:00"),
    at(4, "2026-03-03T12:40:00+00:00"),
)


def test_work_outside_an_interview_is_a_sitting_of_its_day():
    keys = [s.key for s in Sittings(MORNING)]
    assert keys == ["2026-03-02", "i", "2026-03-03"]


def test_an_interview_holds_what_happened_while_it_ran():
    interview = Sittings(MORNING)["i"]
    assert (interview.number, interview.last_event, interview.ended) == (1, "e3", "2026-03-03T12:30:00+00:00")


def test_an_interview_taken_up_again_later_stays_one_and_comes_last():
    again = visit(6, "i", "2026-03-05T12:00:00+00:00", "2026-03-05T12:30:00+00:00")
    found = list(Sittings((*MORNING, at(5, "2026-03-05T12:10:00+00:00"), again)))
    assert [s.key for s in found] == ["2026-03-02", "2026-03-03", "i"]
    assert found[-1].last_event == "e6"


def test_interviews_are_numbered_in_the_order_in_which_they_began():
    second = visit(5, "j", "2026-03-06T12:00:00+00:00", "2026-03-06T12:30:00+00:00")
    assert [s.number for s in Sittings((*MORNING, second))] == [0, 1, 0, 2]
