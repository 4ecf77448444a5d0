"""Write `ressources/modeles` anew, part by part.

    uv run python -m workbench.training encodeur                 (after importing the official fiches)
    uv run python -m workbench.training qui-a-fait-quoi JEU…
    uv run python -m workbench.training jugement JEU…
    uv run python -m workbench.training empreintes FICHE.csv…    (keys packs by their competences)
    uv run python -m workbench.training connaissances            (after any change of packs or thesaurus)
    uv run python -m workbench.training orthographe FR.aff FR.dic (a newer Hunspell dictionary of French)

JEU is a folder of labelled stories, as `ressources/recits-etiquetes`.
"""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from workbench.matching import compiled
from workbench.matching.engine import Engine
from workbench.matching.judgement import Judges
from workbench.matching.knowledge import load_knowledge
from workbench.matching.pipeline import load_model
from workbench.paths import data_folder
from workbench.services.referentials import open_catalogue
from workbench.training import encoder, judgement, prints, who_did_what, word_list
from workbench.training.corpus import LabelledStory, read_entries, read_stories

app = typer.Typer(help=__doc__, add_completion=False, pretty_exceptions_enable=False)
Sets = Annotated[list[Path], typer.Argument(metavar="JEU…")]


@app.command("orthographe")
def write_words(affixes: Path, dictionary: Path) -> None:
    """Write the list of French words from a Hunspell dictionary."""
    typer.echo(f"{word_list.write(affixes, dictionary)} mots.")


@app.command("encodeur")
def train_encoder() -> None:
    """Train the encoders on the packs whose fiches are in the catalogue, and on the thesaurus."""
    with open_catalogue(data_folder()) as catalogue:
        entries = read_entries(catalogue)
    encoder.train_all(entries, load_knowledge(load_model().vocab).lexicon)
    typer.echo(f"{len(entries)} libellés, {sum(len(e.spoken) for e in entries)} phrases.")


@app.command("qui-a-fait-quoi")
def fit_correction(sets: Sets) -> None:
    """Fit the correction of who-did-what on labelled stories."""
    rows = who_did_what.read_rows(load_model(), _read(sets))
    who_did_what.write(who_did_what.fit(rows))
    typer.echo(f"{len(rows)} phrases.")


@app.command("jugement")
def fit_judges(sets: Sets) -> None:
    """Fit the judges and their thresholds on labelled stories."""
    stories = _read(sets)
    engine = Engine.load()
    read = who_did_what.read_left_out(who_did_what.read_rows(load_model(), stories))
    tables = [judgement.tabulate(engine, stories, read, with_examples=with_them) for with_them in (True, False)]
    judgement.write(Judges(*(judgement.fit_judge(table, stories) for table in tables)))
    typer.echo(f"{len(stories)} récits.")


def _read(sets: Sequence[Path]) -> list[LabelledStory]:
    with open_catalogue(data_folder()) as catalogue:
        return list(chain.from_iterable(read_stories(folder, catalogue) for folder in sets))


@app.command("empreintes")
def key_packs(tables: Annotated[list[Path], typer.Argument(metavar="FICHE.csv…")]) -> None:
    """Write in each pack the prints of its competences, read from spreadsheets of the contract."""
    for table in tables:
        typer.echo(f"{table.stem} : {prints.key_pack(table)} empreintes.")


@app.command("connaissances")
def compile_knowledge() -> None:
    """Compile the packs and the thesaurus, so that they load at once."""
    knowledge = compiled.compile_knowledge()
    compiled.write_compiled(knowledge)
    typer.echo(f"{knowledge.texts} phrases, {len(knowledge.gestes)} gestes.")


if __name__ == "__main__":
    app()
