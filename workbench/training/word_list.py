"""From a Hunspell dictionary of French to the list of its words, one a line: what `ressources/orthographe` holds.

Elisions (« l' », « qu' »…) are left out: a story is cut at its apostrophes before its words are looked for.
"""

import lzma
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.matching.word_list import WORDS

_WORDLIKE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Suffix:
    """What a flag does to the end of a word that its condition fits."""

    removed: str
    added: str
    fits: re.Pattern[str]

    def apply(self, word: str) -> str | None:
        """Return the word with this ending, or None where it does not fit."""
        if not word.endswith(self.removed) or not self.fits.search(word):
            return None
        return word[: len(word) - len(self.removed)] + self.added


def read_suffixes(path: Path) -> Mapping[str, tuple[Suffix, ...]]:
    """Return the suffixes of each flag of an .aff file."""
    found: dict[str, list[Suffix]] = {}
    for line in path.read_text("utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            removed, added = (part.split("/")[0].replace("0", "") for part in parts[2:4])
            found.setdefault(parts[1], []).append(Suffix(removed, added, re.compile(f"{parts[4]}$")))
    return {flag: tuple(suffixes) for flag, suffixes in found.items()}


def spell_out(entry: str, suffixes: Mapping[str, tuple[Suffix, ...]]) -> Iterator[str]:
    """Give the forms of a line of a .dic file."""
    word, _, flags = entry.split(maxsplit=1)[0].partition("/")
    pairs = [flags[n : n + 2] for n in range(0, len(flags), 2)]
    if "()" not in pairs:  # the flag of a stem that is no word by itself
        yield word
    for flag in pairs:
        yield from (made for suffix in suffixes.get(flag, ()) if (made := suffix.apply(word)) is not None)


def write(affixes: Path, dictionary: Path) -> int:
    """Write the list and return how many words it has."""
    suffixes = read_suffixes(affixes)
    entries = dictionary.read_text("utf-8").splitlines()[1:]
    forms = {form for entry in entries if entry.strip() for form in spell_out(entry, suffixes)}
    words = sorted(form for form in forms if _WORDLIKE.fullmatch(form))
    WORDS.write_bytes(lzma.compress("\n".join(words).encode(), preset=9))
    return len(words)
