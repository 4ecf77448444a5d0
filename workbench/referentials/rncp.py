"""Reading the France compétences flux V4.1: the fiches of the RNCP and of the répertoire spécifique (RS)."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree

from workbench.domain.referential import Bloc, Fiche
from workbench.errors import CancelledError, UnreadableFileError
from workbench.referentials.flux_file import FluxFile, open_flux

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_STEP: Final = 50
_REPLACEMENTS: Final = ("NOUVELLES_CERTIFICATIONS", "NOUVELLE_CERTIFICATION", "ID_FICHE_NOUVELLE_CERTIFICATION")
_DATE: Final = re.compile(r"(20\d\d)[-_](\d\d)[-_](\d\d)")


def read_flux(path: Path, progress: Progress, cancelled: Cancelled) -> Iterator[Fiche]:
    """Yield the fiches of a flux as they are read; a bloc holds its list uncut, in `source_text`.

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
            yield _fiche(element, origin, path.name)
        if not found:
            raise UnreadableFileError(
                f"« {path.name} » ne contient aucune fiche : choisissez l'export V4.1 des fiches RNCP ou RS."
            )
        progress(file.size, file.size)


def _report(file: FluxFile, progress: Progress, cancelled: Cancelled) -> None:
    progress(min(file.done, file.size), file.size)
    if cancelled():
        raise CancelledError("L'import est arrêté : le catalogue est resté comme il était.")


def _origin(names: tuple[str, ...]) -> str:
    """Return the mention that the Licence Ouverte asks for, with the export's date where a name tells it."""
    dates = (_DATE.search(name) for name in names)
    date = next((f", export du {found[3]}/{found[2]}/{found[1]}" for found in dates if found), "")
    return f"France compétences{date}, Licence Ouverte 2.0"


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
            f"« {file.names[0]} » n'est pas un export XML complet (ligne {error.lineno}) : téléchargez-le de nouveau."
        ) from error


def _fiche(element: Any, origin: str, name: str) -> Fiche:
    code = _text(element, "NUMERO_FICHE")
    if not code:
        raise UnreadableFileError(
            f"« {name} » contient une fiche sans numéro (ligne {element.sourceline}) : téléchargez un autre export."
        )
    jobs = ((_text(rome, "CODE"), _text(rome, "LIBELLE")) for rome in _along(element, "CODES_ROME", "ROME"))
    return Fiche(
        code=code,
        title=_text(element, "INTITULE"),
        blocs=_blocs(element, code),
        level=_level(_text(element, "NOMENCLATURE_EUROPE", "NIVEAU")),
        active=_text(element, "ACTIF") != "Non",
        replaced_by=_texts(element, *_REPLACEMENTS),
        origin=origin,
        certifiers=_texts(element, "CERTIFICATEURS", "CERTIFICATEUR", "NOM_CERTIFICATEUR"),
        jobs=tuple(" ".join(job).strip() for job in jobs),
        valid_until=_iso_date(_text(element, "DATE_FIN_ENREGISTREMENT")),
    )


def _along(element: Any, *tags: str) -> Iterator[Any]:
    """Yield the descendants along a path of tags; twice as fast as a search by path, and called a lot."""
    first, *others = tags
    for child in element.iterchildren(first):
        if others:
            yield from _along(child, *others)
        else:
            yield child


def _text(element: Any, *tags: str) -> str:
    return next((" ".join((found.text or "").split()) for found in _along(element, *tags)), "")


def _texts(element: Any, *tags: str) -> tuple[str, ...]:
    return tuple(text for found in _along(element, *tags) if (text := " ".join((found.text or "").split())))


def _raw_text(element: Any, tag: str) -> str:
    """Return a text whose runs of spaces mean something."""
    return next(((found.text or "").strip() for found in element.iterchildren(tag)), "")


def _level(text: str) -> int | None:
    """Return the European level: `NIV4` is 4."""
    return int(text[3:]) if text.startswith("NIV") and text[3:].isdecimal() else None


def _iso_date(text: str) -> str:
    """Return JJ/MM/AAAA as AAAA-MM-JJ."""
    return "-".join(reversed(text.split("/")))


def _blocs(element: Any, code: str) -> tuple[Bloc, ...]:
    """Return the blocs; an RS fiche has none, and what it attests stands for one."""
    found = list(_along(element, "BLOCS_COMPETENCES", "BLOC_COMPETENCES"))
    if not found and code.startswith("RS"):
        attested = _raw_text(element, "CAPACITES_ATTESTEES")
        return (Bloc(f"{code}BC01", "Capacités attestées", (), attested),) if attested else ()
    taken: Counter[str] = Counter()
    return tuple(_bloc(bloc, f"{code}BC{n:02d}", taken) for n, bloc in enumerate(found, start=1))


def _bloc(element: Any, default_code: str, taken: Counter[str]) -> Bloc:
    """Return a bloc; a code that the fiche gives twice gets a suffix the second time."""
    code = _text(element, "CODE") or default_code
    taken[code] += 1
    unique = code if taken[code] == 1 else f"{code}-{taken[code]}"
    return Bloc(unique, _text(element, "LIBELLE"), (), _raw_text(element, "LISTE_COMPETENCES"))
