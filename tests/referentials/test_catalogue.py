import subprocess
import sys
from pathlib import Path

import pytest

from tests.referentials.flux import LIST, bloc, fiche, flux, never, silent, write_xml, write_zip
from workbench.domain.catalogue import ImportReport
from workbench.domain.referential import Competence
from workbench.errors import CancelledError, NewerStoreError, StoreError, UnknownFicheError, UnreadableFileError
from workbench.referentials import catalogue as module
from workbench.referentials.catalogue import SqliteCatalogue
from workbench.referentials.shipped import shipped_fiches

SHIPPED = len(shipped_fiches())


@pytest.fixture
def catalogue(tmp_path):
    with SqliteCatalogue(tmp_path / "referentiels.sqlite") as opened:
        yield opened


def take(catalogue, path):
    return catalogue.import_file(path, silent, never)


def state(catalogue):
    return [(f, catalogue.fiche(f.code), catalogue.details(f.code)) for f in catalogue.fiches()]


def test_a_new_catalogue_holds_the_shipped_referentials(catalogue):
    assert [f.code for f in catalogue.fiches()] == sorted(f.code for f in shipped_fiches())
    assert {catalogue.fiche(f.code) for f in catalogue.fiches()} == set(shipped_fiches())


def test_an_imported_fiche_comes_back_cut(catalogue, tmp_path):
    assert take(catalogue, write_xml(tmp_path / "f.xml", flux())) == ImportReport(added=1)
    found = catalogue.fiche("RNCP90001")
    assert found.blocs[0].source_text == LIST
    assert found.competences()[1] == Competence("RNCP90001BC01-C02", "Compter les points")
    assert [f.blocs for f in catalogue.fiches()] == [()] * (SHIPPED + 1)


@pytest.mark.parametrize("name", ["RNCP90001", "rncp90001", " RNCP 90001 ", "90001"])
def test_a_fiche_answers_to_its_number_however_written(catalogue, tmp_path, name):
    take(catalogue, write_xml(tmp_path / "f.xml", flux()))
    assert catalogue.fiche(name).code == "RNCP90001"


def test_an_unknown_fiche_is_said_to_be(catalogue):
    with pytest.raises(UnknownFicheError, match="« RNCP1 » n’est pas dans le catalogue"):
        catalogue.fiche("RNCP1")


def test_importing_again_updates_what_changed_and_the_origin_of_the_rest(catalogue, tmp_path):
    take(catalogue, write_xml(tmp_path / "2026-01-01.xml", flux(fiche("RNCP1"), fiche("RNCP2"))))
    second = write_xml(tmp_path / "2026-02-02.xml", flux(fiche("RNCP1"), fiche("RNCP2", title="Forain"), fiche("RS3")))
    assert take(catalogue, second) == ImportReport(added=1, updated=1, unchanged=1)
    assert all("02/02/2026" in catalogue.fiche(code).origin for code in ("RNCP1", "RNCP2", "RS3"))
    assert [f.code for f in catalogue.search("forain")] == ["RNCP2"]
    assert [f.code for f in catalogue.search("kermesse")] == ["RNCP1", "RS3"]
    assert take(catalogue, second) == ImportReport(unchanged=3)


MANY = [fiche(f"RNCP{n}") for n in range(1000, 1500)]


@pytest.mark.parametrize(
    ("content", "cancelled", "error"),
    [
        (flux(*MANY)[:-30], never, UnreadableFileError),
        (flux(*MANY, fiche("")), never, UnreadableFileError),
        (flux(*MANY), iter([False] * 8 + [True]).__next__, CancelledError),
    ],
)
def test_an_import_that_fails_leaves_the_catalogue_as_it_was(catalogue, tmp_path, content, cancelled, error):
    take(catalogue, write_xml(tmp_path / "a.xml", flux(fiche("RNCP1001", title="Avant"))))
    before = state(catalogue)
    with pytest.raises(error):
        catalogue.import_file(write_xml(tmp_path / "b.xml", content), silent, cancelled)
    assert state(catalogue) == before
    assert [f.title for f in catalogue.search("1001")] == ["Avant"]
    assert catalogue.search("kermesse") == ()


