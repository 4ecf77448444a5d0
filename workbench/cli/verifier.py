"""`verifier`: whether a sealed document is as it was sealed."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.services.verification import verify_file


def verifier(
    fichier: Annotated[Path, typer.Argument(metavar="FICHIER", help="Un PDF scellé par Établi.")],
) -> None:
    """Vérifier le sceau d'un document : dire ce qui est prouvé et ce qui ne l'est pas (code 0 s'il est intact)."""
    report = verify_file(fichier)
    typer.echo(f"{report.name} : {report.headline}")
    for sentence in report.details:
        typer.echo(f"  {sentence}")
    for title, sentences in (("Ce qui est prouvé :", report.proved), ("Ce qui n’est pas prouvé :", report.unproved)):
        if sentences:
            typer.echo(title)
        for sentence in sentences:
            typer.echo(f"  – {sentence}")
    if not report.is_intact:
        raise typer.Exit(1)
