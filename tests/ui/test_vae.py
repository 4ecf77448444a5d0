"""Filling a VAE: what is said is in the journal at once, drafts say that they are, what lacks leads to its place."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.domain.vae import Held, Part, Practice
from workbench.domain.vae_deadlines import steps
from workbench.ui.vae.words import step_words

STORY = "J’ai balayé la salle, puis j’ai vidé les seaux."
FICHE = Fiche(
    "F",
    "Propreté",
    (
        Bloc("A", "Sols", (Competence("A1", "Balayer les sols"), Competence("A2", "Laver les sols"))),
        Bloc("B", "Vitres", (Competence("B1", "Laver les vitres"),)),
    ),
)
TOLD = (
    c.FicheAdded(FICHE),
    c.ExperienceWritten(Experience("x", "Au lycée", means="Un balai")),
    c.RecitStarted("r", "x", "Lundi"),
    c.TextEdited("r", (Edit(0, 0, STORY),)),
    c.EvidenceAccepted("e", "r", Span(0, 20), "F", "A1", Strength.TOLD, suggested=False),
)


@pytest.fixture
def screen(window):
    window.view.create_dossier(Person("Zoé", contact="zoe@exemple.fr"), "cep-reconnaissance")
    for change in TOLD:
        window.view.opened.record(change)
    window.view.go("vae")
    return window.view.sections.vae


def vae(window):
    return window.view.opened.dossier.vae


def pick(choice, value):
    choice.choose(value)
    choice.activated.emit(choice.currentIndex())


def test_an_answer_is_written_when_its_field_is_left(window, screen):
    screen.list.choose("candidat")
    field = screen.sections["candidat"].fields["candidat.nationalite"].input
    type_text(field, "Française")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert vae(window).answers == {("", "candidat.nationalite"): "Française"}
    window.view.undo()
    assert field.text() == ""


def test_what_the_dossier_knows_is_shown_and_never_written_by_itself(window, screen):
    screen.list.choose("candidat")
    email = screen.sections["candidat"].fields["candidat.email"]
    assert email.input.text() == "zoe@exemple.fr"
    assert email.note.text() == "Repris du dossier."
    window.view.go("personne")
    assert vae(window).answers == {}


def test_a_date_that_cannot_be_read_is_said_and_kept(window, screen):
    screen.list.choose("suite")
    jury = screen.sections["suite"].fields["dates.jury"]
    type_text(jury.input, "au printemps")
    QTest.keyClick(jury.input, Qt.Key.Key_Return)
    assert jury.note.text().startswith("Cette date ne se lit pas")
    assert vae(window).answers[("F", "dates.jury")] == "au printemps"


def test_the_date_of_sending_tells_until_when_an_answer_may_come(window, screen):
    screen.list.choose("suite")
    sent = screen.sections["suite"].fields["dates.faisabilite"].input
    type_text(sent, "31/12/2025")
    QTest.keyClick(sent, Qt.Key.Key_Return)
    assert "pas de réponse au 28 février 2026" in screen.sections["suite"].above.text()
    waiting = steps(window.view.opened.dossier, FICHE, date(2026, 1, 5))[2]
    assert "au plus tard le 28 février 2026" in step_words(waiting)


def test_blocs_are_named_and_those_that_are_not_leave_the_list(window, screen):
    assert vae(window).aimed == {}
    screen.list.choose("blocs")
    screen.aim.whole.click()
    assert vae(window).aimed == {"F": ("A", "B")}
    screen.aim.boxes["B"].click()
    assert vae(window).aimed == {"F": ("A",)}
    screen.list.choose("b:B")
    assert screen.list.chosen_key() == "blocs"


def test_an_answer_on_a_competence_is_written_at_once(window, screen):
    screen.list.choose("b:A")
    pick(screen.bloc.lines["A1"].choice, Held.PARTLY)
    assert vae(window).held == {("F", "A1"): Held.PARTLY}
    pick(screen.bloc.lines["A1"].choice, None)
    assert vae(window).held == {}


def test_a_draft_is_one_until_it_is_confirmed_and_can_come_back(window, screen):
    screen.list.choose("b:A")
    comment = screen.bloc.comment
    assert "« J’ai balayé la salle »" in comment.field.text()
    assert comment.state.text() == "Brouillon à relire"
    comment.confirm.click()
    assert vae(window).comments[("F", "A")].startswith("Au lycée :")
    assert comment.state.text() == "Relu"
    assert comment.confirm.isHidden()
    comment.again.click()
    assert vae(window).comments == {}
    assert comment.state.text() == "Brouillon à relire"


def test_an_edited_comment_is_kept_when_another_part_comes_up(window, screen):
    screen.list.choose("b:A")
    screen.bloc.comment.field.selectAll()
    type_text(screen.bloc.comment.field, "Elle balaie seule.")
    screen.list.choose("b:B")
    assert vae(window).comments == {("F", "A"): "Elle balaie seule."}
    assert screen.bloc.comment.field.text() == ""


def test_an_emptied_draft_comes_back(window, screen):
    screen.list.choose("b:A")
    screen.bloc.comment.field.setText("")
    screen.bloc.comment.write()
    assert "« J’ai balayé la salle »" in screen.bloc.comment.field.text()
    assert vae(window).comments == {}


def test_an_example_of_practice_is_told_under_its_headings(window, screen):
    screen.list.choose("p:A|x")
    parts = screen.practice.parts
    assert parts[Part.MEANS].field.text() == "Un balai"
    parts[Part.MORE].field.setText("Le mercredi.")
    screen.leave()
    assert vae(window).practices == {Practice("F", "A", "x", Part.MORE): "Le mercredi."}


def test_what_lacks_leads_to_where_it_is_filled(window, screen):
    screen.list.choose("manques")
    links = {link.objectName(): link for link in screen.lacking.links}
    links["b:B"].click()
    assert screen.list.chosen_key() == "b:B"
    links = {link.objectName(): link for link in screen.lacking.links}
    links["personne"].click()
    assert window.view.room == "personne"


def test_a_long_title_does_not_widen_what_lacks(window, screen):
    title = " ".join(["accompagner la personne avec tact"] * 12)
    window.view.opened.record(c.FicheAdded(replace(FICHE, blocs=(replace(FICHE.blocs[0], title=title),))))
    screen.list.choose("manques")
    (link,) = [link for link in screen.lacking.links if link.objectName() == "b:A"]
    assert link.text().endswith("…")
    assert link.toolTip() == title
    assert link.sizeHint().width() < 500


def test_the_document_is_shown_with_its_fiche(window, screen, qtbot):
    documents = window.view.sections.documents
    with qtbot.waitSignal(documents.previewed, timeout=60_000):
        screen.feasibility_document.click()
    assert (documents.kind.name, documents.wish().fiche) == ("vae-faisabilite", "F")


def test_a_dossier_without_certification_leads_to_the_referentials(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.go("vae")
    assert not window.view.sections.vae.feasibility_document.isEnabled()
    window.view.sections.vae._ask_referential()
    assert window.view.room == "referentiels"


@pytest.mark.parametrize("part", ["manques", "candidat", "suite", "blocs", "b:A", "p:A|x"])
def test_every_control_has_a_name(screen, part):
    screen.list.choose(part)
    QApplication.processEvents()
    controls = [w for w in screen.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(controls) > 3
    for control in controls:
        assert control.accessibleName() or getattr(control, "text", str)(), control
