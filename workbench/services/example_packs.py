"""Packs of examples that travel: what a desk learnt, read again and written without personal data, and colleagues' own.

Imported packs lie in the folder `exemples` of the data, one file each, and are read beside those that are shipped.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from workbench.domain.local_examples import LocalExample
from workbench.errors import UnreadableFileError
from workbench.files import prepare_folder, write_atomically
from workbench.matching.packs import Pack, PackEntry, read_packs, written_print
from workbench.paths import examples_folder
from workbench.resources import read_toml

LONGEST: Final = 1_000
"""Characters of an example."""
MOST: Final = 20_000
"""Examples of a pack."""
LARGEST: Final = 10_000_000
"""Bytes of a pack's file."""
METIER: Final = "exemples recueillis au bureau"
_PRINT: Final = re.compile(r"[0-9a-f]{4}(?: [0-9a-f]{4})*")
_CODE: Final = re.compile(r"[\w .:/()+-]{1,80}")


@dataclass(frozen=True, slots=True)
class ImportedPack:
    """A colleague's pack as the list shows it; `name` is what it is removed by."""

    name: str
    fiche: str
    examples: int


def packs_of(examples: Iterable[LocalExample]) -> tuple[Pack, ...]:
    """Return examples that were read again as packs, one a fiche, each sentence once."""
    grouped: dict[str, dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]]] = {}
    for example in examples:
        entries = grouped.setdefault(example.fiche, {})
        said, refused = entries.setdefault((example.competence, written_print(example.title)), ({}, {}))
        (said if example.shows else refused)[example.text] = None
    return tuple(
        Pack(fiche, METIER, tuple(PackEntry(c, tuple(s), (), p, tuple(r)) for (c, p), (s, r) in entries.items()))
        for fiche, entries in sorted(grouped.items())
    )


def write_packs(packs: Sequence[Pack], folder: Path) -> tuple[Path, ...]:
    """Write each pack in a folder, as `exemples-FICHE.toml`, and return the files.

    Raises:
        StoreError: the folder cannot be written.
    """
    prepare_folder(folder, "--sortie")
    paths = tuple(folder / f"exemples-{_file_part(pack.fiche)}.toml" for pack in packs)
    for pack, path in zip(packs, paths, strict=True):
        write_atomically(path, to_toml(pack).encode())
    return paths


def import_pack(file: Path, folder: Path) -> ImportedPack:
    """Check a colleague's pack and keep it in a data folder; the same pack is kept once.

    Raises:
        UnreadableFileError: it is not a pack, or it holds what no pack should.
    """
    pack = _checked(file)
    content = to_toml(pack).encode()
    kept = examples_folder(folder)
    prepare_folder(kept)
    name = f"{_file_part(pack.fiche)}-{blake2b(content, digest_size=4).hexdigest()}"
    write_atomically(kept / f"{name}.toml", content)
    return _imported(name, pack)


def imported_packs(folder: Path) -> tuple[Pack, ...]:
    """Return the packs that were imported in a data folder."""
    return read_packs(examples_folder(folder))


def list_imported(folder: Path) -> tuple[ImportedPack, ...]:
    """Return what the list of imported packs shows."""
    paths = sorted(examples_folder(folder).glob("*.toml"))
    return tuple(_imported(path.stem, read_toml(path, Pack)) for path in paths)


def remove_imported(name: str, folder: Path) -> None:
    """Remove an imported pack.

    Raises:
        UnreadableFileError: none has that name.
    """
    known = {path.stem: path for path in examples_folder(folder).glob("*.toml")}
    if name not in known:
        raise UnreadableFileError(f"Aucun paquet importé ne s’appelle « {name} » : voyez « exemples lister ».")
    known[name].unlink()


def to_toml(pack: Pack) -> str:
    """Return a pack as its file holds it."""
    lines = ["# Exemples parlés, relus et sans données personnelles.", f"fiche = {_text(pack.fiche)}"]
    lines.append(f"metier = {_text(pack.metier)}")
    for entry in pack.competence:
        lines += ["", "[[competence]]", f"code = {_text(entry.code)}", f"empreinte = {_text(entry.empreinte)}"]
        lines += _list("dit", entry.dit)
        lines += _list("pas", entry.pas) if entry.pas else []
        lines += _list("refuse", entry.refuse) if entry.refuse else []
    return "\n".join(lines) + "\n"


def _checked(file: Path) -> Pack:
    if file.is_file() and file.stat().st_size > LARGEST:
        raise UnreadableFileError(f"« {file.name} » est trop gros pour un paquet d’exemples : vérifiez le fichier.")
    pack = read_toml(file, Pack)
    texts = [t for entry in pack.competence for t in (*entry.dit, *entry.pas, *entry.refuse)]
    if not texts or len(texts) > MOST or any(not t.strip() or len(t) > LONGEST for t in texts):
        raise UnreadableFileError(
            f"« {file.name} » ne contient pas d’exemples utilisables : chacun doit faire de 1 à {LONGEST} caractères."
        )
    if not _CODE.fullmatch(pack.fiche) or any(not _PRINT.fullmatch(entry.empreinte) for entry in pack.competence):
        raise UnreadableFileError(
            f"« {file.name} » ne dit pas à quelles compétences vont ses exemples : demandez un nouvel export."
        )
    return pack


def _imported(name: str, pack: Pack) -> ImportedPack:
    return ImportedPack(name, pack.fiche, sum(len(e.dit) + len(e.refuse) for e in pack.competence))


def _file_part(code: str) -> str:
    return re.sub(r"[^\w-]+", "-", code).strip("-") or "fiche"


def _list(name: str, texts: Sequence[str]) -> list[str]:
    return [f"{name} = [", *(f"  {_text(text)}," for text in texts), "]"]


def _text(text: str) -> str:
    """Return a TOML string: JSON's escapes are TOML's, but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
