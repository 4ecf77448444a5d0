import pytest

from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.matching.engine import Engine
from workbench.matching.pipeline import load_model


@pytest.fixture(scope="session")
def model():
    return load_model()


@pytest.fixture(scope="session")
def engine():
    return Engine.load()


def small_fiche(*titles, code="ESSAI"):
    competences = tuple(Competence(f"{code}-BC01-C{n:02}", title) for n, title in enumerate(titles, 1))
    return Fiche(code, "Essai", (Bloc(f"{code}-BC01", "Soigner et nettoyer", competences),))
