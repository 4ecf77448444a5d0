"""Reading the ROME 4.0 of France Travail: a métier is a fiche, its themes are blocs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from workbench.domain.catalogue import Entry, FicheDetails
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.errors import UnreadableFileError
from workbench.referentials.parts import Row, read_rows

PREFIX: Final = "ROME-"
_KNOW_HOW, _ATTITUDES = "1", "2"
"""The rubriques of the links that hold competences."""
_KNOWLEDGE: Final = "3"
_COMPETENCES: Final = "5"
_VERSION: Final = re.compile(r"v(\d)(\d\d)")


def read_rome(files: Mapping[str, Path]) -> Iterator[Entry]:
    """Yield the métiers; their appellations are in `jobs`, after the ROME codes that certifications name them by.

    Raises:
        UnreadableFileError: a file is damaged, or they are not of the same version.
    """
    competences = {row["code_ogr"]: row for row in read_rows(files["referentiel_competence"])}
    linked = read_rows(files["liens_rome_referentiels"])
    links = _links(linked, competences, files["liens_rome_referentiels"].name)
    knowledge = _knowledge(linked, files.get("referentiel_savoir"))
    jobs = read_rows(files["referentiel_code_rome"])
    titles = {row["code_rome"]: row["libelle_rome"] for row in jobs}
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for row in read_rows(files["referentiel_appellation"]):
        names[row["code_rome"]][row["libelle_appellation_long"]] = None
    origin = _origin(files["referentiel_code_rome"].name)
    for row in jobs:
        code = row["code_rome"]
        codes = dict.fromkeys((code, row["code_rome_parent"] or code))
        known_as = (f"{one} {titles.get(one, '')}".strip() for one in codes)
        blocs = _blocs(PREFIX + code, links.get(code, {}), competences)
        fiche = Fiche(PREFIX + code, row["libelle_rome"], blocs, origin=origin, jobs=(*known_as, *names[code]))
        yield Entry(fiche, FicheDetails(knowledge="\n".join(knowledge.get(code, {}))))


def _origin(name: str) -> str:
    version = _VERSION.search(name)
    number = f", version {version[1]}.{version[2]}" if version else ""
    return f"Source : France Travail, ROME 4.0{number} (Licence Ouverte 2.0)"


def _links(rows: list[Row], competences: Mapping[str, Row], name: str) -> dict[str, dict[str, str]]:
    """Return the competences of each métier, in order, each with its rubrique."""
    links: dict[str, dict[str, str]] = defaultdict(dict)
    for line, row in enumerate(rows, start=2):
        if row["code_compo_bloc"] != _COMPETENCES or row["code_rubrique"] not in (_KNOW_HOW, _ATTITUDES):
            continue
        if row["code_ogr"] not in competences:
            raise UnreadableFileError(
                f"« {name} », ligne {line} : la compétence {row['code_ogr']} est inconnue ; "
                "prenez tous les fichiers de la même version du ROME."
            )
        links[row["code_rome"]].setdefault(row["code_ogr"], row["code_rubrique"])
    return links


def _knowledge(rows: list[Row], labels: Path | None) -> dict[str, dict[str, None]]:
    """Return what each métier asks to know, in order, where the file that names it is given."""
    titles = {row["code_ogr_savoir"]: row["libelle_savoir"] for row in read_rows(labels)} if labels else {}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        if row["code_compo_bloc"] == _COMPETENCES and row["code_rubrique"] == _KNOWLEDGE and row["code_ogr"] in titles:
            found[row["code_rome"]][titles[row["code_ogr"]]] = None
    return found


def _blocs(code: str, links: Mapping[str, str], competences: Mapping[str, Row]) -> tuple[Bloc, ...]:
    """Return a bloc per theme that has several competences, then one for the others, then the attitudes."""
    themes: dict[str, list[str]] = defaultdict(list)
    for ogr, rubrique in links.items():
        if rubrique == _KNOW_HOW:
            themes[competences[ogr]["code_ogr_macro_comp"] or ogr].append(ogr)
    wide = {theme: found for theme, found in themes.items() if len(found) > 1 and theme in competences}
    others = [ogr for theme, found in themes.items() if theme not in wide for ogr in found]
    attitudes = [ogr for ogr, rubrique in links.items() if rubrique == _ATTITUDES]
    groups = [(theme, competences[theme]["libelle_competence"], found) for theme, found in wide.items()]
    groups += [("SF", "Autres savoir-faire" if wide else "Savoir-faire", others)]
    groups += [("SE", "Savoir-être professionnels", attitudes)]
    return tuple(
        Bloc(
            f"{code}-{theme}",
            title,
            tuple(Competence(f"{code}-{ogr}", competences[ogr]["libelle_competence"]) for ogr in found),
        )
        for theme, title, found in groups
        if found
    )
