"""Corrections of cuts that travel: a JSON file that a colleague can read, with where each text comes from."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

import msgspec

from workbench.domain.cuts import CutEntry, Piece
from workbench.domain.positions import Span
from workbench.errors import UnknownFicheError, UnreadableFileError
from workbench.files import write_atomically
from workbench.services.ports import CutCatalogue
from workbench.services.session import new_id, utc_now

VERSION: Final = 1
LARGEST: Final = 50_000_000
"""Bytes of a file of corrections."""
LONGEST: Final = 200_000
"""Characters of a bloc's text."""
MOST: Final = 2_000
"""Competences of a bloc."""


class _Competence(msgspec.Struct):
    """One competence; `debut` and `fin` are characters of the text, `titre` is there to be read."""

    code: str
    debut: int
    fin: int
    titre: str


class _Cut(msgspec.Struct):
    """How one bloc is cut, the text that it was cut from, and that text's source."""

    fiche: str
    bloc: str
    source: str
    par: str
    le: str
    texte: str
    competences: tuple[_Competence, ...]


class _Header(msgspec.Struct):
    """What says that a file holds corrections."""

    format: Literal["etabli-decoupages"]
    version: int


class _File(msgspec.Struct):
    """A file of corrections."""

    format: Literal["etabli-decoupages"]
    version: int
    origine: str
    decoupages: tuple[_Cut, ...]


@dataclass(frozen=True, slots=True)
class CutImport:
    """What an import of corrections did, in blocs.

    `kept` were corrected otherwise here and stay so; of those that were `taken`, `changed` are of another
    text than the catalogue's, where not all of them was found again, and `unknown` of a fiche that is not in it.
    """

    taken: int = 0
    same: int = 0
    kept: int = 0
    changed: int = 0
    unknown: int = 0


def export_cuts(catalogue: CutCatalogue, path: Path, today: date, fiches: Collection[str] = ()) -> int:
    """Write the corrections that stand, of these fiches or of all, and return how many blocs that is.

    Raises:
        StoreError: the file cannot be written.
    """
    standing = [h.entry for _, h in sorted(catalogue.cuts.histories().items()) if h.entry is not None]
    kept = [e for e in standing if e.pieces and (not fiches or e.fiche in fiches)]
    origin = f"Découpages corrigés avec Établi, exportés le {today:%d/%m/%Y}"
    made = _File("etabli-decoupages", VERSION, origin, tuple(_exported(catalogue, e) for e in kept))
    write_atomically(path, msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n")
    return len(kept)


def import_cuts(catalogue: CutCatalogue, path: Path, *, replacing: bool = False) -> CutImport:
    """Take a colleague's corrections; what was corrected otherwise here stays, unless `replacing`.

    What came from a colleague is replaced by what comes later from one; each correction can be undone on its bloc.

    Raises:
        UnreadableFileError: it is no file of corrections, or one of them does not fit its text.
        StoreError: they cannot be written.
    """
    histories, counts, taken = catalogue.cuts.histories(), Counter[str](), []
    for entry in _checked(path):
        known = histories.get((entry.fiche, entry.bloc))
        standing = known.entry if known else None
        if standing is not None and standing.cut == entry.cut:
            counts["same"] += 1
        elif standing is not None and not standing.origin and not replacing:
            counts["kept"] += 1
        else:
            taken.append(entry)
    if taken:
        catalogue.cuts.append(*taken)
    counts.update(found for entry in taken if (found := _place(catalogue, entry)))
    return CutImport(len(taken), counts["same"], counts["kept"], counts["changed"], counts["unknown"])


def _exported(catalogue: CutCatalogue, entry: CutEntry) -> _Cut:
    cut = entry.cut
    competences = (_Competence(p.code, p.span.start, p.span.end, cut.title(n)) for n, p in enumerate(cut.pieces))
    return _Cut(
        entry.fiche,
        entry.bloc,
        _source(catalogue, entry.fiche),
        entry.author,
        entry.at,
        entry.text,
        tuple(competences),
    )


def _source(catalogue: CutCatalogue, fiche: str) -> str:
    try:
        return catalogue.fiche(fiche).origin
    except UnknownFicheError:
        return ""  # the correction waits for an export that holds the fiche again


def _place(catalogue: CutCatalogue, entry: CutEntry) -> str:
    try:
        views = catalogue.bloc_cuts(entry.fiche)
    except UnknownFicheError:
        return "unknown"
    view = next((v for v in views if v.automatic.bloc == entry.bloc), None)
    return "unknown" if view is None else "changed" if view.missed else ""


def _checked(path: Path) -> list[CutEntry]:
    """Return the corrections of a file as entries, all of them right."""
    blocs: set[tuple[str, str]] = set()
    entries: list[CutEntry] = []
    for cut in _read(path).decoupages:
        entry = _entry(cut, path.name)
        if not _fits(cut, entry) or (entry.fiche, entry.bloc) in blocs:
            raise UnreadableFileError(
                f"« {path.name} » : le découpage du bloc « {cut.bloc} » ne correspond pas à son texte ; "
                "demandez un nouvel export."
            )
        blocs.add((entry.fiche, entry.bloc))
        entries.append(entry)
    return entries


def _fits(cut: _Cut, entry: CutEntry) -> bool:
    """Say whether a cut is one of its text, with the codes and wordings that it says."""
    if not 0 < len(entry.pieces) <= MOST or len(entry.text) > LONGEST or not (entry.fiche and entry.bloc):
        return False
    coded = all(c.code.startswith(f"{cut.bloc}-") for c in cut.competences)
    return coded and entry.cut.is_sound() and [c.titre for c in cut.competences] == _titles(entry)


def _read(path: Path) -> _File:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFileError(f"« {path.name} » est trop gros pour des découpages : vérifiez le fichier.")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez qu’il existe.") from error
    try:
        if msgspec.json.decode(content, type=_Header).version > VERSION:
            raise UnreadableFileError(
                f"« {path.name} » vient d’une version plus récente d’Établi : mettez celui-ci à jour."
            )
        return msgspec.json.decode(content, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableFileError(
            f"« {path.name} » n’est pas un fichier de découpages corrigés : choisissez celui qu’Établi a exporté."
        ) from error


def _entry(cut: _Cut, origin: str) -> CutEntry:
    pieces = (Piece(c.code, Span(c.debut, c.fin)) for c in cut.competences)
    return CutEntry(new_id(), utc_now(), cut.par, cut.fiche, cut.bloc, cut.texte, tuple(pieces), origin)


def _titles(entry: CutEntry) -> list[str]:
    return [entry.cut.title(n) for n in range(len(entry.pieces))]
