from datetime import date

import pytest

from tests.domain.journals import STORY, event, journal
from workbench.domain import changes as c
from workbench.domain.fold import fold
from workbench.domain.handover import Consent, Handed, HandedPiece, Treatment
from workbench.domain.handover_changes import ConsentGiven, ConsentWithdrawn, DocumentHanded
from workbench.domain.history import read_history
from workbench.domain.telling import tell_history

CONSENT = Consent("k", "Mme Roy, GRETA", "positionnement", "2026-11-22", "2026-12-31")
PIECES = (HandedPiece("Récit", Treatment.KEEP, "Je lave"), HandedPiece("Projet", Treatment.WITHDRAW, ""))
HANDED = Handed("h", "k", "portefeuille", "pdf", "awa.pdf", "ab" * 32, "2026-11-22", PIECES)
JOURNAL = journal(*STORY, ConsentGiven(CONSENT), DocumentHanded(HANDED), ConsentWithdrawn("k", "2026-11-23"))


@pytest.mark.parametrize(
    ("consent", "on", "holds"),
    [
        (CONSENT, date(2026, 12, 31), True),
        (CONSENT, date(2027, 1, 1), False),
        (Consent("k", "x", "", "2026-11-22"), date(2090, 1, 1), True),
        (Consent("k", "x", "", "2026-11-22", "", "2026-11-23"), date(2026, 11, 23), False),
    ],
)
def test_a_consent_holds_until_its_end_or_its_withdrawal(consent, on, holds):
    assert consent.holds(on) is holds


def test_what_left_and_who_agreed_are_in_the_dossier():
    dossier = fold("d", JOURNAL)
    assert dossier.handed["h"] == HANDED
    assert dossier.consents["k"].withdrawn == "2026-11-23"
    assert HANDED.count(Treatment.WITHDRAW) == 1


def test_what_left_cannot_be_undone_nor_forgotten_by_a_return():
    history = read_history(JOURNAL)
    assert history.undoable == ["e2", "e3"]
    returned = fold("d", [*JOURNAL, event(9, c.ReturnedTo("e1"))])
    assert "h" in returned.handed
    assert "k" in returned.consents


def test_the_history_names_the_recipient():
    lines = [line.what for line in tell_history(read_history(JOURNAL))]
    assert lines[:3] == [
        "Accord retiré pour « Mme Roy, GRETA »",
        "Document remis à « Mme Roy, GRETA » : « awa.pdf »",
        "Accord donné pour « Mme Roy, GRETA », pour « positionnement », jusqu’au 31/12/2026",
    ]


def test_withdrawing_an_unknown_consent_changes_nothing():
    assert fold("d", journal(*STORY, ConsentWithdrawn("k", "2026-11-23"))).consents == {}
