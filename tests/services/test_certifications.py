import pytest

from tests.matching.conftest import small_fiche
from workbench.domain.analysis import Actor, Reality, SentenceAnalysis, StoryAnalysis, Suggestion, WhoDidWhat
from workbench.domain.catalogue import JOBS
from workbench.domain.partial import Wanted
from workbench.domain.positions import Span
from workbench.domain.referential import Fiche
from workbench.paths import retrieval_path
from workbench.services.certifications import CatalogueIndex, certifications, choose, cover

STORY = "J'aidais la dame à faire sa toilette tous les matins. Je l'habillais ensuite."


class FakeCatalogue:
    def __init__(self, *fiches):
        self.known = {f.code: f for f in fiches}
        self.read = 0

    def fiche(self, code):
        return self.known[code]

    def active_fiches(self):
        self.read += 1
        return self.known.values()

    def open_to_vae(self):
        return frozenset()

    def count_active(self):
        return len(self.known)

    def active_mark(self):
        return repr(sorted(self.known)).encode()


@pytest.fixture
def catalogue():
    return FakeCatalogue(
        small_fiche("Aider une personne à faire sa toilette", "Habiller une personne", code="SOIN"),
        small_fiche("Monter un mur en briques", "Préparer le mortier", code="MUR"),
    )


def test_the_nearest_fiche_comes_first_and_the_limit_is_kept(catalogue, tmp_path):
    both = certifications(catalogue, tmp_path, STORY).certifications
    assert [c.fiche.code for c in both] == ["SOIN", "MUR"]
    assert both[0].score > both[1].score
    assert len(certifications(catalogue, tmp_path, STORY, 1).certifications) == 1


def test_the_catalogue_is_read_again_only_when_it_changed(catalogue, tmp_path):
    certifications(catalogue, tmp_path, STORY)
    certifications(catalogue, tmp_path, STORY)
    assert catalogue.read == 1
    catalogue.known["VENTE"] = small_fiche("Encaisser les clients", code="VENTE")
    assert len(certifications(catalogue, tmp_path, STORY).certifications) == 3
    assert catalogue.read == 2


def test_a_damaged_cache_is_built_again(catalogue, tmp_path):
    retrieval_path(tmp_path).write_bytes(b"PK\x03\x04")
    assert len(certifications(catalogue, tmp_path, STORY).certifications) == 2


def test_a_bloc_is_covered_by_what_is_proposed_alone():
    fiche = small_fiche("Laver", "Habiller", code="F")
    laid = tuple(
        Suggestion("F", "F-BC01", code, score, proposed)
        for code, score, proposed in (("F-BC01-C01", 0.6, True), ("F-BC01-C02", 0.2, False))
    )
    sentence = SentenceAnalysis(Span(0, 4), WhoDidWhat(Actor.SELF, Reality.DONE), laid)
    (bloc,) = cover(fiche, StoryAnalysis((sentence, sentence)))
    assert bloc.coverage == 0.5
    assert [(c.code, c.sentences, c.score) for c in bloc.competences] == [("F-BC01-C01", (0, 1), 0.6)]


def test_a_fiche_without_blocs_comes_last(catalogue, tmp_path):
    catalogue.known["VIDE"] = Fiche("VIDE", "Aider une personne à faire sa toilette", ())
    found = certifications(catalogue, tmp_path, STORY).certifications
    assert [c.fiche.code for c in found] == ["SOIN", "MUR", "VIDE"]
    assert found[2].score > found[1].score


def test_metiers_are_shown_apart(catalogue, tmp_path):
    catalogue.known["ROME-K1"] = small_fiche("Aider une personne à faire sa toilette", code="ROME-K1")
    found = certifications(catalogue, tmp_path, STORY)
    assert [c.fiche.code for c in found.certifications] == ["SOIN", "MUR"]
    assert [j.fiche.code for j in found.jobs] == ["ROME-K1"]


def test_the_index_says_how_far_it_is(catalogue, tmp_path):
    index = CatalogueIndex(tmp_path)
    steps = [index.advance(catalogue, 0.0) for _ in range(4)]
    assert steps == [(1, 2), (1, 2), (2, 2), (2, 2)]
    assert index.retrieval is not None
    assert catalogue.read == 1


def test_only_what_is_wanted_is_chosen():
    ranked = [("RNCP1", 0.9), ("ROME-K1", 0.8), ("RS2", 0.7), ("LOCAL", 0.6)]
    levels = {"RNCP1": 3, "RS2": 4}
    assert choose(ranked, levels, Wanted(), (), 2) == ("RNCP1", "RS2")
    assert choose(ranked, levels, Wanted(frozenset(JOBS)), (), 9) == ("ROME-K1",)
    assert choose(ranked, levels, Wanted(level=4), (), 9) == ("RS2",)
    assert choose(ranked, levels, Wanted(open_to_vae=True), {"RS2"}, 9) == ("RS2",)
