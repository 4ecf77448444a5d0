"""`certifications`: the fiches that a story comes closest to, bloc by bloc."""

import json
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.analyser import read_story
from workbench.cli.contract import certifications_json
from workbench.cli.progress import progress_bar
from workbench.services import certifications as service
from workbench.services.analysis import prepare
from workbench.services.referentials import open_catalogue


def certifications(
    context: typer.Context,
    recit: Annotated[Path, typer.Argument(help="Fichier texte, en UTF-8.")],
    limite: Annotated[int, typer.Option(min=1, help="Combien de certifications montrer.")] = service.MOST,
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON.")] = False,  # noqa: FBT002
) -> None:
    """Dire de quelles certifications un récit est le plus proche, bloc par bloc."""
    text = read_story(recit)
    with open_catalogue(context.obj) as catalogue, progress_bar("Lecture") as advance:
        prepare()
        found = service.certifications(catalogue, context.obj, text, limite, advance)
    if as_json:
        typer.echo(json.dumps(certifications_json(recit, found), ensure_ascii=False))
    else:
        _show(text, found)


def _show(text: str, found: service.StoryCertifications) -> None:
    for number, certification in enumerate(found.certifications, 1):
        fiche = certification.fiche
        typer.echo(f"{number}. {fiche.code} {fiche.title} ({certification.score:.0%})")
        for bloc in certification.blocs:
            typer.echo(f"   {bloc.code} {bloc.title} : {bloc.coverage:.0%}")
            for competence in bloc.competences:
                for sentence in competence.sentences:
                    span = found.sentences[sentence]
                    typer.echo(f"      {competence.code} « {text[span.start : span.end]} »")
    if found.jobs:
        typer.echo("Métiers proches : " + ", ".join(f"{job.fiche.title} ({job.fiche.code})" for job in found.jobs))
