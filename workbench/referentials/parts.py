"""Sources that are published as several CSV files: which file is which, and which one is missing."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.errors import UnreadableFileError
from workbench.referentials.spreadsheet import decode

Row = dict[str, str]

_HEAD: Final = 4096
_MAX_BYTES: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a source: the columns that tell it from others, and what its first lines hold."""

    name: str
    columns: frozenset[str]
    needed: bool = True
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source and its parts."""

    name: str
    parts: tuple[Part, ...]


ROME: Final = Source(
    "ROME 4.0",
    (
        Part("referentiel_code_rome", frozenset({"code_rome", "libelle_rome", "code_rome_parent"})),
        Part("referentiel_appellation", frozenset({"code_rome", "libelle_appellation_long"})),
        Part("referentiel_competence", frozenset({"code_ogr", "libelle_competence", "nature", "code_ogr_macro_comp"})),
        Part("liens_rome_referentiels", frozenset({"code_rome", "code_compo_bloc", "code_rubrique", "code_ogr"})),
        Part("referentiel_savoir", frozenset({"code_ogr_savoir"}), needed=False),
        Part("coherence_item", frozenset({"code_rome", "coeur_metier"}), needed=False),
    ),
)
ESCO: Final = Source(
    "ESCO",
    (
        Part("occupations", frozenset({"conceptUri", "preferredLabel", "altLabels"}), mark="/esco/occupation/"),
        Part("skills", frozenset({"conceptUri", "preferredLabel"}), needed=False, mark="/esco/skill/"),
        Part("occupationSkillRelations", frozenset({"occupationUri", "relationType", "skillUri"}), needed=False),
    ),
)


def source_of(path: Path) -> Source | None:
    """Return the source that a file is a part of, or None."""
    head = _head(path)
    return next((source for source in (ROME, ESCO) if _part(source, head)), None)


def groups(paths: Sequence[Path]) -> list[list[Path]]:
    """Return the files to import in turn: those of one source together, each of the others alone."""
    found: list[list[Path]] = []
    together: dict[str, list[Path]] = {}
    for path in paths:
        source = source_of(path) if path.is_file() else None
        if source and source.name in together:
            together[source.name].append(path)
            continue
        found.append([path])
        if source:
            together[source.name] = found[-1]
    return found


def gather(source: Source, paths: Sequence[Path]) -> dict[str, Path]:
    """Return the file of each part; a file that was chosen alone is completed by those of its folder.

    Raises:
        UnreadableFileError: a part is missing, or there are two files for one.
    """
    found = _by_part(source, paths)
    if len(paths) == 1:
        found = _by_part(source, sorted(paths[0].parent.glob("*.csv"))) | found
    missing = [part.name for part in source.parts if part.needed and part.name not in found]
    if missing:
        names = ", ".join(f"« {name} »" for name in missing)
        raise UnreadableFileError(
            f"« {paths[0].name} » est un des fichiers « {source.name} » : il manque {names} ; "
            "choisissez ces fichiers ensemble, ou mettez-les dans le même dossier."
        )
    return found


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a part, by the names of its columns.

    Raises:
        UnreadableFileError: it is too big, or not a table.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UnreadableFileError(f"« {path.name} » est trop gros (plus de 100 Mo) : téléchargez-le de nouveau.")
        reader = csv.DictReader(io.StringIO(decode(path.read_bytes()), newline=""), delimiter=_delimiter(_head(path)))
        return [{name: (value or "").strip() for name, value in row.items() if isinstance(name, str)} for row in reader]
    except csv.Error as error:
        raise UnreadableFileError(f"« {path.name} » est abîmé : téléchargez-le de nouveau.") from error
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez le nom du fichier.") from error


def _by_part(source: Source, paths: Sequence[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in paths:
        part = _part(source, _head(path))
        if part is None:
            continue
        other = found.setdefault(part.name, path)
        if other != path:
            raise UnreadableFileError(
                f"« {other.name} » et « {path.name} » sont deux fois le même fichier de {source.name} : "
                "n’en gardez qu’un."
            )
    return found


def _part(source: Source, head: str) -> Part | None:
    first = head.partition("\n")[0].strip()
    columns = {cell.strip().strip('"') for cell in first.split(_delimiter(head))}
    return next((part for part in source.parts if part.columns <= columns and part.mark in head), None)


def _delimiter(head: str) -> str:
    return max(",;\t", key=head.partition("\n")[0].count)


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return decode(file.read(_HEAD))
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez le nom du fichier.") from error
