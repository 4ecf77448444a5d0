"""How the PDF looks: fonts, colours, measures and styles of paragraph. Lengths are in points."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workbench.documents import colours
from workbench.documents.colours import palette
from workbench.paths import RESSOURCES

INK: Final = HexColor(colours.INK)
MUTED: Final = HexColor(colours.MUTED)

PAGE: Final = A4
SIDE: Final = 68.0
TOP: Final = 76.0
BOTTOM: Final = 74.0
WIDTH: Final = A4[0] - 2 * SIDE
HEIGHT: Final = A4[1] - TOP - BOTTOM

SANS: Final = "NotoSans"
SERIF: Final = "NotoSerif"
FALLBACK: Final = "DejaVuSans"
_SMALLEST_LARGE: Final = 14.0  # points
_HEADLINE: Final = 17.0  # points from which a heading is large enough as it is
_FACES: Final = ("Regular", "Bold", "Italic", "BoldItalic")


@cache
def register_fonts() -> None:
    """Make the shipped fonts known to reportlab, once."""
    fonts = RESSOURCES / "fonts"
    pdfmetrics.registerFont(TTFont(FALLBACK, str(fonts / "documents" / "DejaVuSans.ttf")))
    for family, folder in ((SANS, fonts / "documents"), (SERIF, fonts)):
        names = [f"{family}-{face}" for face in _FACES]
        for name in names:
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
        pdfmetrics.registerFontFamily(names[0], *names)


def regular(family: str) -> str:
    """Return the name of a family's upright face."""
    return f"{family}-Regular"


_LARGE: Final = ContextVar("large", default=False)
_LARGER: Final = 1.4


@contextmanager
def type_size(*, large: bool) -> Iterator[None]:
    """Draw in large type, or not, for as long as this lasts in this thread."""
    token = _LARGE.set(large)
    try:
        yield
    finally:
        _LARGE.reset(token)


def styles() -> dict[str, Any]:
    """Return the styles of paragraph, by name, in the size that is asked for."""
    accent = palette().accent
    return _large_styles(accent) if _LARGE.get() else _styles(accent)


def accent() -> Any:
    """Return the colour of headings and bars."""
    return HexColor(palette().accent)


def soft() -> Any:
    """Return the ground of what stands out."""
    return HexColor(palette().soft)


def thin() -> Any:
    """Return the colour of lines."""
    return HexColor(palette().line)


@cache
def _large_styles(accent: str) -> dict[str, Any]:
    """Return the styles in large type: body text of 14 points, no serifs, no italics."""
    made = {}
    for name, style in _styles(accent).items():
        if name == "furniture":  # the header and the footer have no more room
            made[name] = style
            continue
        larger = max(_LARGER, _SMALLEST_LARGE / style.fontSize) if style.fontSize < _HEADLINE else 1.0
        font = f"{SANS}-Bold" if style.fontName.endswith("-Bold") else regular(SANS)
        made[name] = ParagraphStyle(
            name, style, fontName=font, fontSize=style.fontSize * larger, leading=style.leading * larger,
            spaceAfter=style.spaceAfter * larger,
        )  # fmt: skip
    return made


@cache
def _styles(accent: str) -> dict[str, Any]:
    register_fonts()
    body = ParagraphStyle(
        "body", fontName=regular(SANS), fontSize=10, leading=15, textColor=INK, spaceAfter=7,
        allowWidows=0, allowOrphans=0, embeddedHyphenation=0,
    )  # fmt: skip
    serif = {"fontName": "NotoSerif-Bold", "textColor": HexColor(accent), "spaceAfter": 6}
    made = (
        body,
        ParagraphStyle("lead", body, fontName=regular(SERIF), fontSize=11.5, leading=18),
        ParagraphStyle("small", body, fontSize=8.8, leading=13, textColor=MUTED),
        ParagraphStyle("bullet", body, leftIndent=14, spaceAfter=3.5),
        ParagraphStyle("title", body, **serif | {"fontSize": 25, "leading": 31, "spaceAfter": 10}),
        ParagraphStyle("name", body, fontName=regular(SERIF), fontSize=17, leading=24, spaceAfter=12),
        ParagraphStyle("heading1", body, **serif | {"fontSize": 16.5, "leading": 22, "spaceBefore": 20}),
        ParagraphStyle("heading2", body, **serif | {"fontSize": 12.5, "leading": 17.5, "spaceBefore": 15}),
        ParagraphStyle(
            "heading3", body, fontName="NotoSans-Bold", fontSize=10, leading=14.5, spaceBefore=9, spaceAfter=5
        ),
        ParagraphStyle("quote", body, fontName="NotoSerif-Italic", leftIndent=16, spaceAfter=0, leading=15.5),
        ParagraphStyle("source", body, fontSize=8.5, leading=13, textColor=MUTED, leftIndent=16, spaceAfter=9),
        ParagraphStyle("notice", body, leftIndent=14, rightIndent=12, spaceBefore=15, spaceAfter=14),
        ParagraphStyle("caption", body, fontName="NotoSans-Bold", fontSize=9, leading=13, spaceBefore=8, spaceAfter=4),
        ParagraphStyle("cell", body, fontSize=9, leading=13, spaceAfter=0),
        ParagraphStyle(
            "head", body, fontName="NotoSans-Bold", fontSize=8.6, leading=12.5, textColor=HexColor(accent), spaceAfter=0
        ),
        ParagraphStyle("furniture", body, fontSize=8, leading=11, textColor=MUTED, spaceAfter=0),
        ParagraphStyle("key", body, fontSize=9, leading=13, textColor=MUTED, spaceAfter=0),
    )
    return {style.name: style for style in made}
