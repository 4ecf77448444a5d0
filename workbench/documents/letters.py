"""What letters need before they are set: nothing invisible, and French spaces that never break."""

import re
import unicodedata
from typing import Final

NBSP: Final = "\u00a0"
_NEWLINES: Final = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BEFORE_MARKS: Final = re.compile(r"(?<=\S) (?=[;:?!»%€])")
_AFTER_OPENING: Final = re.compile("« ")
_REFUSED: Final = frozenset({"Cc", "Cs"})
_NO_CHARACTERS: Final = frozenset("\ufffe\uffff")  # XML refuses them


def clean(text: str) -> str:
    """Return a text that every format accepts: no control character but line ends, no unpaired surrogate."""
    lines = _NEWLINES.sub("\n", text).replace("\t", " ")
    return "".join(c for c in lines if c == "\n" or _is_accepted(c))


def _is_accepted(letter: str) -> bool:
    return unicodedata.category(letter) not in _REFUSED and letter not in _NO_CHARACTERS


def typeset(text: str) -> str:
    """Return a clean text whose spaces inside « » and before : ; ? ! do not break."""
    return _AFTER_OPENING.sub(f"«{NBSP}", _BEFORE_MARKS.sub(NBSP, clean(text)))


def on_one_line(text: str) -> str:
    """Return a text without line ends, for headings, names and captions."""
    return " ".join(text.split())


def shortened(text: str, length: int) -> str:
    """Return a text of at most `length` characters, cut at a word and marked as cut."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
