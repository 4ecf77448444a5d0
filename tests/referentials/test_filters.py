import pytest

from tests.referentials.flux import bloc, fiche, flux, never, silent, write_xml
from workbench.domain.catalogue import Filters, Kind, kind_of
from workbench.errors import StoreError
from workbench.paths import stars_path
from workbench.referentials.catalogue import SqliteCatalogue


def facts(level=3, rome="Z1000", vae="Oui", certifier="Ministère des Fêtes"):
    return (
        f"<NOMENCLATURE_EUROPE><NIVEAU>NIV{level}</NIVEAU></NOMENCLATURE_EUROPE>"
        f"<CODES_ROME><ROME><CODE>{rome}</CODE><LIBELLE>Fête</LIBELLE></ROME></CODES_ROME>"
        f"<CERTIFICATEURS><CERTIFICATEUR><NOM_CERTIFICATEUR>{certifier}</NOM_CERTIFICATEUR></CERTIFICATEUR>"
        f"</CERTIFICATEURS><SI_JURY_VAE><ACTIF>{vae}</ACTIF></SI_JURY_VAE>"
    )


FICHES = (
    fiche("RNCP1", more=facts()),
    fiche("RNCP2", more=facts(level=4, rome="Z1001"), active="Non"),
    fiche("RNCP3", more=facts(vae="Non", certifier="Œuvre des kermesses")),
    fiche("RS4", blocs=bloc()),
)


@pytest.fixture
def catalogue(tmp_path):
    with SqliteCatalogue(tmp_path / "referentiels.sqlite") as opened:
        opened.import_file(write_xml(tmp_path / "f.xml", flux(*FICHES)), silent, never)
        yield opened


@pytest.mark.parametrize(
    ("filters", "codes"),
    [
        (Filters(kind=Kind.RNCP), ["RNCP1", "RNCP3", "RNCP2"]),
        (Filters(kind=Kind.RNCP, active_only=True), ["RNCP1", "RNCP3"]),
        (Filters(kind=Kind.RS), ["RS4"]),
        (Filters(kind=Kind.RNCP, level=4), ["RNCP2"]),
        (Filters(open_to_vae=True), ["RNCP1", "RNCP2"]),
        (Filters(rome="z100"), ["RNCP1", "RNCP3", "RNCP2"]),
        (Filters(rome=" Z1001 "), ["RNCP2"]),
        (Filters(certifier="ministere fete"), ["RNCP1", "RNCP2"]),
        (Filters(certifier="OEUVRE"), ["RNCP3"]),
        (Filters(certifier="100%"), []),
        (Filters(starred=True), []),
    ],
)
def test_filters_narrow_down_what_is_found_with_words_or_without(catalogue, filters, codes):
    assert [f.code for f in catalogue.search("", filters=filters)] == codes
    assert [f.code for f in catalogue.search("kermesse", filters=filters)] == codes


def test_filters_narrow_down_a_number(catalogue):
    assert [f.code for f in catalogue.search("1", filters=Filters(active_only=True))] == ["RNCP1"]
    assert catalogue.search("RNCP2", filters=Filters(active_only=True)) == ()


def test_filters_are_counted():
    assert Filters().count() == 0
    assert Filters(True, Kind.RS, 3, True, "K", "M", True).count() == 7
    assert Filters(rome=" ", certifier=" ").count() == 0


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("RNCP37715", Kind.RNCP),
        ("RS5719", Kind.RS),
        ("RSX", Kind.LOCAL),
        ("ROME-K1304", Kind.ROME),
        ("ESCO-00C8D1CF-24F2", Kind.ESCO),
        ("EX-SOINS", Kind.EXAMPLE),
        ("LOC-1", Kind.LOCAL),
    ],
)
def test_a_code_tells_its_kind(code, kind):
    assert kind_of(code) is kind


def test_stars_outlive_the_catalogue(catalogue, tmp_path):
    catalogue.set_star("RNCP3", starred=True)
    catalogue.set_star("RNCP1", starred=True)
    catalogue.set_star("RNCP1", starred=False)
    assert [f.code for f in catalogue.search("", filters=Filters(starred=True))] == ["RNCP3"]
    catalogue.close()
    for path in tmp_path.glob("referentiels.sqlite*"):
        path.unlink()
    with SqliteCatalogue(tmp_path / "referentiels.sqlite") as rebuilt:
        assert rebuilt.starred() == {"RNCP3"}


def test_a_list_of_stars_that_is_damaged_is_said_to_be(catalogue, tmp_path):
    stars_path(tmp_path).write_text("{", "utf-8")
    with pytest.raises(StoreError, match="supprimez ce fichier"):
        catalogue.starred()
