"""Masking: a sentence without the names, places, numbers and addresses that it holds, to be read again by a person.

`X` stands for a name and `0` for a number: neither is a content word, so that a masked sentence is compared
by its gestures alone.
"""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from workbench.matching.words import fold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

NAME: Final = "X"
NUMBER: Final = "0"
_ADDRESS: Final = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
_NUMBER: Final = re.compile(r"\d+(?:[ .,:/h°-]*\d+)*")
_SEVERAL: Final = re.compile(rf"\b{NAME}(?:[ -]*{NAME})+\b")
_TITLES: Final = frozenset({"m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "docteur", "dr"})


def mask(model: "Language", text: str, names: Collection[str]) -> str:
    """Return a sentence with `X` in place of what the model or `names` take for a name, and `0` of each number."""
    plain = _ADDRESS.sub(NAME, " ".join(text.split()))
    doc = model(plain)
    known = {fold(name) for name in names}
    words = [(NAME if _is_name(doc, token, known) else token.text) + token.whitespace_ for token in doc]
    return _NUMBER.sub(NUMBER, _SEVERAL.sub(NAME, "".join(words)))


def _is_name(doc: "Doc", token: "Token", known: Collection[str]) -> bool:
    """Say whether a word may name somebody or some place; one too many is mended by the reader."""
    if not token.is_alpha and "-" not in token.text:
        return False
    if fold(token.text) in known or token.pos_ == "PROPN":
        return True
    before = doc[token.i - 1] if token.i else None
    if before is not None and (fold(before.text).strip(".") in _TITLES or fold(before.text) in _TITLES):
        return token.text[:1].isupper()
    return token.text.istitle() and before is not None and not before.is_punct and fold(token.text) not in _TITLES
