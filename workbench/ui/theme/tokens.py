"""The values that every screen is drawn with: colours for light and dark, spacing, type, radius."""

from dataclasses import dataclass
from typing import Final

SPACE: Final = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 32}
"""Distances between things, in pixels at zoom 1."""

TYPE: Final = {"small": 12, "body": 14, "large": 16, "title": 22, "display": 30, "recit": 17}
"""Heights of letters, in pixels at zoom 1."""

RADIUS: Final = {"small": 4, "medium": 8, "large": 12}

INTERFACE_FONT: Final = "Inter"
READING_FONT: Final = "Noto Serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for; every text colour reaches 4.5:1 on the grounds that it is put on."""

    is_dark: bool
    ground: str
    surface: str
    sunken: str
    raised: str
    text: str
    muted: str
    line: str
    line_strong: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    rail: str
    rail_text: str
    rail_muted: str
    rail_chosen: str
    focus: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    sentence: str
    blocs: tuple[str, ...]
    bloc_grounds: tuple[str, ...]


LIGHT: Final = Palette(
    is_dark=False,
    ground="#F6F3EC",
    surface="#FFFFFF",
    sunken="#EFEBE1",
    raised="#FBF9F4",
    text="#1F2B2C",
    muted="#55615F",
    line="#E0DACD",
    line_strong="#A79F8E",
    accent="#0E6560",
    accent_strong="#0A4E4A",
    accent_soft="#DDEEEA",
    on_accent="#FFFFFF",
    rail="#173A3C",
    rail_text="#F3EFE4",
    rail_muted="#B4C8C3",
    rail_chosen="#27565A",
    focus="#C2570C",
    danger="#9C2F25",
    danger_soft="#F8E3DF",
    warning="#7E5200",
    warning_soft="#F8EBCB",
    success="#2C6A3B",
    sentence="#F3EEDF",
    blocs=("#0E6560", "#9A4A12", "#5B4AA0", "#2C6A3B", "#A02A5C", "#1F5C99", "#6D5A00", "#6B4235"),
    bloc_grounds=("#D5EDE8", "#FBE3CF", "#E5E0F7", "#DCEFDC", "#F8DCE8", "#D8E7F7", "#F3EBC2", "#EDDFD8"),
)

DARK: Final = Palette(
    is_dark=True,
    ground="#161A1B",
    surface="#1F2526",
    sunken="#191E1F",
    raised="#262D2E",
    text="#ECE9E0",
    muted="#AEB9B6",
    line="#333C3D",
    line_strong="#66726F",
    accent="#7CCDC2",
    accent_strong="#A4E0D8",
    accent_soft="#1F3F3D",
    on_accent="#08201E",
    rail="#0F2223",
    rail_text="#ECE9E0",
    rail_muted="#9FB5B0",
    rail_chosen="#1F4142",
    focus="#F2A65A",
    danger="#F1998D",
    danger_soft="#43241F",
    warning="#EBC06A",
    warning_soft="#3B2F14",
    success="#8FD19B",
    sentence="#2A302B",
    blocs=("#7CCDC2", "#F0AE7A", "#BDB0F2", "#9AD6A4", "#F09DBF", "#93C2F0", "#DCC966", "#D8B3A4"),
    bloc_grounds=("#1C4441", "#4C3220", "#352F55", "#25432B", "#4D2438", "#223E5A", "#433C14", "#43322B"),
)
