import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Person
from workbench.domain.mastery import Mastery, Rater
from workbench.domain.positioning import Decision, Duration, Note
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.ui.positioning.words import read_hours

FICHE = Fiche(
    "F", "Propreté", (Bloc("A", "Sols", (Competence("A1", "Balayer les sols"), Competence("A2", "Laver les sols"))),)
)


@pytest.fixture
def screen(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.opened.record(c.FicheAdded(FICHE))
    window.view.go("positionnement")
    return window.view.sections.positioning


def positioning(window):
    return window.view.opened.dossier.positioning_of("F")


def pick(choice, value):
    choice.choose(value)
    choice.activated.emit(choice.currentIndex())


def test_hours_written_and_a_decision_change_the_total_at_once(window, screen):
    screen.list.choose("m:A")
    type_text(screen.module.planned, "35")
    QTest.keyClick(screen.module.planned, Qt.Key.Key_Return)
    screen.list.choose("c:A1")
    pick(screen.competence.decision, Decision.WAIVED)
    assert positioning(window).duration("A") == Duration(35 * 60)
    assert "35 h → 17 h 30 (– 17 h 30)" in screen.total.text().replace("\u00a0", " ")


def test_hours_that_say_nothing_get_one_sentence_and_change_nothing(window, screen):
    screen.list.choose("m:A")
    type_text(screen.module.kept, "beaucoup")
    QTest.keyClick(screen.module.kept, Qt.Key.Key_Return)
    assert not screen.module.error.isHidden()
    assert positioning(window).duration("A") == Duration()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("35", 2100), ("3,5", 210), ("3.25 h", 195), ("3 h 30", 210), ("3h05", 185), ("45 min", 45), ("x", None)],
)
def test_hours_are_read_as_people_write_them(text, minutes):
    assert read_hours(text) == minutes


def test_both_ratings_are_kept_and_their_gap_is_said(window, screen):
    screen.list.choose("c:A2")
    pick(screen.competence.ratings[Rater.PERSON], Mastery.ACCOMPANIED)
    pick(screen.competence.ratings[Rater.COUNSELLOR], Mastery.ALONE)
    said = window.view.opened.dossier.ratings_of("F", "A2")
    assert (said.person, said.counsellor) == (Mastery.ACCOMPANIED, Mastery.ALONE)
    assert "Écart de 1 niveau" in screen.competence.gap.text()


def test_what_is_being_written_is_kept_when_another_room_comes_up(window, screen):
    screen.list.choose("c:A1")
    type_text(screen.competence.proof, "Mise en situation")
    window.view.go("personne")
    assert positioning(window).position("A1").proof == "Mise en situation"


def test_a_diagnosis_is_pointed_at_and_kept_as_it_is(window, screen):
    screen.list.choose("conditions")
    field = screen.conditions.fields[Note.ADJUSTMENTS]
    type_text(field, "Temps en plus, dyslexie")
    assert "« dyslexie »" in screen.conditions.warning.text().replace("\u00a0", " ")
    screen.leave()
    assert positioning(window).note(Note.ADJUSTMENTS) == "Temps en plus, dyslexie"


def test_a_prerequisite_is_added_written_removed_and_brought_back(window, screen):
    screen.list.choose("prealables")
    screen.prerequisites.add.click()
    (line,) = screen.prerequisites.lines.values()
    type_text(line.title, "Permis B")
    screen.leave()
    assert [p.title for p in positioning(window).prerequisites.values()] == ["Permis B"]
    line.removed.emit(line.prerequisite.id)
    assert not positioning(window).prerequisites
    window.view.undo()
    assert [line.title.text() for line in screen.prerequisites.lines.values()] == ["Permis B"]


def test_a_dossier_without_programme_leads_to_the_referentials(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.go("positionnement")
    window.view.sections.positioning.referential_wanted.emit()
    assert window.view.room == "referentiels"


def test_the_report_is_shown_with_its_fiche(window, screen, qtbot):
    documents = window.view.sections.documents
    with qtbot.waitSignal(documents.previewed, timeout=60_000):
        screen.report_wanted.emit("F")
    assert (documents.kind.name, documents.wish().fiche) == ("positionnement", "F")
    assert documents.document.pageCount() >= 2
