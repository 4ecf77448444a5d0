"""Run one measure: `python -m tests.bench NOM [--json]`."""

import argparse
from collections.abc import Callable
from importlib import import_module

from tests.bench.figures import Figure, print_figures

NAMES = {
    "demarrage": "tests.bench.starting",
    "frappe": "tests.bench.typing",
    "entretien": "tests.bench.interview",
    "analyse": "tests.bench.reading",
    "import": "tests.bench.importing",
    "recherche": "tests.bench.searching",
    "saisie": "tests.bench.finding",
    "documents": "tests.bench.documents",
    "apprentissage": "tests.bench.apprentissage",
    "certifications": "tests.bench.certifications",
    "coupures": "tests.bench.power_cuts",
    "reconnaissance": "tests.bench.recognising",
}


def main() -> None:
    """Measure what is named and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("nom", choices=NAMES, metavar="NOM", help=", ".join(NAMES))
    parser.add_argument("--json", action="store_true", help="un objet JSON au lieu d'un tableau")
    asked = parser.parse_args()
    measure: Callable[[], list[Figure]] = import_module(NAMES[asked.nom]).measure
    print_figures(asked.nom, measure(), as_json=asked.json)


if __name__ == "__main__":
    main()
