from hypothesis import given
from hypothesis import strategies as st

from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.fold import fold, read_history
from workbench.domain.positions import Edit, Span


def journal(*changes):
    return [c.Event(f"e{i}", "d", i, f"2026-01-01T00:00:{i % 60:02}", "moi", x) for i, x in enumerate(changes, 1)]


CREATED = c.DossierCreated(Person("Awa", "Diallo"), "moi", "cep")
STORY = (CREATED, c.ExperienceWritten(Experience("x", "Aide")), c.RecitStarted("r", "x", "Lundi"))


def accepted(start, end, evidence_id="p"):
    return c.EvidenceAccepted(evidence_id, "r", Span(start, end), "F", "F-C01", Strength.TOLD, suggested=True)


def test_a_passage_follows_the_typing_before_it():
    dossier = fold(
        "d",
        journal(
            *STORY,
            c.TextEdited("r", (Edit(0, 0, "je lave le dos"),)),
            accepted(3, 14),
            c.TextEdited("r", (Edit(0, 0, "Le matin, "),)),
        ),
    )
    assert dossier.passage(dossier.evidence["p"]) == "lave le dos"


def test_what_is_undone_no_longer_counts_and_can_be_redone():
    events = journal(*STORY, c.TextEdited("r", (Edit(0, 0, "bonjour"),)))
    undone = [*events, c.Event("u", "d", 5, "", "moi", c.Retracted("e4"))]
    redone = [*undone, c.Event("v", "d", 6, "", "moi", c.Retracted("u"))]
    assert fold("d", undone).recits["r"].text == ""
    assert fold("d", redone).recits["r"].text == "bonjour"


def test_a_new_change_ends_what_could_be_redone():
    events = journal(*STORY, c.PersonDescribed(Person("Awa")), c.Retracted("e4"), c.TrameChosen("vae"))
    assert read_history(events).redoable == ()


def test_creating_the_dossier_cannot_be_undone():
    assert read_history(journal(CREATED)).undoable == ()


def test_removing_an_experience_takes_its_stories_and_evidence():
    dossier = fold(
        "d", journal(*STORY, c.TextEdited("r", (Edit(0, 0, "abc"),)), accepted(0, 3), c.ExperienceRemoved("x"))
    )
    assert not dossier.recits
    assert not dossier.evidence


def test_the_order_in_which_copies_are_read_does_not_matter():
    events = journal(*STORY, c.TextEdited("r", (Edit(0, 0, "abc"),)), accepted(0, 3))
    assert fold("d", reversed(events)) == fold("d", events)


@given(st.lists(st.sampled_from(["type", "undo", "redo"]), max_size=30))
def test_undoing_everything_comes_back_to_the_created_dossier(acts):
    events = journal(*STORY)
    for act in acts:
        history = read_history(events)
        target = {"undo": history.undoable, "redo": history.redoable, "type": ()}[act]
        if act != "type" and not target:
            continue
        change = c.Retracted(target[-1]) if act != "type" else c.TextEdited("r", (Edit(0, 0, "x"),))
        events.append(c.Event(f"n{len(events)}", "d", len(events) + 1, "", "moi", change))
    while undoable := read_history(events).undoable:
        events.append(c.Event(f"n{len(events)}", "d", len(events) + 1, "", "moi", c.Retracted(undoable[-1])))
    assert [type(e.change) for e in read_history(events).counted] == [c.DossierCreated]
