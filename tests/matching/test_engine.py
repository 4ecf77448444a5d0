import pytest

from tests.matching.conftest import small_fiche

FICHE = small_fiche(
    "Aider la personne à faire sa toilette et à s'habiller",
    "Nettoyer les sols et les surfaces du logement",
    "Préparer des repas adaptés au régime de la personne",
)
STORY = "Je lui lavais le dos au gant.\nLe midi je préparais ses repas sans sel.\nLe patron criait."


def test_every_sentence_comes_with_its_place(engine):
    analysis = engine.analyse(STORY, [FICHE], candidates=3)
    assert [STORY[s.span.start : s.span.end] for s in analysis.sentences] == STORY.split("\n")


def test_suggestions_are_sorted_and_explained_by_words_of_the_story(engine):
    for sentence in engine.analyse(STORY, [FICHE], candidates=3).sentences:
        scores = [s.score for s in sentence.suggestions]
        assert scores == sorted(scores, reverse=True)
        words = {w for s in sentence.suggestions for r in s.reasons for w in r.story_words.split(" … ")}
        assert all(w in STORY for w in words)


def test_the_competence_that_shares_the_gesture_comes_first(engine):
    cooking = engine.analyse(STORY, [FICHE], candidates=3).sentences[1]
    assert cooking.suggestions[0].competence == "ESSAI-BC01-C03"


def test_a_repeated_competence_is_suggested_under_each_code(engine):
    fiche = small_fiche("Préparer des repas", "Laver le linge", "Préparer des repas.")
    found = engine.analyse("Je préparais les repas du soir.", [fiche], candidates=2).sentences[0].suggestions
    assert {s.competence for s in found[:2]} == {"ESSAI-BC01-C01", "ESSAI-BC01-C03"}


def test_the_same_story_gives_the_same_answer(engine):
    assert engine.analyse(STORY, [FICHE]) == engine.analyse(STORY, [FICHE])


@pytest.mark.parametrize(
    "story",
    ["", "   ", "😀😀 🚑", "שלום, עבדתי במטבח", "JE LAVAIS TOUT " * 40, "a", "- un\n- deux\n\n- trois", "the cat sat"],
)
def test_no_story_is_refused(engine, story):
    engine.analyse(story, [FICHE], candidates=2)


@pytest.mark.parametrize("titles", [("Coder",), tuple(f"Vérifier le point numéro {n}" for n in range(300))])
def test_fiches_of_any_size_are_read(engine, titles):
    assert engine.analyse(
        "J'ai vérifié le point.", [small_fiche(*titles, code=f"T{len(titles)}")], candidates=1
    ).sentences


def gestures_given(engine, story, fiche):
    found = engine.analyse(story, [fiche], candidates=3).sentences[0].suggestions
    return {r.referential_words for s in found for r in s.reasons if r.link == "thesaurus"}


def test_a_gesture_is_a_reason_where_it_speaks_for_the_competence_and_not_where_a_verb_names_many(engine):
    moving = small_fiche("Accompagner les levers, la marche et les déplacements de la personne")
    spoken = "Je calais mes genoux contre les siens et on pivotait vers le fauteuil."
    assert any("lever" in name for name in gestures_given(engine, spoken, moving))
    assert gestures_given(engine, "On a épluché les carottes.", FICHE) == set()
