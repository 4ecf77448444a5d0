from datetime import date

import pytest

from tests.cli.test_commands import run
from workbench.documents.registry import Wish
from workbench.domain.dossier import Dossier, Person
from workbench.services.documents import write_document


@pytest.fixture
def sealed(tmp_path):
    (path,) = write_document(
        Dossier("d", Person("Zoé")), "portefeuille", Wish(date(2026, 11, 22)), tmp_path, ("pdf",), b"k" * 32
    )
    return path


def test_an_intact_file_is_said_so_and_ends_with_zero(sealed):
    done = run("verifier", sealed)
    assert done.returncode == 0
    assert "pas un octet n’a changé" in done.stdout
    assert "Ce qui n’est pas prouvé" in done.stdout


def test_a_changed_file_is_said_so_and_ends_with_one(sealed):
    sealed.write_bytes(sealed.read_bytes()[:-1])
    done = run("verifier", sealed)
    assert done.returncode == 1
    assert "Octets manquants : 1." in done.stdout
    assert "Ce qui est prouvé" not in done.stdout


def test_a_missing_file_gets_one_sentence(tmp_path):
    done = run("verifier", tmp_path / "absent.pdf")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "ne peut pas être lu" in done.stderr
