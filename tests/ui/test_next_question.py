"""The next good question: shown, asked or set aside, followed while the story is typed."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.domain.journals import event
from workbench.domain.analysis import Actor, Reality, Relance, SentenceAnalysis, Suggestion, WhoDidWhat
from workbench.domain.dossier import Dossier, Outcome, Recit
from workbench.domain.fold import apply
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.domain.solidity import Grade, Point, Sign, Solidity, Standing
from workbench.matching.next_question import Gain
from workbench.ui.passages import Passages
from workbench.ui.recit.editor import RecitEditor
from workbench.ui.recit.next_question import QuestionGuide
from workbench.ui.recit.panel import SuggestionPanel
from workbench.ui.recit.question_card import NextQuestionCard
from workbench.ui.recit.sentence_view import SentenceView
from workbench.ui.widgets.basics import Button, column
from workbench.ui.words import gain_words, signs_words, solidity_words

STORY = "J’ai plié le linge."
FICHE = Fiche("F", "Fiche", (Bloc("B", "Bloc", (Competence("C", "Entretenir le linge de la personne"),)),))
SUGGESTIONS = (Suggestion("F", "B", "C", 0.8, proposed=True),)


@dataclass
class Opened:
    """Stands in for an open dossier."""

    dossier: Dossier

    def record(self, change):
        self.dossier = apply(self.dossier, event(1, change))


@pytest.fixture
def guide(qtbot):
    """Return a guide beside an editor that holds a story of one sentence, which lacks two things."""
    editor, card, room = RecitEditor(), NextQuestionCard(), QWidget()
    column(room).addWidget(editor)
    room.layout().addWidget(card)
    qtbot.addWidget(room)
    sentence = SentenceAnalysis(
        Span(0, len(STORY)),
        WhoDidWhat(Actor.SELF, Reality.DONE),
        SUGGESTIONS,
        solidity=Solidity((Sign(Point.DEED, "J’ai plié"),)),
        lacks=("MOY", "DEC"),
    )
    editor.load(STORY)
    editor.show_sentences(Passages([(sentence.span, sentence)]))
    made = QuestionGuide(editor, card)
    made.follow(Opened(Dossier("d", recits={"r": Recit("r", "e", "Titre", STORY)}, fiches={"F": FICHE})), "r")
    made.look()
    yield made
    room.close()


def shown(guide):
    return "" if guide._card.question.isHidden() else guide._card.question.text().replace("\u00a0", " ")


def test_a_card_without_a_question_shows_nothing(qapp):
    assert NextQuestionCard().isHidden()


def test_the_question_quotes_the_person_without_the_competence(guide):
    assert shown(guide).startswith("« j’ai plié le linge »")
    assert "personne" not in shown(guide) + guide._card.gain.text().replace("compétence", "")


@pytest.mark.parametrize("button", ["asked_button", "aside_button"])
def test_another_question_comes_then_none(guide, button):
    first = shown(guide)
    getattr(guide._card, button).click()
    second = shown(guide)
    getattr(guide._card, button).click()
    assert len({first, second, ""}) == 3
    assert shown(guide) == ""


def test_what_was_asked_follows_the_typing(guide):
    guide._card.asked_button.click()
    guide.note(Edit(0, 0, "Puis "))
    moved = Span(5, 5 + len(STORY))
    assert guide._asked_at(moved) == (guide._asked_at(Span(8, 9))[0],)
    assert guide._asked_at(Span(0, 4)) == ()


def test_a_sentence_is_then_asked_something_else(guide):
    (span, sentence), *_ = guide._editor.sentences.all()
    guide.handle(span, "MOY", "Avec quoi ?")
    assert [r.code for r in guide.relances(span, sentence, STORY)] == ["DEC"]


def test_what_became_of_a_question_is_kept_in_the_dossier(guide):
    question = guide._card.question.text()
    guide._card.asked_button.click()
    (relance,) = guide._opened.dossier.relances.values()
    assert (relance.outcome, relance.before) == (Outcome.ASKED, Standing(1, Grade.GENERIC))
    assert relance.question.replace("\u00a0", " ") == question.replace("\u00a0", " ")
    guide._card.aside_button.click()
    assert [r.outcome for r in guide._opened.dossier.relances.values()] == [Outcome.ASKED, Outcome.SET_ASIDE]


def test_an_answer_shows_its_effect_and_keeps_it(guide):
    guide._card.asked_button.click()
    assert guide._card.effect.isHidden()
    signs = tuple(Sign(point, "mot") for point in Point)
    (span, sentence), *_ = guide._editor.sentences.all()
    guide._editor.show_sentences(Passages([(span, replace(sentence, solidity=Solidity(signs)))]))
    guide.look()
    effect = "Ce passage est passé de « encore général » à « probant »."
    assert guide._card.effect.text().replace("\u00a0", " ") == effect
    guide._card.answered_button.click()
    (relance,) = guide._opened.dossier.relances.values()
    assert (relance.outcome, relance.after) == (Outcome.ANSWERED, Standing(7, Grade.PROBATIVE))
    assert guide._card.waiting.isHidden()
    assert guide._card.effect.text().replace("\u00a0", " ") == effect


def test_a_question_without_answer_is_proposed_again(guide):
    first = shown(guide)
    guide._card.asked_button.click()
    guide._card.forgotten_button.click()
    assert shown(guide) == first
    assert not guide._opened.dossier.relances


def test_it_shows_the_passage(guide):
    guide._editor.load("Avant.\n" + STORY)
    guide.note(Edit(0, 0, "Avant.\n"))
    guide._card.passage_button.click()
    assert guide._editor.textCursor().position() >= len("Avant.\n")


def test_another_story_does_not_show_this_question(guide):
    guide.follow(guide._opened, "autre")
    assert shown(guide) == ""


def test_the_panel_shows_how_solid_a_sentence_is_and_asks_one_question(qtbot):
    solidity = Solidity((Sign(Point.DEED, "j’ai plié"),))
    told = SentenceAnalysis(Span(0, 0), WhoDidWhat(Actor.SELF, Reality.DONE), solidity=solidity)
    panel = SuggestionPanel(NextQuestionCard())
    qtbot.addWidget(panel)
    questions = (Relance("MOY", "Avec quoi ?"), Relance("RES", "Et à la fin ?"))
    panel.show_sentence(SentenceView(Span(0, 9), told, relances=questions), {})
    texts = [w.text().replace("\u00a0", " ") for w in panel.findChildren(QLabel)]
    assert "Encore général : 1 point sur 7" in texts
    assert "Avec quoi ?" in texts
    assert "Et à la fin ?" not in texts
    with qtbot.waitSignal(panel.relance_asked) as asked:
        next(b for b in panel.findChildren(Button) if b.text().startswith("Posée, ")).click()
    assert asked.args == ["MOY"]


def test_points_are_said_with_the_words_that_gave_them():
    solidity = Solidity((Sign(Point.DEED, "j’ai plié"), Sign(Point.MEANS, "presse", nearby=True)))
    assert solidity_words(solidity) == "Encore général : 2 points sur 7"
    assert signs_words(solidity) == "un geste à soi (« j’ai plié ») · de quoi on s’est servi, à côté (« presse »)"


@pytest.mark.parametrize(
    ("gain", "words"),
    [
        (Gain(4, 5, Grade.TO_DEVELOP, Grade.PROBATIVE, first_proof=True), "peut rendre ce passage probant"),
        (Gain(1, 2, Grade.GENERIC, Grade.GENERIC, first_proof=False), "de 1 à 2 points sur 7"),
        (Gain(5, 5, Grade.PROBATIVE, Grade.PROBATIVE, first_proof=False), "un détail de plus"),
    ],
)
def test_the_gain_is_said_in_plain_words(gain, words):
    assert words in gain_words(gain)
