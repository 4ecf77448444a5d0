import pytest

from tests.referentials.flux import fiche, flux, never, silent, write_xml
from workbench.domain.catalogue import Filters, ImportReport, Kind
from workbench.referentials import leaving
from workbench.referentials.catalogue import SqliteCatalogue


@pytest.fixture
def take(tmp_path, monkeypatch):
    """Import fiches of these numbers as an export of that day; ten make a whole one."""
    monkeypatch.setattr(leaving, "_WHOLE_FROM", 10)
    with SqliteCatalogue(tmp_path / "referentiels.sqlite") as catalogue:

        def run(day, numbers, title="Forain"):
            content = flux(*(fiche(f"RNCP{n}", title=f"{title} {n}") for n in numbers))
            path = write_xml(tmp_path / f"export{day}.xml", content)
            return catalogue.import_file(path, silent, never)

        run.catalogue = catalogue
        yield run


def active(catalogue):
    return {f.code for f in catalogue.search("", filters=Filters(active_only=True, kind=Kind.RNCP))}


def test_a_fiche_that_a_whole_later_export_lacks_is_marked_and_kept(take):
    take("-2026-01-01", range(12))
    assert take("-2026-02-01", range(1, 13)) == ImportReport(added=1, unchanged=11, gone=1)
    assert take.catalogue.details("RNCP0").gone_on == "2026-02-01"
    assert not take.catalogue.fiche("RNCP0").active
    assert take.catalogue.fiche("RNCP0").title == "Forain 0"
    assert active(take.catalogue) == {f"RNCP{n}" for n in range(1, 13)}


def test_a_fiche_that_comes_back_is_active_again(take):
    take("-2026-01-01", range(12))
    take("-2026-02-01", range(1, 12))
    assert take("-2026-03-01", range(12)).unchanged == 12
    assert take.catalogue.details("RNCP0").gone_on == ""
    assert "RNCP0" in active(take.catalogue)


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        ("-2026-02-01", range(1, 10)),  # too few to be whole
        ("-2026-02-01", range(10, 20)),  # fewer than those that are known
        ("-2026-01-01", range(1, 12)),  # the same edition
        ("-2025-12-01", range(1, 12)),  # an older edition
        ("", range(1, 12)),  # nobody knows of which day
    ],
)
def test_nothing_else_makes_a_fiche_leave(take, day, numbers):
    take("-2026-01-01", range(12))
    assert take(day, numbers).gone == 0
    assert "RNCP0" in active(take.catalogue)


def test_an_older_export_does_not_replace_what_is_newer(take):
    take("-2026-02-01", range(3))
    assert take("-2026-01-01", range(4), "Ancien") == ImportReport(added=1, newer=3)
    assert take.catalogue.fiche("RNCP1").title == "Forain 1"
    assert "01/02/2026" in take.catalogue.fiche("RNCP1").origin


def test_the_report_names_the_first_of_each(take):
    take("-2026-01-01", range(12))
    report = take("-2026-02-01", (*range(3, 12), *range(20, 40)))
    assert report.first_gone == (("RNCP0", "Forain 0"), ("RNCP1", "Forain 1"), ("RNCP2", "Forain 2"))
    assert len(report.first_added) == 8
    assert report.first_added[0] == ("RNCP20", "Forain 20")
    assert take("-2026-03-01", [3], "Changé").first_updated == (("RNCP3", "Changé 3"),)
