"""Documents as the person takes them away: any of the registry, in any of its formats."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from workbench.documents.data import FORMATS, attachments
from workbench.documents.docx import write_docx
from workbench.documents.layout import dressed
from workbench.documents.pdf import render_pdf, write_pdf
from workbench.documents.registry import KINDS, DocumentKind, Wish
from workbench.documents.sealing import seal
from workbench.domain.dossier import Dossier
from workbench.domain.reduction import narrowed
from workbench.files import write_atomically

WRITERS: Final = {"pdf": write_pdf, "docx": write_docx}
DATA_FORMATS: Final = tuple(FORMATS)
_LONGEST_NAME: Final = 80  # characters of the person's name; systems allow 255 bytes in all


def write_document(
    dossier: Dossier, kind: str, wish: Wish, folder: Path, formats: Sequence[str], key: bytes | None = None
) -> tuple[Path, ...]:
    """Write the document of that name in each format and return the files.

    The formats are `pdf`, which carries the document's data inside, `docx`, and those of `DATA_FORMATS`, the data
    alone. With an Ed25519 `key` (32 bytes), the PDF is sealed. What the document does not show is not read.

    Raises:
        StoreError: the folder cannot be written.
    """
    owner = Dossier(dossier.id) if KINDS[kind].is_anonymous else dossier
    stem = folder / file_name(owner, kind, wish.on)
    shown = narrowed(dossier, KINDS[kind].shows, wish.fiche)
    return tuple(_write(shown, KINDS[kind], wish, stem, name, key) for name in formats)


def _write(dossier: Dossier, kind: DocumentKind, wish: Wish, stem: Path, name: str, key: bytes | None) -> Path:
    if name in FORMATS:
        path = stem.with_name(f"{stem.name}.{name}.json")
        write_atomically(path, FORMATS[name].render(dossier, wish.on))
        return path
    path = stem.with_name(f"{stem.name}.{name}")
    built = kind.build(dossier, wish)
    carried = (*attachments(dossier, wish.on, kind.data), *built.attachments)
    document = dressed(replace(built, attachments=carried), wish.layout, is_anonymous=kind.is_anonymous)
    if name == "pdf" and key is not None:
        write_atomically(path, seal(render_pdf(document), key, wish.on))
    else:
        WRITERS[name](document, path)
    return path


def file_name(dossier: Dossier, kind: str, on: date) -> str:
    """Return a name that sorts by date and that every system accepts, without its suffix."""
    plain = unicodedata.normalize("NFKD", dossier.person.name or "sans-nom")
    letters = "".join(c if c.isalnum() and c.isascii() else "-" for c in plain if not unicodedata.combining(c))
    words = "-".join(word for word in letters.split("-") if word)[:_LONGEST_NAME]
    return f"{on.isoformat()}_{kind}_{words or 'sans-nom'}"
