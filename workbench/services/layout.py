"""The layout of the organisation's documents, kept in the data folder: words and colour in a file, the logo beside."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

from msgspec import Struct
from PIL import Image

from workbench.documents.colours import ACCENT
from workbench.documents.layout import Layout, flaw
from workbench.errors import EtabliError, StoreError, UnreadableFileError
from workbench.files import prepare_folder, write_atomically
from workbench.paths import layout_path, logo_path
from workbench.resources import read_toml

HEADING: Final = "# Mise en page des documents de votre organisation ; Établi l’écrit depuis ses réglages.\n"
_LARGEST: Final = (1200, 600)  # pixels of a logo as it is kept: sharp in print


class LayoutError(EtabliError):
    """A layout cannot be used as it is."""


class _Words(Struct, forbid_unknown_fields=True):
    """The file `mise-en-page.toml`."""

    accent: str = ACCENT
    header: str = ""
    footer: str = ""
    notices: str = ""
    organisation: str = ""


def load_layout(folder: Path) -> Layout:
    """Return the layout of a data folder, the usual one where nothing was chosen.

    Raises:
        UnreadableFileError: what is kept there is broken.
    """
    path, picture = layout_path(folder), logo_path(folder)
    words = read_toml(path, _Words) if path.exists() else _Words()
    logo = read_logo(picture) if picture.exists() else b""
    layout = Layout(words.accent, words.header, words.footer, words.notices, words.organisation, logo)
    if sentence := flaw(layout):
        raise UnreadableFileError(f"« {path.name} » ne va pas. {sentence}")
    return layout


def save_layout(layout: Layout, folder: Path) -> None:
    """Keep a layout.

    Raises:
        LayoutError: it cannot be read well, or is too long.
        StoreError: it cannot be written.
    """
    if sentence := flaw(layout):
        raise LayoutError(sentence)
    words = replace(layout, logo=b"")
    prepare_folder(folder)
    names = ("accent", "header", "footer", "notices", "organisation")
    lines = "".join(f"{name} = {_string(getattr(words, name))}\n" for name in names)
    write_atomically(layout_path(folder), (HEADING + lines).encode())
    if layout.logo:
        write_atomically(logo_path(folder), layout.logo)
        return
    try:
        logo_path(folder).unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"« {logo_path(folder).name} » ne s’enlève pas : vérifiez les droits du dossier.") from error


def read_logo(path: Path) -> bytes:
    """Return a picture as it is printed: PNG, its colours sRGB on white, no larger than a logo needs.

    Raises:
        UnreadableFileError: it is not a picture that is understood.
    """
    try:
        with Image.open(path, formats=("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")) as picture:
            picture.thumbnail(_LARGEST)
            whole = Image.new("RGBA", picture.size, "white")
            whole.alpha_composite(picture.convert("RGBA"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableFileError(
            f"« {path.name} » n’est pas une image lue ici : enregistrez le logo en PNG ou en JPEG."
        ) from error
    output = BytesIO()
    whole.convert("RGB").save(output, "PNG")
    return output.getvalue()


def _string(text: str) -> str:
    # A JSON string is a TOML string, but for the one control character that JSON lets through.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
