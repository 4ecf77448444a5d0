import docx
import pytest

from tests.referentials.flux import never, silent
from workbench.errors import UnreadableFileError
from workbench.referentials.importing import read_fiches

ROWS = [
    ["Module", "Durée", "Objectifs pédagogiques"],
    ["Tenir un stand", "2 h", "- Accueillir le public\n- Compter les points ;"],
    ["", "3 h", "Ranger les flèches"],
    ["Sécurité", "1 h", "1. Vérifier les cordes"],
]


def write(path, *tables, title="Animer une kermesse"):
    document = docx.Document()
    if title:
        document.add_heading(title, 1)
    for rows in tables:
        table = document.add_table(len(rows), len(rows[0]))
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    document.save(path)
    return path


def refusal(path):
    with pytest.raises(UnreadableFileError) as caught:
        tuple(read_fiches(path, silent, never))
    assert path.name in str(caught.value)
    return str(caught.value)


def test_reads_the_table_of_a_programme(tmp_path):
    (entry,) = read_fiches(write(tmp_path / "Kermesse d’été.docx", [["Nom", "Date"]], ROWS), silent, never)
    fiche = entry.fiche
    assert (fiche.code, fiche.title) == ("LOC-KERMESSE-D-ETE", "Animer une kermesse")
    assert fiche.origin == "Programme local, « Kermesse d’été.docx »"
    assert [(b.title, [c.title for c in b.competences]) for b in fiche.blocs] == [
        ("Tenir un stand", ["Accueillir le public", "Compter les points", "Ranger les flèches"]),
        ("Sécurité", ["Vérifier les cordes"]),
    ]
    assert fiche.competences()[3].code == "LOC-KERMESSE-D-ETE-B02-C01"


def test_cells_merged_downwards_hold_for_all_their_rows(tmp_path):
    path = write(tmp_path / "a.docx", ROWS, title="")
    document = docx.Document(path)
    document.tables[0].cell(1, 0).merge(document.tables[0].cell(2, 0))
    document.save(path)
    (entry,) = read_fiches(path, silent, never)
    fiche = entry.fiche
    assert [len(b.competences) for b in fiche.blocs] == [3, 1]
    assert fiche.title == "a"


@pytest.mark.parametrize("titles", [["BLOCS", "Compétences visées"], ["Unité", "Capacité"], ["UE n°", "OBJECTIF"]])
def test_columns_are_known_by_their_headings(tmp_path, titles):
    (entry,) = read_fiches(write(tmp_path / "a.docx", [titles, ["Un", "Lire"]]), silent, never)
    fiche = entry.fiche
    assert (fiche.blocs[0].title, fiche.competences()[0].title) == ("Un", "Lire")


def test_names_every_bad_row(tmp_path):
    rows = [ROWS[0], ["", "2 h", "Lire"], ["Un", "2 h", " "], ["", "", ""], ["Un", "", "Dire"]]
    sentence = refusal(write(tmp_path / "a.docx", [["Nom"]], rows))
    assert "Tableau 2, ligne 2 : la case du bloc (ou module) est vide" in sentence
    assert "Tableau 2, ligne 3 : la case de la compétence (ou objectif) est vide" in sentence
    assert "ligne 4" not in sentence
    assert "ligne 5" not in sentence


def test_says_what_table_is_expected(tmp_path):
    assert "n’a pas de tableau de programme" in refusal(write(tmp_path / "a.docx"))
    assert "n’a pas de tableau de programme" in refusal(write(tmp_path / "b.docx", [["Nom", "Date"], ["x", "y"]]))
    assert "Aucune ligne sous les titres" in refusal(write(tmp_path / "c.docx", ROWS[:1]))


def test_refuses_broken_documents(tmp_path):
    path = write(tmp_path / "a.docx", ROWS)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    refusal(path)


def test_refuses_a_merge_that_begins_nowhere(tmp_path):
    document = docx.Document(write(tmp_path / "a.docx", ROWS))
    document.tables[0].cell(0, 0)._tc.vMerge = "continue"
    document.save(tmp_path / "a.docx")
    assert "n’est pas un document DOCX lisible" in refusal(tmp_path / "a.docx")
