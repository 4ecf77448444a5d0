"""`analyser`: what stories show of referentials."""

import json
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.contract import analysis_json
from workbench.cli.progress import progress_bar
from workbench.domain.analysis import StoryAnalysis
from workbench.domain.coverage import cover_story
from workbench.domain.referential import Fiche
from workbench.errors import UnreadableFileError
from workbench.services.analysis import analyse, lessons, prepare
from workbench.services.referentials import named_fiches, open_catalogue


def analyser(
    context: typer.Context,
    recits: Annotated[list[Path], typer.Argument(metavar="RECIT…", help="Fichiers texte, en UTF-8.")],
    referentiel: Annotated[list[str], typer.Option(help="Code d’une fiche, ou fichier CSV ou XLSX.")],
    candidats: Annotated[int, typer.Option(min=0, help="Combien de pistes garder par phrase.")] = 0,
    sans_exemples: Annotated[bool, typer.Option("--sans-exemples", help="Mettre de côté les exemples parlés.")] = False,  # noqa: FBT002
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON par récit.")] = False,  # noqa: FBT002
) -> None:
    """Dire ce que des récits montrent d'un ou de plusieurs référentiels."""
    texts = [read_story(path) for path in recits]
    with open_catalogue(context.obj) as catalogue:
        fiches = tuple(fiche for name in referentiel for fiche in named_fiches(catalogue, name))
    learnt = lessons((), context.obj)
    with progress_bar("Lecture", len(texts) + 1) as advance:
        prepare()
        advance(1, 0)
        for number, (path, text) in enumerate(zip(recits, texts, strict=True)):
            analysis = analyse(text, fiches, candidats, with_examples=not sans_exemples, local=learnt)
            advance(number + 2, 0)
            if as_json:
                typer.echo(json.dumps(analysis_json(path, fiches, analysis), ensure_ascii=False))
            else:
                _show(path, text, fiches, analysis)


def read_story(path: Path) -> str:
    """Return the text of a story's file.

    Raises:
        UnreadableFileError: it cannot be read, is not in UTF-8, or is empty.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnreadableFileError(f"Le récit « {path} » ne peut pas être lu : vérifiez le nom du fichier.") from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"Le récit « {path} » n’est pas un texte en UTF-8 : enregistrez-le en « texte brut, UTF-8 »."
        ) from error
    if not text.strip():
        raise UnreadableFileError(f"Le récit « {path} » est vide : écrivez-y au moins une phrase.")
    return text


def _show(path: Path, text: str, fiches: tuple[Fiche, ...], analysis: StoryAnalysis) -> None:
    typer.echo(f"{path} — {len(analysis.sentences)} phrases")
    titles = {c.code: c.title for f in fiches for c in f.competences()}
    for sentence in analysis.sentences:
        typer.echo(f"\n« {text[sentence.span.start : sentence.span.end]} »")
        typer.echo(f"   {sentence.who.actor}, {sentence.who.reality}")
        for suggestion in sentence.suggestions:
            mark = "→" if suggestion.proposed else "·"
            typer.echo(f"   {mark} {suggestion.competence} {titles[suggestion.competence]} ({suggestion.score:.0%})")
    typer.echo("")
    for fiche in fiches:
        for bloc in cover_story(fiche, analysis):
            typer.echo(f"{bloc.bloc} : {bloc.supported} sur {bloc.total}")
