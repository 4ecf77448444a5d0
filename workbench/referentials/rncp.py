"""Reading the France compétences flux V4.1: RNCP and RS fiches, XML or the zip that holds it."""

import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

from lxml import etree

from workbench.domain.referential import Bloc, Fiche
from workbench.errors import CancelledError, UnreadableFileError

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_MAX_XML_BYTES: Final = 4_000_000_000
_MAX_RATIO: Final = 100
"""The national export shrinks 6 to 15 times; text made to fill a disk, a thousand times."""
_STEP: Final = 50


class _Metered:
    """The XML's bytes as they are read, and no more than a flux can hold."""

    def __init__(self, file: IO[bytes], name: str, limit: int) -> None:
        self._file = file
        self._name = name
        self._limit = limit
        self.done = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, or refuse to go on."""
        content = self._file.read(size)
        self.done += len(content)
        if self.done > self._limit:
            raise UnreadableFileError(f"« {self._name} » est anormalement gros une fois décompressé : refusé.")
        return content


def read_flux(path: Path, progress: Progress, cancelled: Cancelled) -> Iterator[Fiche]:
    """Yield the fiches of a flux as they are read; blocs hold their list uncut, in `source_text`.

    Progress is in bytes of XML.

    Raises:
        UnreadableFileError: not such a file, damaged, or made to harm; what was yielded must be dropped.
        CancelledError: `cancelled` said so.
    """
    with _opened(path) as (file, size):
        found = 0
        for element in _elements(file, path.name):
            if found % _STEP == 0:
                progress(file.done, size)
                if cancelled():
                    raise CancelledError("L'import est arrêté : le catalogue est resté comme il était.")
            found += 1
            yield _fiche(element)
        progress(size, size)
    if not found:
        raise UnreadableFileError(
            f"« {path.name} » ne contient aucune fiche : choisissez l'export « fiches RNCP » ou « fiches RS » V4.1."
        )


@contextmanager
def _opened(path: Path) -> Iterator[tuple[_Metered, int]]:
    """Open the XML, in its zip or not, with its size."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as plain:
                _refuse_html(plain, path.name)
                yield _Metered(plain, path.name, _MAX_XML_BYTES), path.stat().st_size
            return
        with zipfile.ZipFile(path) as archive:
            member = _only_xml(archive, path.name)
            with archive.open(member) as zipped:
                limit = min(_MAX_XML_BYTES, _MAX_RATIO * max(member.compress_size, 100_000))
                yield _Metered(zipped, path.name, limit), member.file_size
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged(path.name) from error
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez le nom du fichier.") from error


def _damaged(name: str) -> UnreadableFileError:
    return UnreadableFileError(f"« {name} » est abîmé ou incomplet : téléchargez-le de nouveau.")


def _refuse_html(file: IO[bytes], name: str) -> None:
    start = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    file.seek(0)
    if start.startswith((b"<!doctype html", b"<html")):
        raise UnreadableFileError(
            f"« {name} » est une page web, pas le fichier lui-même : téléchargez l'export, sans enregistrer la page."
        )
    if start.startswith(b"pk\x03\x04"):
        raise _damaged(name)


def _only_xml(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    members = [m for m in archive.infolist() if m.filename.lower().endswith(".xml")]
    if len(members) != 1:
        raise UnreadableFileError(
            f"« {name} » contient {len(members)} fichiers XML au lieu d'un : choisissez l'export V4.1 des fiches."
        )
    member = members[0]
    if member.file_size > _MAX_XML_BYTES or member.file_size > _MAX_RATIO * max(member.compress_size, 100_000):
        raise UnreadableFileError(f"« {name} » est anormalement gros une fois décompressé : refusé.")
    return member


def _elements(file: _Metered, name: str) -> Iterator[Any]:
    """Yield each FICHE, whole, then forget it."""
    try:
        # huge_tree lifts libxml2's limits on depth and text size, which _Metered replaces by its own.
        events = etree.iterparse(
            file, events=("end",), tag="FICHE", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
        )
        first = True
        for _, element in events:
            if first:
                _refuse_entities(element, name)
                first = False
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        # An empty document never shows its DTD above; its root says enough.
    except etree.XMLSyntaxError as error:
        raise UnreadableFileError(
            f"« {name} » n'est pas un export XML complet ({error.msg}) : téléchargez-le de nouveau."
        ) from error


def _refuse_entities(element: Any, name: str) -> None:
    document = element.getroottree().docinfo
    if document.internalDTD is not None or document.doctype:
        raise UnreadableFileError(f"« {name} » déclare une DTD, qu'un export officiel n'a jamais : refusé.")


def _fiche(element: Any) -> Fiche:
    code = _text(element, "NUMERO_FICHE")
    return Fiche(
        code=code,
        title=_text(element, "INTITULE"),
        blocs=_blocs(element, code),
        level=_level(_text(element, "NOMENCLATURE_EUROPE/NIVEAU")),
        active=_text(element, "ACTIF") != "Non",
        replaced_by=_texts(element, "NOUVELLES_CERTIFICATIONS/NOUVELLE_CERTIFICATION/ID_FICHE_NOUVELLE_CERTIFICATION"),
        certifiers=_texts(element, "CERTIFICATEURS/CERTIFICATEUR/NOM_CERTIFICATEUR"),
        jobs=tuple(
            f"{_text(rome, 'CODE')} {_text(rome, 'LIBELLE')}".strip() for rome in element.iterfind("CODES_ROME/ROME")
        ),
        valid_until=_iso_date(_text(element, "DATE_FIN_ENREGISTREMENT")),
    )


def _text(element: Any, path: str) -> str:
    return " ".join((element.findtext(path) or "").split())


def _texts(element: Any, path: str) -> tuple[str, ...]:
    return tuple(text for found in element.iterfind(path) if (text := " ".join((found.text or "").split())))


def _level(text: str) -> int | None:
    return int(text[3:]) if text.startswith("NIV") and text[3:].isdigit() else None


def _iso_date(text: str) -> str:
    day, _, rest = text.partition("/")
    month, _, year = rest.partition("/")
    return f"{year}-{month}-{day}" if len(year) == 4 else ""


def _blocs(element: Any, code: str) -> tuple[Bloc, ...]:
    """Return the blocs; an RS fiche has none, and what it attests stands for one."""
    found = element.findall("BLOCS_COMPETENCES/BLOC_COMPETENCES")
    if not found and code.startswith("RS"):
        attested = element.findtext("CAPACITES_ATTESTEES") or ""
        return (Bloc(f"{code}BC01", "Capacités attestées", (), attested),) if attested.strip() else ()
    taken: Counter[str] = Counter()
    return tuple(_bloc(bloc, f"{code}BC{n:02d}", taken) for n, bloc in enumerate(found, start=1))


def _bloc(element: Any, default_code: str, taken: Counter[str]) -> Bloc:
    code = _text(element, "CODE") or default_code
    taken[code] += 1
    unique = code if taken[code] == 1 else f"{code}-{taken[code]}"
    return Bloc(unique, _text(element, "LIBELLE"), (), (element.findtext("LISTE_COMPETENCES") or "").strip())
