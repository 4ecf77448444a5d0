HEADER = "fiche;fiche_intitule;bloc;bloc_intitule;competence;competence_intitule\n"
ROW = "LOC1;Atelier local;LOC1-B1;Premier bloc;LOC1-B1-C1;Ranger l'atelier chaque soir\n"


def test_a_spreadsheet_is_imported_and_added_to_the_dossier(window, qtbot, tmp_path):
    path = tmp_path / "local.csv"
    path.write_text(HEADER + ROW, "utf-8")
    window.view.open_example()
    screen = window.view.referentials
    with qtbot.waitSignal(screen.said, timeout=20_000) as said:
        screen.import_file(path)
    assert "ajoutées : 1 " in said.args[0]
    window.view.go("referentiels")
    with qtbot.waitSignal(screen.search.searched):
        screen.search.setText("LOC1")
    screen.detail.add_wanted.emit(screen.detail._fiche)
    assert "LOC1" in window.view.opened.dossier.fiches


def test_a_bad_file_is_one_sentence(window, qtbot, tmp_path):
    path = tmp_path / "vide.csv"
    path.write_text("a;b\n1;2\n", "utf-8")
    with qtbot.waitSignal(window.view.referentials.failed, timeout=20_000):
        window.view.referentials.import_file(path)
    assert window._error_words.text()