KILLED = """
import os, signal, sys
from pathlib import Path
from workbench.referentials.catalogue import SqliteCatalogue
def progress(done, whole):
    if done > whole // 2:
        os.kill(os.getpid(), signal.SIGKILL)
SqliteCatalogue(Path(sys.argv[1])).import_file(Path(sys.argv[2]), progress, lambda: False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL n'existe pas sous Windows")
def test_an_import_that_is_killed_leaves_the_catalogue_as_it_was(tmp_path):
    path = tmp_path / "referentiels.sqlite"
    with SqliteCatalogue(path) as catalogue:
        take(catalogue, write_xml(tmp_path / "a.xml", flux(fiche("RNCP1001", title="Avant"))))
        before = state(catalogue)
    big = write_xml(tmp_path / "b.xml", flux(*MANY))
    root = Path(module.__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", KILLED, path, big], cwd=root, check=False)
    assert run.returncode == -9
    with SqliteCatalogue(path) as catalogue:
        assert state(catalogue) == before


def test_what_is_read_during_an_import_is_the_catalogue_before(catalogue, tmp_path):
    seen = []
    path = write_xml(tmp_path / "f.xml", flux(*MANY))
    catalogue.import_file(path, lambda done, whole: seen.append(len(catalogue.fiches())), never)
    assert set(seen[:-1]) == {SHIPPED}
    assert len(catalogue.fiches()) == SHIPPED + len(MANY)


def test_a_changed_shipped_referential_replaces_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "referentiels.sqlite"
    with SqliteCatalogue(path) as first:
        take(first, write_xml(tmp_path / "f.xml", flux()))
    monkeypatch.setattr(module, "shipped_digest", lambda: b"autre")
    monkeypatch.setattr(module, "shipped_fiches", lambda: shipped_fiches()[:1])
    with SqliteCatalogue(path) as again:
        assert [f.code for f in again.fiches()] == [shipped_fiches()[0].code, "RNCP90001"]
        assert len(again.search("illustratif")) == 1


def test_a_catalogue_that_is_damaged_is_said_to_be(tmp_path):
    path = tmp_path / "referentiels.sqlite"
    path.write_bytes(b"pas une base de donnees, " * 1000)
    with pytest.raises(StoreError, match="abîmé : supprimez ce fichier"):
        SqliteCatalogue(path)


def test_a_folder_that_is_not_there_is_said_to_be(tmp_path):
    with pytest.raises(StoreError):
        SqliteCatalogue(tmp_path / "absent" / "referentiels.sqlite")


def test_a_full_disk_is_said_to_be_and_changes_nothing(catalogue, tmp_path, monkeypatch):
    before = state(catalogue)
    plain_open = module.open_database

    def nearly_full(path, key):
        db = plain_open(path, key)
        db.execute("PRAGMA max_page_count = 90").fetchall()
        return db

    monkeypatch.setattr(module, "open_database", nearly_full)
    with pytest.raises(StoreError, match="disque est plein"):
        take(catalogue, write_zip(tmp_path / "f.zip", flux(*MANY)))
    assert state(catalogue) == before


def test_a_catalogue_from_the_future_is_refused(tmp_path):
    path = tmp_path / "referentiels.sqlite"
    SqliteCatalogue(path).close()
    db = module.open_database(path, None)
    db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('etabli.referentiels','m9','')"
    )
    db.conn.commit()
    db.conn.close()
    with pytest.raises(NewerStoreError):
        SqliteCatalogue(path)


def test_the_same_competence_may_stand_in_several_blocs(catalogue, tmp_path):
    blocs = bloc(code="A", competences="- Tirer") + bloc(code="B", competences="- Tirer")
    take(catalogue, write_xml(tmp_path / "f.xml", flux(fiche(blocs=blocs))))
    assert [c.code for c in catalogue.fiche("90001").competences()] == ["A-C01", "B-C01"]


def test_the_active_fiches_are_yielded_with_the_lists_of_their_certifier(catalogue, tmp_path):
    take(catalogue, write_xml(tmp_path / "f.xml", flux(fiche())))
    found = {f.code: f for f in catalogue.active_fiches()}
    assert len(found) == SHIPPED + 1
    assert found["RNCP90001"].blocs[0].source_text == LIST


def test_the_mark_changes_with_what_is_active_and_only_then(catalogue, tmp_path):
    before = catalogue.active_mark()
    path = write_xml(tmp_path / "f.xml", flux(fiche()))
    take(catalogue, path)
    after = catalogue.active_mark()
    take(catalogue, path)
    assert before != after == catalogue.active_mark()
