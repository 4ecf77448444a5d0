from dataclasses import replace

import numpy as np
import pytest

from tests.matching.conftest import small_fiche
from workbench.matching.retrieval import Retrieval, build_table, read_table, table_bytes

FICHES = (
    small_fiche("Aider une personne à faire sa toilette", "Habiller une personne dépendante", code="SOIN"),
    small_fiche("Monter un mur en briques", "Préparer le mortier", code="MUR"),
)


@pytest.fixture(scope="module")
def table(engine):
    return build_table(FICHES, engine.knowledge)


@pytest.mark.parametrize(
    ("sentence", "best"),
    [("J'aidais la dame à faire sa toilette.", "SOIN"), ("J'ai monté le mur avec du mortier.", "MUR")],
)
def test_the_fiche_that_a_sentence_tells_of_is_the_nearest(engine, table, sentence, best):
    scores = Retrieval(table, engine.knowledge).scores([engine.read([sentence])[0].said], [1.0])
    assert max(scores, key=scores.__getitem__) == best
    assert all(0 <= score <= 1 for score in scores.values())


def test_what_is_kept_is_read_again_as_it_was(table):
    again = read_table(table_bytes(table, b"one"), b"one")
    assert (again.codes, again.stems) == (table.codes, table.stems)
    assert np.array_equal(again.weights, table.weights)
    assert np.array_equal(again.vectors, table.vectors)


@pytest.mark.parametrize("damage", [lambda c: c[:200], lambda c: b"", lambda c: b"rien"])
def test_what_is_damaged_is_not_read(table, damage):
    assert read_table(damage(table_bytes(table, b"one")), b"one") is None


def test_what_was_kept_of_another_catalogue_is_not_read(table):
    assert read_table(table_bytes(table, b"one"), b"two") is None


def test_an_empty_catalogue_and_an_empty_story_have_no_score(engine, table):
    said = engine.read(["Je lavais."])[0].said
    assert Retrieval(build_table((), engine.knowledge), engine.knowledge).scores([said], [1.0]) == {}
    assert Retrieval(table, engine.knowledge).scores([], []) == {}


def test_a_certification_is_also_heard_through_the_metiers_that_it_names(engine):
    job = small_fiche("Laver le linge délicat", "Repasser les chemises", code="ROME-K9999")
    twins = [small_fiche("Assurer la prestation attendue", code=code) for code in ("RNCP1", "RNCP5")]
    linked = replace(twins[0], jobs=("K9999 Lingerie", "Lingère"))
    said = engine.read(["Je repassais les chemises et je lavais le linge à la main."])[0].said
    table = build_table((job, linked, twins[1]), engine.knowledge)
    scores = Retrieval(table, engine.knowledge).scores([said], [1.0])
    assert scores["RNCP1"] > scores["RNCP5"]
    assert (table.owners.tolist(), table.jobs.tolist()) == ([1], [0])


def test_levels_are_those_of_the_fiches_that_have_one(engine):
    fiches = (replace(FICHES[0], level=3), FICHES[1])
    assert Retrieval(build_table(fiches, engine.knowledge), engine.knowledge).levels == {"SOIN": 3}
