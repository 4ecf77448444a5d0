import pytest

from tests.referentials.flux import fiche, flux, never, silent, write_xml
from workbench.domain.catalogue import ImportReport
from workbench.errors import CancelledError, UnreadableFileError
from workbench.services.referential_imports import import_sources
from workbench.services.referentials import open_catalogue


@pytest.fixture
def catalogue(tmp_path):
    with open_catalogue(tmp_path / "donnees") as opened:
        yield opened


@pytest.fixture
def files(tmp_path):
    (tmp_path / "choisis").mkdir()
    good = [write_xml(tmp_path / "choisis" / f"{n}.xml", flux(fiche(f"RNCP{n}"))) for n in (1, 3)]
    return [good[0], write_xml(tmp_path / "choisis" / "2.xml", "rien"), good[1]]


def test_a_bad_file_leaves_the_others_imported(catalogue, files):
    first, bad, last = import_sources(catalogue, files, silent, never)
    assert first.report == last.report == ImportReport(added=1)
    assert isinstance(bad.error, UnreadableFileError)
    assert [f.code for f in catalogue.search("kermesse")] == ["RNCP1", "RNCP3"]


def test_a_folder_stands_for_the_files_in_it(catalogue, files):
    (files[0].parent / "notes.txt").write_text("autre chose", "utf-8")
    names = [done.name for done in import_sources(catalogue, [files[0].parent], silent, never)]
    assert names == ["1.xml", "2.xml", "3.xml"]


def test_progress_goes_over_all_the_files(catalogue, files):
    seen = []
    import_sources(catalogue, files, lambda *done: seen.append(done), never)
    whole = sum(path.stat().st_size for path in files)
    assert seen == sorted(seen)
    assert seen[-1] == (whole, whole)


def test_what_was_imported_before_it_was_stopped_is_kept(catalogue, files):
    said = iter([False, True])
    done = import_sources(catalogue, [files[0], files[2]], silent, said.__next__)
    assert done[0].report == ImportReport(added=1)
    assert isinstance(done[1].error, CancelledError)
    assert [f.code for f in catalogue.search("kermesse")] == ["RNCP1"]


def test_once_stopped_nothing_more_is_begun(catalogue, files):
    assert len(import_sources(catalogue, files, silent, lambda: True)) == 1


def test_a_folder_without_any_referential_is_said_to_be(catalogue, tmp_path):
    (tmp_path / "vide").mkdir()
    with pytest.raises(UnreadableFileError, match="« vide » ne contient aucun référentiel"):
        import_sources(catalogue, [tmp_path / "vide"], silent, never)
