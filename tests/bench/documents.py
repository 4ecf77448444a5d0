"""`documents`: each document, for the example and for a large dossier."""

import tempfile
from datetime import date
from pathlib import Path

import pikepdf

from tests.bench.figures import Figure, say, spread, timed
from tests.bench.stories import AUTHOR, large_dossier, shipped_fiches
from workbench.documents.registry import KINDS, Wish
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


def measure() -> list[Figure]:
    """Write every document several times."""
    figures = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        large = large_dossier(shipped_fiches(folder), EXPERIENCES, PASSAGES, BLOCS)
        name = f"grand dossier ({EXPERIENCES} expériences, {PASSAGES} passages, {BLOCS} blocs)"
        for title, dossier in (("exemple", _example(folder)), (name, large)):
            for kind in KINDS:
                for wanted in (*WRITERS, *DATA_FORMATS) if kind == "portefeuille" else WRITERS:
                    figures += _measured(title, dossier, folder, kind, wanted)
    return figures


def _measured(title: str, dossier: Dossier, folder: Path, kind: str, wanted: str) -> list[Figure]:
    name = f"{title}, {kind}, {wanted}"
    say(f"{name}…")
    wish = Wish(ON, fiche=next(iter(dossier.fiches)) if KINDS[kind].fiches else "")
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


def _example(folder: Path) -> Dossier:
    """Return the example with everything that is proposed accepted."""
    with open_catalogue(folder) as catalogue:
        journal = open_unprotected(folder)
        session = add_example_dossier(journal, catalogue, AUTHOR)
        for recit in list(session.dossier.recits.values()):
            accept_proposals(session, recit, analyse(recit.text, tuple(session.dossier.fiches.values())).sentences)
        journal.close()
    return session.dossier
