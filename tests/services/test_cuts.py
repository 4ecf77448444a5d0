import json
from datetime import date

import pytest

from tests.referentials.flux import LIST, bloc, fiche, flux, never, silent, write_xml
from workbench.domain import cuts
from workbench.errors import UnknownFicheError, UnreadableFileError
from workbench.services import cuts as service
from workbench.services.cut_files import CutImport, export_cuts, import_cuts
from workbench.services.referentials import open_catalogue

CODE, BLOC, TODAY = "RNCP90001", "RNCP90001BC01", date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path):
    """Open a new desk on a made-up fiche each time that it is called."""
    opened = []

    def make(competences=LIST):
        catalogue = open_catalogue(tmp_path / f"bureau{len(opened)}")
        opened.append(catalogue)
        path = write_xml(tmp_path / "f.xml", flux(fiche(blocs=bloc(competences=competences))))
        catalogue.import_file(path, silent, never)
        return catalogue

    yield make
    for catalogue in opened:
        catalogue.close()


def view(catalogue):
    return service.bloc_cut(catalogue, CODE, BLOC)


def joined(catalogue, index=0, author="Zoé"):
    return service.correct(catalogue, view(catalogue), cuts.join(view(catalogue).cut, index), author)


def titles(catalogue):
    return [c.title for c in catalogue.fiche(CODE).competences()]


def test_each_gesture_is_undone_redone_and_the_automatic_cut_returned_to(desk):
    catalogue = desk()
    automatic = titles(catalogue)
    seen = joined(catalogue)
    corrected = titles(catalogue)
    assert len(corrected) == len(automatic) - 1
    seen = service.undo(catalogue, seen)
    assert titles(catalogue) == automatic
    seen = service.redo(catalogue, seen)
    assert titles(catalogue) == corrected
    seen = service.return_to_automatic(catalogue, seen)
    assert titles(catalogue) == automatic
    assert not seen.is_corrected
    service.undo(catalogue, seen)
    assert titles(catalogue) == corrected


def test_what_changes_nothing_is_not_written(desk):
    catalogue = desk()
    seen = view(catalogue)
    for same in (
        service.correct(catalogue, seen, seen.cut),
        service.undo(catalogue, seen),
        service.redo(catalogue, seen),
        service.return_to_automatic(catalogue, seen),
    ):
        assert same is seen
    assert catalogue.cuts.entries() == ()


def test_splitting_leaves_the_mark_of_the_list_out(desk):
    catalogue = desk()
    whole = joined(catalogue).cut
    divided = service.split(whole, LIST.index("- Compter"))
    assert [divided.title(0), divided.title(1)] == ["Tenir un stand de tir", "Compter les points"]


def test_a_bloc_without_a_list_is_said(desk):
    with pytest.raises(UnknownFicheError, match="n’a pas de liste"):
        service.bloc_cut(desk(), CODE, "AUTRE")


def test_a_colleague_takes_the_corrections_once_and_keeps_her_own(desk, tmp_path):
    mine, hers, path = desk(), desk(), tmp_path / "d.json"
    joined(mine)
    assert export_cuts(mine, path, TODAY) == 1
    assert import_cuts(hers, path) == CutImport(taken=1)
    assert titles(hers) == titles(mine)
    assert import_cuts(hers, path) == CutImport(same=1)
    assert view(hers).history.entry.author == "Zoé"
    service.undo(hers, view(hers))
    joined(hers, 1)
    assert import_cuts(hers, path) == CutImport(kept=1)
    assert import_cuts(hers, path, replacing=True) == CutImport(taken=1)
    assert titles(hers) == titles(mine)


def test_a_correction_of_another_text_or_of_an_absent_fiche_is_said(desk, tmp_path):
    mine, path = desk(), tmp_path / "d.json"
    joined(mine)
    export_cuts(mine, path, TODAY)
    assert import_cuts(desk(LIST.replace("stand", "comptoir")), path) == CutImport(taken=1, changed=1)
    with open_catalogue(tmp_path / "vide") as nothing:
        assert import_cuts(nothing, path) == CutImport(taken=1, unknown=1)
        assert export_cuts(nothing, tmp_path / "e.json", TODAY) == 1


def test_the_file_can_be_read_and_says_where_it_comes_from(desk, tmp_path):
    mine, path = desk(), tmp_path / "d.json"
    joined(mine)
    assert export_cuts(mine, path, TODAY, {"RNCP1"}) == 0
    export_cuts(mine, path, TODAY, {CODE})
    content = json.loads(path.read_text("utf-8"))
    assert "22/11/2026" in content["origine"]
    (cut,) = content["decoupages"]
    assert "France compétences" in cut["source"]
    assert cut["competences"][0]["titre"] == "Tenir un stand de tir - Compter les points"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"fin": ', '"fin": 9'),
        ('"debut": ', '"debut": -'),
        ('"titre": "Ranger', '"titre": "Jeter'),
        ('-C03"', '-C01"'),
        ('"version": 1', '"version": 2'),
        ('"format": "etabli-decoupages"', '"format": "autre"'),
        ('"texte"', '"text"'),
        ("{", "["),
    ],
)
def test_a_file_that_does_not_fit_is_refused_and_nothing_is_written(desk, tmp_path, old, new):
    mine, path = desk(), tmp_path / "d.json"
    joined(mine)
    export_cuts(mine, path, TODAY)
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), "utf-8")
    hers = desk()
    with pytest.raises(UnreadableFileError):
        import_cuts(hers, path)
    assert hers.cuts.entries() == ()
