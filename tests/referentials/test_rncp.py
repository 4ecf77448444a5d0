import struct
import zipfile

import pytest

from tests.referentials.flux import LIST, bloc, fiche, flux, never, silent, write_xml, write_zip
from workbench.domain.referential import Bloc
from workbench.errors import CancelledError, UnreadableFileError
from workbench.referentials.rncp import read_flux

MORE = """
<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP90009
</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>
<NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU></NOMENCLATURE_EUROPE>
<CODES_ROME><ROME><CODE>Z1000</CODE><LIBELLE>Fête foraine</LIBELLE></ROME></CODES_ROME>
<CERTIFICATEURS><CERTIFICATEUR><NOM_CERTIFICATEUR>La Kermesse</NOM_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>
<CORRESPONDANCES><BLOC_COMPETENCES>RNCP1BC01</BLOC_COMPETENCES></CORRESPONDANCES>
<DATE_FIN_ENREGISTREMENT>31/08/2028</DATE_FIN_ENREGISTREMENT>
"""


def read(path):
    return tuple(entry.fiche for entry in read_flux(path, silent, never))


def refusal(path):
    with pytest.raises(UnreadableFileError) as caught:
        read(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    return sentence


def test_reads_a_fiche_from_xml_and_from_zip_alike(tmp_path):
    content = flux(fiche(more=MORE, active="Non"))
    (plain,) = read(write_xml(tmp_path / "export_2026-08-16.xml", content))
    (zipped,) = read(write_zip(tmp_path / "export.zip", content))
    assert plain == zipped
    assert (plain.code, plain.title, plain.level, plain.active) == ("RNCP90001", "Animateur de kermesse", 4, False)
    assert plain.replaced_by == ("RNCP90009",)
    assert (plain.jobs, plain.certifiers, plain.valid_until) == (
        ("Z1000 Fête foraine",),
        ("La Kermesse",),
        "2028-08-31",
    )
    assert plain.origin == "Source : France compétences, export du 16/08/2026 (Licence Ouverte 2.0)"
    assert plain.blocs == (Bloc("RNCP90001BC01", "Animer un stand", (), LIST),)


def test_a_fiche_may_lack_nearly_everything(tmp_path):
    (found,) = read(write_xml(tmp_path / "f.xml", flux("<FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE></FICHE>")))
    assert (found.title, found.blocs, found.level, found.active, found.valid_until) == ("", (), None, True, "")


def test_a_bloc_code_given_twice_is_made_unique(tmp_path):
    (found,) = read(write_xml(tmp_path / "f.xml", flux(fiche(blocs=bloc(code="01") + bloc(code="01") + bloc(code="")))))
    assert [b.code for b in found.blocs] == ["01", "01-2", "RNCP90001BC03"]


def test_what_an_rs_fiche_attests_stands_for_its_bloc(tmp_path):
    attested = "<CAPACITES_ATTESTEES>- Tirer - Viser</CAPACITES_ATTESTEES>"
    found = read(write_xml(tmp_path / "f.xml", flux(fiche("RS1", blocs="", more=attested), fiche("RS2", blocs=""))))
    assert [[b.source_text for b in f.blocs] for f in found] == [["- Tirer - Viser"], []]


@pytest.mark.parametrize("keep", [0.2, 0.6, 0.99])
def test_refuses_a_zip_cut_short(tmp_path, keep):
    whole = write_zip(tmp_path / "whole.zip", flux(*(fiche(f"RNCP{n}") for n in range(300)))).read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(whole[: int(len(whole) * keep)])
    assert "téléchargez-le de nouveau" in refusal(cut)


def test_refuses_a_zip_with_altered_bytes(tmp_path):
    path = write_zip(tmp_path / "f.zip", flux(*(fiche(f"RNCP{n}") for n in range(300))))
    content = bytearray(path.read_bytes())
    content[300:340] = b"\xff" * 40
    path.write_bytes(content)
    assert "abîmé" in refusal(path)


def test_refuses_xml_cut_short(tmp_path):
    assert "n’est pas un export XML complet" in refusal(write_xml(tmp_path / "f.xml", flux(fiche(), fiche())[:-40]))


@pytest.mark.parametrize("place", ["f.zip", "f.xml"])
def test_refuses_a_web_page(tmp_path, place):
    path = write_xml(tmp_path / place, "\n<!DOCTYPE html><html><body>Téléchargement</body></html>")
    assert "page web" in refusal(path)
    assert "page web" in refusal(write_zip(tmp_path / "zip.zip", "<html></html>"))


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("before", ["", "<!-- " + "x" * 200_000 + " -->"])
def test_refuses_entities_wherever_they_are_declared(tmp_path, before):
    content = flux(fiche(title="")).replace("<FICHES>", before + ENTITIES + "<FICHES>")
    assert "DTD" in refusal(write_zip(tmp_path / "f.zip", content))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_refuses_encodings_that_would_hide_a_dtd(tmp_path, encoding):
    path = tmp_path / "f.xml"
    path.write_bytes(flux().replace("UTF-8", "UTF-16").encode(encoding))
    assert "UTF-8" in refusal(path)


def test_refuses_a_zip_bomb_that_declares_its_size(tmp_path):
    assert "anormalement gros" in refusal(write_zip(tmp_path / "f.zip", flux(fiche(title=" " * 30_000_000))))


def test_refuses_a_zip_bomb_that_hides_its_size(tmp_path):
    path = write_zip(tmp_path / "f.zip", flux(fiche(title=" " * 30_000_000)))
    content = path.read_bytes()
    directory = content.rfind(b"PK\x01\x02")
    path.write_bytes(content[: directory + 24] + struct.pack("<L", 1000) + content[directory + 28 :])
    refusal(path)


def test_refuses_one_fiche_too_big_for_the_memory(tmp_path):
    path = tmp_path / "f.xml"
    path.write_text(flux(fiche(more="<PARTENAIRE/>" * 1_500_000)), encoding="utf-8")
    assert "anormalement gros" in refusal(path)


def test_refuses_zips_without_one_xml(tmp_path):
    path = tmp_path / "f.zip"
    for names in ([], ["a.txt"], ["a.xml", "b.xml"]):
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, flux())
        assert f"contient {sum(n.endswith('xml') for n in names)} fichiers XML" in refusal(path)


@pytest.mark.parametrize("content", ["<FICHES/>", "<autre><chose/></autre>", "<FICHES><FICHE/></FICHES>"])
def test_refuses_xml_that_holds_no_numbered_fiche(tmp_path, content):
    assert "fiche" in refusal(write_xml(tmp_path / "f.xml", content))


@pytest.mark.parametrize("name", ["absent.xml", "."])
def test_refuses_what_is_no_file(tmp_path, name):
    with pytest.raises(UnreadableFileError, match="ne peut pas être lu"):
        read(tmp_path / name)


def test_stops_when_asked_and_says_how_far_it_is(tmp_path):
    path = write_xml(tmp_path / "f.xml", flux(*(fiche(f"RNCP{n}") for n in range(400))))
    seen = []
    assert len(tuple(read_flux(path, lambda done, whole: seen.append((done, whole)), never))) == 400
    assert seen == sorted(seen)
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)
    with pytest.raises(CancelledError):
        tuple(read_flux(path, silent, lambda: True))


def test_reads_the_real_extracts(shared):
    found = [f for p in (shared / "donnees/rncp").glob("*.xml") for f in read(p)]
    assert len(found) == 52
    assert sum(not f.active for f in found) == 6
    assert all(len({b.code for b in f.blocs}) == len(f.blocs) for f in found)
