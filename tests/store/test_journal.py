from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from workbench.database import open_database
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.errors import NewerStoreError, StoreError, WrongPassphraseError
from workbench.paths import dossiers_path
from workbench.services.session import DossierSession, create_dossier
from workbench.store import keys
from workbench.store.journal import SqliteJournal, create_protected, open_protected, open_unprotected

PASSPHRASE = "soleil du matin"


@pytest.fixture
def fast_keys(monkeypatch):
    """Derive keys quickly: these tests are not about guessing."""
    monkeypatch.setattr(keys, "_derive", lambda secret, salt: (secret.encode() + salt).ljust(32, b"x")[:32])


@pytest.fixture
def journal(tmp_path):
    with open_unprotected(tmp_path) as opened:
        yield opened


def dossier_with_text(journal, text="je calais mes genoux"):
    session = create_dossier(journal, Person("Awa", "Diallo"), counsellor="moi", trame="cep")
    session.record(c.ExperienceWritten(Experience("x", "Aide à domicile")))
    session.record(c.RecitStarted("r", "x", "Lundi"))
    session.type("r", Edit(0, 0, text))
    session.flush()
    return session


def test_a_dossier_read_again_is_the_same(journal):
    session = dossier_with_text(journal)
    assert DossierSession(journal, session.dossier.id, "moi").dossier == session.dossier


def test_a_file_is_kept_once_for_its_dossier_and_goes_with_it(journal, tmp_path):
    first, second = (dossier_with_text(journal).dossier.id for _ in range(2))
    content = b"une photo" * 500
    digest = journal.keep_file(first, content)
    assert journal.keep_file(first, content) == journal.keep_file(second, content) == digest
    journal.erase(first)
    assert journal.read_file(second, digest) == content
    with pytest.raises(StoreError, match="manque"):
        journal.read_file(first, digest)
    journal.erase(second)
    assert all(b"une photo" not in path.read_bytes() for path in tmp_path.iterdir())


def test_a_file_is_encrypted_like_the_rest(tmp_path, fast_keys):
    with create_protected(tmp_path, PASSPHRASE)[0] as journal:
        journal.keep_file("d", b"une photo" * 500)
    assert all(b"une photo" not in path.read_bytes() for path in tmp_path.iterdir())


def test_the_search_reads_names_and_stories_without_accents(journal):
    dossier_with_text(journal, "je préparais les médicaments")
    assert [s.name for s in journal.summaries("medic")] == ["Awa Diallo"]
    assert journal.summaries("chariot") == ()


def test_the_search_reads_what_was_just_written_and_no_longer_what_was_undone(journal):
    session = dossier_with_text(journal)
    assert [s.name for s in journal.summaries("calais")] == ["Awa Diallo"]
    session.undo()
    assert journal.summaries("calais") == ()


def test_the_list_is_right_after_a_power_cut(tmp_path):
    cut = open_unprotected(tmp_path)
    dossier_with_text(cut)
    cut._db.close()  # as a power cut does: nothing brings the list up to date
    with open_unprotected(tmp_path) as reopened:
        assert [s.name for s in reopened.summaries("genoux")] == ["Awa Diallo"]
        (summary,) = reopened.summaries()
        assert summary.updated_at == reopened.events(summary.id)[-1].at


def test_threads_write_and_read_in_turn(journal):
    session = dossier_with_text(journal)
    session.defer_writing()
    with ThreadPoolExecutor(2) as pool:
        for place in range(30):
            session.type("r", Edit(0, 0, f"mot{place} "))
            session.flush()
            saving = pool.submit(session.save)
            assert len(journal.summaries()) == 1
            saving.result()
    assert journal.events(session.dossier.id) == session.events
    assert len(journal.summaries("mot29")) == 1


def test_a_search_of_signs_is_no_syntax(journal):
    dossier_with_text(journal)
    assert journal.summaries('" OR *') == ()


def test_erasing_leaves_nothing_in_the_file(tmp_path):
    with open_unprotected(tmp_path) as journal:
        session = dossier_with_text(journal, "phrase introuvable ensuite")
        journal.erase(session.dossier.id)
        assert journal.summaries() == ()
    assert all(b"introuvable" not in f.read_bytes() for f in tmp_path.iterdir())


@pytest.mark.usefixtures("fast_keys")
def test_the_protected_store_holds_no_readable_word(tmp_path):
    journal, _ = create_protected(tmp_path, PASSPHRASE)
    with journal:
        dossier_with_text(journal, "phrase secrète")
    assert all(b"phrase secr" not in f.read_bytes() for f in tmp_path.iterdir())


@pytest.mark.usefixtures("fast_keys")
@pytest.mark.parametrize("which", ["passphrase", "recovery"])
def test_either_secret_opens_the_store(tmp_path, which):
    journal, recovery = create_protected(tmp_path, PASSPHRASE)
    journal.close()
    with open_protected(tmp_path, PASSPHRASE if which == "passphrase" else recovery.lower()) as opened:
        assert opened.summaries() == ()


def test_a_wrong_passphrase_gets_one_sentence(tmp_path):
    create_protected(tmp_path, PASSPHRASE)[0].close()
    with pytest.raises(WrongPassphraseError, match="n’ouvre pas vos dossiers"):
        open_protected(tmp_path, "lune du soir")


@pytest.mark.usefixtures("fast_keys")
def test_a_new_passphrase_replaces_the_old_one(tmp_path):
    create_protected(tmp_path, PASSPHRASE)[0].close()
    keys.change_passphrase(tmp_path, PASSPHRASE, "pluie de printemps")
    open_protected(tmp_path, "pluie de printemps").close()
    with pytest.raises(WrongPassphraseError):
        open_protected(tmp_path, PASSPHRASE)


