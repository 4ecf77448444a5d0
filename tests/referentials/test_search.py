import pytest

from tests.referentials.flux import bloc, fiche, flux, never, silent, write_xml
from workbench.referentials.catalogue import SqliteCatalogue

ROME = "<CODES_ROME><ROME><CODE>Z1000</CODE><LIBELLE>Fête foraine</LIBELLE></ROME></CODES_ROME>"
FICHES = (
    fiche("RNCP90", title="Conducteur de manèges", active="Non"),
    fiche("RNCP901", title="Mécanicien d’entretien", blocs=bloc(competences="Réparer des manèges et des œillets")),
    fiche("RNCP9012", title="Chef de manœuvre", more=ROME),
    fiche("RS901", title="Soins des animaux et du cheval", blocs=bloc(title="Brosser", competences="Étriller")),
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("recherche")
    with SqliteCatalogue(folder / "referentiels.sqlite") as opened:
        opened.import_file(write_xml(folder / "f.xml", flux(*FICHES)), silent, never)
        yield opened


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("manèges", ["RNCP901", "RNCP90"]),
        ("MANEGE", ["RNCP901", "RNCP90"]),
        ("mane", ["RNCP901", "RNCP90"]),
        ("manoeuvre", ["RNCP9012"]),
        ("manœuvres", ["RNCP9012"]),
        ("œillet", ["RNCP901"]),
        ("mécaniciens d'entretien", ["RNCP901"]),
        ("entretien du mécanicien", ["RNCP901"]),
        ("soin animal chevaux", ["RS901"]),
        ("étrill", ["RS901"]),
        ("brosser", ["RS901"]),
        ("fêtes foraines", ["RNCP9012"]),
        ("z1000", ["RNCP9012"]),
        ("conducteur mécanicien", []),
        ("901", ["RNCP901", "RS901", "RNCP9012"]),
        ("RNCP901", ["RNCP901", "RNCP9012"]),
        ("rs 901", ["RS901"]),
        ("90", ["RNCP90", "RNCP901", "RNCP9012", "RS901"]),
        ("", ["RNCP901", "RNCP9012", "RS901", "RNCP90"]),
        ("  '\"()*:^- ", []),
        ('" OR 1', []),
        ("AND NOT NEAR(", []),
    ],
)
def test_finds_fiches_by_words_and_numbers(catalogue, words, codes):
    found = [f.code for f in catalogue.search(words) if not f.code.startswith("EX-")]
    assert found[: len(codes)] == codes
    assert len(found) == len(codes)


def test_active_fiches_come_first_and_titles_before_competences(catalogue):
    found = catalogue.search("manège")
    assert [f.active for f in found] == [True, False]
    assert catalogue.search("manège", limit=1) == found[:1]


def test_gives_no_more_than_asked(catalogue):
    assert len(catalogue.search("e", limit=3)) == 3
    assert len(catalogue.search("90", limit=2)) == 2
    assert catalogue.search("manège", limit=0) == ()


def test_found_fiches_are_light(catalogue):
    assert all(f.blocs == () and f.title for f in catalogue.search("de"))
