"""The protected store of dossiers: chosen at the first start, unlocked at the next ones."""

from pathlib import Path

from workbench.services.ports import Journal
from workbench.store import journal, keys


def is_initialised(folder: Path) -> bool:
    """Say whether a passphrase was already chosen for this data folder."""
    return keys.has_key(folder)


def create(folder: Path, passphrase: str) -> tuple[Journal, str]:
    """Protect a new store with a passphrase; return it with the recovery key to print."""
    return journal.create_protected(folder, passphrase)


def unlock(folder: Path, secret: str) -> Journal:
    """Open the store with the passphrase or the recovery key.

    Raises:
        WrongPassphraseError: neither opens it.
    """
    return journal.open_protected(folder, secret)


def open_unprotected(folder: Path) -> Journal:
    """Open a store that is NOT encrypted: for the demonstration and the tests only."""
    return journal.open_unprotected(folder)
