from datetime import date

import pytest

from workbench.documents.registry import Wish
from workbench.documents.sealing import Finding, Verdict
from workbench.domain.dossier import Dossier, Person
from workbench.errors import UnreadableFileError
from workbench.services.documents import write_document
from workbench.services.verification import fingerprint_of, report, verify_file

KEY = bytes(range(32))


@pytest.fixture
def sealed(tmp_path):
    (path,) = write_document(
        Dossier("d", Person("Zoé")), "portefeuille", Wish(date(2026, 11, 22)), tmp_path, ("pdf",), KEY
    )
    return path


def test_an_intact_file_says_what_is_proved_and_what_is_not(sealed):
    found = verify_file(sealed)
    assert found.is_intact
    assert found.details == ("Date écrite dans le sceau : 22 novembre 2026.",)
    assert "3 fichiers joints" in found.proved[0]
    assert fingerprint_of(KEY) in found.proved[1]
    assert any("identité" in sentence for sentence in found.unproved)


@pytest.mark.parametrize(("key", "words"), [(KEY, "C’est la clé de ce poste"), (b"x" * 32, "Ce n’est pas la clé")])
def test_the_desk_recognises_its_own_key(sealed, key, words):
    assert words in verify_file(sealed, key).proved[1]


def test_a_changed_file_proves_nothing(sealed):
    content = bytearray(sealed.read_bytes())
    content[2000] ^= 1
    sealed.write_bytes(content)
    found = verify_file(sealed)
    assert (found.is_intact, found.is_sealed, found.proved, found.fingerprint) == (False, True, (), "")


def test_a_preview_and_a_word_document_have_no_seal(tmp_path):
    paths = write_document(Dossier("d"), "portefeuille", Wish(date(2026, 11, 22)), tmp_path, ("pdf", "docx"))
    assert [verify_file(path).is_sealed for path in paths] == [False, False]


@pytest.mark.parametrize("finding", Finding)
def test_every_finding_is_said(finding):
    verdict = Verdict(finding, "AAAA", "n'importe quoi", changed=("a.json",), bytes_missing=3)
    found = report("f.pdf", verdict)
    assert found.headline.endswith(".")
    assert found.details[-1].endswith("a.json.")
    assert found.is_intact == (finding is Finding.INTACT)


def test_a_file_that_is_not_there_gets_one_sentence(tmp_path):
    with pytest.raises(UnreadableFileError, match="ne peut pas être lu"):
        verify_file(tmp_path / "absent.pdf")
