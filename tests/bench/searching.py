"""`recherche`: two hundred queries on a catalogue of national size."""

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.figures import Figure, say, spread, timed
from tests.bench.national import national_export
from workbench.domain.referential import Fiche
from workbench.services.referentials import open_catalogue

QUERIES = 200
SEED = 20261122
SPOKEN = (
    "aide soignant", "aide à domicile", "vente", "cariste", "chauffeur livreur", "cuisine", "ménage", "peintre",
    "secretaire", "petite enfance", "sécurité", "jardin", "a", "le", "gestion", "zzzz", "personne agee",
    "accompagner une personne dans les actes de la vie quotidienne", "nettoyer", "management d'équipe",
)  # fmt: skip


def measure() -> list[Figure]:
    """Search as somebody who types: whole words, beginnings of words, numbers, words that are nowhere."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with open_catalogue(folder / "donnees") as catalogue:
            export = national_export(folder)
            say("Import…")
            catalogue.import_file(export, lambda _done, _whole: None, lambda: False)
            fiches = catalogue.fiches()
            queries = varied_queries(fiches)
            say(f"{len(queries)} recherches…")
            runs = [timed(catalogue.search, words) for words in queries]
        slowest = max(zip(runs, queries, strict=True), key=lambda pair: pair[0][0])[1]
    return [
        Figure("fiches du catalogue", len(fiches), ""),
        Figure("recherches qui trouvent", sum(bool(found) for _, found in runs), f"sur {len(runs)}"),
        *spread("recherche", [1000 * seconds for seconds, _ in runs]),
        Figure(f"la plus lente : « {slowest} »", 1000 * max(seconds for seconds, _ in runs), "ms"),
    ]


def varied_queries(fiches: Sequence[Fiche]) -> list[str]:
    """Return queries drawn from the titles and numbers of the catalogue, and some that people say."""
    chance = random.Random(SEED)
    queries = list(SPOKEN)
    while len(queries) < QUERIES:
        fiche = chance.choice(fiches)
        words = [w for w in fiche.title.split() if len(w) > 3] or [fiche.code]
        queries.append(
            chance.choice(
                (
                    fiche.code,
                    fiche.code[4:7],
                    chance.choice(words),
                    chance.choice(words)[:4].lower(),
                    " ".join(chance.sample(words, min(2, len(words)))),
                    " ".join(words[:3]),
                )
            )
        )
    return queries
