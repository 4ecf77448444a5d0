"""The key of the store: random, and wrapped twice, by the passphrase and by a printed recovery key.

The two wrappings lie in `cle.json` beside the database; without one of the two secrets nothing can
be read. Argon2id (RFC 9106: 64 MiB, 3 passes) slows guessing; ChaCha20-Poly1305 says at once when a
secret is wrong.
"""

import os
import secrets
import unicodedata
from pathlib import Path
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from workbench.errors import NewerStoreError, StoreError, WrongPassphraseError
from workbench.files import write_atomically

KEY_FILE: Final = "cle.json"
VERSION: Final = 1
KEY_BYTES: Final = 32
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
MINIMUM_PASSPHRASE: Final = 8
_RECOVERY_ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # neither I, O, 0 nor 1
_RECOVERY_GROUPS: Final = 7
_RECOVERY_GROUP: Final = 4


class _Wrapping(msgspec.Struct):
    salt: bytes
    nonce: bytes
    sealed: bytes


class _KeyFile(msgspec.Struct):
    version: int
    passphrase: _Wrapping
    recovery: _Wrapping


def has_key(folder: Path) -> bool:
    """Say whether a passphrase was already chosen for this folder."""
    return (folder / KEY_FILE).is_file()


def create_key(folder: Path, passphrase: str) -> tuple[bytes, str]:
    """Choose a key, write its wrappings, and return it with the recovery key to print.

    Raises:
        StoreError: the passphrase is too short, or the folder already has a key.
    """
    if has_key(folder):
        raise StoreError("Ce dossier de données a déjà une phrase de passe : ouvrez-le avec elle.")
    check_passphrase(passphrase)
    key = secrets.token_bytes(KEY_BYTES)
    recovery = _new_recovery_key()
    _write(folder, _KeyFile(VERSION, _wrap(key, passphrase), _wrap(key, _plain_recovery(recovery))))
    return key, recovery


def forget_key(folder: Path) -> None:
    """Remove the wrappings of a store that holds nothing."""
    (folder / KEY_FILE).unlink(missing_ok=True)


def check_passphrase(passphrase: str) -> None:
    """Raise StoreError if a passphrase is too short to protect anything."""
    if len(passphrase) < MINIMUM_PASSPHRASE:
        raise StoreError(
            f"Choisissez une phrase de passe d’au moins {MINIMUM_PASSPHRASE} caractères : quelques mots suffisent."
        )


def unlock(folder: Path, secret: str) -> bytes:
    """Return the key, from the passphrase or from the recovery key.

    Raises:
        WrongPassphraseError: neither opens the store.
    """
    wrappings = _read(folder)
    for wrapping, candidate in (
        (wrappings.passphrase, secret),
        (wrappings.recovery, _plain_recovery(secret)),
    ):
        key = _unwrap(wrapping, candidate)
        if key is not None:
            return key
    raise WrongPassphraseError(
        "Cette phrase de passe n’ouvre pas vos dossiers : vérifiez les majuscules, ou saisissez la clé de secours."
    )


def change_passphrase(folder: Path, secret: str, new_passphrase: str) -> None:
    """Wrap the key anew; the recovery key stays valid."""
    check_passphrase(new_passphrase)
    key = unlock(folder, secret)
    _write(folder, msgspec.structs.replace(_read(folder), passphrase=_wrap(key, new_passphrase)))


def _new_recovery_key() -> str:
    groups = (
        "".join(secrets.choice(_RECOVERY_ALPHABET) for _ in range(_RECOVERY_GROUP)) for _ in range(_RECOVERY_GROUPS)
    )
    return "-".join(groups)


def _plain_recovery(text: str) -> str:
    return "".join(c for c in text.upper() if c in _RECOVERY_ALPHABET)


def _derive(secret: str, salt: bytes) -> bytes:
    # Systems write « é » as one character or as two.
    plain = unicodedata.normalize("NFC", secret).encode()
    return Argon2id(salt=salt, length=KEY_BYTES, iterations=3, lanes=4, memory_cost=64 * 1024).derive(plain)


def _wrap(key: bytes, secret: str) -> _Wrapping:
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    return _Wrapping(salt, nonce, ChaCha20Poly1305(_derive(secret, salt)).encrypt(nonce, key, None))


def _unwrap(wrapping: _Wrapping, secret: str) -> bytes | None:
    try:
        return ChaCha20Poly1305(_derive(secret, wrapping.salt)).decrypt(wrapping.nonce, wrapping.sealed, None)
    except InvalidTag:
        return None


def _write(folder: Path, content: _KeyFile) -> None:
    write_atomically(folder / KEY_FILE, msgspec.json.encode(content))


def _read(folder: Path) -> _KeyFile:
    damaged = StoreError(
        f"Le fichier {KEY_FILE} du dossier de données est illisible : remettez-le depuis une sauvegarde."
    )
    try:
        content = msgspec.json.decode((folder / KEY_FILE).read_bytes(), type=_KeyFile)
    except (OSError, msgspec.DecodeError) as error:
        raise damaged from error
    if content.version > VERSION:
        raise NewerStoreError(
            "Ces données ont été protégées par une version plus récente d’Établi : mettez Établi à jour."
        )
    for wrapping in (content.passphrase, content.recovery):
        if (len(wrapping.salt), len(wrapping.nonce)) != (_SALT_BYTES, _NONCE_BYTES):
            raise damaged
    return content
