from dataclasses import replace

import pytest

from tests.domain.journals import FICHES, STORY, fiche, journal
from workbench.domain import changes as c
from workbench.domain import vae_changes as v
from workbench.domain.fold import fold
from workbench.domain.history import read_history
from workbench.domain.migration import Correspondence
from workbench.domain.telling import tell_history
from workbench.domain.vae import Held, Part, Practice

PRACTICE = Practice("F", "FB", "x", Part.TASKS)
BEFORE, AFTER = FICHES[0], FICHES[1]
WRITTEN = (
    c.FicheAdded(BEFORE),
    v.VaeAnswered("F", "avis", "FAVORABLE"),
    v.VaeAnswered("", "candidat.pays", "France"),
    v.VaeAimed("F", ("FB",)),
    v.VaeRated("F", "p0", Held.YES),
    v.VaeCommented("F", "FB", "Elle le fait chaque matin."),
    v.VaePracticeTold(PRACTICE, "Le lever"),
)


def vae(*changes):
    return fold("d", journal(*STORY, *changes)).vae


def test_what_is_written_is_kept_by_fiche():
    told = vae(*WRITTEN)
    assert told.answers == {("F", "avis"): "FAVORABLE", ("", "candidat.pays"): "France"}
    assert told.aimed == {"F": ("FB",)}
    assert told.held == {("F", "p0"): Held.YES}
    assert told.comments == {("F", "FB"): "Elle le fait chaque matin."}
    assert told.practices == {PRACTICE: "Le lever"}


def test_an_empty_text_takes_back_what_was_written():
    emptied = (
        v.VaeAnswered("F", "avis", " "),
        v.VaeRated("F", "p0", None),
        v.VaeCommented("F", "FB", ""),
        v.VaePracticeTold(PRACTICE, "\n"),
    )
    told = vae(*WRITTEN, *emptied)
    assert (told.answers, told.held, told.comments, told.practices) == ({("", "candidat.pays"): "France"}, {}, {}, {})


def test_writing_is_undone():
    assert vae(*WRITTEN, c.Retracted("e9")).comments == {}


def migrated(*pairs):
    goes = tuple(Correspondence(before, after) for before, after in pairs)
    return vae(*WRITTEN, v.VaeRated("F", "p1", Held.NO), c.FicheMigrated("a", BEFORE, AFTER, goes))


def test_a_newer_edition_keeps_what_its_correspondences_confirm():
    told = migrated(("p0", ("p3",)), ("p1", ("p4", "p5")))
    assert told.held == {("F", "p3"): Held.YES, ("F", "p4"): Held.NO, ("F", "p5"): Held.NO}
    assert told.comments == {("F", "FB"): "Elle le fait chaque matin."}
    assert told.practices == {PRACTICE: "Le lever"}
    assert told.answers[("F", "avis")] == "FAVORABLE"
    assert told.aimed == {}


def test_answers_that_disagree_are_asked_again():
    assert migrated(("p0", ("p3",)), ("p1", ("p3",))).held == {}


def test_words_follow_their_bloc_to_another_fiche_and_join_what_is_there():
    other = fiche("G")
    goes = (Correspondence("p0", ("p0",)),)
    told = vae(
        *WRITTEN, c.FicheAdded(other), v.VaeCommented("G", "GB", "Déjà dit."), c.FicheMigrated("a", BEFORE, other, goes)
    )
    assert told.comments == {("G", "GB"): "Déjà dit.\n\nElle le fait chaque matin."}
    assert told.practices == {replace(PRACTICE, fiche="G", bloc="GB"): "Le lever"}
    assert told.answers[("G", "avis")] == "FAVORABLE"


def test_words_of_a_bloc_that_nothing_takes_over_leave():
    assert migrated().comments == {}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (WRITTEN[1], "VAE : « Avis sur la faisabilité » écrit"),
        (WRITTEN[3], "VAE : 1 bloc demandé pour « Fiche F, édition 1 »"),
        (WRITTEN[4], "VAE : « Faire le geste 0 comme en 1 », OUI"),
        (v.VaeRated("F", "p0", None), "VAE : « Faire le geste 0 comme en 1 », réponse retirée"),
        (v.VaeCommented("F", "FB", ""), "VAE : commentaire rendu à son brouillon pour « Gestes »"),
        (WRITTEN[6], "VAE : pratique écrite pour « Aide »"),
    ],
)
def test_each_change_is_told(change, told):
    assert tell_history(read_history(journal(*STORY, WRITTEN[0], change)))[0].what == told
