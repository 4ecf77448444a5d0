"""A story of unlike characters, so that each of them says where it stood: passages are held to their own."""

import random

import pytest

from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.positions import Edit, Span
from workbench.services.session import DossierSession, create_dossier
from workbench.store.journal import open_unprotected

EDITS = 10_000
STORY = "".join(chr(0x4E00 + n) for n in range(6_000))
PASSAGES = [Span(start, start + 9) for start in range(0, len(STORY) - 20, 13)]


@pytest.mark.parametrize("seed", [1, 2])
def test_ten_thousand_edits_leave_every_passage_at_its_characters(tmp_path, seed):
    chance = random.Random(seed)
    with open_unprotected(tmp_path) as journal:
        session = _session(journal)
        text = STORY
        for number in range(EDITS):
            edit = _any_edit(chance, len(text))
            text = edit.apply(text)
            session.type("r", edit)
            if number % 500 == 0:
                session.flush()
        session.flush()
        kept = session.dossier
    with open_unprotected(tmp_path) as journal:
        again = DossierSession(journal, kept.id, "moi").dossier
    assert again == kept
    assert again.recits["r"].text == text
    _assert_at_their_characters(again)


def _session(journal):
    session = create_dossier(journal, Person("Awa"), counsellor="moi", trame="cep")
    session.record(c.ExperienceWritten(Experience("x", "Aide")))
    session.record(c.RecitStarted("r", "x", "Lundi"))
    session.type("r", Edit(0, 0, STORY))
    for number, span in enumerate(PASSAGES):
        session.record(c.EvidenceAccepted(str(number), "r", span, "F", "C", Strength.TOLD, suggested=True))
    return session


def _any_edit(chance, length):
    """Return what hands do: a letter, a word over a few others, now and then a piece that goes."""
    start = chance.randint(0, length)
    removed = min(length - start, chance.choice((0, 0, 0, 1, 1, 2, 5)))
    return Edit(start, removed, "".join(chance.choices("abcde ", k=chance.choice((0, 1, 1, 1, 3)))))


def _assert_at_their_characters(dossier):
    text = dossier.recits["r"].text
    left = set(text)
    for number, span in enumerate(PASSAGES):
        evidence = dossier.evidence.get(str(number))
        own = {letter for letter in STORY[span.start : span.end] if letter in left}
        if evidence is None:
            assert not own
            continue
        held = {letter for letter in text[evidence.span.start : evidence.span.end] if letter >= STORY[0]}
        assert held == own
