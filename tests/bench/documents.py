"""`documents`: each document, for the example and for a large dossier."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf

from tests.bench.figures import Figure, say, spread, timed
from tests.bench.stories import AUTHOR, large_dossier, shipped_fiches
from tests.documents.attached import attachment, jpeg, pdf
from workbench.documents.registry import KINDS, Wish
from workbench.domain.attachments import PDF, AttachmentKind
from workbench.domain.dossier import Dossier
from workbench.services.analysis import analyse
from workbench.services.demo import accept_proposals
from workbench.services.documents import DATA_FORMATS, WRITERS, write_document
from workbench.services.example import add_example_dossier
from workbench.services.referentials import open_catalogue
from workbench.services.vault import open_unprotected

ON = date(2026, 3, 1)
KEY = b"k" * 32  # of the seal, which the PDF bears
REPEATS = 5
EXPERIENCES, PASSAGES, BLOCS = 40, 300, 12
PHOTOGRAPHS, PAPERS = 15, 15


def measure() -> list[Figure]:
    """Write every document several times."""
    figures = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        large = large_dossier(shipped_fiches(folder), EXPERIENCES, PASSAGES, BLOCS)
        large, files = _with_attachments(large)
        name = f"grand dossier ({EXPERIENCES} expériences, {PASSAGES} passages, {BLOCS} blocs, {len(files)} pièces)"
        for title, dossier, read in (("exemple", _example(folder), {}), (name, large, files)):
            for kind in KINDS:
                for wanted in (*WRITERS, *DATA_FORMATS) if kind == "portefeuille" else WRITERS:
                    figures += _measured(title, dossier, folder, kind, wanted, read)
    return figures


def _measured(
    title: str, dossier: Dossier, folder: Path, kind: str, wanted: str, files: Mapping[str, bytes]
) -> list[Figure]:
    name = f"{title}, {kind}, {wanted}"
    say(f"{name}…")
    fiche = next(iter(dossier.fiches)) if KINDS[kind].fiches else ""
    wish = Wish(ON, fiche=fiche, read_file=files.__getitem__)
    runs = [timed(write_document, dossier, kind, wish, folder, (wanted,), KEY) for _ in range(REPEATS)]
    (path,) = runs[0][1]
    figures = [
        *spread(name, [seconds for seconds, _ in runs], "s")[::2],
        Figure(f"{name}, poids", path.stat().st_size / 1000, "ko"),
    ]
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            figures.append(Figure(f"{name}, longueur", len(pdf.pages), "pages"))
    return figures


def _with_attachments(dossier: Dossier) -> tuple[Dossier, Mapping[str, bytes]]:
    """Return a dossier with photographs of twelve million pixels and scanned papers, and their bytes by digest."""
    photographs = [jpeg((3000, 4000), note=f"photo {n}") for n in range(PHOTOGRAPHS)]
    papers = [pdf(f"{n}" * 300_000) for n in range(PAPERS)]
    known = [attachment(f"photo-{n}", c, "image/jpeg", AttachmentKind.PICTURE) for n, c in enumerate(photographs)]
    known += [attachment(f"papier-{n}", c, PDF, AttachmentKind.CERTIFICATE) for n, c in enumerate(papers)]
    files = {a.digest: content for a, content in zip(known, [*photographs, *papers], strict=True)}
    return replace(dossier, attachments={a.id: a for a in known}), files


def _example(folder: Path) -> Dossier:
    """Return the example with everything that is proposed accepted."""
    with open_catalogue(folder) as catalogue:
        journal = open_unprotected(folder)
        session = add_example_dossier(journal, catalogue, AUTHOR)
        for recit in list(session.dossier.recits.values()):
            accept_proposals(session, recit, analyse(recit.text, tuple(session.dossier.fiches.values())).sentences)
        journal.close()
    return session.dossier
