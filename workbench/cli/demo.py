"""`demo`: the main job, without a screen, on the shipped example."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.progress import progress_bar
from workbench.domain.coverage import cover_dossier
from workbench.services.demo import run_demo


def demo(
    context: typer.Context,
    sortie: Annotated[Path, typer.Option(help="Où écrire le portefeuille.")] = Path("sortie"),
) -> None:
    """Faire tout le travail sur le dossier d'exemple : lire, proposer, accepter, enregistrer, éditer."""
    with progress_bar("Démonstration", 4) as advance:
        result = run_demo(context.obj, sortie, date.today(), advance)  # noqa: DTZ011 (the desk's own day)
    dossier = result.dossier
    typer.echo(f"Dossier d’exemple : {dossier.person.name}, {len(dossier.recits)} récits.")
    typer.echo(f"Phrases lues : {result.sentences}")
    typer.echo(f"Compétences proposées : {result.proposed}")
    typer.echo(f"Preuves acceptées : {len(dossier.evidence)}")
    typer.echo("Couverture par bloc :")
    for fiche in dossier.fiches.values():
        for bloc, coverage in zip(fiche.blocs, cover_dossier(fiche, dossier), strict=True):
            typer.echo(f"  {bloc.code} {bloc.title} : {coverage.supported} sur {coverage.total}")
    typer.echo(f"Enregistré (sans chiffrement, pour la démonstration) : {result.store}")
    for path in result.documents:
        typer.echo(f"Écrit : {path}")
