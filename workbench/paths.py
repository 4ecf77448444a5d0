"""Where things are: what is shipped with Établi, and what belongs to the user."""

import os
from pathlib import Path

from platformdirs import user_data_path

ROOT = Path(__file__).resolve().parent.parent
RESSOURCES = ROOT / "ressources"
REFERENTIELS = ROOT / "referentiels"
DATA_VARIABLE = "ETABLI_DONNEES"


def data_folder(chosen: Path | None = None) -> Path:
    """Return the user's folder: the one chosen, else `ETABLI_DONNEES`, else the platform's."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    named = os.environ.get(DATA_VARIABLE, "").strip()
    return Path(named).expanduser().absolute() if named else user_data_path("Etabli", appauthor=False)


def catalogue_path(folder: Path) -> Path:
    """Return the place of the referentials: no personal data, can be rebuilt."""
    return folder / "referentiels.sqlite"


def stars_path(folder: Path) -> Path:
    """Return the place of the codes of the fiches that one uses: beside the catalogue, so as to outlive it."""
    return folder / "referentiels.mes-fiches.json"


def retrieval_path(folder: Path) -> Path:
    """Return the place of what is kept of the catalogue to compare it with stories; can be rebuilt."""
    return folder / "referentiels.certifications.npz"


def cuts_path(folder: Path) -> Path:
    """Return the place of the corrections of cuts: no personal data, cannot be rebuilt."""
    return folder / "decoupages.jsonl"


def dossiers_path(folder: Path) -> Path:
    """Return the place of the encrypted dossiers."""
    return folder / "dossiers.sqlite"


def examples_folder(folder: Path) -> Path:
    """Return the place of the examples that colleagues gave: no personal data."""
    return folder / "exemples"


def relances_path(folder: Path) -> Path:
    """Return the place of the organisation's own questions: no personal data, cannot be rebuilt."""
    return folder / "relances.toml"


def layout_path(folder: Path) -> Path:
    """Return the place of the layout of the organisation's documents: no personal data, cannot be rebuilt."""
    return folder / "mise-en-page.toml"


def logo_path(folder: Path) -> Path:
    """Return the place of the organisation's logo."""
    return folder / "mise-en-page.logo.png"


def trames_folder(folder: Path) -> Path:
    """Return the place of the interview guides that the organisation adapted: no personal data."""
    return folder / "trames"
