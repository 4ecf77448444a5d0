"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Invariants are not measures: a machine that is busy must not fail them.
settings.register_profile("etabli", deadline=None)
settings.load_profile("etabli")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real data, which is not part of the product."""
    if not SHARED.is_dir():
        pytest.skip("les données réelles (../shared) ne sont pas à côté de ce dossier")
    return SHARED


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory, monkeypatch):
    """Keep every test away from the user's data."""
    monkeypatch.setenv("ETABLI_DONNEES", str(tmp_path_factory.mktemp("donnees")))
