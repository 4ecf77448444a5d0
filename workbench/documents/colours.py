"""The colours of a document: all of them made of one accent, which an organisation may choose."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Final

ACCENT: Final = "#0E6560"  # 6.7:1 on white
INK: Final = "#1F2B2C"
MUTED: Final = "#55615F"
LEAST_CONTRAST: Final = 4.5
"""What WCAG 2.1 AA asks between text and its ground."""

_HEX: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_WHITE: Final = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Palette:
    """The accent, for words and bars; `soft`, the ground of what stands out; `line`; `ground`, what a bar lacks."""

    accent: str
    soft: str
    line: str
    ground: str


@cache
def palette_of(accent: str) -> Palette:
    """Return the colours that go with an accent."""
    return Palette(accent, _mixed(accent, 0.09), _mixed(accent, 0.22), _mixed(accent, 0.15))


_PAINTED: Final = ContextVar("painted", default=ACCENT)


@contextmanager
def painted(accent: str) -> Iterator[None]:
    """Write in the colours of an accent for as long as this lasts in this thread."""
    token = _PAINTED.set(accent)
    try:
        yield
    finally:
        _PAINTED.reset(token)


def palette() -> Palette:
    """Return the colours that are asked for."""
    return palette_of(_PAINTED.get())


def is_colour(text: str) -> bool:
    """Say whether a text is a colour: « #0E6560 »."""
    return _HEX.fullmatch(text) is not None


def contrast(accent: str) -> float:
    """Return how an accent stands out of the soft ground that it makes, where it stands out least (WCAG ratio)."""
    light, dark = sorted((_luminance(palette_of(accent).soft), _luminance(accent)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _mixed(colour: str, share: float) -> str:
    """Return a colour let down with white."""
    parts = zip(_channels(colour), _channels(_WHITE), strict=True)
    return "#" + "".join(f"{round(part * share + white * (1 - share)):02X}" for part, white in parts)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
