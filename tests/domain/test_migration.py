import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.journals import FICHES, STORY, changes, event, fiche, journal, migrations
from workbench.domain import changes as c
from workbench.domain.coverage import cover_dossier
from workbench.domain.dossier import Strength
from workbench.domain.fold import fold
from workbench.domain.history import read_history
from workbench.domain.local_examples import local_examples
from workbench.domain.migration import Correspondence
from workbench.domain.positions import Edit, Span
from workbench.domain.telling import tell_history

OLD, NEW = fiche("F", 1), fiche("G", 1)
NEXT_EDITION = fiche("F", 2)
WRITTEN = (*STORY, c.TextEdited("r", (Edit(0, 0, "je lave le dos puis je range"),)), c.FicheAdded(OLD))


def accepted(key, competence, strength=Strength.EXPLICIT):
    return c.EvidenceAccepted(key, "r", Span(3, 14), "F", competence, strength, suggested=True)


def refused(key, competence):
    return c.SuggestionRefused(key, "r", Span(3, 14), "F", competence)


def to(after, **goes):
    pairs = tuple(Correspondence(before, tuple(codes.split())) for before, codes in goes.items())
    return c.FicheMigrated("archive", OLD, after, pairs)


def told(*happened):
    return fold("d", journal(*WRITTEN, *happened))


def place(item):
    return (item.fiche, item.competence)


def test_a_passage_follows_its_competence_with_its_strength_and_place():
    dossier = told(accepted("a", "p1"), to(NEW, p1="p4"))
    proof = dossier.evidence["a"]
    assert (place(proof), proof.strength) == (("G", "p4"), Strength.EXPLICIT)
    assert dossier.passage(proof) == "lave le dos"
    assert tuple(dossier.fiches) == ("G",)


@pytest.mark.parametrize("after", [NEW, NEXT_EDITION])
def test_what_finds_no_competence_stays_readable_and_proves_nothing_of_the_new_fiche(after):
    dossier = told(accepted("a", "p1"), to(after, p2="p1"))
    (kept,) = dossier.without_equivalent("archive")
    assert dossier.competence_of(kept) == OLD.competence("p1")
    assert sum(bloc.supported for bloc in cover_dossier(after, dossier)) == 0
    assert local_examples(dossier)[0].fiche == "F"


def test_a_correspondence_to_a_competence_that_the_new_fiche_lacks_is_none():
    dossier = told(accepted("a", "p1"), to(NEW, p1="p9"))
    assert [e.id for e in dossier.without_equivalent("archive")] == ["a"]


def test_a_competence_cut_in_two_gives_its_passage_to_both():
    dossier = told(accepted("a", "p1"), c.ExampleWithdrawn("a"), to(NEW, p1="p2 p3"))
    assert {place(e) for e in dossier.evidence.values()} == {("G", "p2"), ("G", "p3")}
    assert dossier.withdrawn == set(dossier.evidence)


def test_two_competences_made_one_keep_one_proof_the_strongest():
    dossier = told(accepted("a", "p1"), accepted("b", "p2", strength=Strength.ATTESTED), to(NEW, p1="p3", p2="p3"))
    assert [(e.id, e.strength) for e in dossier.evidence.values()] == [("a", Strength.ATTESTED)]


def test_a_refusal_follows_unless_the_same_passage_is_accepted_there():
    dossier = told(refused("x", "p1"), accepted("a", "p2"), refused("y", "p4"), to(NEW, p1="p3", p2="p3", p4="p5"))
    assert {r.id: place(r) for r in dossier.refusals.values()} == {"x": ("archive", "p1"), "y": ("G", "p5")}


def test_the_fiches_keep_their_order_and_a_successor_that_was_there_is_not_doubled():
    other = fiche("H")
    dossier = told(c.FicheAdded(NEW), c.FicheAdded(other), accepted("a", "p1"), to(NEW, p1="p1"))
    assert tuple(dossier.fiches) == ("G", "H")


def test_a_migration_confirmed_for_another_version_changes_nothing():
    before = (accepted("a", "p1"), c.FicheAdded(NEXT_EDITION))
    dossier = told(*before, to(NEW, p1="p2"))
    assert dossier.fiches == told(*before).fiches
    assert (place(dossier.evidence["a"]), dict(dossier.archives)) == (("F", "p1"), {})


@given(st.lists(changes, max_size=25), migrations)
def test_no_accepted_passage_is_lost(happened, migration):
    events = journal(*STORY, *(c.FicheAdded(f) for f in FICHES), *happened, c.FicheAdded(migration.before))
    before = fold("d", events)
    after = fold("d", [*events, event(len(events) + 1, migration)])
    known = {(migration.after.code, k.code) for k in migration.after.competences()}
    found = [e for e in after.evidence.values() if place(e) in known or e.fiche == migration.archive_id]
    decided = [e for e in before.evidence.values() if e.fiche == migration.before.code]
    assert {(e.recit_id, e.span) for e in decided} <= {(e.recit_id, e.span) for e in found}


@given(st.lists(changes, max_size=25), migrations)
def test_undoing_a_migration_restores_exactly_and_redoing_it_too(happened, migration):
    events = journal(*STORY, *happened, c.FicheAdded(migration.before))
    last = len(events) + 1
    migrated = [*events, event(last, migration)]
    undone = [*migrated, event(last + 1, c.Retracted(f"e{last}"))]
    redone = [*undone, event(last + 2, c.Retracted(f"e{last + 1}"))]
    assert content(undone) == content(events)
    assert content(redone) == content(migrated)


def content(events):
    dossier = fold("d", events)
    return [getattr(dossier, name) for name in dossier.__slots__ if name != "updated_at"]


def test_a_migration_is_told_and_its_passages_have_their_new_names():
    copy = "a/archive/1"
    taken_back = [c.EvidenceRemoved(key) for key in (copy, "a", "b")]
    happened = (accepted("a", "p1"), accepted("b", "p5"), to(NEXT_EDITION, p1="p2 p3"), *taken_back)
    lines = tell_history(read_history(journal(*WRITTEN, *happened)))
    assert [line.what for line in lines[:4]] == [
        "Preuve retirée : « Faire le geste 5 comme en 1 »",
        "Preuve retirée : « Faire le geste 2 comme en 2 »",
        "Preuve retirée : « Faire le geste 3 comme en 2 »",
        "Référentiel migré : « Fiche F, édition 1 » a laissé place à « Fiche F, édition 2 »",
    ]


def test_what_was_silenced_or_put_off_follows_its_competence():
    put_off = c.SuggestionPostponed("s", "r", Span(3, 14), "F", "p1")
    dossier = told(put_off, c.CompetenceSilenced("F", "p1"), c.CompetenceSilenced("F", "p2"), to(NEW, p1="p4"))
    assert place(dossier.postponed["s"]) == ("G", "p4")
    assert dossier.silenced == {("G", "p4")}
