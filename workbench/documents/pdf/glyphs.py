"""Which letters the shipped fonts can draw, and what stands in for the others.

A letter that the font lacks is drawn with the fallback font. What that one lacks too (emoji, Chinese…),
and right-to-left scripts, which reportlab cannot lay out, become one `□` for each run of such letters;
the document says so at its end.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics

from workbench.documents.letters import NBSP, typeset
from workbench.documents.pdf.look import FALLBACK

PLACEHOLDER: Final = "□"
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "RLE", "RLO", "RLI", "AN"})
_ADDED_MARKS: Final = frozenset({"Mn", "Me"})


def markup(text: str, font: str) -> str:
    """Return a text as a reportlab paragraph in `font` wants it: escaped, fallback letters named."""
    return "".join(_markup(kind, letters) for kind, letters in _runs(_narrow(text), font))


def is_drawable(content: object) -> bool:
    """Tell whether no letter of a text, or of any text of a block or document, needs a placeholder."""
    if isinstance(content, str):
        return all(kind for kind, _ in _runs(_narrow(content), FALLBACK))
    if isinstance(content, tuple):
        return all(map(is_drawable, content))
    return not is_dataclass(content) or all(is_drawable(getattr(content, field.name)) for field in fields(content))


def _narrow(text: str) -> str:
    """Typeset a text, invisible marks dropped; reportlab breaks lines at narrow no-break spaces, so they widen."""
    shown = unicodedata.normalize("NFC", typeset(text)).replace("\u202f", NBSP)
    return "".join(letter for letter in shown if unicodedata.category(letter) != "Cf")


def _markup(kind: str, letters: str) -> str:
    if not kind:
        return f'<font name="{FALLBACK}">{PLACEHOLDER}</font>'
    inner = escape(letters).replace("\n", "<br/>")
    return f'<font name="{FALLBACK}">{inner}</font>' if kind == FALLBACK else inner


def _runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Cut a text into runs drawn by `font`, by the fallback font, or by neither (empty name)."""
    kinds: list[str] = []
    for letter in text:
        before = kinds[-1] if kinds else font
        kinds.append(before if unicodedata.category(letter) in _ADDED_MARKS and not before else _drawn_by(letter, font))
    for kind, pairs in groupby(zip(kinds, text, strict=True), key=lambda pair: pair[0]):
        yield kind, "".join(letter for _, letter in pairs)


@cache
def _drawn_by(letter: str, font: str) -> str:
    if letter == "\n":
        return font
    if unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT:
        return ""
    return next((name for name in (font, FALLBACK) if _has(name, letter)), "")


def _has(font: str, letter: str) -> bool:
    return ord(letter) in pdfmetrics.getFont(font).face.charToGlyph
