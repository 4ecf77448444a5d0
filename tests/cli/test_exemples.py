import pytest
from typer.testing import CliRunner

from workbench.cli.app import Window, build
from workbench.domain import changes as c
from workbench.domain.dossier import Person, Strength
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.errors import EtabliError, StoreError
from workbench.matching.packs import Pack, PackEntry, written_print
from workbench.services.analysis import analyse, lessons
from workbench.services.example_packs import write_packs
from workbench.services.referentials import named_fiches
from workbench.services.session import create_dossier
from workbench.store import keys
from workbench.store.journal import create_protected

PASSPHRASE = "soleil du matin"
TEXT = "Je lavais le linge de Madame Dupont. Je pliais."
FICHE = Fiche("F", "Essai", (Bloc("F1", "Tenir", (Competence("F1C1", "Laver le linge"),)),))


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A protected store with one accepted passage and one refused suggestion."""
    monkeypatch.setattr(keys, "_derive", lambda secret, salt: (secret.encode() + salt).ljust(32, b"x")[:32])
    folder = tmp_path / "donnees"
    journal, _ = create_protected(folder, PASSPHRASE)
    session = create_dossier(journal, Person("Aïcha", "Benali"), counsellor="Odile", trame="t")
    session.record(c.RecitStarted("r", "x", "Un jour"))
    session.record(c.TextEdited("r", (Edit(0, 0, TEXT),)))
    session.record(c.FicheAdded(FICHE))
    session.record(c.EvidenceAccepted("eeee", "r", Span(0, 36), "F", "F1C1", Strength.TOLD, suggested=True))
    session.record(c.SuggestionRefused("nnnn", "r", Span(37, 47), "F", "F1C1"))
    journal.close()
    return folder


def run(folder, *words, answers=()):
    app = build(Window(lambda _: 0, lambda _: ()))
    given = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(app, ["--donnees", str(folder), "exemples", *map(str, words)], input=given)


def test_what_was_learnt_is_listed_and_withdrawn(data):
    assert "eeee" in run(data, "lister", answers=[PASSPHRASE]).output
    assert "retiré" in run(data, "retirer", "ee", answers=[PASSPHRASE]).output
    listed = run(data, "lister", answers=[PASSPHRASE]).output
    assert listed.count("retiré") == 1
    assert "retiré" not in run(data, "retirer", "ee", "--remettre", answers=[PASSPHRASE]).output


def test_a_pack_leaves_read_again_and_comes_in_elsewhere(data, tmp_path):
    done = run(data, "exporter", tmp_path / "sortie", answers=[PASSPHRASE, "", "n"])
    assert "Exemples gardés : 1 sur 2" in done.output
    (path,) = (tmp_path / "sortie").iterdir()
    assert "Je lavais le linge de Madame X." in path.read_text("utf-8")
    assert "Dupont" not in path.read_text("utf-8")
    colleague = tmp_path / "ailleurs"
    assert "1 exemples pour F" in run(colleague, "importer", path).output
    name = run(colleague, "lister").output.split()[1]
    assert "Paquet retiré" in run(colleague, "retirer", name).output
    assert run(colleague, "lister").output == ""


def test_what_cannot_be_done_is_said_in_a_sentence(data, tmp_path):
    assert run(data, "retirer", "zz", answers=[PASSPHRASE]).exit_code == 2
    for done in (run(tmp_path, "exporter", tmp_path), run(tmp_path, "importer", tmp_path / "absent.toml")):
        assert isinstance(done.exception, EtabliError)
    assert isinstance(run(tmp_path, "exporter", tmp_path).exception, StoreError)


def test_a_colleagues_pack_counts_in_an_analysis_unless_examples_are_set_aside(tmp_path):
    title = "Nettoyer les sols"
    (tmp_path / "t.csv").write_text(
        "fiche;fiche_intitule;bloc;bloc_intitule;competence;competence_intitule\n"
        f"T1;Essai;T1-B1;Bloc;T1-B1-C1;{title}\nT1;Essai;T1-B1;Bloc;T1-B1-C2;Classer des papiers\n",
        "utf-8",
    )
    entry = PackEntry("T1-B1-C1", ("je passais la zimbreline partout",), (), written_print(title))
    (path,) = write_packs([Pack("T1", "essai", (entry,))], tmp_path)
    assert run(tmp_path, "importer", path).exit_code == 0
    fiches = named_fiches(None, str(tmp_path / "t.csv"))
    told = "Le soir je passais la zimbreline."
    learnt = lessons((), tmp_path)
    before, after, aside, without = (
        {
            s.competence: s.score
            for s in analyse(told, fiches, 2, local=local, with_examples=kept).sentences[0].suggestions
        }
        for local, kept in (((), True), (learnt, True), (learnt, False), ((), False))
    )
    assert after["T1-B1-C1"] > before["T1-B1-C1"]
    assert aside == without
