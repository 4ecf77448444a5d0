"""The person reads back what is claimed of her, by keyboard, through the real window."""

import sys

import pytest
from PySide6.QtCore import Qt

from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Strength
from workbench.domain.mastery import Mastery, Ratings
from workbench.domain.positions import Span
from workbench.ui.reading import voice
from workbench.ui.reading.voice import Voice
from workbench.ui.recognition.ratings import BothRatings
from workbench.ui.widgets.basics import unbroken

SPANS = (Span(0, 40), Span(50, 90), Span(100, 140))


@pytest.fixture
def view(window, qtbot):
    """Open the example with three claims, and the reading on screen in a window that has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view = window.view
    view.open_example()
    dossier = view.opened.dossier
    fiche = next(iter(dossier.fiches.values()))
    recit = next(iter(dossier.recits))
    for number, (span, competence) in enumerate(zip(SPANS, fiche.competences(), strict=False)):
        view.opened.record(
            c.EvidenceAccepted(f"p{number}", recit, span, fiche.code, competence.code, Strength.TOLD, suggested=True)
        )
    view.go("lecture")
    return view


@pytest.fixture
def press(view, qtbot):
    def key(*keys):
        for one in keys:
            qtbot.keyClick(view.window().focusWidget() or view.sections.reading, one)

    return key


def ratings(view, place):
    evidence = view.opened.dossier.evidence[f"p{place}"]
    return view.opened.dossier.ratings_of(evidence.fiche, evidence.competence)


def test_what_she_told_and_what_it_shows_stand_in_plain_words(view):
    reading = view.sections.reading
    dossier = view.opened.dossier
    told = " ".join(dossier.passage(dossier.evidence["p0"]).split())
    assert reading.card.words.text() == unbroken(f"« {told} »")
    title = dossier.competence_of(dossier.evidence["p0"]).title
    assert len(reading.card.title.text()) < len(title)
    assert dossier.evidence["p0"].competence not in reading.card.spoken()
    assert reading.progress_words.text() == "1 sur 3"
    assert not view.rail.isVisible()


def test_all_of_it_by_keyboard_alone(view, press):
    press(Qt.Key.Key_O, Qt.Key.Key_3, Qt.Key.Key_Right, Qt.Key.Key_T, Qt.Key.Key_Right, Qt.Key.Key_Left)
    dossier = view.opened.dossier
    assert dossier.is_confirmed(dossier.evidence["p0"])
    assert ratings(view, 0) == Ratings(person=Mastery.ALONE)
    assert list(dossier.taken_back) == ["p1"]
    assert view.sections.reading.progress_words.text() == "2 sur 3"
    press(Qt.Key.Key_O)
    assert "p1" in view.opened.dossier.evidence
    press(Qt.Key.Key_Escape)
    assert view.room == "reconnaissance"
    assert view.rail.isVisible()


def test_french_digits_rate_without_shift_and_the_counsellor_has_alt(view, qtbot):
    reading = view.sections.reading
    qtbot.keyClick(reading, Qt.Key.Key_Ampersand)
    qtbot.keyClick(reading, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert ratings(view, 0) == Ratings(Mastery.BEGUN, Mastery.ACCOMPANIED)
    reading.card.own.buttons[Mastery.BEGUN].click()
    assert ratings(view, 0) == Ratings(counsellor=Mastery.ACCOMPANIED)


def test_her_other_words_are_kept_beside_and_undone(view, press, qtbot):
    reading = view.sections.reading
    press(Qt.Key.Key_R)
    assert view.window().focusWidget() is reading.card.rewording.field
    type_text(reading.card.rewording.field, "J’ouvre, et je regarde d’abord")
    qtbot.keyClick(reading.card.rewording.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.opened.dossier.evidence["p0"].wording == "J’ouvre, et je regarde d’abord"
    assert reading.card.wording.isVisible()
    view.undo()
    assert view.opened.dossier.evidence["p0"].agreed == ""
    assert not reading.card.wording.isVisible()


def test_words_under_way_are_kept_when_she_goes_on(view, press):
    press(Qt.Key.Key_R)
    type_text(view.sections.reading.card.rewording.field, "Autrement")
    view.sections.reading.forth.click()
    assert view.opened.dossier.evidence["p0"].wording == "Autrement"
    assert view.sections.reading.progress_words.text() == "2 sur 3"


def test_escape_leaves_the_field_and_changes_nothing(view, press):
    press(Qt.Key.Key_R)
    type_text(view.sections.reading.card.rewording.field, "Autrement")
    press(Qt.Key.Key_Escape)
    assert view.room == "lecture"
    assert view.opened.dossier.evidence["p0"].wording == ""


def test_the_end_says_where_the_reading_stands(view, press):
    press(Qt.Key.Key_O, Qt.Key.Key_Right, Qt.Key.Key_T, Qt.Key.Key_Right, Qt.Key.Key_Right)
    end = view.sections.reading._end
    assert end.sentence.text() == unbroken("Dits oui : 1. Retirés : 1. Pas encore relus : 1. Tout peut encore changer.")
    view.go("reconnaissance")
    view.go("lecture")
    end.button.click()
    assert view.sections.reading.progress_words.text() == "1 sur 3"


def test_both_ratings_are_read_in_the_recognition_room(view, press):
    press(Qt.Key.Key_4)
    view.go("reconnaissance")
    shown = view.sections.recognition.findChildren(BothRatings)
    assert len(shown) == 1


def test_a_dossier_without_claims_says_so(window):
    window.view.open_example()
    window.view.go("lecture")
    reading = window.view.sections.reading
    assert reading._nothing.isVisible()
    reading.next()
    reading._say_yes()


def test_a_machine_without_a_voice_says_so_and_one_with_a_voice_reads(view, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(voice, "SPEAKERS", ())
    assert not Voice().exists
    said = tmp_path / "dit.txt"
    keep = f"import sys, pathlib; pathlib.Path({str(said)!r}).write_bytes(sys.stdin.buffer.read())"
    monkeypatch.setattr(voice, "SPEAKERS", ((sys.executable, ("-c", keep)),))
    speaker = Voice()
    assert speaker.exists
    speaker.say("J’ai ouvert les volets.")
    qtbot.waitUntil(lambda: not speaker.is_speaking, timeout=10_000)
    assert said.read_text("utf-8") == "J’ai ouvert les volets."


def test_reading_is_offered_where_there_is_something_to_read(window, qtbot):
    window.view.open_example()
    window.view.go("reconnaissance")
    offered = window.view.sections.recognition.reading
    assert not offered.isEnabled()
    dossier = window.view.opened.dossier
    fiche, recit = next(iter(dossier.fiches.values())), next(iter(dossier.recits))
    code = fiche.competences()[0].code
    window.view.opened.record(c.EvidenceAccepted("p", recit, SPANS[0], fiche.code, code, Strength.TOLD, suggested=True))
    qtbot.waitUntil(offered.isEnabled)
