import pytest
from typer.testing import CliRunner

from tests.referentials.flux import flux, never, silent, write_xml
from workbench.cli.app import Window, build
from workbench.domain import cuts
from workbench.services import cuts as service
from workbench.services.referentials import open_catalogue


def run(data, *words):
    app = build(Window(lambda folder: 0, lambda folder: ()))
    done = CliRunner().invoke(app, ["--donnees", str(data), "referentiel", *map(str, words)], catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


@pytest.fixture
def data(tmp_path):
    with open_catalogue(tmp_path / "ici") as catalogue:
        catalogue.import_file(write_xml(tmp_path / "f.xml", flux()), silent, never)
        view = service.bloc_cut(catalogue, "RNCP90001", "RNCP90001BC01")
        service.correct(catalogue, view, cuts.join(view.cut, 0), "Zoé")
    return tmp_path / "ici"


def test_corrections_are_listed_exported_and_imported(data, tmp_path):
    path, other = tmp_path / "d.json", tmp_path / "ailleurs"
    listed = run(data, "decoupes", "lister")
    assert "RNCP90001BC01  2 compétences" in listed
    assert "Zoé" in listed
    assert "exportés : 0" in run(data, "decoupes", "exporter", path, "--fiche", "EX-DOMICILE")
    assert "exportés : 1" in run(data, "decoupes", "exporter", path, "--fiche", "90001")
    assert "absente du catalogue : 1" in run(other, "decoupes", "importer", path)
    run(other, "importer", tmp_path / "f.xml")
    assert "Tenir un stand de tir - Compter les points" in run(other, "montrer", "RNCP90001")
    assert "déjà les mêmes : 1" in run(other, "decoupes", "importer", path)
