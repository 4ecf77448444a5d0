import shutil

import msgspec
import pytest

from workbench.matching.compiled import COMPILED, Compiled, compile_knowledge, digest_of, read_compiled, write_compiled
from workbench.matching.packs import PACKS, pack_files
from workbench.matching.thesaurus import GESTES, geste_files

PACK = """fiche = "ESSAI"
metier = "essai"
[[competence]]
code = "C1"
dit = ["je lavais les grands carreaux", "j'ai lavé la vitre"]
"""


@pytest.fixture
def folders(tmp_path):
    packs, gestes = tmp_path / "packs", tmp_path / "gestes"
    packs.mkdir()
    gestes.mkdir()
    (packs / "essai.toml").write_text(PACK, "utf-8")
    shutil.copy(geste_files()[0], gestes)
    return packs, gestes


def test_what_is_shipped_is_not_older_than_its_sources():
    kept = msgspec.msgpack.decode(COMPILED.read_bytes(), type=Compiled)
    assert kept.digest == digest_of([*pack_files(PACKS), *geste_files(GESTES)]), (
        "lancez : python -m workbench.training connaissances"
    )


def test_it_counts_the_texts_that_hold_a_stem(folders):
    compiled = compile_knowledge(*folders)
    assert (compiled.texts, compiled.counts["lav"], compiled.counts["vitr"]) == (2, 2, 1)
    assert compiled.stems["lavais"] == compiled.stems["lavé"] == "lav"


def test_the_same_knowledge_makes_the_same_file(folders, tmp_path):
    for name in ("one", "two"):
        write_compiled(compile_knowledge(*folders), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_an_edited_source_wins_over_what_was_compiled(folders, tmp_path):
    file = tmp_path / "connaissances.msgpack"
    write_compiled(compile_knowledge(*folders), file)
    assert read_compiled(file, *folders) == compile_knowledge(*folders)
    (folders[0] / "essai.toml").write_text(PACK.replace("la vitre", "le pare-brise"), "utf-8")
    assert read_compiled(file, *folders).packs[0].competence[0].dit[1] == "j'ai lavé le pare-brise"


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x80"])
def test_a_file_that_cannot_be_read_is_made_again(folders, tmp_path, content):
    file = tmp_path / "connaissances.msgpack"
    file.write_bytes(content)
    assert read_compiled(file, *folders) == compile_knowledge(*folders)
