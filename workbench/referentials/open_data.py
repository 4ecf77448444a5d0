"""Fetching the national exports from the open-data portal, when the user asks; nothing is sent but the request."""

import re
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any, Final

import msgspec

from workbench.errors import CancelledError, UnreachableError

ADDRESS: Final = (
    "https://www.data.gouv.fr/api/1/datasets/"
    "repertoire-national-des-certifications-professionnelles-et-repertoire-specifique/"
)
_EXPORT: Final = re.compile(r"export-fiches-(rncp|rs)-v4-1-(\d{4}-\d\d-\d\d)\.zip", re.IGNORECASE)
_SECONDS: Final = 20
_CHUNK: Final = 1 << 18
_MOST_BYTES: Final = 400_000_000
"""The RNCP's export has 74 MB; several times that is no export any more."""
_SAVE_YOURSELF: Final = "enregistrez vous-même l’export depuis data.gouv.fr, puis choisissez-le avec « Importer… »."


class _Resource(msgspec.Struct, frozen=True):
    url: str
    title: str = ""


class _Dataset(msgspec.Struct, frozen=True):
    resources: list[_Resource]


@dataclass(frozen=True, slots=True)
class Export:
    """An export that the portal offers: the name of its file, and where it is."""

    name: str
    url: str


def latest_exports(address: str = ADDRESS) -> tuple[Export, ...]:
    """Return the latest export of the RNCP, then of the RS, as far as the portal has them.

    Raises:
        UnreachableError: there is no network, or the portal does not answer as it used to.
    """
    with _opened(address) as answer:
        try:
            dataset = msgspec.json.decode(answer.read(_MOST_BYTES), type=_Dataset)
        except (msgspec.DecodeError, OSError, HTTPException) as error:
            raise UnreachableError(f"data.gouv.fr n’a pas répondu comme prévu : {_SAVE_YOURSELF}") from error
    found = [(match[1].lower(), match[2], match[0], r.url) for r in dataset.resources if (match := _named(r))]
    exports = [max((one for one in found if one[0] == register), default=None) for register in ("rncp", "rs")]
    latest = tuple(Export(one[2], one[3]) for one in exports if one is not None)
    if not latest:
        raise UnreachableError(f"data.gouv.fr ne propose plus d’export V4.1 sous ce nom : {_SAVE_YOURSELF}")
    return latest


def download(export: Export, folder: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Path:
    """Write an export into a folder and return its path; progress is in bytes.

    Raises:
        UnreachableError: the network failed on the way.
        CancelledError: `cancelled` said so.
    """
    path = folder / export.name
    with _opened(export.url) as answer, path.open("wb") as file:
        whole = int(answer.headers.get("Content-Length") or 0)
        done = 0
        while chunk := _read(answer):
            if cancelled():
                raise CancelledError("Le téléchargement est arrêté : le catalogue est resté comme il était.")
            done += file.write(chunk)
            if done > _MOST_BYTES:
                raise UnreachableError(f"Le fichier proposé est anormalement gros : {_SAVE_YOURSELF}")
            progress(done, whole)
    if done < whole:
        raise UnreachableError("Le téléchargement s’est interrompu : vérifiez la connexion, puis recommencez.")
    return path


def _named(resource: _Resource) -> re.Match[str] | None:
    return _EXPORT.search(resource.title) or _EXPORT.search(resource.url)


def _opened(address: str) -> Any:
    if not address.startswith(("https://", "http://127.0.0.1:")):
        raise UnreachableError(f"L’adresse proposée n’est pas sûre : {_SAVE_YOURSELF}")
    try:
        return urllib.request.urlopen(address, timeout=_SECONDS)  # noqa: S310  (the scheme is checked above)
    except (OSError, HTTPException) as error:
        raise UnreachableError(
            "data.gouv.fr ne répond pas : vérifiez la connexion à Internet, ou importez un export déjà enregistré."
        ) from error


def _read(answer: IO[bytes]) -> bytes:
    try:
        return answer.read(_CHUNK)
    except (OSError, HTTPException) as error:
        raise UnreachableError(
            "Le téléchargement s’est interrompu : vérifiez la connexion, puis recommencez."
        ) from error
