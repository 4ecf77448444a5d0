import pytest

from tests.ui.fakes import fake_analyst
from workbench.domain import changes as c
from workbench.domain.dossier import Strength
from workbench.domain.local_examples import local_examples
from workbench.domain.positions import Span
from workbench.ui.examples.review import ReviewDialog


@pytest.fixture
def taught(window, qtbot):
    """A window on the example with one passage accepted and one suggestion refused."""
    view = window.view
    view.open_example()
    dossier = view.opened.dossier
    recit, fiche = next(iter(dossier.recits.values())), next(iter(dossier.fiches.values()))
    first, second = fiche.competences()[:2]
    accepted = c.EvidenceAccepted("e", recit.id, Span(0, 20), fiche.code, first.code, Strength.TOLD, suggested=True)
    view.opened.record(accepted)
    view.opened.record(c.SuggestionRefused("n", recit.id, Span(0, 20), fiche.code, second.code))
    return window


def test_what_is_decided_teaches_at_once_and_what_is_undone_no_longer_does(taught):
    view = taught.view
    assert [e.id for e in view.learning.examples] == ["e", "n"]
    view.opened.undo()
    assert [e.id for e in view.learning.examples] == ["e"]


def test_the_analyst_is_told_what_changed_once(taught, qtbot):
    told = []
    taught.analyst._analyse = lambda text, fiches, candidates, recit, learnt, said: told.append((recit, learnt))
    view = taught.view
    recit = next(iter(view.opened.dossier.recits))
    for _ in range(2):
        with qtbot.waitSignal(taught.analyst._answered):
            taught.analyst.ask("Je lave.", (), recit)
    assert [(r, learnt and len(learnt)) for r, learnt in told] == [(recit, 2), (recit, None)]


def test_an_example_of_a_closed_dossier_is_withdrawn_and_put_back(taught, qtbot):
    view = taught.view
    with qtbot.waitSignal(view.learning.changed):
        view.close_dossier()
    view.go("exemples")
    qtbot.waitUntil(lambda: len(view.learning.examples) == 2)
    view.examples.list.choose("e")
    view.examples.act.click()
    qtbot.waitUntil(lambda: [e.id for e in view.learning.examples if e.withdrawn] == ["e"])
    view.examples.list.choose("e")
    view.examples.act.click()
    qtbot.waitUntil(lambda: not any(e.withdrawn for e in view.learning.examples))


def test_withdrawing_in_the_open_dossier_can_be_undone(taught, qtbot):
    view = taught.view
    view.go("exemples")
    view.examples.list.choose("n")
    view.examples.act.click()
    assert view.opened.dossier.withdrawn == {"n"}
    view.opened.undo()
    assert not view.opened.dossier.withdrawn


def test_each_sentence_is_read_again_before_it_leaves(taught, qtbot, tmp_path):
    screen = taught.view.examples
    examples = local_examples(taught.view.opened.dossier)
    dialog = ReviewDialog(examples, ["Je lavais X.", "Je pliais."])
    qtbot.addWidget(dialog)
    dialog.drop.click()
    dialog.back.click()
    dialog.sentence.setText("Je lavais le dos.")
    dialog.keep.click()
    dialog.drop.click()
    assert [e.text for e in dialog.kept] == ["Je lavais le dos."]
    with qtbot.waitSignal(screen.said):
        screen.write(dialog.kept, tmp_path / "sortie")
    (written,) = (tmp_path / "sortie").iterdir()
    with qtbot.waitSignal(screen.said):
        screen.import_pack(written)
    assert [p.examples for p in screen._packs] == [1]


def test_a_new_process_is_taught_again(qtbot, qapp):
    analyst = fake_analyst()
    with qtbot.waitSignal(analyst.ready):
        analyst.start()
    analyst._learnt, analyst._knows_learnt = ("x",), True
    with qtbot.waitSignal(analyst.ready):
        analyst._restart()
    assert not analyst._knows_learnt
    analyst.close()


def test_a_function_runs_beside_the_readings_and_its_errors_are_told(qtbot, qapp):
    analyst, counted = fake_analyst(), []
    with qtbot.waitSignal(analyst.ready):
        analyst.start()
    analyst.run(len, "abc", on_done=counted.append)
    qtbot.waitUntil(lambda: counted == [3])
    with qtbot.waitSignal(analyst.failed):
        analyst.run(len, 3, on_done=counted.append)
    assert counted == [3]
    analyst.close()


def test_the_sentences_to_export_are_masked_with_the_names_of_their_dossiers(taught, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(taught.analyst, "run", lambda function, texts, names, on_done: asked.append((texts, names)))
    taught.view.examples.export(None)
    qtbot.waitUntil(lambda: bool(asked))
    texts, names = asked[0]
    assert len(texts) == 2
    assert set(taught.view.opened.dossier.person.name.split()) <= names
