from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.fakes import FakeJournal
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person
from workbench.domain.positions import Edit
from workbench.errors import StoreError
from workbench.services.session import DossierSession, create_dossier


def opened(journal=None):
    session = create_dossier(journal or FakeJournal(), Person("Awa"), counsellor="moi", trame="cep")
    session.record(c.ExperienceWritten(Experience("x", "Aide")))
    session.record(c.RecitStarted("r", "x", "Lundi"))
    return session


def typed(session, text, start=0):
    for offset, letter in enumerate(text):
        session.type("r", Edit(start + offset, 0, letter))


def test_typing_is_one_event_a_flush():
    session = opened()
    before = len(session.events)
    typed(session, "bonjour")
    session.flush()
    assert session.events[-1].change == c.TextEdited("r", (Edit(0, 0, "bonjour"),))
    assert len(session.events) == before + 1


def test_another_change_writes_the_typing_first():
    session = opened()
    typed(session, "a")
    session.record(c.PersonDescribed(Person("Awa", "Diallo")))
    assert [type(e.change) for e in session.events[-2:]] == [c.TextEdited, c.PersonDescribed]


def test_undo_takes_back_the_typing_and_redo_brings_it_back():
    session = opened()
    typed(session, "bonjour")
    session.undo()
    assert session.dossier.recits["r"].text == ""
    session.redo()
    assert session.dossier.recits["r"].text == "bonjour"


def test_undo_goes_on_after_the_dossier_is_opened_again():
    journal = FakeJournal()
    session = opened(journal)
    typed(session, "bonjour")
    session.flush()
    again = DossierSession(journal, session.dossier.id, "moi")
    again.undo()
    assert again.dossier.recits["r"].text == ""
    assert again.can_redo


def test_typing_is_kept_when_the_disk_is_full_and_written_later():
    journal = FakeJournal()
    session = opened(journal)
    typed(session, "précieux")
    journal.full = True
    with pytest.raises(StoreError):
        session.flush()
    journal.full = False
    session.flush()
    assert session.dossier.recits["r"].text == "précieux"


def test_writing_that_is_deferred_waits_for_save():
    journal = FakeJournal()
    session = opened(journal)
    session.defer_writing()
    typed(session, "bonjour")
    session.flush()
    assert session.dossier.recits["r"].text == "bonjour"
    assert session.has_unsaved_events
    session.save()
    assert not session.has_unsaved_events
    assert journal.events(session.dossier.id) == session.events


def test_what_could_not_be_written_is_written_later_in_its_order():
    journal = FakeJournal()
    session = opened(journal)
    session.defer_writing()
    journal.full = True
    for text in ("a", "b"):
        typed(session, text)
        session.flush()
        with pytest.raises(StoreError):
            session.save()
    journal.full = False
    session.undo()
    session.save()
    assert journal.events(session.dossier.id) == session.events


def test_many_threads_write_each_event_once_and_in_order():
    journal = FakeJournal()
    session = opened(journal)
    session.defer_writing()
    with ThreadPoolExecutor(4) as pool:
        for place in range(50):
            typed(session, "a", place)
            session.flush()
            pool.submit(session.save)
    session.save()
    assert journal.events(session.dossier.id) == session.events


def test_a_return_is_undone_in_one_step_and_a_return_to_now_is_nothing():
    session = opened()
    there = session.events[-1].id
    typed(session, "bonjour")
    session.record(c.PersonDescribed(Person("Zoé")))
    session.return_to(there)
    assert (session.dossier.person, session.dossier.recits["r"].text) == (Person("Awa"), "")
    session.undo()
    assert (session.dossier.person, session.dossier.recits["r"].text) == (Person("Zoé"), "bonjour")
    count = len(session.events)
    session.return_to(session.events[-1].id)
    session.return_to("inconnu")
    assert len(session.events) == count


def test_what_a_return_would_undo_and_bring_back_is_told_before():
    session = opened()
    there = session.events[-1].id
    session.record(c.PersonDescribed(Person("Zoé")))
    session.undo()
    typed(session, "bonjour")
    preview = session.preview_return(session.events[-2].id)
    assert [line.what for line in preview.undone] == ["Récit « Lundi » : 7 caractères écrits"]
    assert [line.what for line in preview.restored] == ["Personne décrite : Zoé"]
    assert session.preview_return(there).restored == ()


def test_the_history_is_told_the_latest_first():
    session = opened()
    assert session.history_lines()[0].what == "Récit commencé : « Lundi »"


def test_events_are_numbered_in_their_order():
    session = opened()
    assert [e.clock for e in session.events] == list(range(1, len(session.events) + 1))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=4)), max_size=20))
def test_what_was_typed_is_what_is_read(edits):
    journal = FakeJournal()
    session, expected = opened(journal), ""
    for start, removed, inserted in edits:
        place = min(start, len(expected))
        edit = Edit(place, min(removed, len(expected) - place), inserted)
        expected = edit.apply(expected)
        session.type("r", edit)
    session.flush()
    assert DossierSession(journal, session.dossier.id, "moi").dossier.recits["r"].text == expected
