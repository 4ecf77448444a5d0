import pytest

from workbench.errors import EtabliError
from workbench.services.own_words import FILE, add_word, read_words


def test_words_are_kept_and_read_again(tmp_path):
    assert read_words(tmp_path) == frozenset()
    for word in ("transpal", "brancardage", "transpal"):
        add_word(tmp_path, word)
    assert read_words(tmp_path) == {"transpal", "brancardage"}


def test_a_name_is_refused(tmp_path):
    with pytest.raises(EtabliError, match="Ignorer"):
        add_word(tmp_path, "Kevin")
    assert not (tmp_path / FILE).exists()


def test_a_broken_file_gets_one_sentence(tmp_path):
    (tmp_path / FILE).write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(EtabliError, match=r"\.$"):
        read_words(tmp_path)
