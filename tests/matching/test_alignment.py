import pytest

from tests.matching.conftest import small_fiche
from workbench.domain.migration import Likeness
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.matching.alignment import align
from workbench.matching.encoder import WHOLE, load_encoder
from workbench.referentials.cutting import cut_fiche
from workbench.referentials.rncp import read_flux

OLD = small_fiche(
    "Aider une personne à faire sa toilette",
    "Laver les sols et les surfaces du logement",
    "Tenir à jour le cahier de liaison",
    "Piloter un drone agricole",
)
NEW = small_fiche(
    "Entretenir les sols et les surfaces du logement en choisissant les produits",
    "Aider une personne à faire sa toilette.",
    "Renseigner chaque jour le cahier de liaison",
    "Préparer un repas équilibré",
    code="SUITE",
)


@pytest.fixture(scope="module")
def aligned(engine):
    return lambda before, after: align(before, after, engine.knowledge.lexicon, load_encoder(WHOLE))


def test_each_competence_finds_the_one_that_says_the_same(aligned):
    proposed = [a.proposed for a in aligned(OLD, NEW)]
    assert proposed == [("SUITE-BC01-C02",), ("SUITE-BC01-C01",), ("SUITE-BC01-C03",), ()]


def test_likeness_goes_from_the_same_words_to_nothing_in_common(aligned):
    toilette, sols, cahier, drone = aligned(OLD, NEW)
    assert toilette.candidates[0].likeness is Likeness.IDENTICAL
    assert sols.candidates[0].likeness in (Likeness.VERY_CLOSE, Likeness.CLOSE)
    assert cahier.candidates[0].likeness in (Likeness.VERY_CLOSE, Likeness.CLOSE)
    assert {c.likeness for c in drone.candidates} == {Likeness.NONE}
    assert all(len(a.candidates) == 4 for a in (toilette, sols, cahier, drone))


def test_a_wording_that_stands_in_two_blocs_goes_to_the_bloc_that_is_alike(aligned):
    def twice(code, first, second):
        blocs = (("B1", first), ("B2", second))
        return Fiche(
            code, "", tuple(Bloc(b, title, (Competence(f"{b}-C", "Gérer les données"),)) for b, title in blocs)
        )

    old, new = twice("A", "Réseau informatique", "Comptabilité"), twice("B", "Comptabilité de la paie", "Le réseau")
    assert [a.proposed for a in aligned(old, new)] == [("B2-C",), ("B1-C",)]


def test_a_competence_that_stands_unchanged_is_not_so_easily_proposed_for_another(aligned):
    lonely = small_fiche("Gérer le stock de la boutique")
    both = small_fiche("Gérer le stock de la boutique", "Gérer le stock de la réserve")
    new = small_fiche("Gérer le stock de la réserve", code="SUITE")
    alone = aligned(lonely, new)[0].candidates[0].score
    assert aligned(both, new)[0].candidates[0].score == pytest.approx(alone - 0.1, abs=1e-5)


def test_fiches_without_competences_align_nothing(aligned):
    empty = small_fiche()
    assert aligned(empty, NEW) == ()
    assert all(a.proposed == () for a in aligned(OLD, empty))


def test_a_real_fiche_and_its_successor(aligned, shared):
    path = shared / "donnees" / "rncp" / "remplacement_RNCP35340_RNCP40792.xml"
    before, after = (cut_fiche(entry.fiche) for entry in read_flux(path, lambda *_: None, lambda: False))
    found = {a.before: a for a in aligned(before, after)}
    kept = [c.code for c in before.competences() if any(c.title == n.title for n in after.competences())]
    assert len(kept) >= 12
    for code in kept:
        assert after.competence(found[code].proposed[0]).title == before.competence(code).title
    # This extract leaves out what became of the first bloc: hardly anything of it may be proposed.
    first = [found[c.code].candidates[0].likeness for c in before.blocs[0].competences]
    assert all(likeness in (Likeness.TO_CHECK, Likeness.NONE) for likeness in first)
    assert first.count(Likeness.NONE) >= 4
