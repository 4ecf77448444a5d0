import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.conftest import small_fiche
from workbench.matching.classifier import RIDGE
from workbench.matching.lessons import Lesson, PlacedLesson, place_lessons
from workbench.matching.packs import written_print
from workbench.matching.resemblance import Resemblance

TITLES = (
    "Aider la personne à faire sa toilette et à s'habiller",
    "Nettoyer les sols et les surfaces du logement",
    "Préparer des repas adaptés au régime de la personne",
)
FICHE = small_fiche(*TITLES)
CODES = [c.code for c in FICHE.competences()]
SAID = "Le mercredi je m'occupais de la vieille jument de madame."


def lesson(text, place, *, shows=True, recit="autre", fiche="ESSAI"):
    return Lesson(text, fiche, f"{fiche}-{place}", written_print(TITLES[place]), shows, recit)


def scores(engine, sentence, *lessons, recit=""):
    """Return the classifier's scores of a sentence by place."""
    index = engine.taught(engine.index(FICHE), lessons)
    said = engine.read([sentence])[0].said
    near = index.compared(said)[1]
    if index.pupil is None:
        return index.classifier.scores(near)
    return index.pupil.scores(index.pupil.likeness(said.bag, near), index.pupil.dropped_for(sentence, recit))


def test_an_accepted_sentence_counts_at_once(engine):
    before, after = scores(engine, SAID), scores(engine, SAID, lesson("je m'occupais de la jument", 1))
    assert after[1] > before[1] + 0.2
    assert after.argmax() == 1


def test_a_refusal_lowers_its_competence_and_leaves_the_others_as_they_were(engine):
    shown = lesson("je m'occupais de la jument", 1)
    before = scores(engine, SAID, shown)
    after = scores(engine, SAID, shown, lesson("le mercredi, la jument", 1, shows=False))
    assert after[1] < before[1] - 0.05
    np.testing.assert_allclose(after[[0, 2]], before[[0, 2]], atol=1e-5)


def test_a_corrected_sentence_goes_from_one_competence_to_the_other(engine):
    sentence = "Je lavais le dos de la jument."
    before = scores(engine, sentence)
    after = scores(engine, sentence, lesson(sentence, 0, shows=False), lesson(sentence, 1))
    assert after[0] < before[0] + 0.05
    assert after.argmax() == 1


def test_a_sentence_is_not_judged_by_what_it_taught_itself(engine):
    own = lesson(SAID, 1, recit="r")
    np.testing.assert_allclose(scores(engine, SAID, own, recit="r"), scores(engine, SAID), atol=1e-3)
    assert scores(engine, SAID, own, recit="s")[1] > scores(engine, SAID)[1] + 0.2


def test_a_passage_of_the_sentence_is_the_sentence(engine):
    part = lesson("je m'occupais  de la vieille jument", 1, recit="r")
    np.testing.assert_allclose(scores(engine, SAID, part, recit="r"), scores(engine, SAID), atol=1e-3)


def test_lessons_of_another_version_or_another_fiche_find_their_competence():
    competences = FICHE.competences()
    recut = Lesson("je lave", "ESSAI", "ANCIEN-7", written_print(TITLES[1] + " de la personne âgée"), shows=True)
    same = lesson("je lave", 1, fiche="AUTRE")
    other = Lesson("je lave", "AUTRE", "X", written_print("Tenir la comptabilité d'une association"), shows=True)
    for one, places in ((recut, {1}), (same, {1})):
        assert [p.shown for p in place_lessons([one], FICHE, competences, frozenset())] == [places]
    assert place_lessons([other], FICHE, competences, frozenset()) == []


def test_lessons_of_the_fiches_set_aside_do_not_count(engine):
    told = (lesson("je m'occupais de la jument", 1),)
    aside = engine.analyse(SAID, [FICHE], candidates=3, with_examples=False, local=told)
    assert aside == engine.analyse(SAID, [FICHE], candidates=3, with_examples=False)
    assert aside != engine.analyse(SAID, [FICHE], candidates=3, local=told)


