import re

import pytest

from tests.referentials.flux import fiche, flux, never, silent, write_xml
from tests.referentials.test_parts import ROME_FILES, write
from workbench.paths import RESSOURCES
from workbench.referentials.catalogue import SqliteCatalogue
from workbench.referentials.jobs import everyday_codes
from workbench.referentials.parts import read_rows


def rome(code):
    return f"<CODES_ROME><ROME><CODE>{code}</CODE><LIBELLE>Divers</LIBELLE></ROME></CODES_ROME>"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("metiers")
    fiches = (
        fiche("RNCP1", more=rome("Z1000")),
        fiche("RNCP2", more=rome("K1303")),
        fiche("RNCP3", more=rome("A1203")),
    )
    with SqliteCatalogue(folder / "referentiels.sqlite") as opened:
        opened.import_file(write_xml(folder / "f.xml", flux(*fiches)), silent, never)
        opened.import_file(write(folder, ROME_FILES), silent, never)
        yield opened


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("manégière", ["RNCP1", "ROME-Z1000"]),
        ("confiseurs de foire", ["RNCP1", "ROME-Z1001"]),
        ("z1001", ["RNCP1", "ROME-Z1001"]),
        ("rome forain", ["RNCP1", "ROME-Z1000"]),
        ("nounou", ["RNCP2"]),
        ("Nounous", ["RNCP2"]),
        ("noun", ["RNCP2"]),
        ("tracteur", []),
    ],
)
def test_finds_what_leads_to_a_job_by_the_names_of_the_job(catalogue, words, codes):
    found = [f.code for f in catalogue.search(words) if not f.code.startswith("EX-")]
    assert found[:1] == codes[:1]
    assert set(codes) <= set(found)
    assert "RNCP3" not in found


def test_every_everyday_name_leads_to_well_written_codes():
    names = re.findall(r'"([^"]+)"', (RESSOURCES / "metiers.toml").read_text(encoding="utf-8"))
    codes = [name for name in names if re.fullmatch(r"[A-N]\d{4}", name)]
    assert len(codes) > 20
    assert all(everyday_codes(name) for name in names if name not in codes)


def test_too_few_letters_name_no_job():
    assert everyday_codes("no") == everyday_codes("") == everyday_codes("de nounou") == ()


def test_the_everyday_names_lead_to_real_codes(shared):
    known = {r["code_rome"] for r in read_rows(shared / "donnees/rome/unix_referentiel_code_rome_v460_utf8.csv")}
    text = (RESSOURCES / "metiers.toml").read_text(encoding="utf-8")
    assert set(re.findall(r'"([A-N]\d{4})"', text)) <= known
