"""Knowledge as it is loaded: the packs, the told stories, the thesaurus, and what is counted in them, in one file.

`ressources/modeles/connaissances.msgpack` is written from its sources by
`python -m workbench.training connaissances`. The text files are the source: where one of them was edited since,
they are read and counted again, which takes seconds instead of a tenth of one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from workbench.matching.packs import PACKS, Pack, pack_files, read_packs
from workbench.matching.thesaurus import GESTES, Geste, geste_files, read_gestes
from workbench.matching.told_stories import STORIES, ToldStory, read_told, story_files
from workbench.matching.words import content_forms, content_stems, stem
from workbench.paths import RESSOURCES

COMPILED: Final = RESSOURCES / "modeles" / "connaissances.msgpack"


class Compiled(Struct, frozen=True):
    """What was written, and what is counted in it.

    `counts` says in how many of the `texts` of the packs each stem stands; `stems` has every word that is
    written anywhere, in lower case. `digest` is that of the source files.
    """

    digest: str
    packs: tuple[Pack, ...]
    recits: tuple[ToldStory, ...]
    gestes: tuple[Geste, ...]
    texts: int
    counts: dict[str, int]
    stems: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sources:
    """The folders of what is written by hand."""

    packs: Path = PACKS
    gestes: Path = GESTES
    recits: Path = STORIES

    @property
    def digest(self) -> str:
        """Return the digest of all their files."""
        return digest_of([*pack_files(self.packs), *story_files(self.recits), *geste_files(self.gestes)])


SHIPPED: Final = Sources()


def read_compiled(path: Path = COMPILED, sources: Sources = SHIPPED) -> Compiled:
    """Return the compiled knowledge of some folders, compiled here and now where the file is older than they are.

    Raises:
        UnreadableFileError: a file is not what it should be; the sentence names it.
    """
    digest = sources.digest
    if path.is_file():
        try:
            kept = msgspec.msgpack.decode(path.read_bytes(), type=Compiled)
        except msgspec.DecodeError:  # another version of Établi wrote it
            kept = None
        if kept is not None and kept.digest == digest:
            return kept
    return compile_knowledge(sources)


def compile_knowledge(sources: Sources = SHIPPED) -> Compiled:
    """Read every source and count what is in it."""
    packs, recits, gestes = read_packs(sources.packs), read_told(sources.recits), read_gestes(sources.gestes)
    spoken = [text for pack in packs for entry in pack.competence for text in entry.dit]
    counts = Counter(s for text in spoken for s in set(content_stems(text)))
    words = sorted({word.lower() for text in _texts(packs, recits, gestes) for word in content_forms(text)})
    stems = {word: stem(word) for word in words}
    return Compiled(sources.digest, packs, recits, gestes, len(spoken), dict(sorted(counts.items())), stems)


def write_compiled(compiled: Compiled, path: Path = COMPILED) -> None:
    """Write compiled knowledge where it is loaded from; the same knowledge makes the same file."""
    path.write_bytes(msgspec.msgpack.encode(compiled))


def digest_of(files: Iterable[Path]) -> str:
    """Return a digest of some files' names and bytes."""
    digest = blake2b(digest_size=16)
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _texts(packs: Iterable[Pack], recits: Iterable[ToldStory], gestes: Iterable[Geste]) -> Iterator[str]:
    for pack in packs:
        for entry in pack.competence:
            yield from (*entry.dit, *entry.pas)
    for story in recits:
        yield from (line.texte for line in story.lignes)
    for geste in gestes:
        yield from (geste.concept, *geste.institution, *geste.parle, *geste.outils, *geste.lieux, *geste.situations)
