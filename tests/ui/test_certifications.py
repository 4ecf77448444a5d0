"""The room that compares a dossier with the whole catalogue, over a catalogue of three fiches that is a fake."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings

from tests.ui.fakes import analyse, fake_analyst
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.errors import StoreError
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import real_use_cases
from workbench.ui.window import MainWindow

STORY = "Je pétris la pâte à quatre heures.\nJe façonne les baguettes une à une.\nJe cuis sur la sole."


def fiche(code, title, level=3):
    blocs = tuple(
        Bloc(f"{code}BC0{b}", f"Bloc {b}", tuple(Competence(f"{code}BC0{b}-C0{n}", f"Geste {b}{n}") for n in (1, 2, 3)))
        for b in (1, 2)
    )
    return Fiche(code, title, blocs, level)


FICHES = {
    f.code: f for f in (fiche("RNCP1", "Boulanger"), fiche("RNCP2", "Pâtissier", 4), fiche("ROME-D1102", "Boulange"))
}


class FakeComparison:
    """Ranks the fiches as they come; its catalogue is read in two steps, and can break."""

    def __init__(self):
        self.steps, self.ranked, self.breaks = 0, 0, False

    def advance(self):
        self.steps += 1
        return min(self.steps, 2), 2

    def rank(self, texts, wanted, limit):
        self.ranked += 1
        if self.breaks:
            raise StoreError("Le catalogue est illisible.")
        return tuple(f for f in FICHES.values() if wanted.accepts(f.code, f.level))[:limit]

    def read(self, found, stories):
        return {recit: analyse(text, [found], 3, recit, None) for recit, text in stories}


@pytest.fixture
def comparison():
    return FakeComparison()


@pytest.fixture
def view(qtbot, tmp_path, comparison):
    """Open a dossier with a story, in a window that compares with the fake catalogue."""
    use_cases = replace(
        real_use_cases(tmp_path, unprotected=True),
        advance_comparison=comparison.advance,
        rank_fiches=comparison.rank,
        read_fiche=comparison.read,
    )
    settings = QSettings(str(tmp_path / "fenetre.ini"), QSettings.Format.IniFormat)
    window = MainWindow(use_cases, Tasks(), fake_analyst(), settings)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.analyst.ready, timeout=10_000):
        window.start(unprotected=True)
    window.view.create_dossier(Person("Zoé", "Œuvrard"), "cep-reconnaissance")
    window.view.opened.record(c.ExperienceWritten(Experience("x", "Fournil")))
    window.view.opened.record(c.RecitStarted("r", "x", "La nuit"))
    window.view.opened.record(c.TextEdited("r", (Edit(0, 0, STORY),)))
    yield window.view
    window.close()


@pytest.fixture
def screen(view, qtbot):
    """Bring up the room once everything is compared."""
    with qtbot.waitSignal(view.sections.certifications.compared):
        view.go("certifications")
    return view.sections.certifications


def rows(screen):
    return [row.key for row in screen.list._rows.rows]


def test_certifications_are_ranked_and_metiers_stay_apart(screen, qtbot):
    assert rows(screen) == ["RNCP1", "RNCP2"]
    assert not screen._working.isVisible()
    with qtbot.waitSignal(screen.compared):
        screen._jobs.click()
    assert rows(screen) == ["ROME-D1102"]
    with qtbot.waitSignal(screen.compared):
        screen._jobs.click()
    assert rows(screen) == ["RNCP1", "RNCP2"]


def test_the_first_reading_of_the_catalogue_says_how_far_it_is(view, qtbot):
    room = view.sections.certifications
    with qtbot.waitSignal(room.comparing.indexed) as told:
        view.go("certifications")
    assert told.args == [1, 2]
    assert room._progress_words.text().endswith("1 fiches sur 2")
    assert room._working.isVisible()


def test_the_order_is_shown_before_the_stories_are_read(view, qtbot):
    room = view.sections.certifications
    with qtbot.waitSignal(room.comparing.ranked):
        view.go("certifications")
    assert rows(room) == ["RNCP1", "RNCP2"]
    assert room.list._rows.rows[0].detail == "Lecture en cours…"


def test_a_fiche_of_the_dossier_is_read_even_if_it_is_far(view, qtbot, comparison):
    far = fiche("RNCP9", "Fromager")
    view.opened.record(c.FicheAdded(far))
    with qtbot.waitSignal(view.sections.certifications.compared):
        view.go("certifications")
    last = view.sections.certifications.list._rows.rows[-1]
    assert (last.key, last.note) == ("RNCP9", "")
    assert last.detail.startswith("Compétences")


def test_blocs_are_shown_with_their_verbatims(screen, view, qtbot):
    blocs = {b.bloc.code: b for b in screen.detail._found.blocs}
    assert blocs["RNCP1BC01"].shown == 3
    assert blocs["RNCP1BC01"].coverage.supported == 0
    (passage, *_) = blocs["RNCP1BC01"].passages["RNCP1BC01-C02"]
    screen.detail.passage_wanted.emit(passage.recit_id, passage.span)
    assert view.stack.currentWidget() is view.sections.recit
    assert view.sections.recit.editor.place() == passage.span.start


def test_what_is_accepted_counts_and_is_not_compared_again(screen, view, comparison):
    view.opened.record(c.FicheAdded(FICHES["RNCP1"]))
    span = Span(0, STORY.index("\n"))
    view.opened.record(c.EvidenceAccepted("e", "r", span, "RNCP1", "RNCP1BC01-C01", Strength.TOLD, suggested=True))
    (bloc, *_) = screen.detail._found.blocs
    assert (bloc.coverage.supported, bloc.shown) == (1, 3)
    assert comparison.ranked == 1


def test_a_certification_is_added_to_the_dossier(screen, view):
    screen.detail.add_wanted.emit(screen.detail._found.fiche)
    assert list(view.opened.dossier.fiches) == ["RNCP1"]
    assert "dans le dossier" in screen.list._rows.rows[0].tags


def test_the_fiche_can_be_read_in_the_catalogue(screen, view, qtbot):
    with qtbot.waitSignal(view.referentials.search.searched):
        screen.detail.fiche_wanted.emit("RNCP1")
    assert view.stack.currentWidget() is view.referentials
    assert view.referentials.search.text() == "RNCP1"


def test_the_level_narrows_what_is_ranked(screen, qtbot):
    screen.filters.level.choose(4)
    with qtbot.waitSignal(screen.compared):
        screen.filters.changed.emit()
    assert rows(screen) == ["RNCP2"]
    screen.filters.level.choose(8)
    with qtbot.waitSignal(screen.compared):
        screen.filters.changed.emit()
    assert screen._results.currentWidget() is screen._none


def test_a_breakdown_is_said_and_can_be_tried_again(view, qtbot, comparison):
    room = view.sections.certifications
    comparison.breaks = True
    with qtbot.waitSignal(room.comparing.interrupted):
        view.go("certifications")
    assert room._results.currentWidget() is room._stopped
    comparison.breaks = False
    with qtbot.waitSignal(room.compared):
        room._stopped.acted.emit()
    assert rows(room) == ["RNCP1", "RNCP2"]


def test_without_a_story_one_is_invited_to_write(view):
    view.opened.record(c.RecitRemoved("r"))
    view.go("certifications")
    room = view.sections.certifications
    assert room._whole.currentWidget() is room._no_story
    room._no_story.acted.emit()
    assert view.stack.currentWidget() is view.sections.recits


def test_leaving_stops_and_coming_back_begins_again(view, qtbot, comparison):
    view.go("certifications")
    view.go("recits")
    assert not view.sections.certifications.comparing.is_busy
    with qtbot.waitSignal(view.sections.certifications.compared):
        view.go("certifications")
    assert rows(view.sections.certifications) == ["RNCP1", "RNCP2"]
