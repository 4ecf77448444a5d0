"""Reading stories against referentials, in whichever process calls it; the engine is loaded once a process."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from workbench.domain.analysis import Actor, Basis, Reality, StoryAnalysis, WhoDidWhat
from workbench.domain.dossier import Overruling
from workbench.domain.local_examples import LocalExample
from workbench.domain.migration import Alignment
from workbench.domain.positions import Span
from workbench.domain.referential import Fiche
from workbench.domain.turns import counsellor_turns
from workbench.matching.alignment import align
from workbench.matching.encoder import WHOLE, load_encoder
from workbench.matching.engine import Engine
from workbench.matching.lessons import Lesson
from workbench.matching.masking import mask
from workbench.matching.packs import Pack, written_print
from workbench.matching.pipeline import load_model
from workbench.matching.relances import with_passages
from workbench.services.example_packs import imported_packs


@lru_cache(maxsize=1)
def engine() -> Engine:
    """Return the engine of this process; its first call loads the language model (seconds)."""
    return Engine.load()


def prepare() -> None:
    """Load the engine, so that the first analysis does not wait for it."""
    engine()


def analyse(  # noqa: PLR0913  (the story, and what is known beside it)
    text: str,
    fiches: Sequence[Fiche],
    candidates: int = 0,
    *,
    likely_only: bool = False,
    with_examples: bool = True,
    local: tuple[Lesson, ...] = (),
    recit: str = "",
    overrulings: Iterable[Overruling] = (),
) -> StoryAnalysis:
    """Return what a story shows of some fiches, sentence by sentence; positions are Python characters.

    `candidates` suggestions are given beside those proposed, or only the likely ones of them (`likely_only`).
    `local` is what was learnt at the desk; `recit` says which story is read, so that its sentences are not
    judged by what was decided of themselves. `overrulings` are what a counsellor said of its passages: they are
    believed, and the counsellor's own turns prove nothing.
    """
    found = engine().analyse(
        text,
        fiches,
        candidates=candidates,
        likely_only=likely_only,
        with_examples=with_examples,
        local=local,
        recit=recit,
        said=(*_turns(text), *((o.span, o.who) for o in overrulings)),
    )
    return with_passages(text, found)


def _turns(text: str) -> Iterator[tuple[Span, WhoDidWhat]]:
    for span, mark in counsellor_turns(text):
        yield span, WhoDidWhat(Actor.OTHER, Reality.OTHER, (mark,), (), Basis.TURN)


def lessons(examples: Iterable[LocalExample], folder: Path | None) -> tuple[Lesson, ...]:
    """Return what the engine learns, the latest last: the packs imported in a data folder, then local examples."""
    own = tuple(
        Lesson(e.text, e.fiche, e.competence, written_print(e.title), e.shows, e.recit_id)
        for e in examples
        if not e.withdrawn
    )
    packs = imported_packs(folder) if folder is not None else ()
    return tuple(lesson for pack in packs for lesson in _pack_lessons(pack)) + own


def aligned(before: Fiche, after: Fiche) -> tuple[Alignment, ...]:
    """Return which competences of a fiche's successor say the same as each of its own, the most alike first."""
    return align(before, after, engine().knowledge.lexicon, load_encoder(WHOLE))


def masked(texts: Sequence[str], names: Collection[str]) -> tuple[str, ...]:
    """Return sentences without names, places, numbers nor addresses, for a person to read again."""
    return tuple(mask(load_model(), text, names) for text in texts)


def _pack_lessons(pack: Pack) -> Iterator[Lesson]:
    for entry in pack.competence:
        for texts, shows in ((entry.dit, True), (entry.refuse, False)):
            for text in texts:
                yield Lesson(text, pack.fiche, entry.code, entry.empreinte, shows)
