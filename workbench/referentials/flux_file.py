"""Opening the file of a flux without trusting it: bare XML, or a zip that holds one."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from workbench.errors import UnreadableFileError

_MAX_XML_BYTES: Final = 4_000_000_000
_MAX_RATIO: Final = 100
"""The national export shrinks 6 to 15 times; text made to fill a disk, a thousand times."""
_SMALL: Final = 100_000
"""Below that, in compressed bytes, the ratio proves nothing."""
_MAX_FICHE_BYTES: Final = 16_000_000
"""What may be read before a fiche ends: the parser holds it all in memory."""
_DTD: Final = b"<!DOCTYPE"


class FluxFile:
    """The bytes of the XML as they are read; whatever an export never holds is refused before it is parsed."""

    def __init__(self, file: IO[bytes], size: int, limit: int, names: tuple[str, ...]) -> None:
        """Take the file, its declared size and the most it may hold; `names` are the file's and its member's."""
        self.size = size
        self.names = names
        self.done = 0
        self._file = file
        self._limit = limit
        self._fiche_began = 0
        self._tail = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes.

        Raises:
            UnreadableFileError: they do not come from an export.
        """
        content = self._file.read(size)
        if not self.done:
            self._refuse_strangers(content)
        self.done += len(content)
        if self.done > self._limit or self.done - self._fiche_began > _MAX_FICHE_BYTES:
            raise too_big(self.names[0])
        if _DTD in self._tail + content:
            raise UnreadableFileError(
                f"« {self.names[0]} » déclare une DTD, qu’un export officiel n’a jamais : refusé."
            )
        self._tail = content[-len(_DTD) :]
        return content

    def fiche_ended(self) -> None:
        """Note that what was read so far need not be held any more."""
        self._fiche_began = self.done

    def _refuse_strangers(self, content: bytes) -> None:
        start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if start.startswith((b"<!doctype html", b"<html")):
            raise UnreadableFileError(
                f"« {self.names[0]} » est une page web, pas l’export lui-même : téléchargez le fichier, pas la page."
            )
        if start.startswith(b"pk"):
            raise damaged(self.names[0])
        # In UTF-16 the search for a DTD would be blind; exports are in UTF-8.
        if not start.startswith(b"<") or b"\0" in start:
            raise UnreadableFileError(
                f"« {self.names[0]} » n’est pas un fichier XML en UTF-8 : téléchargez l’export V4.1."
            )


def damaged(name: str) -> UnreadableFileError:
    """Return the error for a file that was cut or altered."""
    return UnreadableFileError(f"« {name} » est abîmé ou incomplet : téléchargez-le de nouveau.")


def too_big(name: str) -> UnreadableFileError:
    """Return the error for a file made to fill the memory or the disk."""
    return UnreadableFileError(f"« {name} » est anormalement gros une fois ouvert : il est refusé.")


@contextmanager
def open_flux(path: Path) -> Iterator[FluxFile]:
    """Open the XML of a flux, in its zip or not.

    Raises:
        UnreadableFileError: there is none, or it is damaged.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                member, limit = _only_xml(archive, path.name)
                with archive.open(member) as file:
                    yield FluxFile(file, member.file_size, limit, (path.name, member.filename))
        else:
            with path.open("rb") as file:
                yield FluxFile(file, path.stat().st_size, _MAX_XML_BYTES, (path.name,))
    # RuntimeError: an encrypted member; NotImplementedError: a method of compression that Python lacks.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise damaged(path.name) from error
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez le nom du fichier.") from error


def _only_xml(archive: zipfile.ZipFile, name: str) -> tuple[zipfile.ZipInfo, int]:
    """Return the XML of an archive, and the most bytes that it may give."""
    members = [member for member in archive.infolist() if member.filename.lower().endswith(".xml")]
    if len(members) != 1:
        raise UnreadableFileError(
            f"« {name} » contient {len(members)} fichiers XML au lieu d’un : choisissez l’export V4.1 des fiches."
        )
    limit = min(_MAX_XML_BYTES, _MAX_RATIO * max(members[0].compress_size, _SMALL))
    if members[0].file_size > limit:
        raise too_big(name)
    return members[0], limit
