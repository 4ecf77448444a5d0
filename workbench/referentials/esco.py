"""Reading the occupations of ESCO, and their skills where the file that links them is given."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.referentials.parts import read_rows

PREFIX: Final = "ESCO-"
ORIGIN: Final = "Source : Commission européenne, ESCO (CC BY 4.0)"
_UNLINKED: Final = (
    "Ce métier est importé sans ses compétences : le fichier « occupationSkillRelations » d’ESCO, qui les relie, "
    "n’était pas parmi les fichiers choisis."
)
_LABELS: Final = re.compile(r"[|\n]")
_KINDS: Final = (("essential", "Compétences essentielles"), ("optional", "Compétences facultatives"))


def read_esco(files: Mapping[str, Path]) -> Iterator[Fiche]:
    """Yield the occupations; their alternative labels are in `jobs`.

    Raises:
        UnreadableFileError: a file is damaged.
    """
    linked = "skills" in files and "occupationSkillRelations" in files
    skills = _skills(files["skills"], files["occupationSkillRelations"]) if linked else {}
    for row in read_rows(files["occupations"]):
        code = PREFIX + _short(row["conceptUri"])
        yield Fiche(
            code,
            row["preferredLabel"],
            _blocs(code, skills.get(row["conceptUri"], {})),
            origin=ORIGIN,
            notice="" if linked else _UNLINKED,
            jobs=tuple(dict.fromkeys(name for label in _LABELS.split(row["altLabels"]) if (name := label.strip()))),
        )


def _short(uri: str) -> str:
    """Return the first twelve digits of an identifier: enough to tell three thousand apart."""
    return uri.rpartition("/")[2][:13].upper()


def _skills(labels: Path, relations: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Return the labels of each occupation's skills by kind of relation and identifier."""
    titles = {row["conceptUri"]: row["preferredLabel"] for row in read_rows(labels)}
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for row in read_rows(relations):
        title = titles.get(row["skillUri"])
        if title:
            found[row["occupationUri"]][row["relationType"]][_short(row["skillUri"])] = title
    return found


def _blocs(code: str, skills: Mapping[str, Mapping[str, str]]) -> tuple[Bloc, ...]:
    return tuple(
        Bloc(
            f"{code}-{kind.upper()}",
            title,
            tuple(Competence(f"{code}-{short}", label) for short, label in skills[kind].items()),
        )
        for kind, title in _KINDS
        if skills.get(kind)
    )
