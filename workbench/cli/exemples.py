"""`exemples`: what was learnt at the desk, and the packs that colleagues exchange."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from workbench.domain.local_examples import LocalExample
from workbench.errors import StoreError
from workbench.services import example_packs, vault
from workbench.services.analysis import masked
from workbench.services.examples import names_in, ready_to_leave, set_withdrawn
from workbench.services.ports import Journal

AUTHOR = "Ligne de commande"

app = typer.Typer(help="Voir, retirer, exporter et importer ce qui fut appris.", no_args_is_help=True)


@app.command()
def lister(context: typer.Context) -> None:
    """Lister les exemples des dossiers, puis les paquets importés."""
    if vault.is_initialised(context.obj):
        with closing(_unlock(context.obj)) as journal:
            for example in journal.local_examples():
                _line(example)
    for pack in example_packs.list_imported(context.obj):
        typer.echo(f"Paquet {pack.name} : {pack.examples} exemples pour {pack.fiche}")


@app.command()
def retirer(
    context: typer.Context,
    nom: Annotated[str, typer.Argument(help="Identifiant d’un exemple (son début suffit), ou nom d’un paquet.")],
    remettre: Annotated[bool, typer.Option("--remettre", help="Le remettre, au contraire.")] = False,  # noqa: FBT002
) -> None:
    """Retirer un exemple de ce qu'Établi apprend, ou un paquet importé."""
    if not vault.is_initialised(context.obj) or nom in {p.name for p in example_packs.list_imported(context.obj)}:
        example_packs.remove_imported(nom, context.obj)
        typer.echo(f"Paquet retiré : {nom}")
        return
    with closing(_unlock(context.obj)) as journal:
        found = [e for e in journal.local_examples() if e.id.startswith(nom)]
        if len(found) != 1:
            raise typer.BadParameter(f"{len(found)} exemples commencent par « {nom} » : donnez-en un seul.")
        set_withdrawn(journal, found[0], AUTHOR, withdrawn=not remettre)
        _line(replace(found[0], withdrawn=not remettre))


@app.command()
def exporter(
    context: typer.Context,
    sortie: Annotated[Path, typer.Argument(help="Dossier où écrire les paquets.")],
    fiche: Annotated[list[str] | None, typer.Option(help="Codes des fiches ; toutes sinon.")] = None,
) -> None:
    """Relire les exemples un par un, sans données personnelles, et les écrire en paquets."""
    with closing(_unlock(context.obj)) as journal:
        examples = list(ready_to_leave(journal.local_examples(), fiche or ()))
        names = names_in(journal, examples)
    kept = list(_review(examples, masked([e.text for e in examples], names) if examples else ()))
    for path in example_packs.write_packs(example_packs.packs_of(kept), sortie) if kept else ():
        typer.echo(f"Écrit : {path}")
    typer.echo(f"Exemples gardés : {len(kept)} sur {len(examples)}.")


@app.command()
def importer(
    context: typer.Context,
    fichiers: Annotated[list[Path], typer.Argument(metavar="FICHIER…", help="Paquets d’exemples (TOML).")],
) -> None:
    """Importer les paquets d'un collègue."""
    for path in fichiers:
        pack = example_packs.import_pack(path, context.obj)
        typer.echo(f"Paquet {pack.name} : {pack.examples} exemples pour {pack.fiche}")


def _review(examples: Sequence[LocalExample], texts: Sequence[str]) -> Iterator[LocalExample]:
    """Ask about each sentence; give those that are kept, as they were kept."""
    for example, text in zip(examples, texts, strict=True):
        typer.echo(f"\n{example.competence} {example.title}{'' if example.shows else ' — refusée'}\n« {text} »")
        answer = typer.prompt(
            "Entrée : garder ; n : écarter ; sinon, la phrase corrigée", default="", show_default=False
        )
        if answer.strip().lower() != "n":
            yield replace(example, text=answer.strip() or text)


def _unlock(folder: Path) -> Journal:
    if not vault.is_initialised(folder):
        raise StoreError("Il n’y a pas encore de dossiers ici : créez-en un dans la fenêtre d’Établi.")
    return vault.unlock(folder, typer.prompt("Phrase de passe", hide_input=True, err=True))


def _line(example: LocalExample) -> None:
    mark = "retiré" if example.withdrawn else "montre" if example.shows else "refusé"
    typer.echo(f"{example.id[:8]}  {mark}  {example.competence} {example.title}\n    « {example.text} »")
