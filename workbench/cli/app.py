"""The command line as a whole: its options, its commands, what a bare call does."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli import analyser, certifications, demo, exemples, referentiel, verifier
from workbench.paths import data_folder


@dataclass(frozen=True, slots=True)
class Window:
    """What only the interface can do, given by the bootstrap: the command line itself knows no Qt."""

    open: Callable[[Path], int]
    capture: Callable[[Path], tuple[Path, ...]]


def build(window: Window) -> typer.Typer:
    """Return the command line."""
    app = typer.Typer(
        help="Établi : reconnaître ce que les gens savent faire. Sans commande, ouvre la fenêtre.",
        no_args_is_help=False,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @app.callback(invoke_without_command=True)
    def start(
        context: typer.Context,
        donnees: Annotated[
            Path | None,
            typer.Option(help="Dossier de données (sinon ETABLI_DONNEES, sinon celui du système)."),
        ] = None,
    ) -> None:
        """Établi : reconnaître ce que les gens savent faire. Sans commande, ouvre la fenêtre."""
        context.obj = data_folder(donnees)
        if context.invoked_subcommand is None:
            raise typer.Exit(window.open(context.obj))

    @app.command()
    def captures(dossier: Annotated[Path, typer.Argument(help="Où écrire les images.")]) -> None:
        """Écrire une image de chaque écran, sur le dossier d'exemple."""
        for path in window.capture(dossier):
            typer.echo(path)

    app.command("analyser")(analyser.analyser)
    app.command("certifications")(certifications.certifications)
    app.command("demo")(demo.demo)
    app.command("verifier")(verifier.verifier)
    app.add_typer(exemples.app, name="exemples")
    app.add_typer(referentiel.app, name="referentiel")
    return app
