from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.referentials.flux import fiche, flux, write_xml
from tests.ui.keys import type_text
from workbench.errors import UnreachableError
from workbench.ui.widgets.fold import Fold

HEADER = "fiche;fiche_intitule;bloc;bloc_intitule;competence;competence_intitule\n"
ROW = "LOC1;Atelier local;LOC1-B1;Premier bloc;LOC1-B1-C1;Ranger l'atelier chaque soir\n"


def texts(widget):
    return [shown.text().replace("\u00a0", " ") for shown in widget.findChildren(QLabel) if not shown.isHidden()]


def test_a_spreadsheet_is_imported_and_added_to_the_dossier(window, qtbot, tmp_path):
    path = tmp_path / "local.csv"
    path.write_text(HEADER + ROW, "utf-8")
    window.view.open_example()
    screen = window.view.referentials
    with qtbot.waitSignal(screen.said, timeout=20_000):
        screen.import_files([path])
    assert "Nouvelles : 1" in texts(screen.summary)
    screen.summary.close_button.click()
    window.view.go("referentiels")
    with qtbot.waitSignal(screen.search.searched):
        screen.search.setText("LOC1")
    qtbot.waitUntil(lambda: "LOC1" in texts(screen.detail))
    screen.detail.add_wanted.emit(screen.detail._fiche)
    assert "LOC1" in window.view.opened.dossier.fiches


def test_a_bad_file_is_one_sentence(window, qtbot, tmp_path):
    path = tmp_path / "vide.csv"
    path.write_text("a;b\n1;2\n", "utf-8")
    with qtbot.waitSignal(window.view.referentials.failed, timeout=20_000):
        window.view.referentials.import_files([path])
    assert window._error_words.text()


def flux_file(folder, *numbers, more=""):
    return write_xml(folder / "flux.xml", flux(*(fiche(f"RNCP{n}", more=more) for n in numbers)))


def imported(window, qtbot, *paths):
    """Import files and bring up the room."""
    window.view.go("referentiels")
    screen = window.view.referentials
    with qtbot.waitSignal(screen.said, timeout=20_000):
        screen.import_files(list(paths))
    return screen


def shown(screen):
    return [
        screen.list.model().index(n, 0).data(Qt.ItemDataRole.UserRole).key
        for n in range(screen.list.model().rowCount())
    ]


def test_what_an_import_did_stays_until_it_is_closed(window, qtbot, tmp_path):
    bad = tmp_path / "vide.xml"
    bad.write_text("rien", "utf-8")
    screen = imported(window, qtbot, flux_file(tmp_path, *range(20, 30)), bad)
    words = texts(screen.summary)
    assert {"flux.xml", "Nouvelles : 10", "RNCP20", "… et 2 autres.", "vide.xml"} <= set(words)
    assert any(one.startswith("« vide.xml »") for one in words)
    screen.refresh()
    assert screen.summary.isVisible()
    screen.summary.close_button.click()
    assert screen.list.isVisible()


def test_an_import_that_is_stopped_says_so_and_changes_nothing(window, qtbot, tmp_path):
    path = flux_file(tmp_path, *range(1000, 3000))
    screen = window.view.referentials
    window.view.go("referentiels")
    before = shown(screen)
    with qtbot.waitSignal(screen.said, timeout=20_000) as said:
        screen.import_files([path])
        screen.progress.stop.click()
    assert "inchangé" in said.args[0]
    assert not screen.progress.isVisible()
    assert shown(screen) == before


def test_filters_narrow_the_list_and_are_cleared(window, qtbot, tmp_path):
    vae = "<SI_JURY_VAE><ACTIF>Oui</ACTIF></SI_JURY_VAE>"
    screen = imported(window, qtbot, flux_file(tmp_path, 7, more=vae))
    screen.summary.close_button.click()
    screen.filters.vae.click()
    assert shown(screen) == ["RNCP7"]
    assert screen.filter_button.text() == "Filtres (1)"
    with qtbot.waitSignal(screen.filters.certifier.searched):
        type_text(screen.filters.certifier, "x")
    assert shown(screen) == []
    screen.filters.reset_button.click()
    assert len(shown(screen)) > 1
    assert not screen.filters.reset_button.isVisible()


def test_a_star_is_kept_and_filtered_by(window, qtbot):
    window.view.go("referentiels")
    screen = window.view.referentials
    screen.list.choose("EX-SOINS")
    qtbot.waitUntil(lambda: "EX-SOINS" in texts(screen.detail))
    star = next(b for b in screen.detail.findChildren(QPushButton) if b.text() == "Mes fiches")
    star.click()
    screen.filters.starred.click()
    assert shown(screen) == ["EX-SOINS"]


def test_the_fiche_that_replaces_another_opens_from_it(window, qtbot, tmp_path):
    more = (
        "<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP32"
        "</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>"
    )
    screen = imported(window, qtbot, flux_file(tmp_path, 31, more=more))
    screen._open_fiche("RNCP31")
    link = next(b for b in screen.detail.findChildren(QPushButton) if b.text() == "RNCP32")
    with qtbot.waitSignal(screen.failed):
        link.click()
    with qtbot.waitSignal(screen.said, timeout=20_000):
        screen.import_files([write_xml(tmp_path / "b.xml", flux(fiche("RNCP32", title="Forain")))])
    link = next(b for b in screen.detail.findChildren(QPushButton) if b.text() == "RNCP32")
    link.click()
    assert "Forain" in texts(screen.detail)


def test_the_long_texts_of_a_fiche_open_under_their_title(window, qtbot, tmp_path):
    more = "<ACTIVITES_VISEES>- Tenir un stand    - Compter</ACTIVITES_VISEES>"
    screen = imported(window, qtbot, flux_file(tmp_path, 41, more=more))
    screen._open_fiche("RNCP41")
    assert "Compter" not in texts(screen.detail)
    (fold,) = screen.detail.findChildren(Fold)
    fold.button.click()
    assert {"Tenir un stand", "Compter"} <= set(texts(fold))
    assert fold.button.accessibleDescription() == "ouvert"


def test_nothing_is_read_once_the_room_is_left(window, qtbot):
    window.view.go("referentiels")
    screen = window.view.referentials
    screen.list.choose("EX-SOINS")
    assert screen._reading.isActive()
    window.view.go("dossiers")
    assert not screen._reading.isActive()


def test_the_national_exports_are_fetched_when_one_asks(window, qtbot):
    def no_network(progress, cancelled):
        raise UnreachableError("data.gouv.fr ne répond pas.")

    screen = window.view.referentials
    screen._use_cases = replace(screen._use_cases, fetch_referentials=no_network)
    with qtbot.waitSignal(screen.failed, timeout=20_000) as failed:
        screen.fetch()
    assert "ne répond pas" in str(failed.args[0])
    assert screen._import.isEnabled()
