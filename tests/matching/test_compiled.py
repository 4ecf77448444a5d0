import shutil

import msgspec
import pytest

from workbench.matching.compiled import (
    COMPILED,
    SHIPPED,
    Compiled,
    Sources,
    compile_knowledge,
    read_compiled,
    write_compiled,
)
from workbench.matching.thesaurus import geste_files
from workbench.matching.told_stories import ToldLine

PACK = """fiche = "ESSAI"
metier = "essai"
[[competence]]
code = "C1"
dit = ["je lavais les grands carreaux", "j'ai lavé la vitre"]
"""
LINES = "J'ai frotté.\nIl pleuvait.\nJ'aidais un peu.\n"
GOLD = b"""{"R": {"fiche": "ESSAI", "phrases": [
{"competences": {"C1": 2, "C2": 1}, "acteur": "je", "realite": "fait"},
{"competences": {}, "acteur": "impersonnel", "realite": "autre"},
{"competences": {"C1": 1}, "acteur": "je", "realite": null}]}}"""


@pytest.fixture
def sources(tmp_path):
    made = Sources(tmp_path / "packs", tmp_path / "gestes", tmp_path / "recits")
    for folder in (made.packs, made.gestes, made.recits):
        folder.mkdir()
    (made.packs / "essai.toml").write_text(PACK, "utf-8")
    (made.recits / "gold.json").write_bytes(GOLD)
    (made.recits / "R.txt").write_text(LINES, "utf-8")
    shutil.copy(geste_files()[0], made.gestes)
    return made


def test_what_is_shipped_is_not_older_than_its_sources():
    kept = msgspec.msgpack.decode(COMPILED.read_bytes(), type=Compiled)
    assert kept.digest == SHIPPED.digest, "lancez : python -m workbench.training connaissances"


def test_it_counts_the_texts_that_hold_a_stem(sources):
    compiled = compile_knowledge(sources)
    assert (compiled.texts, compiled.counts["lav"], compiled.counts["vitr"]) == (2, 2, 1)
    assert compiled.stems["lavais"] == compiled.stems["lavé"] == "lav"


def test_a_line_that_one_reader_only_would_count_is_no_example(sources):
    (story,) = compile_knowledge(sources).recits
    assert story.lignes == (ToldLine("J'ai frotté.", ("C1",)), ToldLine("Il pleuvait.", ()))


def test_the_same_knowledge_makes_the_same_file(sources, tmp_path):
    for name in ("one", "two"):
        write_compiled(compile_knowledge(sources), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_an_edited_source_wins_over_what_was_compiled(sources, tmp_path):
    file = tmp_path / "connaissances.msgpack"
    write_compiled(compile_knowledge(sources), file)
    assert read_compiled(file, sources) == compile_knowledge(sources)
    (sources.packs / "essai.toml").write_text(PACK.replace("la vitre", "le pare-brise"), "utf-8")
    assert read_compiled(file, sources).packs[0].competence[0].dit[1] == "j'ai lavé le pare-brise"


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x80"])
def test_a_file_that_cannot_be_read_is_made_again(sources, tmp_path, content):
    file = tmp_path / "connaissances.msgpack"
    file.write_bytes(content)
    assert read_compiled(file, sources) == compile_knowledge(sources)
