"""Knowledge as it is loaded: the packs, the thesaurus, and what is counted in them, in one file.

`ressources/modeles/connaissances.msgpack` is written from the TOML files by
`python -m workbench.training connaissances`. The TOML files are the source: where one of them was edited since,
they are read and counted again, which takes seconds instead of a tenth of one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from workbench.matching.packs import PACKS, Pack, pack_files, read_packs
from workbench.matching.thesaurus import GESTES, Geste, geste_files, read_gestes
from workbench.matching.words import content_forms, content_stems, stem
from workbench.paths import RESSOURCES

COMPILED: Final = RESSOURCES / "modeles" / "connaissances.msgpack"


class Compiled(Struct, frozen=True):
    """What was written, and what is counted in it.

    `counts` says in how many of the `texts` of the packs each stem stands; `stems` has every word that is
    written anywhere, in lower case. `digest` is that of the TOML files.
    """

    digest: str
    packs: tuple[Pack, ...]
    gestes: tuple[Geste, ...]
    texts: int
    counts: dict[str, int]
    stems: dict[str, str]


def read_compiled(path: Path = COMPILED, packs: Path = PACKS, gestes: Path = GESTES) -> Compiled:
    """Return the compiled knowledge of some folders, compiled here and now where the file is older than they are.

    Raises:
        UnreadableFileError: a TOML file is not what it should be; the sentence names it.
    """
    digest = digest_of([*pack_files(packs), *geste_files(gestes)])
    if path.is_file():
        try:
            kept = msgspec.msgpack.decode(path.read_bytes(), type=Compiled)
        except msgspec.DecodeError:  # another version of Établi wrote it
            kept = None
        if kept is not None and kept.digest == digest:
            return kept
    return compile_knowledge(packs, gestes)


def compile_knowledge(packs: Path = PACKS, gestes: Path = GESTES) -> Compiled:
    """Read every TOML file and count what is in it."""
    digest = digest_of([*pack_files(packs), *geste_files(gestes)])
    all_packs, all_gestes = read_packs(packs), read_gestes(gestes)
    spoken = [text for pack in all_packs for entry in pack.competence for text in entry.dit]
    counts = Counter(s for text in spoken for s in set(content_stems(text)))
    words = sorted({word.lower() for text in _texts(all_packs, all_gestes) for word in content_forms(text)})
    stems = {word: stem(word) for word in words}
    return Compiled(digest, all_packs, all_gestes, len(spoken), dict(sorted(counts.items())), stems)


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


def _texts(packs: Iterable[Pack], gestes: Iterable[Geste]) -> Iterator[str]:
    for pack in packs:
        for entry in pack.competence:
            yield from (*entry.dit, *entry.pas)
    for geste in gestes:
        yield from (geste.concept, *geste.institution, *geste.parle, *geste.outils, *geste.lieux, *geste.situations)
