import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.local_examples import LocalExample
from workbench.errors import UnreadableFileError
from workbench.matching.packs import Pack, PackEntry, written_print
from workbench.resources import read_toml
from workbench.services import example_packs as packs


def example(text, *, shows=True, fiche="F", code="F1C1"):
    return LocalExample(f"id-{text}", "d", "r", text, fiche, code, "Laver le linge", shows)


def test_examples_become_one_pack_a_fiche_each_sentence_once():
    one, other = packs.packs_of(
        [example("je lave"), example("je lave"), example("je plie", shows=False), example("je range", fiche="G")]
    )
    entry = PackEntry("F1C1", ("je lave",), (), written_print("Laver le linge"), ("je plie",))
    assert (one.fiche, one.competence) == ("F", (entry,))
    assert other.fiche == "G"


@given(st.lists(st.text(min_size=1).filter(lambda t: t.strip()), min_size=1, max_size=4, unique=True))
def test_a_pack_is_read_back_as_it_was_written(tmp_path_factory, texts):
    pack = Pack("F", "essai", (PackEntry("F1C1", tuple(texts), (), "0a1b", ("autre",)),))
    path = tmp_path_factory.mktemp("paquet") / "p.toml"
    path.write_text(packs.to_toml(pack), "utf-8", newline="")
    assert read_toml(path, Pack) == pack


def test_a_colleagues_pack_is_kept_once_and_can_be_removed(tmp_path):
    data = tmp_path / "donnees"
    (path,) = packs.write_packs(packs.packs_of([example("je lave"), example("je plie", shows=False)]), tmp_path)
    pack = packs.import_pack(path, data)
    assert packs.import_pack(path, data) == pack
    assert packs.list_imported(data) == (pack,)
    assert (pack.fiche, pack.examples) == ("F", 2)
    packs.remove_imported(pack.name, data)
    assert packs.imported_packs(data) == ()
    with pytest.raises(UnreadableFileError):
        packs.remove_imported(pack.name, data)


GOOD = 'fiche = "F"\nmetier = "m"\n[[competence]]\ncode = "C"\n'


@pytest.mark.parametrize(
    "content",
    [
        "ceci n'est pas du toml",
        'fiche = "F"\nmetier = "m"\ncompetence = []\n',
        GOOD + 'empreinte = ""\ndit = ["je lave"]\n',
        GOOD + 'empreinte = "../../x"\ndit = ["je lave"]\n',
        GOOD + 'empreinte = "0a1b"\ndit = ["  "]\n',
        GOOD + f'empreinte = "0a1b"\ndit = ["{"a" * 1001}"]\n',
        GOOD.replace('"F"', '"../F\\n"') + 'empreinte = "0a1b"\ndit = ["je lave"]\n',
    ],
)
def test_what_is_no_pack_is_refused_with_a_sentence(tmp_path, content):
    path = tmp_path / "p.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(UnreadableFileError, match=r"p\.toml"):
        packs.import_pack(path, tmp_path / "donnees")
    assert not (tmp_path / "donnees" / "exemples").exists()
