import pytest

from workbench.domain.bank import OwnWordings, flaw
from workbench.errors import UnreadableFileError
from workbench.matching.asking import use_questions, word, wordings
from workbench.services.relances import load_bank, save_wordings

OWN = '« {mots} » : dites-m’en plus \\ " ?'


@pytest.fixture(autouse=True)
def shipped_bank():
    yield
    use_questions({})


def test_what_is_written_is_read_back_and_asked_with(tmp_path):
    shipped = wordings()["MOY"].questions
    save_wordings("MOY", OwnWordings((OWN,), shipped), tmp_path)
    save_wordings("RES", OwnWordings((), shipped[:1]), tmp_path)
    bank = load_bank(tmp_path)
    assert bank.of("MOY") == OwnWordings((OWN,), shipped)
    assert bank.of("RES").disabled == shipped[:1]
    assert word("MOY", "J’ai lavé le sol.") == OWN.replace("{mots}", "j’ai lavé le sol")


def test_a_code_back_to_what_is_shipped_leaves_the_file(tmp_path):
    save_wordings("MOY", OwnWordings((OWN,)), tmp_path)
    save_wordings("MOY", OwnWordings(), tmp_path)
    assert "MOY" not in (tmp_path / "relances.toml").read_text("utf-8")
    assert load_bank(tmp_path).own == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[MOY", "TOML valable"),
        ("[MOI]\nadded = []", "« MOI »"),
        ("[MOY]\najouts = []", "« ajouts »"),
        ("[MOY]\nadded = [3]", "un texte entre guillemets"),
        ('[MOY]\nadded = ["Pourquoi ?"]', "Écrivez une fois"),
    ],
)
def test_a_broken_file_is_one_sentence_and_is_never_written_over(tmp_path, text, said):
    path = tmp_path / "relances.toml"
    path.write_text(text, "utf-8")
    bank = load_bank(tmp_path)
    assert said in bank.broken
    assert "relances.toml" in bank.broken
    assert bank.own == {}
    with pytest.raises(UnreadableFileError):
        save_wordings("MOY", OwnWordings((OWN,)), tmp_path)
    assert path.read_text("utf-8") == text


def test_every_shipped_wording_follows_the_rules_of_ones_own():
    assert {flaw(question) for said in wordings().values() for question in said.questions} == {""}
