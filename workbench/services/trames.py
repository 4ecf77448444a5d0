"""The interview guides: those that are shipped, and those that an organisation made of them in its data folder."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from workbench.domain.adaptation import copied
from workbench.domain.conformity import Invariant
from workbench.domain.trame import Trame
from workbench.errors import EtabliError, UnreadableFileError
from workbench.files import prepare_folder, write_atomically
from workbench.paths import RESSOURCES, trames_folder
from workbench.resources import read_toml
from workbench.services.trame_files import read_trame, trame_toml

DEFAULT = "cep-reconnaissance"
LONGEST_NAME = 60


class _Invariants(Struct, forbid_unknown_fields=True):
    """The file `ressources/invariants.toml`."""

    invariants: tuple[Invariant, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The guides that may be chosen, shipped ones first; `broken` has a sentence for each file that is none."""

    shipped: tuple[Trame, ...]
    own: tuple[Trame, ...]
    invariants: tuple[Invariant, ...]
    broken: tuple[str, ...] = ()

    @property
    def trames(self) -> tuple[Trame, ...]:
        """Return every guide."""
        return (*self.shipped, *self.own)

    def get(self, trame_id: str) -> Trame | None:
        """Return the guide of that identifier, or None."""
        return next((t for t in self.trames if t.id == trame_id), None)

    def is_own(self, trame_id: str) -> bool:
        """Say whether a guide may be changed."""
        return any(t.id == trame_id for t in self.own)


def load_shelf(folder: Path) -> Shelf:
    """Return the guides, the organisation's in the data folder `folder` included.

    Raises:
        UnreadableFileError: a shipped guide is not what it should be.
    """
    shipped = tuple(read_trame(path) for path in sorted((RESSOURCES / "trames").glob("*.toml")))
    taken = {t.id for t in shipped}
    own, broken = [], []
    for path in sorted(trames_folder(folder).glob("*.toml")):
        try:
            own.append(_read_own(path, taken))
        except EtabliError as error:
            broken.append(str(error))
    return Shelf(_in_order(shipped), _in_order(own), load_invariants(), tuple(broken))


def load_invariants() -> tuple[Invariant, ...]:
    """Return what guides have to hold, as it is shipped."""
    return read_toml(RESSOURCES / "invariants.toml", _Invariants).invariants


def copy_trame(trame: Trame, title: str, folder: Path) -> Trame:
    """Write a copy under another title and return it; its identifier is the name of its file.

    Raises:
        StoreError: it cannot be written.
    """
    taken = {t.id for t in load_shelf(folder).shipped} | {p.stem for p in trames_folder(folder).glob("*.toml")}
    copy = copied(trame, _free_name(_slug(title), taken), title)
    save_trame(copy, folder)
    return copy


def save_trame(trame: Trame, folder: Path) -> None:
    """Write a guide of the organisation.

    Raises:
        StoreError: it cannot be written.
    """
    place = trames_folder(folder)
    prepare_folder(place)
    write_atomically(place / f"{trame.id}.toml", trame_toml(trame).encode())


def remove_trame(trame_id: str, folder: Path) -> None:
    """Take a guide of the organisation off the disk; what dossiers answered to it stays in them."""
    (trames_folder(folder) / f"{trame_id}.toml").unlink(missing_ok=True)


def _read_own(path: Path, taken: set[str]) -> Trame:
    if path.stem in taken:
        raise UnreadableFileError(
            f"« {path.name} » porte le nom d’une trame livrée avec Établi : donnez un autre nom au fichier."
        )
    return read_trame(path)


def _in_order(trames: Iterable[Trame]) -> tuple[Trame, ...]:
    return tuple(sorted(trames, key=lambda t: (t.id != DEFAULT, t.title)))


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.lower().replace("œ", "oe").replace("æ", "ae"))
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(kept.split())[:LONGEST_NAME].strip("-") or "trame"


def _free_name(name: str, taken: set[str]) -> str:
    return next(n for n in (name, *(f"{name}-{k}" for k in range(2, len(taken) + 3))) if n not in taken)
