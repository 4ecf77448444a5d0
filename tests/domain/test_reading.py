import pytest

from tests.domain.journals import STORY, fiche, journal
from workbench.domain import changes as c
from workbench.domain.dossier import Strength
from workbench.domain.fold import fold
from workbench.domain.history import read_history
from workbench.domain.mastery import Mastery, Rater, Ratings
from workbench.domain.migration import Correspondence
from workbench.domain.positions import Edit, Span
from workbench.domain.reading import claims, in_plain_words
from workbench.domain.telling import tell_history

OLD, NEW = fiche("F"), fiche("G")
TEXT = "je lave le dos puis je range le linge"
WRITTEN = (*STORY, c.TextEdited("r", (Edit(0, 0, TEXT),)), c.FicheAdded(OLD))


def accepted(key, start, end, competence):
    return c.EvidenceAccepted(key, "r", Span(start, end), "F", competence, Strength.TOLD, suggested=True)


LATER, EARLIER = accepted("b", 20, 37, "p2"), accepted("a", 3, 14, "p1")
CONFIRMED, WITHDRAWN = c.ClaimConfirmed("a"), c.ClaimWithdrawn("a")
ALONE = c.MasteryRated("F", "p1", Rater.PERSON, Mastery.ALONE)
BEGUN = c.MasteryRated("F", "p1", Rater.COUNSELLOR, Mastery.BEGUN)


def told(*happened):
    return fold("d", journal(*WRITTEN, LATER, EARLIER, *happened))


def test_claims_come_in_the_order_of_the_story_with_the_words_of_the_person():
    found = claims(told())
    assert [claim.words for claim in found] == ["lave le dos", "je range le linge"]
    assert [claim.title for claim in found] == [OLD.competence(code).title for code in ("p1", "p2")]
    assert not any(claim.is_answered for claim in found)


def test_what_she_says_otherwise_is_kept_beside_her_story():
    dossier = told(c.ClaimReworded("a", "Je fais sa toilette"))
    claim = claims(dossier)[0]
    assert (claim.words, claim.evidence.wording) == ("lave le dos", "Je fais sa toilette")
    assert claim.is_answered


def test_a_withdrawn_claim_proves_nothing_stays_in_the_reading_and_follows_the_text():
    dossier = told(WITHDRAWN, c.TextEdited("r", (Edit(0, 0, "Lundi, "),)))
    assert not dossier.evidence_for("F", "p1")
    claim = claims(dossier)[0]
    assert (claim.words, claim.is_taken_back) == ("lave le dos", True)


def test_a_withdrawn_claim_comes_back_as_it_was_unconfirmed():
    dossier = told(c.ClaimReworded("a", "Je fais sa toilette"), WITHDRAWN, c.ClaimRestored("a"))
    assert dossier.evidence["a"].wording == "Je fais sa toilette"
    assert not claims(dossier)[0].is_confirmed
    assert not dossier.taken_back


def test_accepting_again_what_was_withdrawn_leaves_one_claim():
    assert [claim.is_taken_back for claim in claims(told(WITHDRAWN, EARLIER))] == [False, False]


def test_what_was_confirmed_of_one_competence_is_not_confirmed_of_another():
    assert not claims(told(CONFIRMED, c.EvidenceReassigned("a", "F", "p3")))[0].is_confirmed


def test_a_yes_holds_for_the_words_that_were_read_and_no_others():
    elsewhere, inside = Edit(0, 0, "Lundi, "), Edit(8, 0, "bien ")
    assert claims(told(CONFIRMED, c.TextEdited("r", (elsewhere,))))[0].is_confirmed
    changed = claims(told(CONFIRMED, c.TextEdited("r", (inside,))))[0]
    assert (changed.words, changed.is_answered, changed.has_changed) == ("lave bien le dos", False, True)
    assert claims(told(CONFIRMED, c.TextEdited("r", (inside,)), CONFIRMED))[0].is_confirmed


def test_both_ratings_stand_side_by_side_and_each_is_taken_back_alone():
    assert claims(told(ALONE, BEGUN))[0].ratings == Ratings(Mastery.ALONE, Mastery.BEGUN)
    taken = c.MasteryRated("F", "p1", Rater.PERSON, None)
    assert told(ALONE, BEGUN, taken).ratings_of("F", "p1") == Ratings(None, Mastery.BEGUN)
    assert not told(ALONE, taken).ratings


def test_ratings_follow_their_competence_and_the_lowest_is_kept_of_several_that_become_one():
    other = c.MasteryRated("F", "p2", Rater.PERSON, Mastery.BEGUN)
    stays = c.MasteryRated("F", "p5", Rater.PERSON, Mastery.PASSES_ON)
    goes = (Correspondence("p1", ("p4", "p3")), Correspondence("p2", ("p4",)))
    dossier = told(ALONE, BEGUN, other, stays, c.FicheMigrated("archive", OLD, NEW, goes))
    assert dossier.ratings_of("G", "p4") == Ratings(Mastery.BEGUN, Mastery.BEGUN)
    assert dossier.ratings_of("G", "p3") == Ratings(Mastery.ALONE, Mastery.BEGUN)
    assert dossier.ratings_of("archive", "p5") == Ratings(Mastery.PASSES_ON)


def test_a_migration_takes_what_was_withdrawn_along():
    dossier = told(WITHDRAWN, c.FicheMigrated("archive", OLD, NEW, (Correspondence("p1", ("p4",)),)))
    claim = next(claim for claim in claims(dossier) if claim.is_taken_back)
    assert claim.title == NEW.competence("p4").title


def test_the_history_says_what_the_person_did():
    happened = (CONFIRMED, c.ClaimReworded("a", "Je lave"), WITHDRAWN, c.ClaimRestored("a"), ALONE)
    lines = tell_history(read_history(journal(*WRITTEN, EARLIER, *happened)))[:5]
    said = [line.what for line in reversed(lines)]
    assert [words.split(" : ")[0] for words in said] == [
        "Relu et confirmé par la personne",
        "Relu par la personne",
        "Retiré par la personne à la relecture",
        "Repris par la personne à la relecture",
        "Maîtrise selon la personne",
    ]
    assert "« Je lave »" in said[1]
    assert "autonome" in said[4]


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("C2.1 – Préparer un repas équilibré, en tenant compte des goûts", "Préparer un repas équilibré"),
        (
            "Accompagner la personne dans ses gestes afin de préserver son autonomie",
            "Accompagner la personne dans ses gestes",
        ),
        ("Entretenir le linge en respectant les consignes.", "Entretenir le linge"),
        ("Nettoyer, ranger et désinfecter", "Nettoyer, ranger et désinfecter"),
        (
            "Rendre compte de son travail à la personne responsable",
            "Rendre compte de son travail à la personne responsable",
        ),
    ],
)
def test_a_wording_is_said_without_its_code_its_purpose_and_its_manner(title, plain):
    assert in_plain_words(title) == plain
