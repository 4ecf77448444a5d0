import openpyxl
import pytest

from tests.referentials.flux import write_zip
from workbench.errors import UnreadableFileError
from workbench.referentials.shipped import shipped_fiches
from workbench.referentials.spreadsheet import COLUMNS, read_spreadsheet

ROWS = [
    list(COLUMNS),
    ["LOC-1", "Tenir un étal", "LOC-1-B1", "Vendre l’été", "LOC-1-B1-C1", "Peser les cœurs de bœuf"],
    ["LOC-1", "Tenir un étal", "LOC-1-B1", "Vendre l’été", "LOC-1-B1-C2", "Rendre la monnaie"],
    ["LOC-2", "Lire", "LOC-2-B1", "Seul", "LOC-2-B1-C1", "Choisir"],
]


def write_csv(path, rows=ROWS, delimiter=";", encoding="utf-8"):
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    return path


def refusal(path):
    with pytest.raises(UnreadableFileError) as caught:
        read_spreadsheet(path)
    assert path.name in str(caught.value)
    return str(caught.value)


def changed(row, column, value):
    rows = [list(r) for r in ROWS]
    rows[row][column] = value
    return rows


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_reads_csv_as_spreadsheets_save_it(tmp_path, delimiter, encoding):
    first, second = read_spreadsheet(write_csv(tmp_path / "f.csv", delimiter=delimiter, encoding=encoding))
    assert (first.code, first.title, first.blocs[0].title) == ("LOC-1", "Tenir un étal", "Vendre l’été")
    assert [c.title for c in first.competences()] == ["Peser les cœurs de bœuf", "Rendre la monnaie"]
    assert second.competences()[0].code == "LOC-2-B1-C1"


def test_reads_xlsx_like_csv(tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.append([None, None])
    book.save(tmp_path / "f.xlsx")
    assert read_spreadsheet(tmp_path / "f.xlsx") == read_spreadsheet(write_csv(tmp_path / "f.csv"))


def test_columns_may_be_elsewhere_and_others_beside_them(tmp_path):
    rows = [["note", *(column.upper() for column in reversed(COLUMNS))]] + [["x", *reversed(row)] for row in ROWS[1:]]
    assert read_spreadsheet(write_csv(tmp_path / "a.csv", rows)) == read_spreadsheet(write_csv(tmp_path / "b.csv"))


def test_quoted_cells_may_hold_delimiters_and_line_breaks(tmp_path):
    rows = changed(1, 5, '"Peser ;\nemballer"')
    rows[3][5] = ""
    assert "Ligne 5 : colonne « competence_intitule » vide." in refusal(write_csv(tmp_path / "f.csv", rows))
    rows[3][5] = "Choisir"
    assert read_spreadsheet(write_csv(tmp_path / "f.csv", rows))[0].competences()[0].title == "Peser ; emballer"


def test_names_the_missing_columns_even_in_latin_1(tmp_path):
    sentence = refusal(write_csv(tmp_path / "f.csv", [["fiche", "bloc", "intitulé"], ["é"]], encoding="latin-1"))
    assert "il manque les colonnes fiche_intitule, bloc_intitule, competence, competence_intitule" in sentence


def test_names_every_bad_row_at_once(tmp_path):
    rows = [*changed(1, 2, ""), ["LOC-2", "Écrire", "LOC-2-B1", "Seul", "LOC-2-B1-C1", ""], ["LOC-3"]]
    sentence = refusal(write_csv(tmp_path / "f.csv", rows))
    assert "Ligne 2 : colonne « bloc » vide ; " in sentence
    assert "Ligne 5 : la compétence « LOC-2-B1-C1 » est déjà donnée ligne 4" in sentence
    assert "Ligne 5 : la fiche « LOC-2 » a un autre intitulé plus haut" in sentence
    assert "Ligne 6 : colonnes « fiche_intitule », « bloc », " in sentence


def test_a_thousand_bad_rows_make_a_readable_sentence(tmp_path):
    sentence = refusal(write_csv(tmp_path / "f.csv", [ROWS[0], *([["x"]] * 1000)]))
    assert sentence.endswith("et 980 autres lignes à corriger.")
    assert len(sentence) < 3000


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "est vide"),
        (b"\r\n ; \r\n", "est vide"),
        (";".join(COLUMNS).encode(), "Aucune ligne sous l’en-tête"),
        (b"\x00\x01\x02;fiche", "n’est pas un tableur"),
        (";".join(COLUMNS).encode() + b'\na;b;c;d;e;"f', "ligne 2 : guillemets mal fermés"),
        (b"\xff\xfea\x00b\x00", "il manque"),
    ],
)
def test_refuses_what_is_no_table(tmp_path, content, words):
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    assert words in refusal(path)


def test_refuses_broken_workbooks_and_bombs(tmp_path):
    assert "n’est pas un classeur XLSX lisible" in refusal(write_zip(tmp_path / "a.xlsx", "<x/>", "xl/workbook.xml"))
    assert "anormalement gros" in refusal(write_zip(tmp_path / "b.xlsx", " " * 210_000_000, "xl/workbook.xml"))


def test_refuses_a_file_that_is_not_there(tmp_path):
    assert "ne peut pas être lu" in refusal(tmp_path / "absent.csv")


def test_the_shipped_referentials_are_whole():
    fiches = shipped_fiches()
    assert len(fiches) >= 12
    assert all(fiche.notice and fiche.level and fiche.origin == "Livré avec Établi" for fiche in fiches)
    codes = [c.code for fiche in fiches for c in fiche.competences()]
    assert len(set(codes)) == len(codes) > 100
