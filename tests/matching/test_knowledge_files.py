"""What was written for the engine is whole: whoever adds to it learns here what is missing."""

import re
from collections import Counter
from pathlib import Path

import pytest

from workbench.matching.packs import PACKS, Pack, pack_files
from workbench.matching.proof_signs import CLUES, Clue
from workbench.matching.thesaurus import GESTES, Sector
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

SECTORS = sorted(GESTES.rglob("*.toml"))
PACK_FILES = sorted(PACKS.rglob("*.toml"))
PAGES = sorted(RESSOURCES.rglob("LISEZMOI.md"))


def name(path):
    return path.stem


def repeated(values):
    return sorted(value for value, count in Counter(values).items() if count > 1)


@pytest.mark.parametrize("path", SECTORS, ids=name)
def test_a_sector_has_no_empty_field(path):
    sector = read_toml(path, Sector)
    assert sector.secteur.strip()
    assert sector.geste
    for geste in sector.geste:
        assert geste.concept.strip()
        assert geste.institution, geste.concept
        assert geste.parle, geste.concept
        words = (*geste.institution, *geste.parle, *geste.outils, *geste.lieux, *geste.situations)
        assert all(w.strip() for w in words), geste.concept


def test_the_thesaurus_covers_the_sectors_of_working_life():
    sectors = [read_toml(path, Sector) for path in SECTORS]
    assert len({s.secteur for s in sectors}) >= 40
    assert sum(len(s.geste) for s in sectors) >= 1500


def test_a_concept_is_written_once():
    assert repeated(g.concept for path in SECTORS for g in read_toml(path, Sector).geste) == []


@pytest.mark.parametrize("path", PACK_FILES, ids=name)
def test_a_pack_is_whole(path):
    pack = read_toml(path, Pack)
    assert pack.fiche == path.stem
    assert pack.metier.strip()
    assert repeated(e.code for e in pack.competence) == []
    for entry in pack.competence:
        assert entry.dit, entry.code
        assert all(text.strip() for text in (*entry.dit, *entry.pas)), entry.code
        assert re.fullmatch(r"[0-9a-f]{4}( [0-9a-f]{4})*", entry.empreinte), entry.code


def test_every_pack_is_read_and_each_fiche_has_one():
    assert pack_files() == PACK_FILES
    assert repeated(read_toml(path, Pack).fiche for path in PACK_FILES) == []


def test_the_clues_have_no_empty_word_and_no_capital():
    for kind, clue in read_toml(CLUES, dict[str, Clue]).items():
        assert clue.words, kind
        assert all(w.strip() == w and w == w.lower() and "’" not in w for w in clue.words), kind


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.parent.name)
def test_a_page_links_to_what_exists(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_index_names_every_folder_and_font():
    index = (RESSOURCES / "LISEZMOI.md").read_text("utf-8")
    here = [p.name for p in RESSOURCES.iterdir() if p.name != "LISEZMOI.md"]
    families = {p.stem.split("-")[0] for p in (RESSOURCES / "fonts").rglob("*.[ot]tf")}
    assert [entry for entry in here if entry not in index] == []
    assert [family for family in families if family not in index] == []


def test_the_pages_name_commands_that_exist():
    source = (Path(__file__).parents[2] / "workbench" / "training" / "__main__.py").read_text("utf-8")
    commands = set(re.findall(r'@app\.command\("([\w-]+)"\)', source))
    text = "\n".join(page.read_text("utf-8") for page in PAGES)
    assert set(re.findall(r"workbench\.training ([\w-]+)", text)) <= commands
