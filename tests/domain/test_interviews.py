from hypothesis import given
from hypothesis import strategies as st

from tests.domain.journals import CREATED, event, journal
from workbench.domain import changes as c
from workbench.domain.fold import fold
from workbench.domain.history import read_history
from workbench.domain.interviews import QUIET, Interview, StepClock, interviews, seconds_on
from workbench.domain.telling import tell_history

MONDAY, TUESDAY = "2026-03-02T09:00:00+00:00", "2026-03-03T09:00:00+00:00"
VISITS = (
    c.StepVisited("i1", "accueil", "Accueillir", MONDAY, 300),
    c.StepVisited("i1", "recit", "Raconter", MONDAY, 600),
    c.StepVisited("i2", "accueil", "Accueillir", TUESDAY, 60),
)


class Watch:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_interviews_say_when_they_began_and_where_they_stopped():
    dossier = fold("d", journal(CREATED, *VISITS))
    assert interviews(dossier) == (Interview("i1", MONDAY, "recit", 900), Interview("i2", TUESDAY, "accueil", 60))
    assert seconds_on(dossier, "accueil") == 360


def test_a_measure_is_neither_undone_nor_in_the_way_of_redoing():
    history = read_history(journal(CREATED, c.TrameChosen("a"), c.Retracted("e2"), VISITS[0]))
    assert history.undoable == []
    assert history.redoable == ["e3"]


def test_returning_to_a_moment_keeps_what_was_measured_since():
    told = journal(CREATED, c.TrameChosen("a"), VISITS[0], c.ReturnedTo("e1"))
    dossier = fold("d", told)
    assert dossier.trame == "cep"
    assert [v.seconds for v in dossier.visits] == [300]


def test_a_visit_is_told_by_the_name_of_its_step():
    lines = tell_history(read_history([event(1, CREATED), event(2, VISITS[1])]))
    assert lines[0].what == "Entretien : étape « Raconter », 10 min"


def test_a_step_left_open_overnight_counts_until_work_stopped():
    watch = Watch()
    clock = StepClock(watch)
    clock.start()
    watch.now = 120.0
    clock.note_life()
    watch.now = 9 * 3600.0
    assert clock.seconds() == 120 + QUIET
    clock.note_life()
    watch.now += 60
    assert clock.stop() == 120 + QUIET + 60


@given(st.lists(st.floats(0, QUIET), max_size=20))
def test_time_with_signs_of_life_counts_whole(pauses):
    watch = Watch()
    clock = StepClock(watch)
    clock.start()
    for pause in pauses:
        watch.now += pause
        clock.note_life()
    assert clock.seconds() == int(watch.now)


def test_a_step_passed_by_does_not_count():
    watch = Watch()
    clock = StepClock(watch)
    clock.start()
    watch.now = 4.0
    assert clock.stop() == 0
    assert not clock.runs
