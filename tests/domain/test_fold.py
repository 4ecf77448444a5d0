from tests.domain.journals import STORY, event, journal
from workbench.domain import changes as c
from workbench.domain.analysis import Actor, Reality
from workbench.domain.dossier import Strength
from workbench.domain.fold import fold
from workbench.domain.positions import Edit, Span

WRITTEN = (*STORY, c.TextEdited("r", (Edit(0, 0, "je lave le dos"),)))


def accepted(start, end, evidence_id="p"):
    return c.EvidenceAccepted(evidence_id, "r", Span(start, end), "F", "F-C01", Strength.EXPLICIT, suggested=True)


def overruled(start, end, overruling_id="o", actor=Actor.OTHER):
    return c.ActorOverruled(overruling_id, "r", Span(start, end), actor, Reality.DONE)


def told(*changes):
    return fold("d", journal(*changes))


def test_a_passage_follows_the_typing_before_it():
    dossier = told(*WRITTEN, accepted(3, 14), c.TextEdited("r", (Edit(0, 0, "Le matin, "),)))
    assert dossier.passage(dossier.evidence["p"]) == "lave le dos"


def test_what_is_undone_no_longer_counts_and_can_be_redone():
    undone = [*journal(*WRITTEN), event(5, c.Retracted("e4"))]
    redone = [*undone, event(6, c.Retracted("e5"))]
    assert fold("d", undone).recits["r"].text == ""
    assert fold("d", redone).recits["r"].text == "je lave le dos"


def postponed(start, end):
    return c.SuggestionPostponed("s", "r", Span(start, end), "F", "F-C01")


def test_a_suggestion_put_off_follows_the_typing_until_it_is_taken_up_or_its_story_goes():
    before = (*WRITTEN, postponed(3, 14), c.TextEdited("r", (Edit(0, 0, "Oui, "),)))
    assert told(*before).postponed["s"].span == Span(8, 19)
    assert not told(*before, c.PostponingRemoved("s")).postponed
    assert not told(*before, c.RecitRemoved("r")).postponed


def test_a_competence_is_silenced_and_heard_again():
    silenced = (*WRITTEN, c.CompetenceSilenced("F", "F-C01"))
    assert told(*silenced).silenced == {("F", "F-C01")}
    assert not told(*silenced, c.CompetenceHeard("F", "F-C01")).silenced


def test_removing_an_experience_takes_its_stories_and_what_was_said_of_them():
    dossier = told(*WRITTEN, accepted(0, 3), overruled(0, 3), c.ExperienceRemoved("x"))
    assert (len(dossier.recits), len(dossier.evidence), len(dossier.overrulings)) == (0, 0, 0)


def test_removing_a_story_takes_what_was_said_of_it_and_leaves_the_others():
    other = (c.RecitStarted("s", "x", "Mardi"), c.EvidenceAccepted("q", "s", Span(0, 1), "F", "C", Strength.TOLD, True))
    dossier = told(*WRITTEN, accepted(0, 3), overruled(0, 3), *other, c.RecitRemoved("r"))
    assert set(dossier.recits) == {"s"}
    assert set(dossier.evidence) == {"q"}
    assert not dossier.overrulings


def test_a_story_is_renamed_and_keeps_its_words():
    recit = told(*WRITTEN, c.RecitRenamed("r", "Un lundi")).recits["r"]
    assert (recit.title, recit.text) == ("Un lundi", "je lave le dos")


def test_evidence_given_to_another_competence_keeps_its_place_and_strength():
    moved = c.TextEdited("r", (Edit(0, 0, "Oui, "),))
    proof = told(*WRITTEN, accepted(3, 14), moved, c.EvidenceReassigned("p", "G", "G-C02")).evidence["p"]
    assert (proof.fiche, proof.competence, proof.strength) == ("G", "G-C02", Strength.EXPLICIT)
    assert proof.span == Span(8, 19)


def test_what_the_counsellor_says_of_a_passage_follows_the_typing():
    dossier = told(*WRITTEN, overruled(3, 14), c.TextEdited("r", (Edit(0, 0, "Oui, "),)))
    found = dossier.overruling_at("r", Span(10, 12))
    assert found is not None
    assert (dossier.passage(found), found.actor) == ("lave le dos", Actor.OTHER)
    assert dossier.overruling_at("r", Span(0, 5)) is None


def test_the_latest_word_of_the_counsellor_replaces_those_on_the_same_passage():
    dossier = told(*WRITTEN, overruled(3, 14), overruled(3, 14, "o2", Actor.GROUP))
    assert [o.actor for o in dossier.overrulings.values()] == [Actor.GROUP]
    assert not told(*WRITTEN, overruled(3, 14), c.OverrulingRemoved("o")).overrulings


def test_the_order_in_which_copies_are_read_does_not_matter():
    events = journal(*WRITTEN, accepted(0, 3))
    assert fold("d", reversed(events)) == fold("d", events)
