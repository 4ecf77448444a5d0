from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.journals import FICHES
from workbench.domain.dossier import Dossier, Evidence, Experience, Person, Recit
from workbench.domain.handover import Choice, Treatment
from workbench.domain.passages import PassageMap
from workbench.domain.pieces import Topic, key_of, pieces
from workbench.domain.positions import Span
from workbench.domain.reduction import MASKED, narrowed, reduced, treated

TEXT = "abcdefghijklmnopqrstuvwxyz"
KEEP, MASK, WITHDRAW = (Choice(t) for t in Treatment)

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 20), st.integers(1, 6))
treatments = st.sampled_from([KEEP, MASK, WITHDRAW])


def told(*places):
    """Return a dossier whose story proves a competence at each place."""
    evidence = PassageMap()
    for number, place in enumerate(places):
        evidence = evidence.with_item(Evidence(f"e{number}", "r", place, FICHES[0].code, "p1"))
    return Dossier(
        "d",
        Person("Awa", "Diallo", contact="06 12 34 56 78"),
        experiences={"x": Experience("x", "Aide", team="avec Paul")},
        recits={"r": Recit("r", "x", "Lundi", TEXT)},
        evidence=evidence,
        fiches={FICHES[0].code: FICHES[0]},
    )


@given(st.lists(spans, max_size=6))
def test_passages_that_are_kept_keep_their_words_and_the_rest_of_the_story_stays_behind(places):
    dossier = told(*places)
    small = reduced(dossier, {})
    assert [small.passage(e) for e in small.evidence.values()] == [TEXT[p.start : p.end] for p in places]
    assert set(small.recits["r"].text) == {letter for p in places for letter in TEXT[p.start : p.end]}


@given(st.lists(st.tuples(spans, treatments), min_size=1, max_size=6))
def test_a_masked_word_is_nowhere_and_a_withdrawn_one_only_where_another_piece_keeps_it(chosen):
    dossier = told(*(place for place, _ in chosen))
    choices = {piece.key: KEEP for piece in pieces(dossier)}
    for place, choice in chosen:
        choices[key_of(Topic.PASSAGES, "r", str(place.start), str(place.end))] = choice
    final = {p: choices[key_of(Topic.PASSAGES, "r", str(p.start), str(p.end))] for p, _ in chosen}
    small = reduced(dossier, choices)
    masked = {letter for p, c in final.items() if c is MASK for letter in TEXT[p.start : p.end]}
    kept = {letter for p, c in final.items() if c is KEEP for letter in TEXT[p.start : p.end]} - masked
    assert set(small.recits["r"].text) - set(MASKED) == kept
    assert {e.id for e in small.evidence.values()} == {
        f"e{n}" for n, (p, _) in enumerate(chosen) if final[p] is not WITHDRAW
    }
    assert all(small.passage(e) for e in small.evidence.values())


def test_only_the_hidden_words_of_a_masked_passage_give_way():
    dossier = told(Span(2, 12))
    key = pieces(dossier, [Topic.PASSAGES])[0].key
    small = reduced(dossier, {key: Choice(Treatment.MASK, (Span(0, 3), Span(8, 10)))})
    assert small.passage(small.evidence["e0"]) == f"{MASKED}fghij{MASKED}"


@pytest.mark.parametrize("piece", pieces(told(Span(0, 5))), ids=lambda piece: piece.place)
def test_whatever_is_withdrawn_is_no_longer_a_piece(piece):
    small = reduced(told(Span(0, 5)), {piece.key: WITHDRAW})
    assert piece.words not in {left.words for left in pieces(small)}


def test_the_words_that_the_person_agreed_to_leave_as_they_are_masked():
    dossier = told(Span(0, 5), Span(8, 12))
    agreed = dossier.evidence.amended("e0", agreed="abcde").amended("e1", agreed="autre chose")
    key = pieces(dossier, [Topic.PASSAGES])[0].key
    small = reduced(replace(dossier, evidence=agreed), {key: Choice(Treatment.MASK, (Span(0, 2),))})
    assert [e.agreed for e in small.evidence.values()] == [f"{MASKED}cde", ""]
    assert small.is_confirmed(small.evidence["e0"])


def test_what_the_person_took_back_never_leaves():
    dossier = told(Span(0, 5))
    dossier = replace(dossier, taken_back=dossier.evidence, evidence=PassageMap())
    small = reduced(dossier, {})
    assert not small.taken_back
    assert small.recits["r"].text == ""


def test_a_document_about_one_fiche_holds_no_other():
    other = replace(FICHES[0], code="Z")
    dossier = told(Span(0, 5))
    dossier = replace(
        dossier,
        fiches={**dossier.fiches, "Z": other},
        evidence=dossier.evidence.with_item(Evidence("z", "r", Span(7, 9), "Z", "p1")),
        answers={"accueil.note": "En arrêt maladie"},
    )
    small = narrowed(dossier, {Topic.PASSAGES}, "Z")
    assert list(small.fiches) == ["Z"]
    assert list(small.evidence) == ["z"]
    assert not small.answers


def test_a_passage_that_waits_for_its_fiche_does_not_leave():
    assert not reduced(replace(told(Span(0, 5)), fiches={}), {}).evidence


def test_masking_without_places_masks_it_all():
    assert treated("tout ceci", MASK) == MASKED
    assert treated("tout ceci", WITHDRAW) == ""
