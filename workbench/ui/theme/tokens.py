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
    """Colours by what they are for; texts reach 4.5:1 on the grounds that they are put on, 7:1 in high contrast."""

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
    rail_focus: str
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
    rail_focus="#F2A65A",
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
    rail_focus="#F2A65A",
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

HIGH_LIGHT: Final = Palette(
    is_dark=False,
    ground="#FFFFFF",
    surface="#FFFFFF",
    sunken="#F2F2F2",
    raised="#FFFFFF",
    text="#000000",
    muted="#2B2B2B",
    line="#5A5A5A",
    line_strong="#000000",
    accent="#00423E",
    accent_strong="#00332F",
    accent_soft="#D6F2EE",
    on_accent="#FFFFFF",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_muted="#E8E8E8",
    rail_chosen="#00423E",
    rail_focus="#FFB224",
    focus="#B84700",
    danger="#7A0000",
    danger_soft="#FFE8E5",
    warning="#513500",
    warning_soft="#FFF2D1",
    success="#0A461B",
    sentence="#FFF7DC",
    blocs=("#00423E", "#6B2A00", "#3A2A85", "#0A461B", "#780F3F", "#0B3B6E", "#473A00", "#4F2A1D"),
    bloc_grounds=("#D6F2EE", "#FFE9D6", "#ECE8FF", "#E2F6E2", "#FFE4EF", "#E0EEFF", "#F8F1CC", "#F5E8E2"),
)

HIGH_DARK: Final = Palette(
    is_dark=True,
    ground="#000000",
    surface="#000000",
    sunken="#0E0E0E",
    raised="#161616",
    text="#FFFFFF",
    muted="#E2E2E2",
    line="#8F8F8F",
    line_strong="#FFFFFF",
    accent="#86FFF1",
    accent_strong="#B8FFF7",
    accent_soft="#003B36",
    on_accent="#000000",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_muted="#E2E2E2",
    rail_chosen="#00443F",
    rail_focus="#FFB224",
    focus="#FFB224",
    danger="#FFA79C",
    danger_soft="#3A0400",
    warning="#FFD675",
    warning_soft="#2E2200",
    success="#93FFA6",
    sentence="#1D1D08",
    blocs=("#86FFF1", "#FFC08A", "#D0C5FF", "#9DF5AB", "#FFB3D2", "#A9D2FF", "#F5E26F", "#F0CDBE"),
    bloc_grounds=("#003B36", "#3F2408", "#2A2250", "#12391A", "#43162B", "#11304F", "#332D00", "#36231A"),
)
