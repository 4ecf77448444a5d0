"""The parts of the portfolio, in their order."""

from collections.abc import Callable
from datetime import date
from typing import Final

from workbench.documents.blocks import Block, Document
from workbench.documents.portfolio.attached import attached, carried, supplements
from workbench.documents.portfolio.closing import glossary, origins, reading_guide, signatures, what_it_is_not
from workbench.documents.portfolio.competences import archive_blocks, fiche_blocks
from workbench.documents.portfolio.depths import DEPTHS, Part, Reader
from workbench.documents.portfolio.experiences import experiences, life
from workbench.documents.portfolio.proofs import NO_NAME, gather, kept_archives
from workbench.documents.portfolio.summary import cover, summary
from workbench.domain.dossier import Dossier

TITLE: Final = "Portefeuille de reconnaissance des compétences"
MENTION: Final = "Document sans valeur de certification"


def portfolio(
    dossier: Dossier,
    on: date,
    place: str = "",
    reader: Reader = Reader.PERSON,
    read_file: Callable[[str], bytes] | None = None,
) -> Document:
    """Return the portfolio of a dossier as it stands on a date; `place` is where it is signed.

    `read_file` gives the bytes of an attached file by its digest; without it they are listed only.
    """
    depth, proofs = DEPTHS[reader], gather(dossier)
    blocks: list[Block] = [cover(dossier, depth, TITLE, MENTION, on, place)]
    blocks += summary(dossier, proofs, depth)
    blocks += life(dossier, on)
    blocks += experiences(dossier, proofs, depth)
    for fiche in dossier.fiches.values():
        blocks += fiche_blocks(dossier, proofs, fiche, depth)
    for archive in kept_archives(dossier):
        blocks += archive_blocks(dossier, proofs, archive, depth)
    if depth.has(Part.GUIDE):
        blocks += [*reading_guide(MENTION), *glossary(), *origins(dossier)]
    else:
        blocks.append(what_it_is_not(MENTION))
    blocks += signatures(dossier, on, place)
    files = carried(dossier, read_file) if depth.has(Part.ATTACHMENTS) else {}
    if depth.has(Part.ATTACHMENTS):
        blocks += attached(dossier, files)
    name = dossier.person.name or NO_NAME
    title = f"{TITLE} – {name}"
    return Document(title, name, TITLE, MENTION, on, tuple(blocks), attachments=supplements(dossier, files))
