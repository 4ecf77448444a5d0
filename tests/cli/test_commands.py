"""The command line as a user runs it: a process, its output, its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pikepdf
import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*words, **environment):
    return subprocess.run(
        [sys.executable, "main.py", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    return folder, run("--donnees", folder / "donnees", "demo", "--sortie", folder / "sortie")


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "recit.txt"
    path.write_text("Je lui lavais le dos au gant.\nJ'aimerais conduire.\n", "utf-8")
    return path


def test_the_demonstration_says_what_it_did(demo):
    _, done = demo
    assert done.returncode == 0, done.stderr
    for words in (
        "Phrases lues : 25",
        "Compétences proposées :",
        "Preuves acceptées :",
        "Couverture par bloc",
        ".docx",
    ):
        assert words in done.stdout


def test_the_demonstration_writes_both_documents(demo):
    folder, _ = demo
    pdf = next((folder / "sortie").glob("*.pdf"))
    with pikepdf.open(pdf) as opened:
        assert len(opened.pages) >= 2
    word = docx.Document(str(next((folder / "sortie").glob("*.docx"))))
    assert any("Maryse Lefort" in p.text for p in word.paragraphs)


def test_an_analysis_keeps_the_contract(story):
    done = run("analyser", story, "--referentiel", "EX-SOINS", "--candidats", 5, "--json")
    answer = json.loads(done.stdout)
    assert set(answer) == {"version", "recit", "referentiels", "phrases", "couverture"}
    assert [set(p) for p in answer["phrases"]] == [{"debut", "fin", "acteur", "realite", "suggestions", "relances"}] * 2
    assert answer["phrases"][1]["realite"] == "souhait"
    assert len(answer["phrases"][0]["suggestions"]) >= 5
    assert set(answer["phrases"][0]["suggestions"][0]) == {"competence", "bloc", "score", "proposee", "raisons"}


def test_several_stories_give_an_object_a_line(story):
    done = run("analyser", story, story, "--referentiel", ROOT / "referentiels" / "EX-SOINS.csv", "--json")
    assert [json.loads(line)["referentiels"] for line in done.stdout.splitlines()] == [["EX-SOINS"]] * 2


def test_a_fiche_is_shown_as_json():
    answer = json.loads(run("referentiel", "montrer", "EX-DOMICILE", "--json").stdout)
    assert set(answer) == {"fiche", "intitule", "niveau", "actif", "remplacee_par", "blocs"}
    assert answer["blocs"][0]["competences"][0]["code"] == "EX-DOMICILE-BC01-C01"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["referentiel", "montrer", "RNCP99999"], "RNCP99999"),
        (["analyser", "absent.txt", "--referentiel", "EX-SOINS"], "ne peut pas être lu"),
        (["analyser", "{vide}", "--referentiel", "EX-SOINS"], "est vide"),
        (["analyser", "{latin}", "--referentiel", "EX-SOINS"], "UTF-8"),
        (["referentiel", "importer", "{html}"], "html.zip"),
    ],
)
def test_bad_input_gets_one_french_sentence_and_exit_1(tmp_path, words, sentence):
    (tmp_path / "vide.txt").write_text("\n", "utf-8")
    (tmp_path / "latin.txt").write_bytes("été".encode("latin-1"))
    (tmp_path / "html.zip").write_text("<html><body>Erreur</body></html>", "utf-8")
    places = {"vide": tmp_path / "vide.txt", "latin": tmp_path / "latin.txt", "html": tmp_path / "html.zip"}
    done = run(*(w.format(**places) for w in words))
    assert done.returncode == 1
    assert done.stdout == ""
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_use_exits_with_2():
    assert run("analyser").returncode == 2


def test_the_command_line_starts_without_qt():
    code = "import sys, workbench.cli.app; raise SystemExit(any(m.startswith('PySide6') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_certifications_keep_the_contract(story, tmp_path):
    done = run("--donnees", tmp_path / "donnees", "certifications", story, "--limite", 2, "--json")
    answer = json.loads(done.stdout)
    assert set(answer) == {"version", "recit", "certifications", "metiers"}
    assert len(answer["certifications"]) == 2
    assert set(answer["certifications"][0]) == {"fiche", "intitule", "niveau", "score", "blocs"}
    bloc = answer["certifications"][0]["blocs"][0]
    assert set(bloc) == {"bloc", "intitule", "couverture", "competences"}


def test_a_search_takes_filters():
    found = json.loads(run("referentiel", "chercher", "--sorte", "exemple", "--niveau", 4, "--json").stdout)
    assert found
    assert {f["niveau"] for f in found} == {4}
    assert "Aucune fiche" in run("referentiel", "chercher", "--sorte", "RNCP", "--mes-fiches").stdout
    assert run("referentiel", "chercher", "--niveau", 12).returncode == 2
