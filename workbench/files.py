"""Writing small files so that a power cut leaves the old one or the new one."""

import os
from contextlib import suppress
from pathlib import Path

from workbench.errors import StoreError


def prepare_folder(folder: Path, option: str = "--donnees") -> None:
    """Create a folder, readable by its owner alone; `option` is how the user chooses another one.

    Raises:
        StoreError: it cannot be created or written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"Impossible de créer le dossier « {folder} » : choisissez-en un autre avec {option}."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise StoreError(f"Le dossier « {folder} » est en lecture seule : choisissez-en un autre avec {option}.")


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one step."""
    draft = path.with_name(path.name + ".tmp")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise StoreError(
            f"Impossible d’écrire « {path.name} » : vérifiez la place libre et les droits du dossier."
        ) from error
