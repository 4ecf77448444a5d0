"""Giving back their lines to the texts of the flux, which has kept neither line breaks nor markup."""

import re
from typing import Final

_MARKER: Final = r"[-–—*•●▪○■□➢►‣·✓\uf0b7\uf0a7]"
_BREAK: Final = re.compile(
    r"\s*[\r\n]+\s*|\s{4,}"
    rf"|\s{{2,3}}(?={_MARKER}\s|o\s|\d{{1,2}}[.)]\s|[A-ZÀ-Ý])"
    r"|\s+(?=[•●▪○■□➢►‣✓\uf0b7\uf0a7])"
)
_ITEM: Final = re.compile(rf"(?:{_MARKER}|o(?=\s))+\s*")


def set_out(text: str) -> str:
    """Return a text with one paragraph or item a line; what had a bullet begins with « • »."""
    return "\n".join(line for piece in _BREAK.split(text) if (line := _line(piece)))


def _line(piece: str) -> str:
    item = _ITEM.match(piece)
    words = " ".join(piece[item.end() :].split() if item else piece.split())
    return f"• {words}" if item and words else words
