"""What stands in for the language model and for slow actions."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

from workbench.domain import changes as c
from workbench.domain.analysis import (
    Actor,
    Reality,
    Reason,
    Relance,
    SentenceAnalysis,
    StoryAnalysis,
    Suggestion,
    WhoDidWhat,
)
from workbench.domain.dossier import Experience, Person
from workbench.domain.positions import Span
from workbench.services.session import create_dossier
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Analyst, Tasks


def prepare() -> None:
    """Nothing to load."""


def analyse(text, fiches, candidates, recit, learnt, overrulings=()):
    """Call each line a sentence, and suggest the competences of the fiches in turn."""
    competences = [(f, b, c) for f in fiches for b in f.blocs for c in b.competences]
    sentences, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            span = Span(start, start + len(line))
            sentences.append(_sentence(span, line, number, competences))
        start += len(line) + 1
    said = {i: o.who for o in overrulings for i, s in enumerate(sentences) if s.span.overlaps(o.span)}
    return StoryAnalysis(tuple(replace(s, who=said.get(i, s.who)) for i, s in enumerate(sentences)))


def _sentence(span, line, number, competences):
    who = WhoDidWhat(Actor.SELF, Reality.DONE, ("je",), ())
    if " ne " in line or " n'" in line:
        who = WhoDidWhat(Actor.SELF, Reality.DENIED, ("je",), ("ne",))
    elif line.startswith(("Il ", "Mon ")):
        who = WhoDidWhat(Actor.OTHER, Reality.DONE, ("il",), ())
    if not competences or not who.is_evidence:
        return SentenceAnalysis(span, who)
    suggestions = tuple(
        Suggestion(f.code, b.code, c.code, score, score > 0.5, _reasons(line, c.title))
        for score, (f, b, c) in (
            (0.86 - 0.2 * rank, competences[(number + 4 * rank) % len(competences)]) for rank in range(3)
        )
    )
    return SentenceAnalysis(span, who, suggestions, (Relance("MOY", "Qu'aviez-vous dans les mains à ce moment-là ?"),))


def _reasons(line, title):
    words = line.split()
    return (
        Reason(" ".join(words[1:4]), " ".join(title.split()[:3]), "thesaurus", 0.4),
        Reason(words[-1].strip("."), title.split()[-1].strip("."), "lemme", 0.2),
    )


def fake_analyst():
    """Return an analyst that works in a thread, at once."""
    return Analyst(prepare, analyse, lambda: ThreadPoolExecutor(max_workers=1))


@contextmanager
def empty_story(journal):
    """Open a dossier that has one story, « r », without a word in it."""
    session = create_dossier(journal, Person("Awa"), counsellor="moi", trame="cep")
    session.record(c.ExperienceWritten(Experience("x", "Aide")))
    session.record(c.RecitStarted("r", "x", "Lundi"))
    tasks = Tasks()
    yield OpenDossier(session, tasks)
    tasks.close()