def test_somebody_elses_words_are_not_quoted(engine):
    told = (lesson("je m'occupais de la jument grise de Sidonie", 1, recit="autre"),)
    for recit, quoted in (("r", False), ("autre", True)):
        found = engine.analyse(SAID, [FICHE], candidates=3, local=told, recit=recit).sentences[0].suggestions
        words = " ".join(r.referential_words for s in found for r in s.reasons)
        assert ("Sidonie" in words) == quoted
        assert words


@settings(deadline=None, max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(["je lave le sol", "la jument", "un repas salé", "le dos au gant", "dehors"]),
                          st.integers(0, 2), st.booleans()), min_size=1, max_size=6), st.data())  # fmt: skip
def test_blocks_give_what_solving_everything_again_gives(engine, decided, data):
    lessons = tuple(lesson(t, p, shows=s, recit=str(n)) for n, (t, p, s) in enumerate(decided))
    pupil = engine.taught(engine.index(FICHE), lessons).pupil
    dropped = tuple(sorted(data.draw(st.sets(st.integers(0, len(pupil.lessons) - 1)))))
    found = pupil._solve(dropped)
    kernel = _kernel(engine.index(FICHE), pupil)
    for place in range(3):
        rows = [r for r in range(len(kernel)) if _counts(pupil, r, place, dropped)]
        expected = np.zeros(len(kernel))
        expected[rows] = np.linalg.solve(
            kernel[np.ix_(rows, rows)] + RIDGE * np.eye(len(rows)), pupil._targets[rows, place]
        )
        np.testing.assert_allclose(found[:, place], expected, atol=2e-4)


def _counts(pupil, row, place, dropped):
    number = row - pupil.base.size
    if number < 0:
        return True
    told = pupil.lessons[number]
    return number not in dropped and bool(told.shown or place in told.refused)


def _kernel(index, pupil):
    """Return the likeness of all examples and lessons with each other."""
    size, lessons = pupil.base.size, [index.bag(p.text) for p in pupil.lessons]
    old = np.linalg.inv(index.classifier.inverse.astype(float)) - RIDGE * np.eye(size)
    across = np.stack([index._shown.to(b) for b in lessons], axis=1)
    return np.block([[old, across], [across.T, Resemblance(lessons, index._stranger).among()]])


@pytest.mark.parametrize(
    ("sentence", "recit", "own"), [("Je lave.", "r", True), ("Je lave.", "s", False), ("Je plie.", "r", False)]
)
def test_a_lesson_knows_its_sentence(sentence, recit, own):
    assert PlacedLesson("Je lave.", "r", frozenset({0}), frozenset()).is_of(sentence, recit) is own


def test_what_was_accepted_here_leans_the_judgement_and_sums_to_nothing(engine):
    index = engine.taught(engine.index(FICHE), (lesson("je m'occupais de la jument", 1),))
    said = engine.read([SAID])[0].said
    assert index.leaning(said, "").argmax() == 1
    assert index.pupil.leaning(engine.index(FICHE)._encoder.vector(said.bag)).sum() == pytest.approx(0, abs=1e-5)
    own = engine.taught(engine.index(FICHE), (lesson(SAID, 1, recit="r"),))
    np.testing.assert_allclose(own.leaning(said, "r"), 0, atol=1e-3)
    assert not engine.index(FICHE).leaning(said, "").any()


def test_a_colleagues_whole_pack_prepares_a_fiche_and_a_few_lessons_do_not(engine):
    told = [lesson(f"{words} {place}", place) for place in (0, 1) for words in ("je lavais", "je frottais")]
    assert not engine.index(FICHE).is_prepared
    assert not engine.taught(engine.index(FICHE), tuple(told[:3])).is_prepared
    assert engine.taught(engine.index(FICHE), tuple(told)).is_prepared
