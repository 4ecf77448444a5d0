"""A fiche of the dossier gives way to its newer edition, line by line, through the real window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.migration import Alignment, Candidate, Likeness
from workbench.domain.positions import Span
from workbench.errors import StoreError
from workbench.services.succession import Succession
from workbench.ui.migration.choice import TargetDialog
from workbench.ui.widgets.basics import Button

STORY = "J’ai lavé le sol. Puis j’ai rangé le linge. Enfin j’ai fait les vitres."


def fake_align(before, after):
    """Say that the same words are the same, and that competences of the same number are to be checked."""
    new = after.competences()
    return tuple(
        Alignment(old.code, tuple(_candidate(old, new[(number + turn) % len(new)], turn) for turn in range(len(new))))
        for number, old in enumerate(before.competences())
    )


def _candidate(old, new, turn):
    if old.title == new.title:
        return Candidate(new.code, 1.0, Likeness.IDENTICAL)
    return Candidate(new.code, 0.5, Likeness.TO_CHECK if turn == 0 else Likeness.NONE)


@pytest.fixture
def newer(window):
    return window._stores.catalogue.fiche("EX-DOMICILE")


@pytest.fixture
def view(window, newer, qtbot):
    """Open a dossier whose fiche is an older edition, with three passages and the recognition room on screen."""
    first, *others = newer.blocs[0].competences
    older = (replace(first, title="Entretenir les sols d’un logement"), *others)
    older_fiche = replace(newer, blocs=(replace(newer.blocs[0], competences=older), *newer.blocs[1:]))
    view = window.view
    view.create_dossier(Person("Zoé", "Œuvrard"), "cep-reconnaissance")
    view.opened.record(c.FicheAdded(older_fiche))
    view.opened.record(c.ExperienceWritten(Experience("e1", "Ménage")))
    view.sections.recits.start_recit("e1", "Un matin")
    type_text(view.sections.recit.editor, STORY)
    codes = [k.code for k in older_fiche.competences()]
    recit = view.sections.recit.shows
    for number, span in enumerate((Span(0, 17), Span(18, 43), Span(44, 71))):
        view.opened.record(
            c.EvidenceAccepted(f"p{number}", recit, span, "EX-DOMICILE", codes[number], Strength.TOLD, suggested=False)
        )
    view.sections.migration._align = fake_align
    view.go("reconnaissance")
    return view


@pytest.fixture
def screen(view, qtbot):
    """Follow the notice of the recognition room to the two fiches side by side."""
    compare = button(view.sections.recognition, "Comparer")
    compare.click()
    qtbot.waitUntil(lambda: view.sections.migration.plan is not None)
    return view.sections.migration


def button(page, words):
    return next(b for b in page.findChildren(Button) if b.text().startswith(words))


def enter(qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def descriptions(page):
    return [b.accessibleDescription() for b in page.findChildren(Button) if b.isVisible()]


def has_notice(view):
    return any(b.text().startswith("Comparer") for b in view.sections.recognition.findChildren(Button))


def test_a_fiche_as_in_the_catalogue_has_no_notice(view, newer):
    assert has_notice(view)
    view.opened.record(c.FicheAdded(newer))
    assert not [b for b in view.sections.recognition.findChildren(Button) if b.isVisible() and "Comparer" in b.text()]


def test_the_notice_names_the_fiche_that_replaces_or_says_that_the_cut_was_corrected(view, qtbot):
    recognition = view.sections.recognition
    (own,) = view.opened.dossier.fiches.values()
    cut = replace(own, blocs=tuple(replace(b, source_text="la liste du certificateur") for b in own.blocs))
    for succession, words in (
        (Succession(own, replace(own, code="SUITE", title="Aide à la personne")), "« Aide à la personne » (SUITE)"),
        (Succession(cut, replace(cut, valid_until="2030-01-01")), "découpe"),
    ):
        view.opened.record(c.FicheAdded(succession.before))
        recognition._find_successions = lambda dossier, shown=succession: (shown,)
        recognition.refresh()
        qtbot.waitUntil(lambda words=words: any(words in text for text in descriptions(recognition)))


def test_a_catalogue_that_cannot_be_read_is_one_sentence(window, view):
    def fails(*_):
        raise StoreError("Le catalogue est abîmé.")

    view.sections._use_cases = replace(view.sections._use_cases, successions=fails)
    view.sections.recognition.refresh()
    assert window._error_words.text() == "Le catalogue est abîmé."
    assert not any(b.text().startswith("Comparer") and b.isVisible() for b in view.findChildren(Button))


def test_nothing_is_applied_before_each_line_was_confirmed_and_enter_goes_from_one_to_the_next(view, screen, qtbot):
    assert not screen.apply_button.isEnabled()
    for left in (2, 1, 0):
        enter(qtbot)
        assert len(screen.plan.concerned) - screen.plan.confirmed == left
    assert screen.apply_button.hasFocus()
    assert "EX-DOMICILE" in view.opened.dossier.fiches
    assert not view.opened.dossier.archives


def test_the_line_that_enter_would_confirm_is_in_sight_in_a_small_window(window, screen, qtbot):
    window.resize(800, 560)
    for card in screen._cards:
        qtbot.waitUntil(lambda card=card: card.confirm.visibleRegion().boundingRect() == card.confirm.rect())
        assert card.confirm.hasFocus()
        enter(qtbot)


def test_what_was_confirmed_is_applied_and_one_undo_brings_all_back(view, screen, newer, qtbot):
    before = view.opened.dossier
    with qtbot.waitSignal(view.said) as said:
        for _ in range(4):
            enter(qtbot)
    assert "EX-DOMICILE" in said.args[0]
    dossier = view.opened.dossier
    assert dossier.fiches["EX-DOMICILE"] == newer
    assert [dossier.competence_of(e) for e in dossier.evidence.values()] == list(newer.competences()[:3])
    assert view.stack.currentWidget() is view.sections.recognition
    view.undo()
    assert (view.opened.dossier.fiches, view.opened.dossier.evidence) == (before.fiches, before.evidence)


def test_a_line_sent_elsewhere_is_to_be_confirmed_again(screen, qtbot):
    enter(qtbot)
    card = screen._cards[0]
    target = screen.plan.after.competences()[5].code
    screen.send(card, (target,))
    assert screen.plan.confirmed == 0
    assert screen.plan.goes(card.line) == (target,)
    assert QApplication.focusWidget() is card.confirm


def test_a_line_without_equivalent_leaves_its_passage_in_the_recognition_room(view, screen, qtbot):
    screen.send(screen._cards[1], ())
    for card in screen._cards:
        card.confirm.click()
    assert "sans équivalent : 1" in screen._summary.text().replace("\u00a0", " ")
    screen.apply_button.click()
    (archive,) = view.opened.dossier.archives
    assert [e.id for e in view.opened.dossier.without_equivalent(archive)] == ["p1"]
    shown = {b.objectName() for b in view.sections.recognition.findChildren(Button) if b.isVisible()}
    assert {"p0", "p1", "p2"} <= shown


def test_undoing_a_passage_meanwhile_keeps_what_was_confirmed_of_the_others(view, screen):
    screen._cards[0].confirm.click()
    screen._cards[2].confirm.click()
    view.opened.undo()
    assert [card.line.passages[0].id for card in screen._cards] == ["p0", "p1"]
    assert screen.plan.confirmed == 1


def test_an_analyst_that_begins_again_is_asked_again(view, window, qtbot):
    screen = view.sections.migration
    asked = []

    def never_answers(*args, on_done):
        asked.append(args)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window.analyst, "run", never_answers)
        button(view.sections.recognition, "Comparer").click()
    assert asked
    assert screen.plan is None
    with qtbot.waitSignal(screen.compared):
        window.analyst.ready.emit()
    assert screen.plan is not None


def test_a_fiche_taken_out_meanwhile_leads_back(view, screen):
    view.opened.record(c.FicheRemoved("EX-DOMICILE"))
    assert view.stack.currentWidget() is view.sections.recognition


def test_several_competences_are_checked_and_found_by_their_words(screen, qtbot):
    card = screen._cards[0]
    dialog = TargetDialog(screen.plan, card.line)
    qtbot.addWidget(dialog)
    assert dialog.codes == screen.plan.goes(card.line)
    dialog.list.item(3).setCheckState(Qt.CheckState.Checked)
    assert len(dialog.codes) == 2
    wanted = dialog.list.item(5).text().split("\n")[0]
    with qtbot.waitSignal(dialog.search.searched):
        dialog.search.setText(wanted.upper())
    assert [n for n in range(dialog.list.count()) if not dialog.list.item(n).isHidden()] == [5]
    dialog.none.click()
    assert dialog.codes == ()


def test_a_passage_without_equivalent_is_removed_and_comes_back(view, screen):
    for card in screen._cards:
        screen.send(card, ())
        card.confirm.click()
    screen.apply_button.click()
    drop = next(b for b in view.sections.recognition.findChildren(Button) if "Retirer ce passage" in b.toolTip())
    drop.click()
    assert set(view.opened.dossier.evidence) == {"p1", "p2"}
    view.undo()
    assert set(view.opened.dossier.evidence) == {"p0", "p1", "p2"}
