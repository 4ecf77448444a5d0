"""Reading the France compétences flux V4.1: the fiches of the RNCP and of the répertoire spécifique (RS)."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree

from workbench.domain.catalogue import Entry, FicheDetails
from workbench.domain.referential import Bloc, Fiche
from workbench.errors import CancelledError, UnreadableFileError
from workbench.referentials.flux_file import FluxFile, open_flux

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_Parts = dict[str, Any]

_STEP: Final = 50
_REPLACEMENTS: Final = ("NOUVELLES_CERTIFICATIONS", "NOUVELLE_CERTIFICATION", "ID_FICHE_NOUVELLE_CERTIFICATION")
_REPLACED: Final = ("ANCIENNES_CERTIFICATIONS", "ANCIENNE_CERTIFICATION", "ID_FICHE_ANCIENNE_CERTIFICATION")
_DATE: Final = re.compile(r"(20\d\d)[-_](\d\d)[-_](\d\d)")
_EXPORT: Final = re.compile(r"France compétences, export du (\d\d/\d\d/\d{4})")


def read_flux(path: Path, progress: Progress, cancelled: Cancelled) -> Iterator[Entry]:
    """Yield the fiches of a flux as they are read: lists uncut in `source_text`, runs of spaces as they are.

    Progress is in bytes of XML.

    Raises:
        UnreadableFileError: not such a file, damaged, or made to harm; what was yielded must be dropped.
        CancelledError: `cancelled` said so.
    """
    with open_flux(path) as file:
        origin = _origin(file.names)
        found = 0
        for element in _elements(file):
            if found % _STEP == 0:
                _report(file, progress, cancelled)
            found += 1
            parts = _parts(element)
            blocs = [_parts(bloc) for bloc in _along(parts, "BLOCS_COMPETENCES", "BLOC_COMPETENCES")]
            fiche = _fiche(parts, blocs, origin)
            if not fiche.code:
                raise _without_number(path.name, element.sourceline)
            yield Entry(fiche, _details(parts, blocs, fiche))
        if not found:
            raise UnreadableFileError(
                f"« {path.name} » ne contient aucune fiche : choisissez l’export V4.1 des fiches RNCP ou RS."
            )
        progress(file.size, file.size)


def _report(file: FluxFile, progress: Progress, cancelled: Cancelled) -> None:
    progress(min(file.done, file.size), file.size)
    if cancelled():
        raise CancelledError("L’import est arrêté : le catalogue est resté comme il était.")


def _origin(names: tuple[str, ...]) -> str:
    """Return the mention that the Licence Ouverte asks for, with the export's date where a name tells it."""
    dates = (_DATE.search(name) for name in names)
    date = next((f", export du {found[3]}/{found[2]}/{found[1]}" for found in dates if found), "")
    return f"Source : France compétences{date} (Licence Ouverte 2.0)"


def export_date(origin: str) -> str:
    """Return the ISO date of the export that a fiche of these registers comes from, or nothing if it is not told."""
    found = _EXPORT.search(origin)
    return _iso_date(found[1]) if found else ""


def _elements(file: FluxFile) -> Iterator[Any]:
    """Yield each FICHE, whole, then forget it."""
    try:
        # huge_tree lifts libxml2's limits, which FluxFile replaces by its own.
        events = etree.iterparse(
            file, events=("end",), tag="FICHE", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
        )
        for _, element in events:
            yield element
            file.fiche_ended()
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise UnreadableFileError(
            f"« {file.names[0]} » n’est pas un export XML complet (ligne {error.lineno}) : téléchargez-le de nouveau."
        ) from error


def _without_number(name: str, line: int) -> UnreadableFileError:
    return UnreadableFileError(
        f"« {name} » contient une fiche sans numéro (ligne {line}) : téléchargez un autre export."
    )


def _fiche(parts: _Parts, blocs: list[_Parts], origin: str) -> Fiche:
    code = _text(parts, "NUMERO_FICHE")
    jobs = ((_text(one, "CODE"), _text(one, "LIBELLE")) for one in map(_parts, _along(parts, "CODES_ROME", "ROME")))
    return Fiche(
        code=code,
        title=_text(parts, "INTITULE"),
        blocs=_blocs(parts, blocs, code),
        level=_level(_text(parts, "NOMENCLATURE_EUROPE", "NIVEAU")),
        active=_text(parts, "ACTIF") != "Non",
        replaced_by=_texts(parts, *_REPLACEMENTS),
        origin=origin,
        certifiers=_texts(parts, "CERTIFICATEURS", "CERTIFICATEUR", "NOM_CERTIFICATEUR"),
        jobs=tuple(" ".join(job).strip() for job in jobs),
        valid_until=_iso_date(_text(parts, "DATE_FIN_ENREGISTREMENT")),
    )


