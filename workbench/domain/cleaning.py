"""Text that comes from elsewhere, made plain: what cannot be seen goes, what was meant stays."""

import re
import unicodedata
from typing import Final

LONG_LINE: Final = 45
"""Characters from which a line that ends without a stop was cut by the page rather than by its writer."""

_BREAKS: Final = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_UNSEEN: Final = re.compile("[\u200b\u200c\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ODD_SPACES: Final = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_BULLETS: Final = re.compile("^([ \u00a0]*)[\uf0a7\uf0b7\uf0d8\uf0fc\u25aa\u25cf\u25e6\u2043\u2219] *", re.MULTILINE)
_SPACES: Final = re.compile(" {2,}")
_ENDS: Final = re.compile(r"^ +| +$", re.MULTILINE)
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_CUT_LINE: Final = re.compile(
    rf"^(?P<line>[^\n]{{{LONG_LINE},}}?[^\s.!?…:;»”\"()])[ \u00a0]*\n(?P<next>(?=[a-zà-öø-ÿœæ]))", re.MULTILINE
)
_CUT_WORD: Final = re.compile(r"(?P<head>[^\W\d_]+)-\n(?P<tail>[a-zà-öø-ÿœæ]+)")
_SOFT_HYPHEN: Final = re.compile("\u00ad\n?")
_JOINED: Final = frozenset(
    "peut rendez demi semi mi après avant sous sur au là ci non vice ex auto grand petit celui celle ceux celles est "
    "ont sont était avait fait dit a y soi lui elle eux moi toi nous vous eux même arrière contre entre".split()
)
_JOINING: Final = frozenset(
    "je tu il elle on nous vous ils elles ce t là ci même mêmes moi toi lui leur le la les y en être".split()
)


def cleaned(text: str) -> str:
    """Return a text without what cannot be seen, its spaces single and its lines trimmed; French spaces stay."""
    return _BLANK_LINES.sub("\n\n", _ENDS.sub("", plain_characters(text))).strip("\n ")


def plain_characters(text: str) -> str:
    """Return a text in composed letters, with plain spaces, line breaks and bullets; its ends stay."""
    text = _BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    text = _ODD_SPACES.sub(" ", _UNSEEN.sub("", _SOFT_HYPHEN.sub("", text)))
    return _SPACES.sub(" ", _BULLETS.sub(r"\1• ", text))


def pasted(text: str) -> str:
    """Return what to write for a text that is pasted: a few words keep their ends, several lines are cleaned."""
    plain = plain_characters(text)
    return mended(cleaned(plain)) if "\n" in plain.strip("\n") else plain


def mended(text: str) -> str:
    """Return a text whose lines cut by the page are whole again, where that is sure.

    A line is joined to the next where it is long, ends without a stop and the next begins with a small letter.
    """
    return _CUT_LINE.sub(lambda m: f"{m['line']} ", _CUT_WORD.sub(_whole_word, text))


def _whole_word(match: re.Match[str]) -> str:
    head, tail = match["head"], match["tail"]
    is_compound = head.lower() in _JOINED or tail in _JOINING
    return f"{head}-{tail}" if is_compound else f"{head}{tail}"
