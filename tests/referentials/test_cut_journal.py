import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.referentials.flux import LIST, bloc, fiche, flux, never, silent, write_xml
from workbench.domain import cuts
from workbench.domain.cuts import CutEntry, Piece
from workbench.domain.positions import Span
from workbench.errors import StoreError
from workbench.referentials.catalogue import SqliteCatalogue
from workbench.referentials.cut_journal import CutJournal

BLOC = "RNCP90001BC01"


def entry(number, text="Lire un plan", retracts=""):
    pieces = () if retracts else (Piece("B-C01", Span(0, len(text))),)
    return CutEntry(f"e{number}", "2026-11-22T10:00:00Z", "Zoé", "F", f"B{number}", text, pieces, retracts=retracts)


@pytest.fixture
def catalogue(tmp_path):
    with SqliteCatalogue(tmp_path / "referentiels.sqlite") as opened:
        opened.import_file(write_xml(tmp_path / "f.xml", flux()), silent, never)
        yield opened


def correct(catalogue, cut, identifier="1"):
    written = CutEntry(identifier, "2026-11-22T10:00:00Z", "", "RNCP90001", cut.bloc, cut.text, cut.pieces)
    catalogue.cuts.append(written)


def titles(catalogue):
    return [c.title for c in catalogue.fiche("RNCP90001").competences()]


def test_entries_come_back_in_order_and_another_journal_sees_them(tmp_path):
    path = tmp_path / "d.jsonl"
    one, other = CutJournal(path), CutJournal(path)
    assert other.histories() == {}
    one.append(entry(1), entry(2))
    other.append(entry(3))
    assert one.entries() == (entry(1), entry(2), entry(3))
    assert set(other.histories()) == {("F", "B1"), ("F", "B2"), ("F", "B3")}
    assert set(one.histories()) == set(other.histories())


@given(st.integers(1, 10_000))
def test_a_line_cut_short_loses_itself_only(tmp_path_factory, missing):
    path = tmp_path_factory.mktemp("coupure") / "d.jsonl"
    journal = CutJournal(path)
    journal.append(entry(1), entry(2, "Épandre l’enduit"))
    whole = path.read_bytes()
    second = len(whole) - whole.index(b"\n") - 1
    path.write_bytes(whole[: len(whole) - min(missing, second)])
    expected = (entry(1),) if missing > 1 else (entry(1), entry(2, "Épandre l’enduit"))
    assert journal.entries() == expected
    journal.append(entry(3))
    assert journal.entries() == (*expected, entry(3))


@pytest.mark.parametrize("line", [b'{"id": 3}', b'{"x": 1}', b"[]"])
def test_what_is_no_entry_is_refused_with_a_sentence(tmp_path, line):
    path = tmp_path / "d.jsonl"
    path.write_bytes(line + b"\n")
    with pytest.raises(StoreError, match="version plus récente"):
        CutJournal(path).histories()


def test_pieces_outside_of_their_text_are_refused(tmp_path):
    journal = CutJournal(tmp_path / "d.jsonl")
    journal.append(CutEntry("1", "", "", "F", "B", "court", (Piece("C", Span(0, 90)),)))
    with pytest.raises(StoreError):
        journal.histories()


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(StoreError, match="place libre"):
        CutJournal(tmp_path / "absent" / "d.jsonl").append(entry(1))


def test_a_killed_writer_leaves_what_it_confirmed(tmp_path):
    code = (
        "import sys; from pathlib import Path; from tests.referentials.test_cut_journal import entry;"
        "from workbench.referentials.cut_journal import CutJournal; j = CutJournal(Path(sys.argv[1]))\n"
        "for n in range(10_000): j.append(entry(n)); print(n, flush=True)"
    )
    path = tmp_path / "d.jsonl"
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as writer:
        confirmed = [int(writer.stdout.readline()) for _ in range(20)]
        writer.kill()
    assert CutJournal(path).entries()[: len(confirmed)] == tuple(entry(n) for n in confirmed)


def test_a_fiche_is_cut_as_corrected(catalogue):
    (view,) = catalogue.bloc_cuts("90001")
    assert (view.fiche, view.cut, view.automatic.text) == ("RNCP90001", view.automatic, LIST)
    correct(catalogue, cuts.join(view.cut, 0))
    found = catalogue.fiche("RNCP90001").competences()
    assert [c.code for c in found] == [f"{BLOC}-C01", f"{BLOC}-C03"]
    assert found[0].title == "Tenir un stand de tir - Compter les points"
    assert catalogue.bloc_cuts("90001")[0].is_corrected


def test_a_correction_survives_a_catalogue_made_again_and_a_new_export(catalogue, tmp_path):
    correct(catalogue, cuts.join(catalogue.bloc_cuts("90001")[0].cut, 0))
    corrected = titles(catalogue)
    added = LIST.replace("    ", "  ") + "    - Allumer le four"
    new = flux(fiche(blocs=bloc(competences=added)))
    catalogue.import_file(write_xml(tmp_path / "g.xml", new), silent, never)
    assert titles(catalogue) == [*corrected, "Allumer le four"]


def test_a_correction_of_another_text_is_missed(catalogue, tmp_path):
    correct(catalogue, cuts.join(catalogue.bloc_cuts("90001")[0].cut, 0))
    new = flux(fiche(blocs=bloc(competences=LIST.replace("points", "flèches plantées"))))
    catalogue.import_file(write_xml(tmp_path / "g.xml", new), silent, never)
    assert len(titles(catalogue)) == 3
    assert catalogue.bloc_cuts("90001")[0].missed == ("Tenir un stand de tir - Compter les points",)


def test_blocs_that_came_cut_have_nothing_to_correct(catalogue):
    shipped = next(f.code for f in catalogue.fiches() if f.code.startswith("EX-"))
    assert catalogue.bloc_cuts(shipped) == ()
