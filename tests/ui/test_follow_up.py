"""From one interview to the next: questions prepared and asked, and what has changed since."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from tests.services.fakes import FakeJournal
from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.positions import Edit, Span
from workbench.services.session import create_dossier
from workbench.services.trames import load_shelf
from workbench.ui.follow_up.progress_card import ProgressCard
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Tasks


@pytest.fixture
def view(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    return window.view


@pytest.fixture
def follow_up(view):
    view.go("suivi")
    return view.sections.follow_up


def prepare(follow_up, qtbot, words):
    type_text(follow_up.preparation.field, words)
    qtbot.keyClick(follow_up.preparation.field, Qt.Key.Key_Return)


def questions(view):
    return [q.question for q in view.opened.dossier.preparation.values()]


def test_a_question_is_prepared_by_keyboard_and_a_note_is_refused_in_words(view, follow_up, qtbot):
    prepare(follow_up, qtbot, "Semble fatiguée.")
    assert "terminez celle-ci" in follow_up.preparation.refusal.text()
    assert questions(view) == []
    follow_up.preparation.field.clear()
    prepare(follow_up, qtbot, "Et le garage?")
    assert questions(view) == ["Et le garage ?"]
    assert follow_up.preparation.refusal.isHidden()


def test_the_next_question_shows_in_the_interview_until_none_is_left(view, follow_up, qtbot):
    prepare(follow_up, qtbot, "Et le garage ?")
    prepare(follow_up, qtbot, "Et le jardin ?")
    view.go("entretien")
    line = view.sections.interview.prepared
    assert line.words.text().replace("\u00a0", " ") == "Et le garage ?"
    line.asked.click()
    assert line.words.text().replace("\u00a0", " ") == "Et le jardin ?"
    line.asked.click()
    assert line.isHidden()
    view.undo()
    assert not line.isHidden()


def test_a_question_is_ticked_rewritten_and_removed(view, follow_up, qtbot):
    prepare(follow_up, qtbot, "Et le garage ?")
    follow_up.preparation.findChild(QCheckBox).click()
    (question,) = view.opened.dossier.preparation.values()
    assert question.asked
    buttons = {b.accessibleName(): b for b in follow_up.preparation.findChildren(type(follow_up.preparation.button))}
    buttons["Récrire cette question"].click()
    follow_up.preparation.field.setText("Et la cave ?")
    follow_up.preparation.button.click()
    assert questions(view) == ["Et la cave ?"]
    assert view.opened.dossier.preparation[question.id].asked
    buttons = {b.accessibleName(): b for b in follow_up.preparation.findChildren(type(follow_up.preparation.button))}
    buttons["Retirer cette question"].click()
    assert questions(view) == []


def test_what_has_changed_is_told_and_a_passage_leads_to_its_place(view, window):
    fiche = window._stores.catalogue.fiche("EX-DOMICILE")
    competence = fiche.competences()[0]
    for change in (
        c.FicheAdded(fiche),
        c.ExperienceWritten(Experience("x", "Ménage")),
        c.RecitStarted("r", "x", "Lundi"),
        c.TextEdited("r", (Edit(0, 0, "J’ai lavé le sol."),)),
        c.EvidenceAccepted("e", "r", Span(0, 17), fiche.code, competence.code, Strength.TOLD, suggested=False),
    ):
        view.opened.record(change)
    view.go("suivi")
    progress = view.sections.follow_up.progress
    rows = {row.words: row for row in progress.list.rows()}
    assert {"Nouveaux passages (1)", "« J’ai lavé le sol. »", competence.title, "Lundi", "Ménage"} <= set(rows)
    progress.list.opened.emit(rows["« J’ai lavé le sol. »"].key)
    assert view.stack.currentWidget() is view.sections.recit


def test_it_compares_with_the_day_before_unless_another_is_chosen(qapp, qtbot, tmp_path):
    days = iter(["2026-03-02T12:00:00+00:00"] * 2 + ["2026-03-03T12:00:00+00:00"] + ["2026-03-04T12:00:00+00:00"])
    session = create_dossier(FakeJournal(), Person("Awa"), counsellor="moi", trame="cep", now=lambda: next(days))
    for key in "abc":
        session.record(c.ExperienceWritten(Experience(key, key.upper())))
    tasks = Tasks()
    card = ProgressCard(OpenDossier(session, tasks))
    qtbot.addWidget(card)
    card.refresh(load_shelf(tmp_path).get("cep-reconnaissance"))
    assert [card.since.itemText(n) for n in range(card.since.count())] == [
        "le travail du 3 mars 2026",
        "le travail du 2 mars 2026",
        "l’ouverture du dossier",
    ]
    assert [row.words for row in card.list.rows() if row.key] == ["C"]
    card.since.setCurrentIndex(1)
    card.since.activated.emit(1)
    assert [row.words for row in card.list.rows() if row.key] == ["B", "C"]
    tasks.close()


def test_nothing_new_is_said_in_words(view, follow_up):
    assert follow_up.progress.summary.text() == "Rien n’a changé depuis."
