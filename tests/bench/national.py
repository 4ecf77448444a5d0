"""An export as big as the national one, made by the generator of the real data, where that lies beside."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.bench.figures import say

GENERATOR = Path(__file__).resolve().parents[3] / "shared" / "donnees" / "export_complet.py"
ONE_IN = 100


def national_export(folder: Path) -> Path:
    """Write the export into a folder and return it; stop with a sentence where the generator is absent."""
    if not GENERATOR.is_file():
        raise SystemExit("Ce banc demande ../shared/donnees/export_complet.py, qui n'est pas à côté de ce dossier.")
    path = folder / "export-fiches-rncp-v4-1-2026-11-01.zip"
    say("Fabrication d'un export de taille nationale…")
    subprocess.run([sys.executable, str(GENERATOR), str(path)], check=True, capture_output=True)
    return path


def changed_export(export: Path, folder: Path) -> Path:
    """Write the export again with the title of one fiche in a hundred changed, and return it."""
    path = folder / "export-fiches-rncp-v4-1-2026-11-02.zip"
    with zipfile.ZipFile(export) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        (name,) = source.namelist()
        with source.open(name) as before, made.open(name, "w", force_zip64=True) as after:
            _change_titles(io.BufferedReader(before), after)
    return path


def _change_titles(before: io.BufferedReader, after: io.BufferedIOBase) -> None:
    fiches = 0
    for line in before:
        if line.lstrip().startswith(b"<INTITULE>"):
            fiches += 1
            if fiches % ONE_IN == 0:
                after.write(line.replace(b"<INTITULE>", b"<INTITULE>Nouveau ", 1))
                continue
        after.write(line)