def _details(parts: _Parts, blocs: list[_Parts], fiche: Fiche) -> FicheDetails:
    assessed = (_raw_text(bloc, "MODALITES_EVALUATION") for bloc in blocs)
    open_to_vae = _text(parts, "SI_JURY_VAE", "ACTIF")
    return FicheDetails(
        objectives=_raw_text(parts, "OBJECTIFS_CONTEXTE"),
        activities=_raw_text(parts, "ACTIVITES_VISEES"),
        employments=_raw_text(parts, "TYPE_EMPLOI_ACCESSIBLES"),
        sectors=_raw_text(parts, "SECTEURS_ACTIVITE"),
        rules=_raw_text(parts, "REGLEMENTATIONS_ACTIVITES"),
        prerequisites=_raw_text(parts, "PREREQUIS_ENTREE_FORMATION"),
        assessments=tuple((bloc.code, text) for bloc, text in zip(fiche.blocs, assessed, strict=False) if text),
        open_to_vae=open_to_vae == "Oui" if open_to_vae else None,
        vae_jury=_text(parts, "SI_JURY_VAE", "COMPOSITION"),
        registration=_text(parts, "TYPE_ENREGISTREMENT"),
        decided_on=_iso_date(_text(parts, "DATE_DECISION")),
        effective_on=_iso_date(_text(parts, "DATE_EFFET")),
        published_on=_iso_date(_text(parts, "DATE_DE_PUBLICATION")),
        last_award_on=_iso_date(_text(parts, "DATE_LIMITE_DELIVRANCE")),
        replaces=_texts(parts, *_REPLACED),
    )


def _parts(element: Any) -> _Parts:
    """Return the children of an element by their tags, the first of each."""
    found: _Parts = {}
    for child in element:
        found.setdefault(child.tag, child)
    return found


def _along(parts: _Parts, first: str, *tags: str) -> Iterator[Any]:
    """Yield the descendants along a path of tags; much faster than a search by path, and called a lot."""
    found: Iterable[Any] = (parts[first],) if first in parts else ()
    for tag in tags:
        found = [child for element in found for child in element.iterchildren(tag)]
    return iter(found)


def _text(parts: _Parts, first: str, *tags: str) -> str:
    """Return the text at the end of a path; without going through `_along` where it is a child, as it mostly is."""
    if first not in parts:
        return ""
    found = next(_along(parts, first, *tags), None) if tags else parts[first]
    return "" if found is None else " ".join((found.text or "").split())


def _texts(parts: _Parts, *tags: str) -> tuple[str, ...]:
    return tuple(text for found in _along(parts, *tags) if (text := " ".join((found.text or "").split())))


def _raw_text(parts: _Parts, tag: str) -> str:
    """Return a text whose runs of spaces mean something."""
    return (parts[tag].text or "").strip() if tag in parts else ""


def _level(text: str) -> int | None:
    """Return the European level: `NIV4` is 4."""
    return int(text[3:]) if text.startswith("NIV") and text[3:].isdecimal() else None


def _iso_date(text: str) -> str:
    """Return JJ/MM/AAAA as AAAA-MM-JJ."""
    return "-".join(reversed(text.split("/")))


def _blocs(parts: _Parts, blocs: list[_Parts], code: str) -> tuple[Bloc, ...]:
    """Return the blocs; an RS fiche has none, and what it attests stands for one."""
    if not blocs and code.startswith("RS"):
        attested = _raw_text(parts, "CAPACITES_ATTESTEES")
        return (Bloc(f"{code}BC01", "Capacités attestées", (), attested),) if attested else ()
    taken: Counter[str] = Counter()
    return tuple(_bloc(bloc, f"{code}BC{n:02d}", taken) for n, bloc in enumerate(blocs, start=1))


def _bloc(parts: _Parts, default_code: str, taken: Counter[str]) -> Bloc:
    """Return a bloc; a code that the fiche gives twice gets a suffix the second time."""
    code = _text(parts, "CODE") or default_code
    taken[code] += 1
    unique = code if taken[code] == 1 else f"{code}-{taken[code]}"
    return Bloc(unique, _text(parts, "LIBELLE"), (), _raw_text(parts, "LISTE_COMPETENCES"))
