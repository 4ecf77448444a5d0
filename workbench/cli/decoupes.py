"""`referentiel decoupes`: the corrected cuts, listed and exchanged with colleagues."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workbench.services.cut_files import CutImport, export_cuts, import_cuts
from workbench.services.referentials import open_catalogue

app = typer.Typer(help="Lister, exporter et importer les découpages corrigés.", no_args_is_help=True)


@app.command()
def lister(context: typer.Context) -> None:
    """Lister les blocs dont le découpage fut corrigé."""
    with open_catalogue(context.obj) as catalogue:
        for (fiche, bloc), history in sorted(catalogue.cuts.histories().items()):
            entry = history.entry
            if entry is not None and entry.pieces:
                who = f", {entry.author}" if entry.author else ""
                typer.echo(f"{fiche}  {bloc}  {len(entry.pieces)} compétences ({entry.at[:10]}{who})")


@app.command()
def exporter(
    context: typer.Context,
    fichier: Annotated[Path, typer.Argument(help="Fichier à écrire (JSON).")],
    fiche: Annotated[list[str] | None, typer.Option(help="Codes des fiches ; toutes sinon.")] = None,
) -> None:
    """Écrire les découpages corrigés dans un fichier, pour des collègues."""
    with open_catalogue(context.obj) as catalogue:
        codes = {catalogue.fiche(code).code for code in fiche or ()}
        count = export_cuts(catalogue, fichier, date.today(), codes)  # noqa: DTZ011  (the day where the person sits)
    typer.echo(f"Découpages exportés : {count} ({fichier}).")


@app.command()
def importer(
    context: typer.Context,
    fichiers: Annotated[list[Path], typer.Argument(metavar="FICHIER…", help="Découpages d’un collègue (JSON).")],
    remplacer: Annotated[bool, typer.Option("--remplacer", help="Remplacer aussi les vôtres.")] = False,  # noqa: FBT002
) -> None:
    """Prendre les découpages corrigés d'un collègue ; les vôtres restent, sauf avec --remplacer."""
    with open_catalogue(context.obj) as catalogue:
        for path in fichiers:
            typer.echo(f"{path.name} : {_said(import_cuts(catalogue, path, replacing=remplacer))}")


def _said(report: CutImport) -> str:
    said = f"découpages repris : {report.taken} ; déjà les mêmes : {report.same} ; les vôtres gardés : {report.kept}."
    if report.changed:
        said += f" À revoir, le texte du bloc étant autre ici : {report.changed}."
    if report.unknown:
        said += f" En attente de leur fiche, absente du catalogue : {report.unknown}."
    return said
