"""The fiches that one uses: their codes in a small file beside the catalogue, which can be rebuilt without it."""

from pathlib import Path

import msgspec

from workbench.errors import StoreError
from workbench.files import write_atomically


def read_stars(path: Path) -> frozenset[str]:
    """Return the codes of the fiches that have a star.

    Raises:
        StoreError: the file cannot be read.
    """
    try:
        return frozenset(msgspec.json.decode(path.read_bytes(), type=list[str]))
    except FileNotFoundError:
        return frozenset()
    except (msgspec.DecodeError, OSError) as error:
        raise StoreError(
            f"La liste de vos fiches, « {path} », ne peut pas être lue : supprimez ce fichier, puis remettez les "
            "étoiles."
        ) from error


def write_star(path: Path, code: str, *, starred: bool) -> None:
    """Give a fiche a star, or take it back.

    Raises:
        StoreError: the file cannot be read or written.
    """
    codes = read_stars(path)
    codes = codes | {code} if starred else codes - {code}
    write_atomically(path, msgspec.json.format(msgspec.json.encode(sorted(codes))))
