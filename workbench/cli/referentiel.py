"""`referentiel`: importing, listing, searching and showing referentials."""

import json
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli import decoupes
from workbench.cli.contract import fiche_json, fiches_json
from workbench.cli.progress import progress_bar
from workbench.domain.catalogue import Filters, ImportReport, Kind
from workbench.domain.referential import Fiche
from workbench.referentials.parts import groups
from workbench.services.referential_imports import fetch_sources
from workbench.services.referentials import open_catalogue

app = typer.Typer(help="Importer, lister, chercher et montrer des référentiels.", no_args_is_help=True)
app.add_typer(decoupes.app, name="decoupes")


@app.command()
def importer(
    context: typer.Context,
    fichiers: Annotated[
        list[Path],
        typer.Argument(metavar="FICHIER…", help="Flux RNCP ou RS (XML, zip), ROME ou ESCO (CSV), tableur, DOCX."),
    ],
) -> None:
    """Importer des référentiels ; une source est prise en entier ou pas du tout."""
    with open_catalogue(context.obj) as catalogue:
        for paths in groups(fichiers):
            name = ", ".join(path.name for path in paths)
            with progress_bar(name) as advance:
                report = catalogue.import_file(paths, advance, _never)
            _report(name, report)


@app.command()
def telecharger(context: typer.Context) -> None:
    """Télécharger les derniers exports RNCP et RS depuis data.gouv.fr, et les importer."""
    with open_catalogue(context.obj) as catalogue:
        with progress_bar("Exports nationaux") as advance:
            sources = fetch_sources(catalogue, advance, _never)
        for source in sources:
            if source.error is not None:
                raise source.error
            _report(source.name, source.report or ImportReport())


@app.command()
def lister(context: typer.Context) -> None:
    """Lister les fiches du catalogue."""
    with open_catalogue(context.obj) as catalogue:
        for fiche in catalogue.fiches():
            _line(fiche)


@app.command()
def chercher(  # noqa: PLR0913  (one option for each filter)
    context: typer.Context,
    mots: Annotated[list[str] | None, typer.Argument(help="Mots, métier ou numéro ; sans mots, tout.")] = None,
    *,
    en_vigueur: Annotated[bool, typer.Option("--en-vigueur", help="Sans les fiches inactives.")] = False,
    sorte: Annotated[Kind | None, typer.Option(help="D’où vient la fiche.", case_sensitive=False)] = None,
    niveau: Annotated[int | None, typer.Option(min=1, max=8, help="Niveau du cadre européen.")] = None,
    vae: Annotated[bool, typer.Option("--vae", help="Ouvertes à la VAE seulement.")] = False,
    rome: Annotated[str, typer.Option(help="Début d’un code ROME, par exemple K13.")] = "",
    certificateur: Annotated[str, typer.Option(help="Partie du nom d’un certificateur.")] = "",
    mes_fiches: Annotated[bool, typer.Option("--mes-fiches", help="Celles qui ont une étoile.")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Chercher des fiches par mots ou par numéro, avec des filtres."""
    filters = Filters(en_vigueur, sorte, niveau, vae, rome, certificateur, mes_fiches)
    with open_catalogue(context.obj) as catalogue:
        found = catalogue.search(" ".join(mots or ()), filters=filters)
    if as_json:
        typer.echo(json.dumps(fiches_json(found), ensure_ascii=False))
        return
    for fiche in found:
        _line(fiche)
    if not found:
        typer.echo("Aucune fiche ne correspond.")


@app.command()
def montrer(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="Code de la fiche, par exemple RNCP37715.")],
    as_json: Annotated[bool, typer.Option("--json")] = False,  # noqa: FBT002
) -> None:
    """Montrer une fiche, ses blocs et leurs compétences."""
    with open_catalogue(context.obj) as catalogue:
        fiche = catalogue.fiche(code)
    if as_json:
        typer.echo(json.dumps(fiche_json(fiche), ensure_ascii=False))
        return
    _line(fiche)
    for words in (fiche.origin, fiche.notice):
        if words:
            typer.echo(words)
    for bloc in fiche.blocs:
        typer.echo(f"\n{bloc.code} — {bloc.title}")
        for competence in bloc.competences:
            typer.echo(f"  {competence.code}  {competence.title}")


def _report(name: str, report: ImportReport) -> None:
    typer.echo(
        f"{name} : fiches ajoutées : {report.added} ; mises à jour : {report.updated} ; "
        f"inchangées : {report.unchanged} ; disparues de l’export : {report.gone}."
    )
    if report.newer:
        typer.echo(f"Fiches laissées comme elles sont, car venues d’un export plus récent : {report.newer}.")


def _line(fiche: Fiche) -> None:
    level = f" (niveau {fiche.level})" if fiche.level else ""
    typer.echo(f"{fiche.code}  {fiche.title}{level}{'' if fiche.active else ' — inactive'}")


def _never() -> bool:
    """Leave stopping to Ctrl+C: the import is one transaction."""
    return False
