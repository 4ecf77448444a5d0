"""What is under way when the disk is full: kept on screen, told once, written as soon as it can be."""

import pytest

from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person
from workbench.errors import StoreError
from workbench.services.session import DossierSession
from workbench.ui import open_dossier

SENTENCE = "Le disque est plein : libérez de la place."


@pytest.fixture
def full_disk(window):
    """Open a dossier with a story; return what fills the disk and what frees it."""
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.opened.record(c.ExperienceWritten(Experience("e1", "Ménage")))
    window.view.sections.recits.start_recit("e1", "Un matin")
    journal = window._stores.journal

    def refuse(*_args):
        raise StoreError(SENTENCE)

    def fill(*, full=True):
        journal.append = refuse if full else append

    append = journal.append
    window._confirm_loss = lambda: True
    yield fill
    fill(full=False)


def test_typing_waits_for_room_and_is_written(window, full_disk, qtbot, monkeypatch):
    monkeypatch.setattr(open_dossier, "RETRY_MS", 20)
    full_disk()
    type_text(window.view.sections.recit.editor, "J’ai lavé le sol.")
    with qtbot.waitSignal(window.view.opened.failed, timeout=3000):
        window.view.opened.flush()
    assert window._error_words.text().replace("\u00a0", " ") == SENTENCE
    full_disk(full=False)
    with qtbot.waitSignal(window.view.saved, timeout=3000):
        pass
    (recit,) = window.view.opened.dossier.recits.values()
    assert recit.text == "J’ai lavé le sol."
    assert not window._bar.isVisible()


def test_what_is_filled_in_waits_for_room_too(window, full_disk, qtbot, monkeypatch):
    monkeypatch.setattr(open_dossier, "RETRY_MS", 20)
    window.view.go("personne")
    full_disk()
    window.view.sections.person.contact.setText("06 00 00 00 00")
    window.view.go("experiences")
    window.view.go("personne")
    assert window.view.sections.person.contact.text() == "06 00 00 00 00"
    dossier_id = window.view.opened.dossier.id
    with qtbot.waitSignal(window.view.saved, timeout=3000):
        full_disk(full=False)
    written = DossierSession(window._stores.journal, dossier_id, "")
    assert written.dossier.person.contact == "06 00 00 00 00"


def test_another_dossier_does_not_take_the_place_of_one_that_is_not_written(window, full_disk):
    type_text(window.view.sections.recit.editor, "J’ai lavé le sol.")
    first = window.view.opened
    full_disk()
    window.view.open_session(DossierSession(window._stores.journal, "autre", ""))
    assert window.view.opened is first


def test_the_window_does_not_close_on_what_could_not_be_written(window, full_disk, monkeypatch):
    type_text(window.view.sections.recit.editor, "J’ai lavé le sol.")
    full_disk()
    monkeypatch.setattr(window, "_confirm_loss", lambda: False)
    assert not window.close()
    full_disk(full=False)
    assert window.close()
