"""Telling what is in a list without being a competence: headings, contexts, criteria."""

import re
from typing import Final

from workbench.referentials.infinitives import begins_with_infinitive

NAMED_LIST: Final = re.compile(r"Compétences?\b(?!\s+en\b)|Capacités?\sattestées|Savoirs?-(?:être|faire)\b(?! preuve)")
"""What heads a list even without a colon: « Compétences transversales »."""

_NAMES: Final = re.compile(
    r"(?:Critères?\b|(?:Activités?|Blocs?|Tâches?|Domaines?|Modules?|Fonctions?|Parties?|Axes?|Pôles?|Unités?|UC|Épreuves?)"
    r"\s*(?:n°\s*)?[A-Z]?\d[\w.]*\s*[:.–-])",
)
_CONTEXT: Final = re.compile(r"(?:dans|en|afin|pour|selon|avec|sur|lors|à|au|aux|par)\b")
_CAPITALISED: Final = re.compile(r"(?<=[\w).»;])\s+(?=[A-ZÀ-Ý][a-zà-ÿ])")
_GOING_ON: Final = re.compile(r"\b(?:de|des|du|la|le|les|l['’]|d['’]|un|une|à|au|aux|en|et|ou|par|pour|sur|avec)$")
_VERB_AFTER_COMMA: Final = re.compile(r",\s+(?=\w)")


def is_heading(piece: str, *, shouted: bool) -> bool:
    """Say whether a piece of a list only introduces others; `shouted` says that the whole list is in capitals."""
    if not any(c.isalpha() for c in piece):
        return True
    if begins_with_infinitive(piece):
        return is_sentence_with_colon(piece)
    if piece.isupper() and " " in piece and not shouted:
        return True
    return piece.endswith(":") or _is_named(piece) or _is_context(piece)


def is_sentence_with_colon(piece: str) -> bool:
    """Say whether a piece is a verb and what it announces (« Être capable de : »), with no heading after it."""
    return begins_with_infinitive(piece) and piece.endswith(":") and without_trailing_heading(piece) == piece


def _is_named(piece: str) -> bool:
    return _NAMES.match(piece) is not None or (NAMED_LIST.match(piece) is not None and ":" not in piece)


def _is_context(piece: str) -> bool:
    """Say whether a piece only says where or how: « dans des situations variées »."""
    if not _CONTEXT.match(piece):
        return False
    return not any(begins_with_infinitive(piece, comma.end()) for comma in _VERB_AFTER_COMMA.finditer(piece))


def without_trailing_heading(piece: str) -> str:
    """Return a competence without the heading of the next ones that was caught in it."""
    if not piece.endswith(":"):
        return piece
    places = [p for p in _CAPITALISED.finditer(piece) if not _GOING_ON.search(piece, max(0, p.start() - 12), p.start())]
    return piece[: places[-1].start()] if places else piece
