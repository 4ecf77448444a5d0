"""Small made-up flux files, for the tests that read them."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
LIST = "- Tenir un stand de tir    - Compter les points    - Ranger les flèches"


def bloc(code="RNCP90001BC01", title="Animer un stand", competences=LIST):
    return (
        f"<BLOC_COMPETENCES><CODE>{code}</CODE><LIBELLE>{escape(title)}</LIBELLE>"
        f"<LISTE_COMPETENCES>{escape(competences)}</LISTE_COMPETENCES></BLOC_COMPETENCES>"
    )


def fiche(number="RNCP90001", title="Animateur de kermesse", blocs=None, more="", active="Oui"):
    inside = bloc(code=f"{number}BC01") if blocs is None else blocs
    return (
        f"<FICHE><NUMERO_FICHE>{number}</NUMERO_FICHE><INTITULE>{escape(title)}</INTITULE>{more}"
        f"<BLOCS_COMPETENCES>{inside}</BLOCS_COMPETENCES><ACTIF>{active}</ACTIF></FICHE>"
    )


def flux(*fiches):
    return HEAD + "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>" + "".join(fiches or (fiche(),)) + "</FICHES>"


def write_xml(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def write_zip(path: Path, content: str, name="export_fiches_RNCP_V4_1_2026-08-16.xml") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def silent(done: int, whole: int) -> None:
    """Ignore progress."""


def never() -> bool:
    return False
