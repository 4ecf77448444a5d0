"""How the Word document looks: its own styles, so that it can be reworked by hand."""

from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from workbench.documents import colours
from workbench.documents.colours import palette
from workbench.documents.docx.xml import tag

MUTED: Final = RGBColor.from_string(colours.MUTED[1:])
INK: Final = RGBColor.from_string(colours.INK[1:])
FONT: Final = "Calibri"

_LARGE: Final = {
    "Normal": 14, "Heading 1": 20, "Heading 2": 16, "Heading 3": 15, "Caption": 14, "Quote": 14,
    "Précisions": 14, "Source": 14,
}  # fmt: skip
_SIZES: Final = {"Title": 26, "Subtitle": 17, "Heading 1": 17, "Heading 2": 13, "Heading 3": 11}


def bar() -> str:
    """Return the accent as Word writes colours."""
    return palette().accent[1:]


def soft() -> str:
    """Return the ground of what stands out."""
    return palette().soft[1:]


def ground() -> str:
    """Return the colour of what a bar lacks."""
    return palette().ground[1:]


def thin() -> str:
    """Return the colour of lines."""
    return palette().line[1:]


def set_look(document: Any, language: str, *, large: bool = False) -> None:
    """Give the template's styles this product's look and language, and the page its measures."""
    _set_page(document.sections[0])
    normal = document.styles["Normal"]
    normal.font.size, normal.font.color.rgb = Pt(10.5), INK
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.2
    _set_font(normal)
    for name, size in _SIZES.items():
        style = document.styles[name]
        _set_font(style)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(bar())
        style.font.bold, style.font.italic = name != "Subtitle", False
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_after = Pt(5)
    _drop_border(document.styles["Title"])
    document.styles["Heading 3"].font.color.rgb = INK
    document.styles["Caption"].font.color.rgb = INK
    document.styles["Caption"].font.size = Pt(9.5)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    _set_quote(document.styles["Quote"])
    _add_small(document)
    if large:
        _enlarge(document)
    _set_language(document, language)


def _enlarge(document: Any) -> None:
    """Set everything in upright type of 14 points at least."""
    for name in _LARGE:
        style = document.styles[name]
        style.font.size, style.font.italic = Pt(_LARGE[name]), False
    document.styles["Normal"].paragraph_format.line_spacing = 1.5


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.4)


def _set_font(style: Any) -> None:
    """Name the font for every script: the template's theme fonts would win otherwise."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def _drop_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_quote(style: Any) -> None:
    """Set quotes apart with a bar on their left."""
    style.font.color.rgb, style.font.italic = INK, True
    style.paragraph_format.left_indent = Cm(0.5)
    style.paragraph_format.space_after = Pt(2)
    borders = tag("pBdr", tag("left", val="single", sz="18", space="8", color=bar()))
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc"
    )


def _add_small(document: Any) -> None:
    small = document.styles.add_style("Précisions", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = document.styles["Normal"]
    small.font.size, small.font.color.rgb = Pt(9), MUTED
    small.paragraph_format.keep_with_next = True
    source = document.styles.add_style("Source", WD_STYLE_TYPE.PARAGRAPH)
    source.base_style = small
    source.paragraph_format.keep_with_next = False
    source.paragraph_format.left_indent = Cm(0.5)
    source.paragraph_format.space_after = Pt(9)


def _set_language(document: Any, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(tag("lang", val=language, eastAsia=language))