def test_a_short_passphrase_is_refused(tmp_path):
    with pytest.raises(StoreError, match="au moins 8"):
        create_protected(tmp_path, "court")


def test_a_store_of_a_newer_version_is_refused(tmp_path):
    open_unprotected(tmp_path).close()
    path = next(tmp_path.glob("*.sqlite"))
    db = open_database(path, None)
    db.table("_sqlite_migrations").insert({"migration_set": "etabli.dossiers", "name": "m999", "applied_at": ""})
    db.close()
    with pytest.raises(NewerStoreError, match="plus récente"):
        SqliteJournal(path, None)


def test_a_damaged_store_gets_one_sentence(tmp_path):
    dossiers_path(tmp_path).write_bytes(b"ceci n'est pas une base " * 500)
    with pytest.raises(StoreError, match="ne s’ouvre pas"):
        SqliteJournal(dossiers_path(tmp_path), None)


def test_a_second_window_on_the_same_store_gets_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.database._BUSY_SECONDS", 0)
    with open_unprotected(tmp_path) as first:
        with pytest.raises(StoreError, match="déjà ouvertes par une autre fenêtre"):
            open_unprotected(tmp_path)
        dossier_with_text(first)
    with open_unprotected(tmp_path) as second:
        assert [s.name for s in second.summaries()] == ["Awa Diallo"]


@pytest.mark.usefixtures("fast_keys")
def test_a_store_that_could_not_be_made_is_made_afresh(tmp_path, monkeypatch):
    def no_room(*_args, **_named):
        raise StoreError("Le disque est plein.")

    with monkeypatch.context() as patch:
        patch.setattr("workbench.store.journal.open_database", no_room)
        with pytest.raises(StoreError, match="plein"):
            create_protected(tmp_path, PASSPHRASE)
    journal, recovery = create_protected(tmp_path, PASSPHRASE)
    journal.close()
    open_protected(tmp_path, recovery).close()


@pytest.mark.usefixtures("fast_keys")
def test_dossiers_without_their_key_are_left_alone(tmp_path):
    create_protected(tmp_path, PASSPHRASE)[0].close()
    before = dossiers_path(tmp_path).read_bytes()
    (tmp_path / keys.KEY_FILE).unlink()
    with pytest.raises(StoreError, match=f"{keys.KEY_FILE} manque"):
        create_protected(tmp_path, PASSPHRASE)
    assert dossiers_path(tmp_path).read_bytes() == before


@pytest.mark.usefixtures("fast_keys")
@pytest.mark.parametrize("damage", [b"", b"{", b'{"version":1}', b"\xff\xfe"])
def test_a_damaged_key_file_gets_one_sentence(tmp_path, damage):
    create_protected(tmp_path, PASSPHRASE)[0].close()
    (tmp_path / keys.KEY_FILE).write_bytes(damage)
    with pytest.raises(StoreError, match="illisible"):
        open_protected(tmp_path, PASSPHRASE)


@pytest.mark.parametrize(("field", "value"), [("nonce", "AAAA"), ("salt", "")])
def test_a_key_file_of_the_wrong_lengths_gets_one_sentence(tmp_path, field, value):
    create_protected(tmp_path, PASSPHRASE)[0].close()
    path = tmp_path / keys.KEY_FILE
    content = msgspec.json.decode(path.read_bytes())
    content["passphrase"][field] = value
    path.write_bytes(msgspec.json.encode(content))
    with pytest.raises(StoreError, match="illisible"):
        open_protected(tmp_path, PASSPHRASE)


@pytest.mark.usefixtures("fast_keys")
def test_a_key_file_of_a_newer_version_is_refused(tmp_path):
    create_protected(tmp_path, PASSPHRASE)[0].close()
    path = tmp_path / keys.KEY_FILE
    path.write_bytes(path.read_bytes().replace(b'"version":1', b'"version":2'))
    with pytest.raises(NewerStoreError, match="plus récente"):
        open_protected(tmp_path, PASSPHRASE)


def test_an_accent_in_one_character_or_two_is_the_same(tmp_path):
    create_protected(tmp_path, "l'\u00e9t\u00e9 dernier")[0].close()
    open_protected(tmp_path, "l'e\u0301te\u0301 dernier").close()


def test_what_dossiers_teach_follows_their_events_and_their_erasure(journal):
    session = dossier_with_text(journal)
    fiche = Fiche("F", "Essai", (Bloc("F1", "Aider", (Competence("F1C1", "Lever une personne"),)),))
    session.record(c.FicheAdded(fiche))
    session.record(c.SuggestionRefused("n", "r", Span(0, 9), "F", "F1C1"))
    assert [(e.text, e.shows) for e in journal.local_examples()] == [("je calais", False)]
    session.undo()
    assert journal.local_examples() == ()
    session.redo()
    journal.erase(session.dossier.id)
    assert journal.local_examples() == ()


def test_the_key_that_seals_is_made_once_and_kept_encrypted(tmp_path, fast_keys):
    journal, _ = create_protected(tmp_path, PASSPHRASE)
    with journal:
        key = journal.signing_key()
        assert len(key) == 32
        assert journal.signing_key() == key
    with open_protected(tmp_path, PASSPHRASE) as again:
        assert again.signing_key() == key
    assert not any(key in file.read_bytes() for file in tmp_path.iterdir())


def test_each_store_has_its_own_key(tmp_path, journal):
    (tmp_path / "other").mkdir()
    with open_unprotected(tmp_path / "other") as other:
        assert other.signing_key() != journal.signing_key()
