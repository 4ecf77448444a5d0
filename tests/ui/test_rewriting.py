"""Changing one's mind: another guide, another title, a story taken out."""

import pytest

from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person


@pytest.fixture
def view(window):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.opened.record(c.ExperienceWritten(Experience("e1", "Ménage")))
    return window.view


def test_another_guide_keeps_the_answers_and_comes_back(view):
    interview = view.sections.interview
    view.go("entretien")
    interview.card.fields["accueil.accord"].setText("oui")
    interview._choose_trame("premier-contact")
    assert interview._choice.currentText() == "Premier contact (vingt minutes)"
    assert view.opened.dossier.answers["accueil.accord"] == "oui"
    view.undo()
    assert view.opened.dossier.trame == interview._choice.value() == "cep-reconnaissance"


def test_a_story_gets_another_title(view):
    view.sections.recits.start_recit("e1", "Un matin")
    view.sections.recit.rename("Un soir")
    assert view.sections.recit.title.text() == "Un soir"
    view.undo()
    assert view.sections.recit.title.text() == "Un matin"


def test_a_story_that_is_taken_out_sends_back_to_the_list_and_comes_back(view, qtbot):
    view.sections.recits.start_recit("e1", "Un matin")
    view.sections.removal_wanted.disconnect()
    with qtbot.waitSignal(view.sections.removal_wanted) as asked:
        view.sections.recit._ask_removal()
    sentence, change = asked.args
    assert "Un matin" in sentence
    view.opened.record(change)
    assert view.stack.currentWidget() is view.sections.recits
    view.undo()
    assert [r.title for r in view.opened.dossier.recits.values()] == ["Un matin"]


def test_a_story_that_lacks_a_referential_is_come_back_to(window, view):
    view.sections.recits.start_recit("e1", "Un matin")
    view.sections.recit.referential_wanted.emit()
    assert view.stack.currentWidget() is view.referentials
    view.referentials.fiche_wanted.emit(window._stores.catalogue.fiche("EX-DOMICILE"))
    assert view.stack.currentWidget() is view.sections.recit
    view.go("referentiels")
    view.referentials.fiche_wanted.emit(window._stores.catalogue.fiche("EX-SOINS"))
    assert view.stack.currentWidget() is view.referentials
