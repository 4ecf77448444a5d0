"""What goes with the portfolio: the list of the attached files, the pictures, the files that a PDF carries."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from workbench.documents.blocks import Attachment as CarriedFile
from workbench.documents.blocks import Block, Heading, PageBreak, Picture, Table, plain
from workbench.documents.pictures import printable
from workbench.documents.words import ATTACHMENT, day, weight
from workbench.domain.attachments import Attachment
from workbench.domain.dossier import Dossier

_FINGERPRINT: Final = 12  # characters of a digest: enough to tell the files of one dossier apart


def carried(dossier: Dossier, read_file: Callable[[str], bytes] | None) -> Mapping[str, bytes]:
    """Return the bytes of the attached files that leave with the document, by identifier."""
    if read_file is None:
        return {}
    return {known.id: read_file(known.digest) for known in dossier.attachments.values() if known.digest}


def attached(dossier: Dossier, files: Mapping[str, bytes]) -> Iterator[Block]:
    """List the attached files, then show the pictures; nothing where there is none."""
    listed = dict(enumerate(dossier.attachments.values(), 1))
    if not listed:
        return
    yield PageBreak()
    yield Heading(1, "Pièces jointes")
    yield plain(
        "Les images sont montrées à la suite. Les documents PDF sont joints au fichier PDF de ce portefeuille : "
        "le volet « Pièces jointes » du lecteur les ouvre. La version Word les nomme seulement. L’empreinte "
        "(SHA-256, ses premiers caractères) permet de vérifier qu’un fichier est bien celui qui fut joint."
    )
    rows = tuple(_row(dossier, number, known, files) for number, known in listed.items())
    header = ("Pièce", "Nature", "Ajoutée le", "Taille et empreinte", "Où")
    yield Table("Liste des pièces jointes", header, rows, (3.4, 2, 1.8, 2.1, 2))
    for number, known in listed.items():
        if known.is_picture and known.id in files:
            yield Heading(2, _name(number, known))
            yield Picture(printable(files[known.id]), _alternative(known))


def supplements(dossier: Dossier, files: Mapping[str, bytes]) -> tuple[CarriedFile, ...]:
    """Return the files that a PDF carries: a page of somebody else's would break its structure."""
    return tuple(
        CarriedFile(f"piece-{number:02}.pdf", known.media_type, _name(number, known), files[known.id], supplements=True)
        for number, known in enumerate(dossier.attachments.values(), 1)
        if not known.is_picture and known.id in files
    )


def _row(dossier: Dossier, number: int, known: Attachment, files: Mapping[str, bytes]) -> tuple[str, ...]:
    experience = dossier.experiences.get(known.experience_id)
    about = f" ({experience.title})" if experience and experience.title else ""
    print_of_it = f"{weight(known.size)}, {known.digest[:_FINGERPRINT]}" if known.digest else "–"
    place = "Non jointe" if known.id not in files else "À la suite" if known.is_picture else f"piece-{number:02}.pdf"
    added = day(date.fromisoformat(known.added))
    return f"{number}. {known.title}{about}", ATTACHMENT[known.kind], added, print_of_it, place


def _name(number: int, known: Attachment) -> str:
    return f"Pièce {number} : {known.title or 'sans titre'}"


def _alternative(known: Attachment) -> str:
    return f"{ATTACHMENT[known.kind]} : {known.title or 'sans titre'}"
