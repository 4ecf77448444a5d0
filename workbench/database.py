"""Connections to SQLite: encrypted for the dossiers, plain for the referentials, one set of habits for both."""

import sys
from pathlib import Path
from typing import Final

import sqlcipher3

# sqlite-utils catches the errors of whichever driver it finds under this name: it has to be SQLCipher's.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from sqlite_utils import Database, Migrations  # noqa: E402  (they must see the driver chosen above)

from workbench.errors import NewerStoreError, StoreError, WrongPassphraseError  # noqa: E402

__all__ = ["Database", "DriverError", "Migrations", "explain", "migrate", "open_database"]

DriverError: Final = sqlcipher3.dbapi2.Error
"""What the driver raises; both databases are opened by SQLCipher's."""

_BUSY_SECONDS: Final = 5


def open_database(path: Path, key: bytes | None, *, alone: bool = False) -> Database:
    """Open or create a database; `key` (32 bytes) encrypts it, None leaves it plain; `alone` shuts others out.

    Raises:
        WrongPassphraseError: the key does not open it.
        StoreError: the file cannot be read or written.
    """
    try:
        connection = sqlcipher3.dbapi2.connect(str(path), timeout=_BUSY_SECONDS, check_same_thread=False)
    except DriverError as error:
        raise StoreError(
            f"Impossible d’ouvrir « {path} » : vérifiez que le dossier existe et est accessible."
        ) from error
    try:
        if key is not None:
            connection.execute("PRAGMA cipher_log_level = NONE")  # what goes wrong is said by `explain`
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        if alone:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")
    except DriverError as error:
        connection.close()
        raise explain(error, path) from error
    return Database(connection)


_SENTENCES: Final = (
    ("full", "Le disque est plein : libérez de la place, rien de ce qui était enregistré n’est perdu."),
    ("malformed", "« {name} » est abîmé : remettez-le depuis une sauvegarde."),
    (
        "disk i/o",
        "« {name} » ne peut pas être lu ou écrit : libérez de la place et vérifiez que le disque est branché.",
    ),
    ("readonly", "« {name} » ne peut pas être écrit : vérifiez les droits du dossier de données."),
    ("read-only", "« {name} » ne peut pas être écrit : vérifiez les droits du dossier de données."),
    ("unable to open", "« {name} » ne peut pas être écrit : vérifiez les droits du dossier de données."),
    ("locked", "Ces données sont déjà ouvertes par une autre fenêtre d’Établi : fermez-la d’abord."),
    ("", "« {name} » ne peut pas être lu ou écrit ({error}) : remettez-le depuis une sauvegarde."),
)
"""What the driver says, and what is said of it; the first that fits."""


def explain(error: Exception, path: Path) -> StoreError:
    """Return the sentence to show for an error of the driver."""
    text = str(error).lower()
    if "not a database" in text or "hmac" in text:
        return WrongPassphraseError(
            f"« {path.name} » ne s’ouvre pas : ce n’est pas la bonne phrase de passe, ou le fichier est abîmé."
        )
    sentence = next(sentence for sign, sentence in _SENTENCES if sign in text)
    return StoreError(sentence.format(name=path.name, error=error))


def migrate(db: Database, migrations: Migrations) -> None:
    """Bring a database up to this version, each step whole or not at all.

    Raises:
        NewerStoreError: it was written by a newer version.
    """
    known = {step.name for step in migrations.pending(Database(memory=True))}
    if {step.name for step in migrations.applied(db)} - known:
        raise NewerStoreError(
            "Ces données ont été enregistrées par une version plus récente d’Établi : mettez Établi à jour."
        )
    migrations.apply(db)
